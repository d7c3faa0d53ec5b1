import type { PairingRule } from '@linli/contract'
import { partners } from './sources.ts'

export const pairingRules: readonly PairingRule[] = [
  {
    key: 'unitCommunities',
    name: { zh: '单位结对社区', en: 'Units stand beside communities' },
    what: 'units',
    by: null,
    of: null,
    least: 18,
    most: 19,
    source: partners,
  },
]
