import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { alliance, monthly, stations, tiers } from './sources.ts'

/** The document prints no list of services; the items are examples. */
export const lists: readonly ServiceList[] = [
  { key: 'station', name: { zh: '红驿站服务', en: 'At the stations' }, printedCount: null, source: stations },
  {
    key: 'matter',
    name: { zh: '景区诉求', en: 'Matters of the old town' },
    printedCount: null,
    source: tiers,
  },
  { key: 'claim', name: { zh: '日常认领', en: 'Taken up day by day' }, printedCount: null, source: monthly },
]

const station = { list: 'station', unit: 'scenicOffice', source: stations }
const matter = { list: 'matter', unit: null, source: tiers }
const claim = { list: 'claim', unit: null, source: monthly }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(station, 'visitorHelp', 'visitorGuide'),
  ...listed(claim, 'friendlyVisit', 'shopping', 'changeBulb', 'waterRepair', 'phoneTeaching', 'elderUnwell'),
  ...listed(
    matter,
    'garbagePile',
    'smallPosters',
    'bikeOrder',
    'neighbourDispute',
    'publicHazard',
    'parkingSpace',
  ),
  ...listed(matter, 'streetLamp', 'roadDamage', 'noise', 'councilTopic', 'praiseNeighbour'),
  ...listed({ ...matter, unit: 'propertyOldTown', source: alliance }, 'propertyLiaison', 'stairLight'),
]
