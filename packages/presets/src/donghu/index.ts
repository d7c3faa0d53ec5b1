import type { Preset } from '@linli/contract'
import { house } from '../house/index.ts'
import { catalogue, lists } from './catalogue.ts'
import { labels } from './labels.ts'
import { ledgerSets } from './ledgers.ts'
import { levels, partyBodies, posts, teams, units } from './organisation.ts'
import { points } from './points.ts'
import { onePlusX } from './sources.ts'

/** 南昌市东湖区: members report home, with letters, feedback cards and 1＋X. */
export const donghu: Preset = {
  ...house,
  key: 'donghu',
  name: { zh: '东湖区', en: 'Donghu District' },
  gbCode: '360102',
  levels,
  posts,
  partyBodies,
  teams,
  units,
  lists,
  catalogue,
  points,
  ledgerSets,
  // Members come with a letter of their unit.
  partnerRule: { ...house.partnerRule, needsLetter: true, source: onePlusX },
  labels,
}
