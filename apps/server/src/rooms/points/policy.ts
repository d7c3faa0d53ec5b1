import type { pointsEndpoints } from '@linli/contract/points/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** Who may call what. Everybody sees the rules and the own account; the ledger is for administration and audit of its area. */
export const policy: Policy<keyof typeof pointsEndpoints> = {
  operations: {
    myPoints: who('own', 'resident'),
    optInToPoints: who('own', 'resident'),
    optOutOfPoints: who('own', 'resident'),
    listLedger: who('inScope', 'regionAdmin', 'auditor'),
    listAccounts: who('inScope', 'regionAdmin', 'auditor'),
    pointsRules: 'signedIn',
    getProof: who('inScope', 'regionAdmin', 'auditor'),
    correctEntry: who('inScope', 'regionAdmin'),
  },
}

/** Whose areas a reader of the ledger sees. */
export const LEDGER_READERS = ['regionAdmin', 'auditor'] as const
