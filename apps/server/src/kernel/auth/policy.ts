import type { signInEndpoints } from '@linli/contract/kernel/endpoints'
import type { Policy } from '../policy/policy.ts'

/** Everybody may sign in; what is one's own needs no role. */
export const signInPolicy: Policy<keyof typeof signInEndpoints> = {
  operations: {
    requestCode: 'public',
    signInWithCode: 'public',
    signInWithPassword: 'public',
    signOut: 'public', // an expired session signs out like any other
    whoAmI: 'signedIn',
    listSessions: 'signedIn',
    revokeSession: 'signedIn',
    revokeOtherSessions: 'signedIn',
  },
  whileDue: true,
  guests: ['whoAmI'],
  stepUp: ['revokeSession', 'revokeOtherSessions'], // ASVS 5.0 7.5.2: who found a phone open must not lock its owner out
}
