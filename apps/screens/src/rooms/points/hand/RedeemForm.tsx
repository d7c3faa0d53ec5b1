import { Trans, useLingui } from '@lingui/react/macro'
import type { ShelfReward } from '@linli/contract/points/redemptionShapes'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { Button, Dialog, ErrorSummary } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { useMyRedemptions } from '../queries.ts'
import { redemption } from './addresses.ts'
import { HowMany } from './HowMany.tsx'

type RedeemFormProps = {
  readonly reward: ShelfReward
  /** The server knew other terms than this page. */
  readonly onStale: () => Promise<void>
}

/** How many, and a second look at what it costs before the points are held. */
export function RedeemForm({ reward, onStale }: RedeemFormProps) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [id] = useState(newKey)
  const [wanted, setWanted] = useState(1)
  const [asking, setAsking] = useState(false)
  const { send, sending, failure } = useCommand('redeemPoints')
  const mine = useMyRedemptions()
  const quantity = Math.min(wanted, reward.most)
  const points = quantity * reward.points
  const name = say(reward.name)
  const merchant = say(reward.merchant.name)

  async function redeem() {
    const answer = await send({ body: { id, rewardId: reward.id, quantity, points } })
    if (answer) {
      await mine.retry()
      go(redemption.url({ id: answer.id }))
      return
    }
    setAsking(false)
    await onStale()
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      {reward.most > 1 && <HowMany value={quantity} most={reward.most} onChange={setWanted} />}
      <Button wide onPress={() => setAsking(true)}>
        <Trans>用 {points} 分换</Trans>
      </Button>
      <Dialog open={asking} title={<Trans>用 {points} 分换吗？</Trans>} onClose={() => setAsking(false)}>
        <p>
          <strong>
            {name} × {quantity}
          </strong>
        </p>
        <p>
          <Trans>去{merchant}领。领到手，积分才用掉；没去领，积分还是您的。</Trans>
        </p>
        <Fills operation="redeemPoints" />
        <div className="stack">
          <Button wide busy={sending} busyWord={t`正在办…`} onPress={() => void redeem()}>
            <Trans>确定换</Trans>
          </Button>
          <Button look="second" wide onPress={() => setAsking(false)}>
            <Trans>再想想</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
