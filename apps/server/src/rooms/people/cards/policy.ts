import type { Role } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { demand, type FieldRule, type Policy, visibility, who } from '../../../kernel/policy/policy.ts'

/** Who answers for a household: the grid worker who calls there, and the administration of its area. */
const RESPONSIBLE = ['gridWorker', 'regionAdmin'] as const satisfies Role[]
const responsible = who('inScope', ...RESPONSIBLE)
const own = who('own', 'resident')

/** Field by field: clear, masked or, for whoever is not named, not there. */
const cardFields = {
  memberName: { clear: responsible, masked: [...who('inScope', 'intake'), ...own] },
  memberPhone: { clear: [], masked: responsible },
  visiting: { clear: [...responsible, ...own] },
  // Of what needs separate consent a member of the household reads their own and their wards', nobody else's.
  cardTag: { clear: [...responsible, ...own] },
  cardReferral: { clear: [...responsible, ...own] },
} as const satisfies { readonly [field: string]: FieldRule }
export type CardField = keyof typeof cardFields

export const cardPolicy = {
  operations: {
    openCard: who('inScope', ...RESPONSIBLE, 'intake'),
    openTags: responsible,
    changeCard: responsible,
    askConsent: responsible,
    consentAtDoor: responsible,
    setTag: responsible,
    endTag: responsible,
    recordReferral: responsible,
    closeReferral: responsible,
    getMyCard: 'signedIn',
    correctMyCard: 'signedIn',
    answerConsent: 'signedIn',
    withdrawConsent: 'signedIn',
  },
  // What needs separate consent is shown to nobody who merely found an open phone or desk.
  stepUp: ['openTags'],
  fields: cardFields,
  subjects: {
    '/households/:id/card': 'household',
    '/card-tags/:id': 'cardTag',
    '/card-referrals/:id': 'cardReferral',
    '/me/card/consents/:id': 'cardConsent',
  },
} as const satisfies Policy<keyof typeof cardEndpoints>

/** How somebody stands to a household: by the area of the grant for each role. */
const standingAt = (actor: Actor, path: string) => (role: Role) =>
  covers(actor, role, path) ? (['any', 'inScope'] as const) : (['any'] as const)

/** The second gate: the household lies in the area of the grant. @throws forbidden */
export function demandCard(operation: keyof typeof cardPolicy.operations, actor: Actor, path: string): void {
  demand(cardPolicy.operations[operation], actor, standingAt(actor, path))
}

/** What a member of staff gets of a field of a household's card. */
export const seenBy = (field: CardField, actor: Actor, path: string): 'clear' | 'masked' | 'hidden' =>
  visibility(cardFields[field], actor, standingAt(actor, path))

/** Whether somebody may call an operation on the household; for the screens' buttons. */
export function mayAt(operation: 'openTags' | 'changeCard', actor: Actor, path: string): boolean {
  return cardPolicy.operations[operation].some(({ role }) => role !== 'system' && covers(actor, role, path))
}
