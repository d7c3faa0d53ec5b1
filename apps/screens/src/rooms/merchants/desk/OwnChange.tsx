import { Trans, useLingui } from '@lingui/react/macro'
import type { MerchantView } from '@linli/contract/merchants/shapes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { spansWords } from '../../stations/desk/hoursText.ts'
import { draftOf, faultsOf, hoursOf } from './draft.ts'
import { HoursFields, ServicesField, useSentences } from './MerchantFields.tsx'

type OwnChangeDialogProps = {
  readonly merchant: MerchantView
  readonly onClose: () => void
  readonly onSaved: (waits: boolean) => void
}

/** 商户自己改: when it is open and what it does. */
export function OwnChangeDialog({ merchant, onClose, onSaved }: OwnChangeDialogProps) {
  const { t } = useLingui()
  const [draft, setDraft] = useState(draftOf(merchant))
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('changeOwnMerchant')
  const sentences = useSentences()
  const faults = faultsOf(draft)
  const errors = tried ? faults.map((field) => ({ field, message: sentences[field] ?? t`请看看这一项` })) : []
  async function save() {
    setTried(true)
    const hours = hoursOf(draft, merchant.hours.days)
    if (faults.length > 0 || !hours) return
    const body = { version: merchant.version, services: [...draft.services], hours }
    const answer = await send({ params: { id: merchant.id }, body })
    if (answer) onSaved(answer.waits)
  }
  return (
    <FormDialog
      title={t`改营业时间和服务`}
      ok={merchant.ownChangesWait ? t`交社区确认` : t`保存`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {merchant.ownChangesWait && (
        <p>
          <Trans>社区确认以后居民才看到；确认以前照原来的显示。</Trans>
        </p>
      )}
      <ServicesField
        keys={draft.services}
        error={errorOf(errors, 'services')}
        onPick={(services) => setDraft({ ...draft, services })}
      />
      <HoursFields draft={draft} errors={errors} set={(some) => setDraft({ ...draft, ...some })} />
      <Fills operation="changeOwnMerchant" />
    </FormDialog>
  )
}

type AskedPanelProps = {
  readonly merchant: MerchantView
  /** Answers for the place. */
  readonly mayAnswer: boolean
  readonly onDone: (words: ReactNode) => void
}

/** What the merchant wrote of itself, beside what stands now, until the desk has answered. */
export function AskedPanel({ merchant, mayAnswer, onDone }: AskedPanelProps) {
  const say = useSay()
  const { send, sending, failure } = useCommand('answerOwnChange')
  const { asked, serviceNames, version } = merchant
  if (!asked) return null
  const at = say(momentWords(asked.at))
  const names = serviceNames.filter(({ key }) => asked.services.includes(key)).map(({ name }) => say(name))
  const { week, holidays } = asked.hours
  const spans = (of: typeof holidays) => say(spansWords(of)) || <Trans>不开</Trans>
  async function answer(accept: boolean) {
    if (await send({ params: { id: merchant.id }, body: { version, accept } }))
      onDone(accept ? <Trans>已采用，居民马上看到。</Trans> : <Trans>没有采用，照原来的显示。</Trans>)
  }
  return (
    <Panel title={<Trans>商户自己改的，等社区确认</Trans>}>
      <ErrorSummary failure={failure} />
      <ul className="plain-list">
        <li>
          <Trans>能做什么</Trans>：{names.join('、')}
        </li>
        <li>
          <Trans>周一到周五</Trans>：{spans(week.monday)}
        </li>
        <li>
          <Trans>周六</Trans>：{spans(week.saturday)}
        </li>
        <li>
          <Trans>周日</Trans>：{spans(week.sunday)}
        </li>
        <li>
          <Trans>法定节假日</Trans>：{spans(holidays)}
        </li>
      </ul>
      <p className="row-small">
        <Trans>{at} 交来</Trans>
      </p>
      {mayAnswer && (
        <div className="desk-row">
          <Button type="primary" loading={sending} onClick={() => void answer(true)}>
            <Trans>采用</Trans>
          </Button>
          <Button loading={sending} onClick={() => void answer(false)}>
            <Trans>不采用</Trans>
          </Button>
        </div>
      )}
    </Panel>
  )
}
