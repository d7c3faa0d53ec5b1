import type { redrawEndpoints } from '@linli/contract/places/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'

const admin = who('inScope', 'regionAdmin')

export const redrawPolicy = {
  operations: {
    previewRedraw: admin,
    redrawAreas: admin,
    listRedraws: who('inScope', 'regionAdmin', 'auditor'),
    getRedraw: who('inScope', 'regionAdmin', 'auditor'),
    listPartyBodies: 'signedIn', // public offices, like the duty board
    openPartyBody: admin,
    endPartyBody: admin,
  },
  subjects: { '/areas/redraws': 'redraw', '/areas/redraws/:id': 'redraw', '/party-bodies/:id': 'partyBody' },
} as const satisfies Policy<keyof typeof redrawEndpoints>
