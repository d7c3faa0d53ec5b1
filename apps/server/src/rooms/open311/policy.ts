import type { open311Endpoints } from '@linli/contract/open311/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** Everybody subscribes to what was published. Keys concern the whole region; who holds one is no person of the house. */
export const policy = {
  operations: {
    shownRss: 'public',
    shownJsonFeed: 'public',
    listApiKeys: who('inScope', 'regionAdmin', 'auditor'),
    issueApiKey: who('inScope', 'regionAdmin'),
    revokeApiKey: who('inScope', 'regionAdmin'),
  },
  stepUp: ['issueApiKey'],
} as const satisfies Policy<keyof typeof open311Endpoints>
