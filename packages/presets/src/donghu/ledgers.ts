import type { LedgerSet } from '@linli/contract'
import { records } from './sources.ts'

/** 一站一库一册两台账, each filled by what happens: no one writes any of them. */
export const ledgerSets: readonly LedgerSet[] = [
  {
    key: 'oneStation',
    name: { zh: '一站一库一册两台账', en: 'One station, one register, one record, two ledgers' },
    parts: [
      { name: { zh: '一站：在职党员联络站', en: 'Stations' }, ledger: 'stations', only: [], columns: [] },
      {
        name: { zh: '一库：在职党员信息库', en: 'Register of helpers' },
        ledger: 'helpers',
        only: [],
        columns: [],
      },
      {
        name: { zh: '一册：进社区全程纪实', en: 'Record of service' },
        ledger: 'checkIns',
        only: [],
        columns: [],
      },
      {
        name: { zh: '台账一：共建单位服务', en: 'Service of units' },
        ledger: 'promises',
        only: [],
        columns: [],
      },
      {
        name: { zh: '台账二：在职党员服务', en: 'Service of members' },
        ledger: 'duties',
        only: [],
        columns: [],
      },
    ],
    source: records,
  },
]
