import type { offerEndpoints } from '@linli/contract/orders/offerEndpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'

/** Whoever was not asked reads the own reasons; the desk's looks at others are recorded. */
export const offerPolicy = {
  operations: {
    listMyOffers: who('any', 'helper'),
    getOffer: who('inScope', 'dispatcher', 'regionAdmin'),
    proposeOffers: who('any', 'dispatcher'),
  },
  fields: {},
  subjects: { '/orders/:id': 'order' },
} as const satisfies Policy<keyof typeof offerEndpoints>
