import type { World } from '../moves.ts'
import type { Step } from '../run.ts'
import { activitySteps } from './activities.ts'
import { cardSteps } from './cards.ts'
import { careSteps } from './care.ts'
import { deviceSteps } from './devices.ts'
import { directorySteps } from './directory.ts'
import { groundSteps } from './ground.ts'
import { ledgerSteps } from './ledgers.ts'
import { merchantSteps } from './merchants.ts'
import { mobiliseSteps } from './mobilise.ts'
import { orderSteps } from './orders.ts'
import { partnerSteps } from './partners.ts'
import { placeSteps } from './place.ts'
import { plannerSteps } from './planners.ts'
import { rateSteps } from './rates.ts'
import { registerSteps } from './registers.ts'
import { reportingSteps } from './reporting.ts'
import { staffSteps } from './staff.ts'
import { stationSteps } from './stations.ts'
import { visitSteps } from './visits.ts'

/** Every sentence that the features may say; a room's sentences stand in a file of their own beside this one. */
export const steps: readonly Step<World>[] = [
  ...placeSteps,
  ...plannerSteps,
  ...groundSteps,
  ...cardSteps,
  ...rateSteps,
  ...merchantSteps,
  ...mobiliseSteps,
  ...directorySteps,
  ...reportingSteps,
  ...activitySteps,
  ...careSteps,
  ...deviceSteps,
  ...registerSteps,
  ...staffSteps,
  ...orderSteps,
  ...visitSteps,
  ...partnerSteps,
  ...ledgerSteps,
  ...stationSteps,
]
