import type { Sql } from 'sql-template-tag'
import type { OrderNeeds, OrderRules } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { leftOutOf } from '../rules/pool.ts'
import { type Reach, reachStatement } from '../store/reach.ts'
import { loadsOf } from '../views/candidates.ts'
import type { By } from './takeStep.ts'

/** The region that a step is taken in. */
export const regionOf = (by: By): number => ('actor' in by ? by.actor.region : by.system)

/** Whether the order is somebody's own or about them: they are never asked, and hear nothing of it. */
export const isConcerned = (
  order: Pick<OrderFacts, 'requesterId' | 'placedBy' | 'beneficiaryId' | 'aboutPersonId'>,
  personId: string,
): boolean => [order.requesterId, order.placedBy, order.beneficiaryId, order.aboutPersonId].includes(personId)

/** Every helper who serves an order's place and is not concerned in it, with how the wave that asks `offerPath` stands to them. */
async function reachOf(
  needs: OrderNeeds,
  region: number,
  order: OrderFacts,
  rules: OrderRules,
  offerPath: string,
): Promise<Reach[]> {
  const item = order.item ? rules.item(order.item) : undefined
  if (!item) return []
  const helpers = (await needs.helpersNear(region, order.path)).filter(
    ({ personId }) => !isConcerned(order, personId),
  )
  const ids = helpers.map(({ personId }) => personId)
  const cared = order.beneficiaryId ?? order.requesterId
  const [loads, pairs] = await Promise.all([loadsOf(needs, region, ids), needs.pairsOf(region, [cared])])
  return helpers.map((helper) => {
    const { personId, quota } = helper
    const inHand = { held: loads.get(personId) ?? 0, quota, paired: pairs.has(`${cared}/${personId}`) }
    const reason = leftOutOf({ ...order, offerPath }, item, helper, inHand)
    return { personId, reason, ...inHand }
  })
}

/** What a wave writes beside its step: whom it asks, and whom it leaves out by which rule. */
export async function waveStatements(
  needs: OrderNeeds,
  region: number,
  order: OrderFacts,
  rules: OrderRules,
  { wave, offerPath }: { readonly wave: number; readonly offerPath: string },
): Promise<Sql[]> {
  const reached = await reachOf(needs, region, order, rules, offerPath)
  return [reachStatement(region, order.id, { version: order.version + 1, wave }, reached)]
}
