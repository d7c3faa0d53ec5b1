import type { PairingRule } from '@linli/contract'
import { hubs } from './sources.ts'

export const pairingRules: readonly PairingRule[] = [
  {
    key: 'hubMembers',
    name: { zh: '中心户联系党员', en: 'Hubs look after members' },
    what: 'members',
    by: 'hubHousehold',
    of: 'memberOnDuty',
    least: 5,
    most: 10,
    source: hubs,
  },
  {
    key: 'memberHouseholds',
    name: { zh: '党员联系住户', en: 'Members look after households' },
    what: 'households',
    by: 'memberOnDuty',
    of: null,
    least: 10,
    most: 20,
    source: hubs,
  },
]
