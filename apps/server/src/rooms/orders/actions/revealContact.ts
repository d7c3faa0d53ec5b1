import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { contactHidden, phoneUnknown } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { orderPolicy } from '../policy.ts'
import { hidesContact } from '../rules/contact.ts'
import { standingTo } from '../rules/standing.ts'
import { addressContext, loadOrder, phoneContext } from '../store/order.ts'
import { keptContact } from '../views/contact.ts'
import { askerOf } from './takeStep.ts'

export type Contact = { contactName: string | null; contactPhone: string | null; address: string | null }

/**
 * Shows name, number and address to somebody who needs them now, with the reason, and records the look in the same
 * commit, before anything is answered. A repeat is a new look.
 * @throws contactHidden (匿名、要求保密), phoneUnknown, notFound, forbidden
 */
export async function revealContact(
  needs: OrderNeeds,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Contact> {
  const scope = scopeOf(actor)
  const order = await loadOrder(needs.db, scope, id)
  if (!order) throw notFound()
  const asker = askerOf(actor)
  demand(orderPolicy.operations.revealContact, actor, standingTo(order, asker))
  if (hidesContact(order, asker)) throw contactHidden()
  const row = await keptContact(needs.db, scope, id)
  if (!row?.phone && !row?.address) throw phoneUnknown()
  await needs.db.commit(scope, [
    auditStatement(actor, {
      action: 'revealContact',
      subjectKind: 'order',
      subjectId: id,
      reason,
      facts: {},
    }),
  ])
  return {
    contactName: row.name,
    contactPhone: row.phone ? needs.crypto.decryptField(row.phone, phoneContext(actor.region)) : null,
    address: row.address ? needs.crypto.decryptField(row.address, addressContext(actor.region)) : null,
  }
}
