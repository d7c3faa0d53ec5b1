import { Trans } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { Button } from 'antd'
import { EmptyState, ErrorState, Loading, type RowPages } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { Standing } from './Standing.tsx'

type TodayListProps = {
  readonly pages: RowPages<RedemptionView>
  readonly onRefund: (redemption: RedemptionView) => void
}

/** What was handed over today, as a list that a shopkeeper reads on a phone too. */
export function TodayList({ pages, onRefund }: TodayListProps) {
  const { rows, loading, error, retry, more, fetchingMore } = pages
  if (loading) return <Loading />
  if (rows.length === 0 && !error) return <EmptyState title={<Trans>今天还没有人来领</Trans>} />
  return (
    <>
      {error && <ErrorState error={error} onRetry={retry} />}
      <ul className="plain-list counter-list">
        {rows.map((redemption) => (
          <li key={redemption.id}>
            <Handed redemption={redemption} />
            {redemption.mayRefund && (
              <Button onClick={() => onRefund(redemption)}>
                <Trans>退回</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <Button onClick={more} loading={fetchingMore}>
          <Trans>再看一些</Trans>
        </Button>
      )}
    </>
  )
}

function Handed({ redemption }: { readonly redemption: RedemptionView }) {
  const say = useSay()
  const { reward, quantity, name, points, number } = redemption
  return (
    <>
      <span>
        <strong>
          {say(reward.name)} × {quantity}
        </strong>
        <span className="row-small">
          {name !== null && `${name} · `}
          <Trans>{points} 分</Trans> · {number}
        </span>
      </span>
      <span>
        <Standing redemption={redemption} />
      </span>
    </>
  )
}
