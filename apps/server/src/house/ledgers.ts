import type { Ledger } from '../kernel/ledgers/ledger.ts'
import { activityLedgers } from '../rooms/activities/index.ts'
import { dutiesLedgers } from '../rooms/duties/index.ts'
import { merchantLedgers } from '../rooms/merchants/index.ts'
import { orderLedgers } from '../rooms/orders/index.ts'
import { partnerLedgers } from '../rooms/partners/index.ts'
import { peopleLedgers } from '../rooms/people/index.ts'
import { placeLedgers } from '../rooms/places/index.ts'
import { pointsLedgers } from '../rooms/points/index.ts'
import { staffLedgers } from '../rooms/staff/index.ts'
import { stationLedgers } from '../rooms/stations/index.ts'
import { visitsLedgers } from '../rooms/visits/index.ts'

/** Every ledger of the house, as the list shows them. A room that brings one adds it here. */
export const houseLedgers: readonly Ledger[] = [
  ...orderLedgers,
  ...visitsLedgers,
  ...dutiesLedgers,
  ...stationLedgers,
  ...activityLedgers,
  ...merchantLedgers,
  ...staffLedgers,
  ...placeLedgers,
  ...peopleLedgers,
  ...partnerLedgers,
  ...pointsLedgers,
]
