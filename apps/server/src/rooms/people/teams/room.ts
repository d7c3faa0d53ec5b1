import { teamEndpoints } from '@linli/contract/people/endpoints'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { room } from '../../../kernel/http/room.ts'
import type { PeopleNeeds } from '../http.ts'
import { personById } from '../store/people.ts'
import {
  answerTeam,
  closeTeam,
  endMembership,
  joinTeam,
  leaveTeam,
  openTeam,
  setTeamAllies,
} from './actions.ts'
import { teamPolicy } from './policy.ts'
import { listTeams, myTeams, teamView } from './views.ts'

/** 服务队伍. */
export const teamsRoom = (needs: Omit<PeopleNeeds, 'loads'>) => {
  /** After the answer: what is known of the account must not outlive its teams. */
  const changed = async <T>(answer: Promise<T>, { region }: Actor, personId: string): Promise<T> => {
    const done = await answer
    const person = await personById(needs.db, region, personId)
    if (person?.accountId) needs.grantsChanged(person.accountId)
    return done
  }
  return room({
    name: 'teams',
    endpoints: teamEndpoints,
    policy: teamPolicy,
    handlers: {
      listTeams: ({ me, query }) => listTeams(needs.db, me, query),
      getTeam: ({ me, params }) => teamView(needs.db, me, params.id),
      myTeams: ({ me }) => myTeams(needs.db, me),
      openTeam: (request) => openTeam(needs, request),
      closeTeam: async (request) => {
        const { answer, people } = await closeTeam(needs, request)
        for (const personId of people) await changed(Promise.resolve(answer), request.me, personId)
        return answer
      },
      joinTeam: (request) => changed(joinTeam(needs, request), request.me, request.body.personId),
      endMembership: (request) => changed(endMembership(needs, request), request.me, request.params.personId),
      setTeamAllies: (request) => setTeamAllies(needs, request),
      answerTeam: (request) => changed(answerTeam(needs, request), request.me, request.me.personId),
      leaveTeam: (request) => changed(leaveTeam(needs, request), request.me, request.me.personId),
    },
  })
}
