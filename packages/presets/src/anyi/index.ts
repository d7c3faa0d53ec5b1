import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { activityThemes, circlePoints, trust, walk } from './activities.ts'
import { campaigns } from './campaigns.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { points } from './points.ts'

/** 南昌市安义县: the four levels, 5＋1 partners, the 15-minute circle and 邻里里. */
export const anyi: Preset = {
  ...house,
  key: 'anyi',
  name: { zh: '安义县', en: 'Anyi County' },
  gbCode: '360123',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  campaigns,
  catalogue,
  points: [...points, ...circlePoints],
  activityThemes,
  walk,
  trust,
  labels,
}
