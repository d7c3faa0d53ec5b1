import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { activityThemes } from './activities.ts'
import { campaigns } from './campaigns.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { pairingRules } from './pairing.ts'
import { points } from './points.ts'

/** 抚州市宜黄县: 三领, double reporting, hubs and members, three ways of settling. */
export const yihuang: Preset = {
  ...house,
  key: 'yihuang',
  name: { zh: '宜黄县', en: 'Yihuang County' },
  gbCode: '361026',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  activityThemes,
  campaigns,
  catalogue,
  points,
  labels,
  pairingRules,
}
