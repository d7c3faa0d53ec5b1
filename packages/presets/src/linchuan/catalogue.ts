import type { CatalogueItem, ServiceList } from '@linli/contract'
import { listed } from '../house/items.ts'
import { childCompany, elderCare, homeDrive, knocking, newWorkers, redProperty, talks } from './sources.ts'

/** The document prints how much was done and no list; the items are examples. */
export const lists: readonly ServiceList[] = [
  { key: 'errand', name: { zh: '帮办代办', en: 'Errands' }, printedCount: null, source: knocking },
  { key: 'home', name: { zh: '家园行动', en: 'Home drive' }, printedCount: null, source: homeDrive },
  { key: 'care', name: { zh: '一老一小', en: 'Old and young' }, printedCount: null, source: elderCare },
  { key: 'property', name: { zh: '红色物业', en: 'Red property' }, printedCount: null, source: redProperty },
  { key: 'talk', name: { zh: '议事', en: 'Talking over' }, printedCount: null, source: talks },
]

const errand = { list: 'errand', unit: null, source: knocking }
const home = { list: 'home', unit: null, source: homeDrive }
const care = { list: 'care', unit: null, source: elderCare }
const child = { ...care, source: childCompany }
const property = { list: 'property', unit: 'propertyGarden', source: redProperty }
const talk = { list: 'talk', unit: null, source: talks }

export const catalogue: readonly CatalogueItem[] = [
  ...listed(
    errand,
    'errandHelp',
    'medicineDelivery',
    'shopping',
    'certificateHelp',
    'residentInsurance',
    'changeBulb',
    'waterRepair',
  ),
  ...listed({ ...errand, source: newWorkers }, 'jobHelp', 'legalAdvice'),
  ...listed(home, 'smallPosters', 'bulkyWaste', 'garbagePile', 'publicHazard', 'fireLane'),
  ...listed({ ...care, unit: 'elderCareCentre' }, 'elderSitting'),
  ...listed(care, 'friendlyVisit', 'hospitalCompanion', 'elderUnwell'),
  ...listed(child, 'homework', 'childSitting', 'counselling'),
  ...listed(property, 'propertyLiaison', 'stairLight', 'entranceDoor', 'liftFault'),
  ...listed(talk, 'councilTopic', 'neighbourDispute'),
]
