import type { Authz } from '../../../apps/server/src/kernel/http/openapi.ts'
import type { Operation } from '../../kit/house.ts'
import { accountBuilders, passwordBuilders } from './accounts.ts'
import { activityBuilders } from './activities.ts'
import { boundaryBuilders } from './boundaries.ts'
import type { Builders } from './builder.ts'
import { cardBuilders } from './cards.ts'
import { careBuilders } from './care.ts'
import { deviceBuilders } from './devices.ts'
import { doorBuilders } from './doors.ts'
import { dutyBuilders } from './duties.ts'
import { ledgerBuilders } from './ledgers.ts'
import { merchantBuilders } from './merchants.ts'
import { open311Builders } from './open311.ts'
import { orderBuilders } from './orders.ts'
import {
  factorBuilders,
  fileBuilders,
  insightBuilders,
  noticeBuilders,
  pointsBuilders,
  signInBuilders,
  systemBuilders,
} from './others.ts'
import { pairingBuilders } from './pairings.ts'
import { partnerBuilders } from './partners.ts'
import { peopleBuilders } from './people.ts'
import { placeBuilders } from './places.ts'
import { privacyBuilders } from './privacy.ts'
import { gridPlanBuilders, redrawBuilders } from './redraw.ts'
import { rewardBuilders } from './rewards.ts'
import { sharingBuilders } from './sharing.ts'
import { staffBuilders } from './staff.ts'
import { guestBuilders, lendingBuilders, queueBuilders, stationBuilders } from './stations.ts'
import { suggestionBuilders } from './suggestions.ts'
import { teamBuilders } from './teams.ts'
import { upstreamBuilders } from './upstream.ts'
import { visitBuilders } from './visits.ts'

/** How to call every operation of the house. An operation that is missing here fails the matrix. */
export const BUILDERS: Builders = {
  ...signInBuilders,
  ...doorBuilders,
  ...factorBuilders,
  ...passwordBuilders,
  ...fileBuilders,
  ...systemBuilders,
  ...placeBuilders,
  ...boundaryBuilders,
  ...redrawBuilders,
  ...gridPlanBuilders,
  ...peopleBuilders,
  ...pairingBuilders,
  ...teamBuilders,
  ...partnerBuilders,
  ...sharingBuilders,
  ...accountBuilders,
  ...privacyBuilders,
  ...cardBuilders,
  ...careBuilders,
  ...deviceBuilders,
  ...dutyBuilders,
  ...orderBuilders,
  ...suggestionBuilders,
  ...pointsBuilders,
  ...rewardBuilders,
  ...noticeBuilders,
  ...insightBuilders,
  ...visitBuilders,
  ...staffBuilders,
  ...stationBuilders,
  ...queueBuilders,
  ...lendingBuilders,
  ...guestBuilders,
  ...activityBuilders,
  ...merchantBuilders,
  ...ledgerBuilders,
  ...open311Builders,
  ...upstreamBuilders,
}

/** Who reads a file is who reads its order, or who sent it. */
export function deciding(operation: Operation, operations: readonly Operation[]): Authz {
  const own = BUILDERS[operation.id]?.decides
  if (own) return own
  if (operation.id !== 'getFile') return operation['x-authz']
  const readers = operations.find(({ id }) => id === 'getOrder')?.['x-authz']
  if (!readers) throw new Error('no operation getOrder')
  return readers
}
