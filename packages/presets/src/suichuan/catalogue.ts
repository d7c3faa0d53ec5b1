import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { propertyOrders, serviceList, threeThings } from './sources.ts'

/** The document prints 46 matters of public service and names none of them; what stands here are examples. */
export const lists: readonly ServiceList[] = [
  {
    key: 'service',
    name: { zh: '社区公共服务', en: 'Public service' },
    printedCount: null,
    source: serviceList,
  },
  {
    key: 'property',
    name: { zh: '物业接单', en: 'Property orders' },
    printedCount: null,
    source: propertyOrders,
  },
  { key: 'grid', name: { zh: '网格办事', en: 'Grid matters' }, printedCount: null, source: threeThings },
]

const ofCommittee = { list: 'service', unit: null, source: serviceList }
const ofProperty = { list: 'property', unit: 'propertyRiverside', source: propertyOrders }
const ofGrid = { list: 'grid', unit: null, source: threeThings }

export const catalogue: readonly CatalogueItem[] = [
  ...listed({ ...ofCommittee, unit: 'civilAffairs' }, 'minimumLiving', 'veteranAffairs'),
  ...listed(ofCommittee, 'certificateHelp', 'residentInsurance', 'pensionCheck', 'jobHelp'),
  ...listed(ofProperty, 'propertyLiaison', 'stairLight', 'entranceDoor', 'liftFault', 'greenCare'),
  ...listed({ ...ofProperty, unit: null }, 'shopping', 'parcelPickup'),
  ...listed(
    ofGrid,
    'garbagePile',
    'bulkyWaste',
    'neighbourDispute',
    'friendlyVisit',
    'changeBulb',
    'elderUnwell',
  ),
  ...listed({ ...ofGrid, unit: 'water' }, 'lowWater'),
  ...listed({ ...ofGrid, unit: 'power' }, 'streetLamp'),
  ...listed({ ...ofGrid, unit: 'emergency' }, 'publicHazard', 'fireLane'),
  ...listed({ ...ofGrid, unit: 'police' }, 'noise'),
  ...listed(ofGrid, 'councilTopic'),
]
