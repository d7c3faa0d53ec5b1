import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { fits, type Standing } from '../../../kernel/policy/policy.ts'
import { askerOf } from '../actions/takeStep.ts'
import { orderPolicy } from '../policy.ts'
import { standingTo } from '../rules/standing.ts'
import { loadOrder } from '../store/order.ts'

/** Whether a person may read an order, and so its photos and voice notes: the policy's word, beneath it the net. */
export async function mayReadOrder(db: Database, actor: Actor, id: string): Promise<boolean> {
  const order = await loadOrder(db, scopeOf(actor), id)
  const readers = orderPolicy.operations.getOrder
  if (!order || readers === 'public' || readers === 'signedIn') return order !== undefined
  return fits(readers, actor, standingTo(order, askerOf(actor)))
}

/** How somebody stands to an order; undefined when the net shows them none. */
export async function standingToOrder(db: Database, actor: Actor, id: string): Promise<Standing | undefined> {
  const order = await loadOrder(db, scopeOf(actor), id)
  return order && standingTo(order, askerOf(actor))
}
