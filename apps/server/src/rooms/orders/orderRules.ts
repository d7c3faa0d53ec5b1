import type { ClockKind, Urgency } from '@linli/contract'
import type { PlaceRules } from '../places/index.ts'
import type { OrderRules } from './needs.ts'

const kept = new WeakMap<PlaceRules, OrderRules>()

/** The place's rules as the loop asks for them; made once per version of the rules. */
export function orderRulesOf(place: PlaceRules): OrderRules {
  const before = kept.get(place)
  if (before) return before
  const items = new Map(place.items.map((item) => [item.key, { ...item, version: item.versionId }]))
  const limits = new Map(
    place.clocks.map((rule) => [
      limitKey(rule.clock, rule.urgency, rule.item),
      { amount: rule.amount, unit: rule.unit, version: rule.versionId },
    ]),
  )
  const depths = new Map([
    ['region', 0],
    ...place.levels.map((level, index) => [level.key, index + 1] as const),
  ])
  const rules: OrderRules = {
    item: (key) => items.get(key),
    limitOf: (clock, urgency, item) =>
      (item ? limits.get(limitKey(clock, urgency, item)) : undefined) ??
      limits.get(limitKey(clock, urgency, null)),
    depthOf: (level) => depths.get(level) ?? 0,
    waves: [...place.waves].sort((a, b) => a.wave - b.wave),
    followUp: place.followUp,
    rework: place.rework,
    selfHandling: place.selfHandling,
    returning: place.items.filter(({ returnsToPool }) => returnsToPool).map(({ key }) => key),
    pointsOf: (key) =>
      (
        place.points.find(({ appliesTo }) => appliesTo === key) ??
        place.points.find(({ appliesTo }) => appliesTo === items.get(key)?.list)
      )?.amount ?? 0,
  }
  kept.set(place, rules)
  return rules
}

const limitKey = (clock: ClockKind, urgency: Urgency, item: string | null): string =>
  `${clock}/${urgency}/${item ?? ''}`
