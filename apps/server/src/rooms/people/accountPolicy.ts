import type { accountEndpoints } from '@linli/contract/people/accountEndpoints'
import type { Actor } from '../../kernel/auth/actor.ts'
import { demandRegion, type Policy, who } from '../../kernel/policy/policy.ts'

const security = who('inScope', 'securityAdmin')

/** Accounts are the whole region's: a security administrator of a part of it does not exist. */
export const accountPolicy: Policy<keyof typeof accountEndpoints> = {
  operations: {
    listStaffAccounts: security,
    createStaffAccount: security,
    resetStaffAccount: security,
    disableStaffAccount: security,
    enableStaffAccount: security,
    unlockStaffAccount: security,
    endStaffSessions: security,
    appointAdministrator: security,
    dismissAdministrator: security,
  },
  stepUp: ['createStaffAccount', 'resetStaffAccount', 'appointAdministrator', 'dismissAdministrator'],
  subjects: { '/staff-accounts': 'account' },
}

/** The second gate of every operation here. @throws forbidden */
export const demandSecurity = (actor: Actor): void => demandRegion(security, actor)
