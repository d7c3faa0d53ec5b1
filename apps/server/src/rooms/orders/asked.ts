import { systemScope } from '../../kernel/auth/actor.ts'
import type { OrderNeeds } from './needs.ts'
import { inPool } from './rules/pool.ts'
import { loadOrder } from './store/order.ts'

/** The helpers whom an offered order asks now, by its wave, their skills, clearance and hours; nobody once it is claimed. */
export async function helpersAsked(needs: OrderNeeds, region: number, orderId: string): Promise<string[]> {
  const order = await loadOrder(needs.db, systemScope(region), orderId)
  const rules = await needs.rules(region)
  const item = order?.item ? rules.item(order.item, order.itemVersion) : undefined
  if (!order || !item || order.state !== 'offered') return []
  const helpers = await needs.helpersNear(region, order.path)
  return helpers
    .filter(
      (helper) =>
        inPool(order, item, helper) &&
        ![order.requesterId, order.placedBy, order.beneficiaryId, order.aboutPersonId].includes(
          helper.personId,
        ),
    )
    .map(({ personId }) => personId)
}
