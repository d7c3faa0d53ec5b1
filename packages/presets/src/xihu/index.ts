import type { Preset } from '@linli/contract'
import { disability, leftBehindChild, livesAlone } from '../house/cardTags.ts'
import { selfHandling } from '../house/clocks.ts'
import { house } from '../house/index.ts'
import { activityThemes } from './activities.ts'
import { catalogue, lists } from './catalogue/index.ts'
import { clocks, waves } from './clocks.ts'
import { devices } from './devices.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { points } from './points.ts'
import { redemption, rewards } from './rewards.ts'

/** 南昌市西湖区: 党群服务365 and its five orders. */
export const xihu: Preset = {
  ...house,
  key: 'xihu',
  name: { zh: '西湖区', en: 'Xihu District' },
  gbCode: '360103',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  activityThemes,
  catalogue,
  clocks,
  waves,
  points,
  rewards,
  redemption,
  cardTags: [livesAlone, disability, leftBehindChild],
  devices,
  labels,
  helperQuota: 3,
  selfHandling,
}
