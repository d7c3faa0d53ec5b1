import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { OrderNeeds } from '../needs.ts'
import { agreedToShow, noAnswer } from '../store/privacy.ts'
import { hideOrder } from './showOrder.ts'

/** Takes back every consent to publication that the person gave, each by the order's own step. Safe to repeat. */
export async function hideEverythingShown(needs: OrderNeeds, actor: Actor): Promise<void> {
  for (const id of await agreedToShow(needs.db, scopeOf(actor)))
    await hideOrder(needs, actor.region, id, { actor, version: undefined, remember: noAnswer })
}
