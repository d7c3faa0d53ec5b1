import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { partners, redProperty, selfManaged, sitting, stations, visits, wishes } from './sources.ts'

/** The document prints no list; the items are examples. */
export const lists: readonly ServiceList[] = [
  { key: 'wish', name: { zh: '微心愿', en: 'Small wishes' }, printedCount: null, source: wishes },
  {
    key: 'living',
    name: { zh: '物业＋生活服务', en: 'Property and living' },
    printedCount: null,
    source: sitting,
  },
  { key: 'compound', name: { zh: '小区自治', en: 'Compounds' }, printedCount: null, source: selfManaged },
  { key: 'visit', name: { zh: '民情办理', en: 'Told at the door' }, printedCount: null, source: visits },
]

const living = { list: 'living', unit: null, source: sitting }
const compound = { list: 'compound', unit: 'compoundOwners', source: selfManaged }
const told = { list: 'visit', unit: null, source: visits }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(
    { list: 'wish', unit: null, source: wishes },
    'wishStudyDesk',
    'wishReadingGlasses',
    'wishFestivalVisit',
  ),
  ...listed(
    living,
    'elderSitting',
    'childSitting',
    'shopping',
    'parcelPickup',
    'changeBulb',
    'waterRepair',
    'elderUnwell',
  ),
  ...listed({ ...living, source: stations }, 'counselling', 'certificateHelp', 'residentInsurance'),
  ...listed(compound, 'stairLight', 'entranceDoor', 'greenCare', 'garbagePile', 'bulkyWaste'),
  ...listed({ ...compound, unit: 'propertyHibiscus', source: redProperty }, 'propertyLiaison'),
  ...listed({ ...told, unit: 'finance', source: partners }, 'parkingSpace'),
  ...listed(told, 'neighbourDispute', 'publicHazard', 'roadDamage', 'councilTopic'),
]
