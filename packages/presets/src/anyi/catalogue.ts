import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { buildingHeads, centres, circle, firstDay, healthCentre, memberOrders, nearby } from './sources.ts'

/** The document prints no list of services; the items are examples. */
export const lists: readonly ServiceList[] = [
  {
    key: 'member',
    name: { zh: '党员接单', en: 'Taken by members' },
    printedCount: null,
    source: memberOrders,
  },
  { key: 'circle', name: { zh: '便民服务圈', en: 'Service circle' }, printedCount: null, source: circle },
  { key: 'nearby', name: { zh: '邻里里', en: 'Next door' }, printedCount: null, source: nearby },
  { key: 'survey', name: { zh: '大调研', en: 'Monthly survey' }, printedCount: null, source: firstDay },
]

const member = { list: 'member', unit: null, source: memberOrders }
const near = { list: 'nearby', unit: null, source: nearby }
const survey = { list: 'survey', unit: null, source: firstDay }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(
    member,
    'changeBulb',
    'medicineDelivery',
    'shopping',
    'friendlyVisit',
    'homeCleaning',
    'elderUnwell',
  ),
  ...listed({ ...near, source: buildingHeads }, 'errandHelp'),
  ...listed({ ...member, source: centres }, 'haircut', 'homework', 'legalAdvice', 'counselling'),
  ...listed({ list: 'circle', unit: 'coreRepairs', source: circle }, 'waterRepair', 'powerRepair'),
  ...listed({ ...near, unit: 'elderCentre', source: healthCentre }, 'elderSitting'),
  ...listed(
    near,
    'neighbourDispute',
    'councilTopic',
    'praiseNeighbour',
    'certificateHelp',
    'residentInsurance',
  ),
  ...listed(survey, 'garbagePile', 'bulkyWaste', 'publicHazard', 'propertyLiaison'),
  ...listed({ ...survey, unit: 'cityManagement' }, 'streetLamp', 'parkingSpace', 'roadDamage'),
  ...listed({ ...survey, unit: 'police' }, 'noise'),
]
