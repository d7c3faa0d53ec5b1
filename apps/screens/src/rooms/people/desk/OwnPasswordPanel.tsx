import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from 'antd'
import { type FormEvent, useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Rules = Answer<'getPasswordRules'>
type OwnPasswordPanelProps = { readonly rules: Rules; readonly isFirst?: boolean }

const EMPTY = { old: '', password: '' }

/** Changing one's own password: what is asked stands beside it, and it may be looked at while it is written. */
export function OwnPasswordPanel({ rules, isFirst = false }: OwnPasswordPanelProps) {
  const { t } = useLingui()
  const [written, setWritten] = useState(EMPTY)
  const [found, setFound] = useState<readonly FieldError[]>([])
  const [isShown, setShown] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const { send, sending, failure } = useCommand('changeMyPassword')
  const { shortest, until } = rules
  const type = isShown ? 'text' : 'password'

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChanged(false)
    const errors = [
      ...(written.old === '' ? [{ field: 'old', message: t`请填现在的密码` }] : []),
      ...([...written.password].length < shortest
        ? [{ field: 'password', message: t`新密码至少 ${shortest} 个字` }]
        : []),
    ]
    setFound(errors)
    if (errors.length > 0 || (await send({ body: written })) === undefined) return
    setWritten(EMPTY)
    setChanged(true)
  }

  return (
    <Panel title={<Trans>密码</Trans>}>
      <Saved>{isChanged && <Trans>密码换好了，别处的登录都已退出。</Trans>}</Saved>
      <form className="desk-form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary errors={found} failure={failure} />
        <PasswordRules rules={rules} />
        {until !== null && !isFirst && (
          <p>
            <Trans>现在的密码用到 {until}。</Trans>
          </p>
        )}
        <InputField
          field="old"
          label={<Trans>现在的密码</Trans>}
          type={type}
          autoComplete="current-password"
          value={written.old}
          error={errorOf(found, 'old')}
          onChange={(old) => setWritten({ ...written, old })}
        />
        <InputField
          field="password"
          label={<Trans>新密码</Trans>}
          type={type}
          autoComplete="new-password"
          value={written.password}
          error={errorOf(found, 'password')}
          onChange={(password) => setWritten({ ...written, password })}
        />
        <p className="desk-tick">
          <Checkbox checked={isShown} onChange={(event) => setShown(event.target.checked)}>
            <Trans>显示密码</Trans>
          </Checkbox>
        </p>
        <p>
          <Button type={isFirst ? 'primary' : 'default'} htmlType="submit" loading={sending}>
            <Trans>换成新密码</Trans>
          </Button>
        </p>
      </form>
    </Panel>
  )
}

/** What is asked of passwords here, one sentence each. */
export function PasswordRules({ rules }: { readonly rules: Rules }) {
  const say = useSay()
  return (
    <ul className="password-rules">
      {rules.sentences.map((sentence) => (
        <li key={sentence.en}>{say(sentence)}</li>
      ))}
    </ul>
  )
}
