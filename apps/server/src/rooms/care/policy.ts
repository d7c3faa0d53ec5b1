import type { Role } from '@linli/contract'
import type { careEndpoints } from '@linli/contract/care/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../kernel/policy/policy.ts'

/** Who arranges care and is told last: those who answer for the household, and the community's own desk. */
export const DESK = ['gridWorker', 'dispatcher'] as const satisfies Role[]
const desk = who('inScope', ...DESK)
const oneself = who('own', 'resident')
const caring = who('assigned', 'resident')

/**
 * A plan is read by the one it is for, the guardian, the carers, and whoever answers for that household; by nobody else,
 * and by no other community. Contacts are the carers'; an end is anybody's whom the plan is for.
 */
export const policy = {
  operations: {
    listCare: desk,
    careChoices: desk,
    startCare: desk,
    changeCare: desk,
    getCare: [...oneself, ...caring, ...desk],
    answerCare: oneself,
    endCare: [...oneself, ...desk],
    myCare: oneself,
    recordContacts: caring,
    askStandIn: caring,
    takeStandIn: caring,
  },
  subjects: { '/care-plans/:id': 'carePlan', '/care-stand-ins/:id': 'carePlan' },
} as const satisfies Policy<keyof typeof careEndpoints>

/** The second gate of what lies at a home. @throws forbidden */
export function demandAt(operation: keyof typeof policy.operations, actor: Actor, path: string): void {
  demand(policy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
