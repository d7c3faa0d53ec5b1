import type { Role } from '@linli/contract'
import type { placeEndpoints } from '@linli/contract/places/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

/** Roles that meet people at their door or on the telephone: they read rooms inside their own area. */
export const ROOM_READERS = ['gridWorker', 'intake', 'dispatcher', 'regionAdmin'] as const satisfies Role[]

const admin = who('inScope', 'regionAdmin')

export const placesPolicy = {
  operations: {
    getPlace: 'public',
    findPlaceByCode: 'public',
    listAreas: 'signedIn',
    getArea: 'signedIn',
    searchAddresses: 'signedIn', // rooms only for ROOM_READERS inside their area
    listUnits: 'signedIn',
    openArea: admin,
    renameArea: admin,
    closeArea: admin,
    areaCodeSheet: who('inScope', 'regionAdmin', 'gridWorker'),
    listHouseholds: who('inScope', ...ROOM_READERS),
    importRegister: admin,
    followImport: who('own', 'regionAdmin'), // one's own imports alone
    registerTemplate: admin,
  },
  subjects: { '/areas/:id': 'area', '/households': 'household', '/registers/:register/imports': 'register' },
} as const satisfies Policy<keyof typeof placeEndpoints>

/** How a person stands to a place: in scope for each role whose grant covers it. */
export const standingAt =
  (actor: Actor, path: string): Standing =>
  (role) =>
    covers(actor, role, path) ? ['inScope'] : []
