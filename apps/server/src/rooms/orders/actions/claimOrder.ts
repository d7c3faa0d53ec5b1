import { WORKING_STATES } from '@linli/contract'
import sql from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import { notEligible, ownOrder, quotaReached } from '../errors.ts'
import type { HelperFacts, OrderNeeds, OrderRules } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { inPool } from '../rules/pool.ts'
import { type By, takeStep } from './takeStep.ts'

/**
 * 抢单: the first claim wins. The order is taken by one conditional update; the quota is counted under a lock on the
 * helper's own row, so that two claims of one helper cannot both pass it.
 * @throws alreadyClaimed, quotaReached, notEligible, ownOrder
 */
export async function claimOrder(needs: OrderNeeds, actor: Actor, id: string, by: By) {
  const helper = await needs.helper(actor.region, actor.personId)
  try {
    return await takeStep(needs, id, 'claimOrder', by, (order, rules) => {
      assertMayClaim(order, rules, helper, actor)
      return {
        assignee: { personId: actor.personId },
        facts: { wave: order.offerWave },
        eligible: true,
        contest: {
          where: sql` and state = 'offered'`,
          before: [
            sql`select quota from helpers where region_id = ${actor.region} and person_id = ${actor.personId}::uuid for update`,
            sql`select refuse('quota') from helpers h where h.region_id = ${actor.region} and h.person_id = ${actor.personId}::uuid
              and h.quota <= (select count(*) from orders o where o.region_id = h.region_id and o.assignee_person_id = h.person_id and o.state = any(${[...WORKING_STATES]}::text[]))`,
          ],
        },
      }
    })
  } catch (error) {
    if (error instanceof Refused && error.code === 'quota') throw quotaReached()
    throw error
  }
}

function assertMayClaim(
  order: OrderFacts,
  rules: OrderRules,
  helper: HelperFacts | undefined,
  actor: Actor,
): void {
  if ([order.requesterId, order.beneficiaryId, order.placedBy].includes(actor.personId)) throw ownOrder()
  const item = order.item ? rules.item(order.item) : undefined
  if (!helper || !item || !inPool(order, item, helper)) throw notEligible()
}
