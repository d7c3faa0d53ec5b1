import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES, SIDES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { DeskPage, ErrorSummary, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { yuanWords } from '../yuan.ts'
import { agreements } from './addresses.ts'
import { PromiseTable } from './PromiseTable.tsx'
import type { Agreement } from './promiseDraft.ts'

/** 一份协议: parties, term, and each promise with its next step for the side one is on. */
export default function AgreementPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  const read = useRead('getAgreement', { params }, ['partners.', 'orders.'])
  return (
    <DeskPage
      title={read.data?.title ?? t`结对共建`}
      back={{ href: agreements.url(), label: <Trans>结对共建</Trans> }}
    >
      <ReadView read={read}>
        {(agreement) => <View agreement={agreement} onChanged={() => void read.refetch()} />}
      </ReadView>
    </DeskPage>
  )
}

type ViewProps = { readonly agreement: Agreement; readonly onChanged: () => void }

function View({ agreement, onChanged }: ViewProps) {
  const say = useSay()
  const { unitName, areaName, fromOn, toOn, state, isPublic, side, kept, promises, late } = agreement
  const [paid, promised] = [yuanWords(agreement.fenPaid), yuanWords(agreement.fenPromised)]
  return (
    <>
      <p className="lead">
        {say(unitName)} · {areaName} · {fromOn} – {toOn} · {say(AGREEMENT_STATES[state])}
      </p>
      <p>
        <Trans>
          {promises} 条承诺，已兑现 {kept} 条，过期未兑现 {late} 条；资金到位 {paid} 元，承诺 {promised} 元。
        </Trans>{' '}
        {isPublic ? <Trans>承诺公开。</Trans> : <Trans>承诺不公开。</Trans>}
      </p>
      <p>
        <Trans>您代表{say(SIDES[side])}。</Trans>
      </p>
      <Steps agreement={agreement} onChanged={onChanged} />
      <PromiseTable agreement={agreement} onChanged={onChanged} />
    </>
  )
}

/** Signing is the other side's; ending either's. */
function Steps({ agreement, onChanged }: ViewProps) {
  const { id, version, state, side, proposedSide } = agreement
  const answering = useCommand('answerAgreement')
  const ending = useCommand('endAgreement')
  async function answer(signs: boolean) {
    if (await answering.send({ params: { id }, body: { version, signs } })) onChanged()
  }
  async function end() {
    if (await ending.send({ params: { id }, body: { version } })) onChanged()
  }
  return (
    <>
      <ErrorSummary failure={answering.failure ?? ending.failure} />
      <div className="desk-actions">
        {state === 'proposed' && side !== proposedSide && (
          <>
            <Button type="primary" loading={answering.sending} onClick={() => void answer(true)}>
              <Trans>签署</Trans>
            </Button>
            <Button loading={answering.sending} onClick={() => void answer(false)}>
              <Trans>不签</Trans>
            </Button>
          </>
        )}
        {state === 'signed' && (
          <Button danger loading={ending.sending} onClick={() => void end()}>
            <Trans>结束协议</Trans>
          </Button>
        )}
      </div>
    </>
  )
}
