import type { agreementEndpoints } from '@linli/contract/partners/endpoints'
import type { Side } from '@linli/contract/partners/words'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { type Policy, who } from '../../../kernel/policy/policy.ts'
import { forbidden } from '../../../kernel/problem.ts'
import { liaisonOf, OFFICE } from '../policy.ts'

const sides = [...who('assigned', 'unitHandler'), ...who('inScope', ...OFFICE)]

/** The two sides of an agreement: the unit by its liaison, the community by its office. What was made public is everybody's. */
export const agreementPolicy: Policy<keyof typeof agreementEndpoints> = {
  operations: {
    listAgreements: who('inScope', 'unitHandler', ...OFFICE),
    getAgreement: sides,
    proposeAgreement: sides,
    answerAgreement: sides,
    endAgreement: sides,
    reportPromise: sides,
    confirmPromise: sides,
    linkPromise: sides,
    recordPayment: sides,
    publicPromises: 'public',
  },
  subjects: { '/agreements/:id': 'agreement', '/promises/:id': 'promise' },
}

/** The sides a person acts for; who holds both offices acts for either. @throws forbidden when for neither */
export function sidesOf(
  me: Actor,
  { unitId, path }: { readonly unitId: string; readonly path: string },
): Side[] {
  const sides: Side[] = [
    ...(liaisonOf(me).includes(unitId) ? (['unit'] as const) : []),
    ...(OFFICE.some((role) => covers(me, role, path)) ? (['community'] as const) : []),
  ]
  if (sides.length === 0) throw forbidden()
  return sides
}
