import type { PairingRule } from '@linli/contract'
import { DUCHANG_DOCUMENT } from './sources.ts'

/** 65 units stand beside 13 communities: five each. */
export const pairingRules: readonly PairingRule[] = [
  {
    key: 'unitCommunities',
    name: { zh: '单位结对社区', en: 'Units stand beside communities' },
    what: 'units',
    by: null,
    of: null,
    least: 5,
    most: 5,
    source: { document: DUCHANG_DOCUMENT, mechanism: '共建单位65个、城市社区13个，平均每个社区5个' },
  },
]
