import type { Preset } from '@linli/contract'
import { followUp, rework } from '../house/clocks.ts'
import { skills } from '../house/skills.ts'
import { catalogue, lists } from './catalogue/index.ts'
import { clocks, selfHandling, waves } from './clocks.ts'
import { labels } from './labels.ts'
import { levels, posts, teams, units } from './organisation.ts'
import { points, redemption, rewards } from './points.ts'

/** 九江市都昌县: 五红社区 and its 点、派、接、晒、评. */
export const duchang: Preset = {
  key: 'duchang',
  version: 1,
  name: { zh: '都昌县', en: 'Duchang County' },
  gbCode: '360428',
  levels,
  posts,
  teams,
  skills,
  units,
  lists,
  catalogue,
  clocks,
  waves,
  points,
  rewards,
  redemption,
  labels,
  helperQuota: 2,
  followUp,
  selfHandling,
  rework,
}
