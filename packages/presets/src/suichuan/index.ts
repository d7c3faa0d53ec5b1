import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { allowances } from './allowances.ts'
import { campaigns } from './campaigns.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { gridSize, pairingRules } from './pairing.ts'
import { points } from './points.ts'

/** 吉安市遂川县: the red grid, five levels of party bodies, 102 grid workers for 146 grids. */
export const suichuan: Preset = {
  ...house,
  key: 'suichuan',
  name: { zh: '遂川县', en: 'Suichuan County' },
  gbCode: '360827',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  campaigns,
  catalogue,
  allowances,
  points,
  labels,
  gridSize,
  pairingRules,
}
