import type { Tables } from '../tables.ts'
import { activityTables } from './activities.ts'
import { boundaryTables } from './boundaries.ts'
import { cardTables } from './cards.ts'
import { careTables } from './care.ts'
import { deviceTables } from './devices.ts'
import { dutiesTables } from './duties.ts'
import { insightTables } from './insight.ts'
import { kernelTables } from './kernel.ts'
import { ledgerTables } from './ledgers.ts'
import { merchantTables } from './merchants.ts'
import { noticesTables } from './notices.ts'
import { open311Tables } from './open311.ts'
import { orderTables } from './orders.ts'
import { partnersTables } from './partners.ts'
import { peopleTables } from './people.ts'
import { placesTables } from './places.ts'
import { plannerTables } from './planners.ts'
import { pointsTables } from './points.ts'
import { privacyTables } from './privacy.ts'
import { staffTables } from './staff.ts'
import { stationTables } from './stations.ts'
import { suggestionTables } from './suggestions.ts'
import { upstreamTables } from './upstream.ts'
import { visitsTables } from './visits.ts'
import type { TableEntry } from './words.ts'

/** Every table of the house: what each column is for, how it is to be guarded, and how long it is kept. */
export const CATALOGUE: { readonly [table in keyof Tables]: TableEntry } = {
  ...kernelTables,
  ...placesTables,
  ...boundaryTables,
  ...plannerTables,
  ...peopleTables,
  ...partnersTables,
  ...orderTables,
  ...pointsTables,
  ...noticesTables,
  ...dutiesTables,
  ...insightTables,
  ...privacyTables,
  ...stationTables,
  ...visitsTables,
  ...cardTables,
  ...ledgerTables,
  ...careTables,
  ...staffTables,
  ...activityTables,
  ...merchantTables,
  ...deviceTables,
  ...open311Tables,
  ...suggestionTables,
  ...upstreamTables,
}
