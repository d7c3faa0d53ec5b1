import type { Preset } from '@linli/contract'
import { disability, livesAlone } from '../house/cardTags.ts'
import { house } from '../house/index.ts'
import { catalogue, lists } from './catalogue/index.ts'
import { clocks, selfHandling, waves } from './clocks.ts'
import { labels } from './labels.ts'
import { ledgerSets, ledgerSums } from './ledgers.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { pairingRules } from './pairing.ts'
import { points, redemption, rewards } from './points.ts'

/** 九江市都昌县: 五红社区 and its 点、派、接、晒、评. */
export const duchang: Preset = {
  ...house,
  key: 'duchang',
  name: { zh: '都昌县', en: 'Duchang County' },
  gbCode: '360428',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  catalogue,
  clocks,
  waves,
  points,
  rewards,
  redemption,
  cardTags: [livesAlone, disability],
  ledgerSets,
  ledgerSums,
  labels,
  pairingRules,
  helperQuota: 2,
  selfHandling,
}
