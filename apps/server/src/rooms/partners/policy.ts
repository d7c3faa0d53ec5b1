import type { Role } from '@linli/contract'
import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { demand, type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

/** Who accepts for a community. */
export const OFFICE: readonly Role[] = ['intake', 'dispatcher', 'regionAdmin']
const office = who('inScope', ...OFFICE)
const liaison = who('assigned', 'unitHandler')
const own = who('own', 'resident')

/** One's reporting is one's own; a unit's is its liaison's; the community accepts in its own area. */
export const policy: Policy<keyof typeof partnerEndpoints> = {
  operations: {
    myReporting: own,
    checkIn: own,
    checkInUnit: liaison,
    listCheckIns: office,
    unitCheckIns: who('inScope', 'unitHandler'),
    decideCheckIn: office,
    endCheckIn: [...own, ...liaison, ...office],
    issueLetter: liaison,
    revokeLetter: liaison,
    letterFile: [...own, ...liaison],
    checkLetter: 'public',
    drawCard: office,
    answerCard: own,
    sendCard: office,
    listCards: office,
    unitCards: who('inScope', 'unitHandler'),
    cardFile: [...own, ...liaison],
    listDocumentTemplates: who('inScope', 'regionAdmin'),
    getDocumentTemplate: who('inScope', 'regionAdmin'),
    uploadDocumentTemplate: who('inScope', 'regionAdmin'),
  },
  stepUp: ['letterFile', 'cardFile'],
  subjects: { '/check-ins/:id': 'checkIn', '/letters/:id': 'letter', '/feedback-cards/:id': 'feedbackCard' },
}

/** The units a person speaks for. */
export const liaisonOf = (me: Actor): readonly string[] =>
  me.grants.flatMap(({ role, unitId }) => (role === 'unitHandler' && unitId !== null ? [unitId] : []))

type Thing = {
  readonly path?: string
  readonly unitId?: string | null
  readonly personId?: string | null
}
/** How somebody stands to what has an area, a unit or a person. */
const standing =
  (me: Actor, { path, unitId, personId }: Thing): Standing =>
  (role) => [
    ...(personId && personId === me.personId ? (['own'] as const) : []),
    ...(unitId && role === 'unitHandler' && liaisonOf(me).includes(unitId) ? (['assigned'] as const) : []),
    ...(path !== undefined && covers(me, role, path) ? (['inScope'] as const) : []),
  ]

/** The second gate, on the thing itself. @throws forbidden */
export const demandFor = (operation: keyof typeof policy.operations, me: Actor, thing: Thing): void =>
  demand(policy.operations[operation], me, standing(me, thing))
