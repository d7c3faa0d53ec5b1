import type { PairingRule } from '@linli/contract'
import { doorGroups } from './sources.ts'

/** 三长: each entrance head knows the dozen households of the entrance. */
export const pairingRules: readonly PairingRule[] = [
  {
    key: 'entranceHouseholds',
    name: { zh: '单元长联系住户', en: 'Entrance heads look after households' },
    what: 'households',
    by: 'entranceHead',
    of: null,
    least: 10,
    most: 15,
    source: doorGroups,
  },
]
