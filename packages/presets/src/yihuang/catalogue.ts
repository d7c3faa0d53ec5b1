import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { fiveDrives, sixInOne, threeOrders, threeParties, threeWays } from './sources.ts'

/** The document prints no list of services; the items are examples. */
export const lists: readonly ServiceList[] = [
  {
    key: 'order',
    name: { zh: '居民点单', en: 'Ordered by residents' },
    printedCount: null,
    source: threeOrders,
  },
  { key: 'drive', name: { zh: '五大行动', en: 'Five drives' }, printedCount: null, source: fiveDrives },
  { key: 'matter', name: { zh: '三办事项', en: 'Three ways' }, printedCount: null, source: threeWays },
]

const order = { list: 'order', unit: null, source: threeOrders }
const drive = { list: 'drive', unit: null, source: fiveDrives }
const matter = { list: 'matter', unit: null, source: threeWays }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(order, 'changeBulb', 'waterRepair', 'medicineDelivery', 'shopping', 'friendlyVisit', 'homework'),
  ...listed(order, 'certificateHelp', 'residentInsurance', 'legalAdvice', 'elderUnwell'),
  ...listed(
    drive,
    'wishStudyDesk',
    'wishReadingGlasses',
    'wishFestivalVisit',
    'bikeOrder',
    'garbagePile',
    'bulkyWaste',
  ),
  ...listed(
    { ...matter, unit: 'cityManagement', source: sixInOne },
    'streetLamp',
    'parkingSpace',
    'roadDamage',
  ),
  ...listed({ ...matter, unit: 'emergency', source: sixInOne }, 'publicHazard', 'fireLane', 'unsafeCharging'),
  ...listed({ ...matter, unit: 'police', source: sixInOne }, 'noise'),
  ...listed(
    { ...matter, unit: 'propertyGreen', source: threeParties },
    'propertyLiaison',
    'stairLight',
    'liftFault',
  ),
  ...listed(matter, 'neighbourDispute', 'councilTopic', 'praiseNeighbour'),
]
