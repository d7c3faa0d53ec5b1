import type { PlaceRules } from '../places/index.ts'
import { clockRulesOf } from './clockRulesOf.ts'
import type { OrderRules } from './needs.ts'

const kept = new WeakMap<PlaceRules, OrderRules>()

/** The place's rules as the loop asks for them; made once per version of the rules. */
export function orderRulesOf(place: PlaceRules): OrderRules {
  const before = kept.get(place)
  if (before) return before
  const items = new Map(place.items.map((item) => [item.key, { ...item, version: item.versionId }]))
  const past = new Map(place.pastItems.map((item) => [item.versionId, { ...item, version: item.versionId }]))
  const clocks = clockRulesOf(place)
  const depths = new Map([
    ['region', 0],
    ...place.levels.map((level, index) => [level.key, index + 1] as const),
  ])
  const rules: OrderRules = {
    item: (key, version) => (version ? past.get(version) : undefined) ?? items.get(key),
    limitOf: clocks.limitOf,
    clocks,
    depthOf: (level) => depths.get(level) ?? 0,
    levelName: (level) =>
      place.levels.find(({ key }) => key === level)?.name ?? { zh: '全区', en: 'the whole region' },
    skillName: (skill) => place.skills.find(({ key }) => key === skill)?.name ?? { zh: skill, en: skill },
    waves: [...place.waves].sort((a, b) => a.wave - b.wave),
    followUp: place.followUp,
    rework: place.rework,
    lifecycle: place.lifecycle,
    offers: place.offers,
    selfHandling: place.selfHandling,
    returning: [...place.items, ...place.pastItems].flatMap((item) =>
      item.returnsToPool ? [item.versionId] : [],
    ),
    pointsOf: (key) =>
      (
        place.points.find(({ appliesTo }) => appliesTo === key) ??
        place.points.find(({ appliesTo }) => appliesTo === items.get(key)?.list)
      )?.amount ?? 0,
  }
  kept.set(place, rules)
  return rules
}
