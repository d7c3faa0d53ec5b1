import { Trans, useLingui } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { REDEMPTION_STATES, REFUND_REASONS, type RedemptionState } from '@linli/contract/points/words'
import { Button, type TableColumnsType } from 'antd'
import { StatusMark, type Tone } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { AreaName } from '../../places/desk/AreaName.tsx'
import { yuan } from './money.ts'

const TONES: Readonly<Record<RedemptionState, Tone>> = {
  held: 'waiting',
  collected: 'done',
  cancelled: 'still',
  expired: 'still',
  refunded: 'still',
}

/** The columns of redemptions; `refund` opens the way back of one that was collected. */
export function useRedemptionColumns(
  refund: (redemption: RedemptionView) => void,
): TableColumnsType<RedemptionView> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`单号`,
      key: 'number',
      render: (_, { number, heldAt }) => (
        <>
          {number}
          <time className="row-small" dateTime={heldAt}>
            {say(momentWords(heldAt))}
          </time>
        </>
      ),
    },
    {
      title: t`兑换品`,
      key: 'reward',
      render: (_, { reward, quantity, merchant }) => (
        <span className="row-words">
          {say(reward.name)} × {quantity}
          <span className="row-small">{say(merchant.name)}</span>
        </span>
      ),
    },
    {
      title: t`谁换的`,
      key: 'name',
      render: (_, { name, area }) => (
        <>
          {name ?? '—'}
          <span className="row-small">
            <AreaName path={area} />
          </span>
        </>
      ),
    },
    { title: t`积分`, key: 'points', dataIndex: 'points', align: 'right' },
    { title: t`结算（元）`, key: 'fen', align: 'right', render: (_, { fen }) => yuan(fen) },
    { title: t`状态`, key: 'state', render: (_, redemption) => <Standing redemption={redemption} /> },
    {
      title: t`办理`,
      key: 'act',
      render: (_, redemption) =>
        redemption.mayRefund && (
          <Button onClick={() => refund(redemption)}>
            <Trans>退回</Trans>
          </Button>
        ),
    },
  ]
}

/** Where it stands, and since or until when. */
function Standing({ redemption }: { readonly redemption: RedemptionView }) {
  const say = useSay()
  const { state, collectBefore, collectedAt, endedAt, heldAt, reason } = redemption
  const until = say(momentWords(collectBefore))
  return (
    <>
      <StatusMark tone={TONES[state]} word={say(REDEMPTION_STATES[state])} />
      <span className="row-small">
        {state === 'held' ? <Trans>留到 {until}</Trans> : say(momentWords(endedAt ?? collectedAt ?? heldAt))}
      </span>
      {reason && <span className="row-small">{say(REFUND_REASONS[reason])}</span>}
    </>
  )
}
