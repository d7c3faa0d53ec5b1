import type { OrderEvent } from '@linli/contract'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { foundShelf } from './actions/foundShelf.ts'
import { settleMerchant } from './actions/settleMerchant.ts'
import { settleOrder } from './actions/settleOrder.ts'
import type { PointsNeeds } from './needs.ts'

/** The steps after which an order may owe an entry. */
const SETTLING = [
  'handlingApproved',
  'orderRated',
  'orderClosed',
  'orderReworked',
  'orderExplained',
  'reviewGranted',
  'orderReopened',
  'orderCancelled',
] as const satisfies readonly OrderEvent[]

export function listenersOf(needs: PointsNeeds): Listeners {
  const settle = oneByOne(async ({ region, payload }) => {
    if (typeof payload.id !== 'string') throw new Error('an event of orders came without its id')
    await settleOrder(needs, region, payload.id)
    await settleMerchant(needs, region, payload.id)
  })
  return {
    ...Object.fromEntries(SETTLING.map((event) => [`orders.${event}.1`, settle])),
    // Help at an activity, confirmed by whoever was on duty there.
    'activities.helpConfirmed.1': oneByOne(async ({ region, payload: { deeds } }) => {
      if (!Array.isArray(deeds)) throw new Error('an event of activities came without its deeds')
      for (const id of deeds) if (typeof id === 'string') await settleOrder(needs, region, id)
    }),
    'places.presetInstalled.1': oneByOne(async ({ region }) => {
      await foundShelf(needs.db, region, await needs.presetRewards(region))
    }),
  }
}
