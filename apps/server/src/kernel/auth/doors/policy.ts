import type { doorEndpoints } from '@linli/contract/doors/endpoints'
import { type Policy, who } from '../../policy/policy.ts'

/** Everybody may come in by a door; binding somebody else's is the administrator's, over the whole region. */
export const doorPolicy: Policy<keyof typeof doorEndpoints> = {
  operations: {
    listDoors: 'public',
    startWeChat: 'public',
    finishWeChat: 'public',
    bindWeChat: 'public',
    startSingleSignOn: 'public',
    finishSingleSignOn: 'public',
    confirmSingleSignOn: 'public',
    myDoors: 'signedIn',
    unbindWeChat: 'signedIn',
    bindSingleSignOn: who('inScope', 'securityAdmin'),
  },
  stepUp: ['bindSingleSignOn'],
}
