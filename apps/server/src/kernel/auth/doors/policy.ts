import type { accountDoorEndpoints, doorEndpoints } from '@linli/contract/doors/endpoints'
import { type Policy, who } from '../../policy/policy.ts'

/** Everybody may come in by a door; what is bound to oneself is one's own. */
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
  },
  whileDue: true,
}

/** Binding somebody else's account is the matter of who looks after accounts, over the whole region. */
export const accountDoorPolicy: Policy<keyof typeof accountDoorEndpoints> = {
  operations: { bindSingleSignOn: who('inScope', 'securityAdmin') },
  stepUp: ['bindSingleSignOn'],
}
