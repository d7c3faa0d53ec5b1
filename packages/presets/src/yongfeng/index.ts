import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { activityThemes } from './activities.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { points } from './points.ts'

/** 吉安市永丰县: 红立方, 红驿站 and 红马甲 of the old town, whose visitors live nowhere in it. */
export const yongfeng: Preset = {
  ...house,
  key: 'yongfeng',
  name: { zh: '永丰县', en: 'Yongfeng County' },
  gbCode: '360825',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  catalogue,
  points,
  activityThemes,
  labels,
}
