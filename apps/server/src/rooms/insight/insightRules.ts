import type { PlaceRules } from '../places/index.ts'
import type { InsightRules } from './needs.ts'

const UNNAMED = { zh: '未定事项', en: 'No item yet' }

/** The place's rules as the figures ask for them. Areas are counted down to the level below the community. */
export function insightRulesOf(place: PlaceRules): InsightRules {
  const names = new Map(place.items.map(({ key, name }) => [key, name]))
  return {
    name: place.name,
    depth: place.levels.findIndex(({ key }) => key === 'community') + 2,
    lists: place.lists.map(({ key, name }) => ({ key, name })),
    items: place.items.map((item) => ({ ...item, units: unitsOf(place, item) })),
    pairs: place.pairingRules
      .filter(({ what }) => what === 'households')
      .map(({ key, name }) => ({ key, name })),
    services: place.nearbyServices.filter(({ needed }) => needed).map(({ key, name }) => ({ key, name })),
    helperQuota: place.helperQuota,
    itemName: (key) => (key === '' ? UNNAMED : (names.get(key) ?? { zh: key, en: key })),
  }
}

/** The units that have undertaken to supply an item, and the one that is usually given it, each once. */
function unitsOf({ supplies }: PlaceRules, { key, unit }: PlaceRules['items'][number]): number {
  const units = supplies.filter(({ items }) => items.includes(key)).map((supply) => supply.unit)
  return new Set(unit === null ? units : [...units, unit]).size
}
