import type { OrderNeeds, OrderRules } from '../needs.ts'
import { offeredAt } from '../rules/area.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { regionOf, waveStatements } from './reachOf.ts'
import { type By, takeStep } from './takeStep.ts'

/** 发布待抢: the first wave asks the helpers nearest to the place. */
export function offerOrder(needs: OrderNeeds, id: string, by: By) {
  return takeStep(needs, id, 'offerOrder', by, (order, rules) => waveOf(needs, regionOf(by), order, rules, 1))
}

/** 扩大范围: the next wave, a wider area. */
export function widenOffer(needs: OrderNeeds, id: string, by: By) {
  return takeStep(needs, id, 'widenOffer', by, (order, rules) =>
    waveOf(needs, regionOf(by), order, rules, (order.offerWave ?? 0) + 1),
  )
}

/** What a wave changes: how far the offer reaches, with whom it asks and whom it leaves out on record. */
export async function waveOf(
  needs: OrderNeeds,
  region: number,
  order: OrderFacts,
  rules: OrderRules,
  wave: number,
) {
  const offerPath = offeredAt(order.path, wave, rules)
  return {
    set: { offer_wave: wave, offer_path: offerPath },
    facts: { wave },
    also: await waveStatements(needs, region, order, rules, { wave, offerPath }),
  }
}
