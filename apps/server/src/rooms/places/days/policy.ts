import type { dayEndpoints } from '@linli/contract/places/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'

/** Days off are no secret; they are the whole region's, and whoever administers all of it corrects them. */
export const dayPolicy = {
  operations: {
    listDays: 'signedIn',
    dayEffects: who('inScope', 'regionAdmin'),
    setDay: who('inScope', 'regionAdmin'),
    listWeeks: 'signedIn',
    setWeek: who('inScope', 'regionAdmin'),
  },
  subjects: { '/days/:day': 'day', '/weeks/:key': 'week' },
} as const satisfies Policy<keyof typeof dayEndpoints>
