import type { suggestionEndpoints } from '@linli/contract/suggestions/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** A hint to whoever writes an order is anybody's and names nobody; what reads other people's orders is the desk's, in its areas. */
export const policy = {
  operations: {
    suggestOrder: 'signedIn',
    readWords: who('any', 'intake', 'dispatcher'),
    listSimilar: who('inScope', 'intake', 'dispatcher'),
    listHotSpots: who('any', 'intake', 'dispatcher', 'regionAdmin'),
    getSuggestionTerms: who('any', 'intake', 'dispatcher', 'regionAdmin'),
    setSuggestionTerms: who('inScope', 'regionAdmin'),
    maskWords: who('inScope', 'publisher'),
  },
  guests: ['suggestOrder'],
  subjects: { '/orders/:id/similar': 'order' },
} as const satisfies Policy<keyof typeof suggestionEndpoints>
