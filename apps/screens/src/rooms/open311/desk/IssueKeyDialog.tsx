import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { KEY_MOST_DAYS, KEY_SCOPES, type KeyScope } from '@linli/contract/open311/words'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, TickField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type IssueKeyDialogProps = {
  readonly onClose: () => void
  readonly onIssued: (issued: Answer<'issueApiKey'>) => void
}
const MOST_PER_MINUTE = 6000

const within = (written: string, most: number): boolean =>
  /^\d{1,4}$/.test(written) && Number(written) >= 1 && Number(written) <= most

/** 发钥匙: to whom, what for, what it opens, how often and how long. */
export function IssueKeyDialog({ onClose, onIssued }: IssueKeyDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read', 'place', 'update'])
  const [perMinute, setPerMinute] = useState('60')
  const [days, setDays] = useState('365')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('issueApiKey')
  const errors = [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填是哪个系统` }] : []),
    ...(purpose.trim() === '' ? [{ field: 'purpose', message: t`请填做什么用` }] : []),
    ...(scopes.length === 0 ? [{ field: 'scope-read', message: t`请至少选一项权限` }] : []),
    ...(within(perMinute, MOST_PER_MINUTE)
      ? []
      : [{ field: 'perMinute', message: t`请填 1 到 ${MOST_PER_MINUTE} 的整数` }]),
    ...(within(days, KEY_MOST_DAYS)
      ? []
      : [{ field: 'days', message: t`请填 1 到 ${KEY_MOST_DAYS} 的整数` }]),
  ]
  const shown = tried ? errors : []

  async function issue() {
    setTried(true)
    if (errors.length > 0) return
    const body = {
      name: name.trim(),
      purpose: purpose.trim(),
      scopes: [...scopes],
      perMinute: Number(perMinute),
      days: Number(days),
    }
    const answer = await send({ body })
    if (answer) onIssued(answer)
  }

  return (
    <FormDialog
      title={t`发一把接口钥匙`}
      ok={t`发出`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void issue()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>哪个系统</Trans>}
        hint={<Trans>例如：区 12345 热线平台</Trans>}
        value={name}
        maxLength={60}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="purpose"
        label={<Trans>做什么用</Trans>}
        value={purpose}
        maxLength={300}
        error={errorOf(shown, 'purpose')}
        onChange={setPurpose}
      />
      <fieldset className="desk-field desk-choice">
        <legend>
          <Trans>可以做什么</Trans>
        </legend>
        {codesOf(KEY_SCOPES).map((scope) => (
          <TickField
            key={scope}
            field={`scope-${scope}`}
            label={say(KEY_SCOPES[scope])}
            value={scopes.includes(scope)}
            onChange={(ticked) =>
              setScopes(ticked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
            }
          />
        ))}
        {errorOf(shown, 'scope-read') && <p className="desk-error">{errorOf(shown, 'scope-read')}</p>}
      </fieldset>
      <InputField
        field="perMinute"
        label={<Trans>每分钟最多几次</Trans>}
        inputMode="numeric"
        value={perMinute}
        maxLength={4}
        error={errorOf(shown, 'perMinute')}
        onChange={setPerMinute}
      />
      <InputField
        field="days"
        label={<Trans>有效几天</Trans>}
        hint={<Trans>到期要再发，好让人每年想一次还用不用</Trans>}
        inputMode="numeric"
        value={days}
        maxLength={3}
        error={errorOf(shown, 'days')}
        onChange={setDays}
      />
    </FormDialog>
  )
}
