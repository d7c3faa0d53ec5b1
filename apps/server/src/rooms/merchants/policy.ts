import type { merchantDeskEndpoints, merchantEndpoints } from '@linli/contract/merchants/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

const admin = who('inScope', 'regionAdmin')

/** Everybody finds a merchant and reads the notices; whoever is signed in may object; the desk works in its own area. */
export const policy = {
  operations: {
    listMerchants: 'public',
    getMerchant: 'public',
    listTrustNotices: 'public',
    objectToNotice: 'signedIn',
    circleGaps: who('inScope', 'intake', 'gridWorker', 'leader', 'regionAdmin'),
    addMerchant: admin,
    changeMerchant: admin,
    closeMerchant: admin,
    measureWalk: who('inScope', 'gridWorker', 'regionAdmin'),
    giveTrustNotice: admin,
    listObjections: admin,
    decideObjection: admin,
    concludeNotice: admin,
    changeOwnMerchant: who('assigned', 'unitHandler'),
    answerOwnChange: admin,
  },
} as const satisfies Policy<keyof typeof merchantEndpoints | keyof typeof merchantDeskEndpoints>

/** The roles that read gaps. */
export const GAP_READERS = ['intake', 'gridWorker', 'leader', 'regionAdmin'] as const

/** How a person stands to a merchant's area. */
export const standingAt =
  (me: Actor, path: string): Standing =>
  (role) =>
    covers(me, role, path) ? ['inScope'] : []

/** Whoever acts for a unit stands to it as one who has it to do. */
export const atOwnUnit =
  (me: Actor, unitId: string): Standing =>
  (role) =>
    role === 'unitHandler' && me.grants.some((grant) => grant.role === role && grant.unitId === unitId)
      ? ['assigned']
      : []
