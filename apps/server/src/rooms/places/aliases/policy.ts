import type { aliasEndpoints } from '@linli/contract/places/endpoints'
import type { Policy } from '../../../kernel/policy/policy.ts'
import { placesPolicy } from '../policy.ts'

/** What a place is called is no secret; whoever may rename it gives it other names. */
export const aliasPolicy = {
  operations: {
    listAreaAliases: 'signedIn',
    addAreaAlias: placesPolicy.operations.renameArea,
    endAreaAlias: placesPolicy.operations.renameArea,
  },
  subjects: { '/areas/:id/aliases': 'area', '/area-aliases/:id': 'alias' },
} as const satisfies Policy<keyof typeof aliasEndpoints>
