import type { Role } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { type Access, demand, type Policy, who } from '../../kernel/policy/policy.ts'

const readers = ['gridWorker', 'intake', 'dispatcher', 'regionAdmin'] as const
const registrars = ['regionAdmin'] as const

export const peoplePolicy: Policy<keyof typeof peopleEndpoints> = {
  operations: {
    listPeople: who('inScope', ...readers),
    findPersonByPhone: who('any', 'intake', 'dispatcher', 'regionAdmin'),
    getPerson: [...who('own', 'resident'), ...who('inScope', ...readers)],
    getMe: 'signedIn',
    changeMe: 'signedIn',
    revealPhone: who('inScope', 'intake', 'dispatcher', 'caller', 'regionAdmin'),
    registerPerson: who('inScope', 'regionAdmin', 'intake'),
    changePerson: who('inScope', ...registrars),
    assignPost: who('inScope', ...registrars),
    endPost: who('inScope', ...registrars),
    listPosts: who('inScope', 'regionAdmin', 'intake', 'dispatcher', 'auditor'),
    listPostHistory: who('inScope', 'regionAdmin', 'intake', 'dispatcher', 'auditor'),
    joinAsHelper: 'signedIn',
    updateMyHelperSettings: who('any', 'helper', 'gridWorker'),
    leaveAsHelper: 'signedIn', // a repeat comes from somebody who helps no more, and gets the first answer
    verifySkill: who('inScope', 'dispatcher', 'regionAdmin'),
    setHomeEntry: who('inScope', 'dispatcher', 'regionAdmin'),
    listHelpers: who('inScope', 'dispatcher', 'regionAdmin'),
  },
  stepUp: ['revealPhone'],
  subjects: {
    '/people/:id': 'person',
    '/people/by-phone': 'person',
    '/posts/:id': 'post',
  },
}

/** The second gate for something that lies at a place. @throws forbidden */
export function demandAt(operation: keyof typeof peoplePolicy.operations, actor: Actor, path: string): void {
  demand(peoplePolicy.operations[operation], actor, (role) =>
    covers(actor, role, path) ? ['any', 'inScope'] : ['any'],
  )
}

/** The roles that open an operation by area. */
export function rolesFor(operation: keyof typeof peoplePolicy.operations): Role[] {
  const access: Access = peoplePolicy.operations[operation]
  if (access === 'public' || access === 'signedIn') return []
  return access.flatMap(({ role, relation }) => (role !== 'system' && relation === 'inScope' ? [role] : []))
}
