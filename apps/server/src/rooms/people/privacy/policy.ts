import type { privacyEndpoints } from '@linli/contract/privacy/endpoints'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../../kernel/policy/policy.ts'

/** What is one's own needs no role; requests are answered by the administration of the area where the person lives. */
export const privacyPolicy: Policy<keyof typeof privacyEndpoints> = {
  operations: {
    getMyPrivacy: 'signedIn',
    readMyData: 'signedIn',
    listLooksAtMe: 'signedIn',
    setConsent: 'signedIn',
    askCopy: 'signedIn',
    fetchCopy: 'signedIn',
    askErasure: 'signedIn',
    cancelErasure: 'signedIn',
    askOffice: 'signedIn',
    listDataRequests: who('inScope', 'regionAdmin'),
    answerDataRequest: who('inScope', 'regionAdmin'),
  },
  // A whole person leaves as a file, or for good.
  stepUp: ['fetchCopy', 'askErasure'],
  subjects: { '/me/privacy/copies/:id': 'copy', '/data-requests/:id': 'dataRequest' },
}

/** The second gate: the request lies in the area of the grant. @throws forbidden */
export function demandAnswering(actor: Actor, path: string): void {
  demand(privacyPolicy.operations.answerDataRequest, actor, (role) =>
    covers(actor, role, path) ? ['any', 'inScope'] : ['any'],
  )
}
