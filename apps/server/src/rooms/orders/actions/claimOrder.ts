import type { Actor } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import { takingTurnsBy } from '../../../kernel/turns.ts'
import { alreadyClaimed, notEligible, ownOrder, quotaReached } from '../errors.ts'
import type { OrderNeeds, OrderRules } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import type { HelperFacts } from '../rules/helper.ts'
import { inPool } from '../rules/pool.ts'
import { quotaStatements, STILL_OFFERED } from '../store/claim.ts'
import { type By, type StepResult, takeStep } from './takeStep.ts'

const TRIES = 3
const inTurn = takingTurnsBy<string>()

/**
 * 抢单: the first claim wins. The order is taken by one conditional update; the quota is counted under a lock on the
 * helper's own row, so that two claims of one helper cannot both pass it. A claim that meets a note or a wider wave is
 * tried again: only another claim is a loss. Claims of one order that reach this process together go one after another,
 * so that the losers read that it is taken instead of each holding a connection before the winner's row.
 * @throws alreadyClaimed, quotaReached, notEligible, ownOrder
 */
export async function claimOrder(needs: OrderNeeds, actor: Actor, id: string, by: By) {
  const helper = await needs.helper(actor.region, actor.personId)
  return inTurn(`${actor.region}/${id}`, () => claim(needs, actor, id, by, helper))
}

async function claim(
  needs: OrderNeeds,
  actor: Actor,
  id: string,
  by: By,
  helper: HelperFacts | undefined,
): Promise<StepResult> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await takeStep(needs, id, 'claimOrder', by, async (order, rules) => {
        await assertMayClaim(needs, order, rules, helper, actor)
        return {
          assignee: { personId: actor.personId },
          facts: { wave: order.offerWave },
          eligible: true,
          beyondScope: true,
          contest: {
            where: STILL_OFFERED,
            before: quotaStatements(actor.region, actor.personId),
          },
        }
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'quota') throw quotaReached()
      if (error.code !== 'contested') throw error
      if (left === 1) throw alreadyClaimed()
    }
  }
}

async function assertMayClaim(
  needs: OrderNeeds,
  order: OrderFacts,
  rules: OrderRules,
  helper: HelperFacts | undefined,
  actor: Actor,
): Promise<void> {
  if ([order.requesterId, order.beneficiaryId, order.placedBy].includes(actor.personId)) throw ownOrder()
  const item = order.item ? rules.item(order.item, order.itemVersion) : undefined
  if (!helper || !item) throw notEligible()
  if (inPool(order, item, helper)) return
  const cared = order.beneficiaryId ?? order.requesterId
  const pairs = await needs.pairsOf(actor.region, [cared])
  if (!inPool(order, item, helper, pairs.has(`${cared}/${actor.personId}`))) throw notEligible()
}
