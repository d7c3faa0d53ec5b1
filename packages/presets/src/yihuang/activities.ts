import type { ActivityTheme } from '@linli/contract'
import { activityThemes as houseThemes } from '../house/activities.ts'
import { compoundGatherings as source } from './sources.ts'

/** What the compounds keep together; the two festivals are the house's own, named here by the place's document. */
const kept: readonly ActivityTheme[] = [
  { key: 'treePlanting', name: { zh: '义务植树', en: 'Planting trees' }, months: [3], source },
  { key: 'dragonBoat', name: { zh: '端午包粽子', en: 'Dragon Boat Festival' }, months: [6], source },
  { key: 'doubleNinth', name: { zh: '重阳敬老', en: 'Double Ninth' }, months: [10], source },
  { key: 'ownersGames', name: { zh: '业主文体比赛', en: "Owners' games" }, months: [], source },
]

export const activityThemes: readonly ActivityTheme[] = [
  ...kept,
  ...houseThemes.filter(({ key }) => !kept.some((theme) => theme.key === key)),
]
