import { Trans, useLingui } from '@lingui/react/macro'
import type { MerchantView, TrustNotice } from '@linli/contract/merchants/shapes'
import { TRUST_KINDS, TRUST_STATES } from '@linli/contract/merchants/words'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { Objections } from './Objections.tsx'

type TrustPanelProps = {
  readonly merchant: MerchantView
  readonly mayAct: boolean
  readonly onDone: (words: ReactNode) => void
}

/** 信得过: the stated rule, the notices, and giving one. Another person answers objections and concludes. */
export function TrustPanel({ merchant, mayAct, onDone }: TrustPanelProps) {
  const say = useSay()
  const [giving, setGiving] = useState(false)
  const { trustedAt, notices } = merchant
  const { services, points, months, noticeDays } = merchant.rule
  const since = trustedAt && say(momentWords(trustedAt))
  const isOpen = notices.some(({ state }) => state === 'open')
  return (
    <Panel title={<Trans>信得过</Trans>}>
      <p>{since ? <Trans>{since} 起是信得过商户。</Trans> : <Trans>还不是信得过商户。</Trans>}</p>
      <p>
        <Trans>
          规则：最近 {months} 个月，居民自己确认办好的服务不少于 {services} 次、商户积分不少于 {points}{' '}
          分；公示 {noticeDays} 天，谁都可以提异议，由另一个人答复和作决定。
        </Trans>
      </p>
      <ul className="plain-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Notice notice={notice} mayAct={mayAct} onDone={onDone} />
          </li>
        ))}
      </ul>
      {mayAct && !isOpen && (
        <Button onClick={() => setGiving(true)}>
          {trustedAt ? <Trans>公示取消信得过</Trans> : <Trans>公示评为信得过</Trans>}
        </Button>
      )}
      {giving && (
        <GiveNoticeDialog
          merchant={merchant}
          onClose={() => setGiving(false)}
          onGiven={() => {
            setGiving(false)
            onDone(<Trans>已公示，商户收到了通知。</Trans>)
          }}
        />
      )}
    </Panel>
  )
}

type NoticeProps = {
  readonly notice: TrustNotice
  readonly mayAct: boolean
  readonly onDone: (words: ReactNode) => void
}

function Notice({ notice, mayAct, onDone }: NoticeProps) {
  const say = useSay()
  const [looking, setLooking] = useState(false)
  const { send, sending, failure } = useCommand('concludeNotice')
  const { id, kind, state, services, points, reason, objections, waiting } = notice
  const until = say(momentWords(notice.untilAt))
  async function conclude() {
    const answer = await send({ params: { id } })
    if (answer) onDone(say(TRUST_STATES[answer.state]))
  }
  return (
    <>
      <strong>{say(TRUST_KINDS[kind])}</strong> · {say(TRUST_STATES[state])} ·{' '}
      <Trans>
        服务 {services} 次、积分 {points} 分，公示到 {until}，异议 {objections} 条，待答复 {waiting} 条
      </Trans>
      {reason && <span className="row-small">{reason}</span>}
      <ErrorSummary failure={failure} />
      {mayAct && <Fills operation="concludeNotice" />}
      {mayAct && (
        <div className="desk-row">
          {objections > 0 && (
            <Button onClick={() => setLooking(!looking)}>
              <Trans>看异议</Trans>
            </Button>
          )}
          {state === 'open' && Date.parse(notice.untilAt) <= Date.now() && waiting === 0 && (
            <Button type="primary" loading={sending} onClick={() => void conclude()}>
              <Trans>到期作决定</Trans>
            </Button>
          )}
        </div>
      )}
      {looking && <Objections noticeId={id} onDone={onDone} />}
    </>
  )
}

type GiveNoticeDialogProps = {
  readonly merchant: MerchantView
  readonly onClose: () => void
  readonly onGiven: () => void
}

function GiveNoticeDialog({ merchant, onClose, onGiven }: GiveNoticeDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('giveTrustNotice')
  const isRemoval = merchant.trusted
  const missing = isRemoval && reason.trim() === ''
  const errors = tried && missing ? [{ field: 'reason', message: t`请写理由，商户和大家都会看到` }] : []
  async function give() {
    setTried(true)
    if (missing) return
    const kind = isRemoval ? ('removal' as const) : ('award' as const)
    const body = { id, kind, reason: isRemoval ? reason.trim() : null }
    if (await send({ params: { id: merchant.id }, body })) onGiven()
  }
  return (
    <FormDialog
      title={isRemoval ? t`公示取消信得过` : t`公示评为信得过`}
      ok={t`公示`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void give()}
      onClose={onClose}
    >
      <p>
        <Trans>公示马上对所有人可见，商户收到通知。到期由另一位同事作决定。</Trans>
      </p>
      {isRemoval && (
        <InputField
          field="reason"
          label={<Trans>理由</Trans>}
          maxLength={500}
          value={reason}
          error={errorOf(errors, 'reason')}
          onChange={setReason}
        />
      )}
      <Fills operation="giveTrustNotice" />
    </FormDialog>
  )
}
