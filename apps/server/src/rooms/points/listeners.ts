import type { OrderEvent } from '@linli/contract'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { foundShelf } from './actions/foundShelf.ts'
import { settleOrder } from './actions/settleOrder.ts'
import type { PointsNeeds } from './needs.ts'

/** The steps after which an order may owe an entry. */
const SETTLING = [
  'handlingApproved',
  'orderRated',
  'orderClosed',
  'orderReworked',
  'orderCancelled',
] as const satisfies readonly OrderEvent[]

export function listenersOf(needs: PointsNeeds): Listeners {
  const settle = oneByOne(async ({ region, payload }) => {
    if (typeof payload.id !== 'string') throw new Error('an event of orders came without its id')
    await settleOrder(needs, region, payload.id)
  })
  return {
    ...Object.fromEntries(SETTLING.map((event) => [`orders.${event}.1`, settle])),
    'places.presetInstalled.1': oneByOne(async ({ region }) => {
      await foundShelf(needs.db, region, await needs.presetRewards(region))
    }),
  }
}
