import type { pointsEndpoints } from '@linli/contract/points/endpoints'
import type { Actor } from '../../kernel/auth/actor.ts'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/**
 * Who may call what. Everybody sees the rules, the shelf and the own account; the ledger is for administration and audit of
 * its area, and a merchant's people see what is redeemed at their own unit.
 */
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
    listRewards: who('own', 'resident'),
    redeemPoints: who('own', 'resident'),
    myRedemptions: who('own', 'resident'),
    cancelRedemption: who('own', 'resident'),
    findRedemption: who('assigned', 'unitHandler'),
    collectRedemption: who('assigned', 'unitHandler'),
    manageRewards: who('inScope', 'regionAdmin', 'auditor', 'unitHandler'),
    addReward: who('inScope', 'regionAdmin'),
    changeReward: who('inScope', 'regionAdmin'),
    refundRedemption: who('inScope', 'regionAdmin'),
    listRedemptions: who('inScope', 'regionAdmin', 'auditor', 'unitHandler'),
    getSettlement: who('inScope', 'regionAdmin', 'auditor', 'unitHandler'),
    exportSettlement: who('inScope', 'regionAdmin', 'auditor', 'unitHandler'),
  },
  stepUp: ['exportSettlement'],
  subjects: { '/points/redemptions/:id': 'redemption' },
}

/** Whose areas a reader of the ledger sees. */
export const LEDGER_READERS = ['regionAdmin', 'auditor'] as const

/** The units at whose counter a person hands rewards out. */
export const merchantsOf = (me: Actor): readonly string[] =>
  me.grants.flatMap(({ role, unitId }) => (role === 'unitHandler' && unitId !== null ? [unitId] : []))
