import type { teamEndpoints } from '@linli/contract/people/endpoints'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../../kernel/policy/policy.ts'

/** Who reads the teams of an area. */
export const TEAM_READERS = ['dispatcher', 'regionAdmin', 'intake'] as const
const formers = who('inScope', 'dispatcher', 'regionAdmin')
const oneself = who('own', 'resident')

export const teamPolicy: Policy<keyof typeof teamEndpoints> = {
  operations: {
    listTeams: who('inScope', ...TEAM_READERS),
    getTeam: who('inScope', ...TEAM_READERS),
    openTeam: who('inScope', 'regionAdmin'),
    closeTeam: who('inScope', 'regionAdmin'),
    joinTeam: formers,
    endMembership: formers,
    setTeamAllies: formers,
    myTeams: oneself,
    answerTeam: oneself,
    leaveTeam: oneself,
  },
  subjects: { '/teams/:id': 'team' },
}

/** The second gate for what lies at a place. @throws forbidden */
export function demandAt(operation: keyof typeof teamPolicy.operations, actor: Actor, path: string): void {
  demand(teamPolicy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
