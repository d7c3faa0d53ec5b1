import { Problem } from '../../kernel/problem.ts'
import { widenOffer } from './actions/offerOrder.ts'
import type { OrderNeeds } from './needs.ts'
import { markPassed, overdueOffers } from './store/deadlines.ts'

/**
 * Fires the deadlines that have passed: an unanswered offer is widened by the policy's own step, which ends the old clock;
 * every other clock, and the offer that is at its widest, is marked once and its owner told by event.
 * @returns how many fired
 */
export async function fireDeadlines(needs: OrderNeeds, region: number): Promise<number> {
  const { waves } = await needs.rules(region)
  let widened = 0
  for (const id of await overdueOffers(needs.db, region, waves.length))
    widened += await widen(needs, region, id)
  return widened + (await markPassed(needs.db, region, waves.length))
}

async function widen(needs: OrderNeeds, region: number, orderId: string): Promise<number> {
  try {
    await widenOffer(needs, orderId, { system: region })
    return 1
  } catch (error) {
    if (error instanceof Problem) return 0 // claimed, assigned or widened meanwhile
    throw error
  }
}
