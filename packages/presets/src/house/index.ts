import type { Preset } from '@linli/contract'
import { activityKinds, activityThemes } from './activities.ts'
import { lifecycle } from './between.ts'
import { calendar } from './calendar.ts'
import { campaigns } from './campaigns.ts'
import { disability, leftBehindChild, livesAlone } from './cardTags.ts'
import { careRhythms, careUnseen } from './care.ts'
import { clocks, followUp, rework, selfHandling } from './clocks.ts'
import { devices } from './devices.ts'
import { EDITION } from './edition.ts'
import { facilities } from './facilities.ts'
import { gridSize } from './grids.ts'
import { ledgerSets, ledgerSums, retiredLedgers } from './ledgers.ts'
import { nearbyServices, trust, walk } from './nearby.ts'
import { checkInChoices, conduct, partnerRule } from './partners.ts'
import { offers, redemption, waves } from './rules.ts'
import { skills } from './skills.ts'
import { alerts, weeks } from './week.ts'
import { workAppeal, workResults } from './work.ts'

/** What every place begins with; a place's own rows stand in its own folder and take their place. */
export const house = {
  version: EDITION,
  activityKinds,
  activityThemes,
  checkInChoices,
  conduct,
  partnerRule,
  nearbyServices,
  skills,
  trust,
  walk,
  clocks,
  waves,
  rewards: [],
  redemption,
  calendar,
  weeks,
  alerts,
  facilities,
  gridSize,
  pairingRules: [],
  campaigns,
  cardTags: [livesAlone, disability, leftBehindChild],
  careRhythms,
  careUnseen,
  devices,
  allowances: [],
  workResults,
  workAppeal,
  ledgerSets,
  ledgerSums,
  retiredLedgers,
  helperQuota: 3,
  followUp,
  selfHandling,
  lifecycle,
  offers,
  rework,
} as const satisfies Partial<Preset>
