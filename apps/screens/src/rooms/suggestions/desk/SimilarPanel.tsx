import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Panel, useRead } from '../../../kit/desk/index.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { SimilarList } from './SimilarList.tsx'

/** States in which it is still open to whom the order goes. */
const BEFORE_DISPATCH: readonly OrderView['state'][] = ['submitted', 'accepted', 'offered']

/** Before an order is dispatched: what else was reported there of the same kind. Nothing when there is nothing. */
export function SimilarPanel({ order }: { readonly order: OrderView }) {
  const mayAsk = useHolds('intake', 'dispatcher') && BEFORE_DISPATCH.includes(order.state)
  const { data } = useRead('listSimilar', mayAsk ? { params: { id: order.id } } : undefined)
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={<Trans>可能是同一件事</Trans>}>
      <SimilarList similar={data} />
    </Panel>
  )
}
