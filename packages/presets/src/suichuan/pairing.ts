import type { GridSize, PairingRule } from '@linli/contract'
import { hubs, redGrid } from './sources.ts'

/** About 200 households a grid. */
export const gridSize: GridSize = { least: 150, most: 250, source: redGrid }

export const pairingRules: readonly PairingRule[] = [
  {
    key: 'hubHouseholds',
    name: { zh: '中心户联系住户', en: 'Hubs look after households' },
    what: 'households',
    by: 'hubHousehold',
    of: null,
    least: 20,
    most: 30,
    source: hubs,
  },
]
