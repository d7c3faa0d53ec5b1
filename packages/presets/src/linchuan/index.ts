import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { activityThemes } from './activities.ts'
import { campaigns } from './campaigns.ts'
import { careRhythms } from './care.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { pairingRules } from './pairing.ts'
import { points } from './points.ts'

/** 抚州市临川区: the three heads, door to door, and care for the old and for children. */
export const linchuan: Preset = {
  ...house,
  key: 'linchuan',
  name: { zh: '临川区', en: 'Linchuan District' },
  gbCode: '361002',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  campaigns,
  catalogue,
  careRhythms,
  points,
  activityThemes,
  labels,
  pairingRules,
}
