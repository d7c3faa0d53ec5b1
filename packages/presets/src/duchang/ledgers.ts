import type { LedgerSet, LedgerSum } from '@linli/contract'
import { gridList, premisesList } from './sources.ts'

/** How the place sums its grid reports up: disputes, hazards, favours; what is none of them is the rest, and is shown. */
export const ledgerSums: readonly LedgerSum[] = [
  {
    key: 'disputes',
    name: { zh: '矛盾纠纷', en: 'Disputes' },
    ledger: 'gridReports',
    values: ['neighbourDispute'],
    source: gridList,
  },
  {
    key: 'hazards',
    name: { zh: '安全隐患', en: 'Hazards' },
    ledger: 'gridReports',
    values: ['publicHazard', 'fireLane', 'unsafeCharging'],
    source: gridList,
  },
  {
    key: 'favours',
    name: { zh: '服务群众', en: 'Services' },
    ledger: 'gridReports',
    values: ['gridErrand'],
    source: gridList,
  },
]

/** Premises of communities: one plan a place, each an order that is closed; the ledger shows what is still missing. */
export const ledgerSets: readonly LedgerSet[] = [
  {
    key: 'premises',
    name: { zh: '社区阵地：一居一策，逐个销号', en: 'Premises: one plan a place, closed one by one' },
    parts: [
      { name: { zh: '阵地现状', en: 'As it stands' }, ledger: 'premises', only: [], columns: [] },
      {
        name: { zh: '一居一策', en: 'One plan a place' },
        ledger: 'orders',
        only: ['item:premisesPlan'],
        columns: ['number', 'area', 'title', 'state', 'unit', 'due', 'closed'],
      },
    ],
    source: premisesList,
  },
]
