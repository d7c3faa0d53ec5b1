import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { campaigns } from './campaigns.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { pairingRules } from './pairing.ts'
import { points } from './points.ts'

/** 吉安市万安县: 3＋N in compounds without a property company, 60 grids, 112 partner units. */
export const wanan: Preset = {
  ...house,
  key: 'wanan',
  name: { zh: '万安县', en: "Wan'an County" },
  gbCode: '360828',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  campaigns,
  catalogue,
  points,
  labels,
  pairingRules,
}
