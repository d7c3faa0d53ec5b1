import { Trans } from '@lingui/react/macro'
import type { ShelfReward } from '@linli/contract/points/redemptionShapes'

type HindranceProps = { readonly reward: ShelfReward; readonly available: number }

/** What stands in the way of a reward now, and what would remove it. */
export function Hindrance({ reward, available }: HindranceProps) {
  const { hindrance, points, base, monthlyLimit, redeemedThisMonth } = reward
  const missing = points - available
  const short = base + points - available
  switch (hindrance) {
    case 'soldOut':
      return <Trans>已经兑完了，补了货再来。</Trans>
    case 'tooFewPoints':
      return <Trans>积分还差 {missing} 分。</Trans>
    case 'belowBase':
      return (
        <Trans>
          要先留下 {base} 分，超过的部分才能用，还差 {short} 分。
        </Trans>
      )
    case 'monthlyLimit':
      return (
        <Trans>
          这个月您兑了 {redeemedThisMonth} 份，每人每月最多 {monthlyLimit} 份，下个月再来。
        </Trans>
      )
    default:
      return null
  }
}
