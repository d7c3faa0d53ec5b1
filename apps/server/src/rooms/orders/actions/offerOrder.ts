import type { OrderNeeds, OrderRules } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { type By, takeStep } from './takeStep.ts'

/** 发布待抢: the first wave asks the helpers nearest to the place. */
export function offerOrder(needs: OrderNeeds, id: string, by: By) {
  return takeStep(needs, id, 'offerOrder', by, firstWave)
}

/** The wave that an offer begins with. */
export function firstWave(order: OrderFacts, rules: OrderRules) {
  const level = rules.waves[0]?.level ?? 'community'
  return {
    set: { offer_wave: 1, offer_path: areaAt(order.path, rules.depthOf(level)) },
    facts: { wave: 1 },
  }
}

/** 扩大范围: the next wave, a wider area. */
export function widenOffer(needs: OrderNeeds, id: string, by: By) {
  return takeStep(needs, id, 'widenOffer', by, (order, rules) => {
    const wave = (order.offerWave ?? 0) + 1
    const level = rules.waves[wave - 1]?.level ?? 'region'
    return {
      set: { offer_wave: wave, offer_path: areaAt(order.path, rules.depthOf(level)) },
      facts: { wave },
    }
  })
}
