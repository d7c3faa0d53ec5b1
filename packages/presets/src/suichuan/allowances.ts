import type { AllowanceCategory } from '@linli/contract'
import { gridWorkers, hubs } from './sources.ts'

/** A month: 1,200 yuan for full grid workers, 300 for those part-time, 100 for party-member hubs. */
export const allowances: readonly AllowanceCategory[] = [
  {
    key: 'fullTime',
    name: { zh: '全要素网格员', en: 'Full grid worker' },
    fen: 120_000,
    source: gridWorkers,
  },
  {
    key: 'partTime',
    name: { zh: '兼职网格员', en: 'Part-time grid worker' },
    fen: 30_000,
    source: gridWorkers,
  },
  { key: 'hub', name: { zh: '党员中心户', en: 'Party-member hub' }, fen: 10_000, source: hubs },
]
