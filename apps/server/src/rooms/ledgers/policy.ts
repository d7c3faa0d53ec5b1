import type { Role } from '@linli/contract'
import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** Whoever works with lists anywhere in the house; which ledger opens to whom is said by the ledger itself. */
export const LEDGER_READERS = [
  'gridWorker',
  'intake',
  'dispatcher',
  'reviewer',
  'caller',
  'publisher',
  'regionAdmin',
  'auditor',
] as const satisfies Role[]
/** Figures name nobody: leaders read them too. */
export const RETIRED_READERS = ['leader', 'regionAdmin', 'dispatcher', 'auditor'] as const satisfies Role[]

const readers = who('inScope', ...LEDGER_READERS)
const oneself = who('own', ...LEDGER_READERS)
const admin = who('inScope', 'regionAdmin')

export const policy = {
  operations: {
    listLedgers: readers,
    readLedger: readers,
    sumLedger: readers,
    formLedgers: 'public',
    chooseColumns: oneself,
    exportLedger: readers,
    listExports: oneself,
    fetchExport: oneself,
    listLedgerTemplates: readers,
    addLedgerTemplate: admin,
    withdrawLedgerTemplate: admin,
    defaultLedgerTemplate: readers,
    compareLedger: admin,
    retiredLedgers: who('inScope', ...RETIRED_READERS),
    setLedgerMinutes: admin,
  },
  stepUp: ['exportLedger', 'fetchExport'],
  subjects: {
    '/ledgers/:ledger': 'ledger',
    '/retired-ledgers/:book': 'retiredLedger',
    '/ledger-exports/:id': 'ledgerExport',
  },
} as const satisfies Policy<keyof typeof ledgerEndpoints>
