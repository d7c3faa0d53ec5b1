import type { PairingRule } from '@linli/contract'
import { hubs, reporting } from './sources.ts'

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
  {
    key: 'unitGrids',
    name: { zh: '单位结对网格', en: 'Units stand beside grids' },
    what: 'units',
    by: null,
    of: null,
    at: 'grid',
    least: 2,
    most: 3,
    source: reporting,
  },
]
