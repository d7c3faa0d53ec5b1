import type { PlaceRules } from '../places/index.ts'
import type { InsightRules } from './needs.ts'

const UNNAMED = { zh: '未定事项', en: 'No item yet' }

/** The place's rules as the figures ask for them. Areas are counted down to the level below the community. */
export function insightRulesOf(place: PlaceRules): InsightRules {
  const names = new Map(place.items.map(({ key, name }) => [key, name]))
  return {
    name: place.name,
    depth: place.levels.findIndex(({ key }) => key === 'community') + 2,
    itemName: (key) => (key === '' ? UNNAMED : (names.get(key) ?? { zh: key, en: key })),
  }
}
