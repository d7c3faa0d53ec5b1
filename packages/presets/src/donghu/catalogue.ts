import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { onePlusX, skillTeams, twoPrograms } from './sources.ts'

/** The document prints no list of services; the items are examples. */
export const lists: readonly ServiceList[] = [
  { key: 'team', name: { zh: '服务清单', en: 'Services' }, printedCount: null, source: skillTeams },
  { key: 'wish', name: { zh: '点亮微心愿', en: 'Small wishes' }, printedCount: null, source: onePlusX },
  { key: 'matter', name: { zh: '社区诉求', en: 'Matters' }, printedCount: null, source: twoPrograms },
]

const team = { list: 'team', unit: null, source: skillTeams }
const matter = { list: 'matter', unit: null, source: twoPrograms }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(team, 'waterRepair', 'powerRepair', 'changeBulb', 'haircut', 'medicineDelivery', 'legalAdvice'),
  ...listed(team, 'counselling', 'homework', 'friendlyVisit', 'phoneTeaching', 'elderUnwell'),
  ...listed(
    { list: 'wish', unit: null, source: onePlusX },
    'wishStudyDesk',
    'wishReadingGlasses',
    'wishFestivalVisit',
  ),
  ...listed({ ...matter, unit: 'housing' }, 'propertyLiaison'),
  ...listed({ ...matter, unit: 'construction' }, 'roadDamage', 'blockedSewer'),
  ...listed({ ...matter, unit: 'cityManagement' }, 'streetLamp', 'parkingSpace', 'noise'),
  ...listed(
    matter,
    'garbagePile',
    'smallPosters',
    'neighbourDispute',
    'publicHazard',
    'councilTopic',
    'praiseNeighbour',
  ),
]
