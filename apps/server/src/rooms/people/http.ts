import { peopleEndpoints } from '@linli/contract/people/endpoints'
import type { Deps } from '../../kernel/deps.ts'
import { room } from '../../kernel/http/room.ts'
import { assignPost } from './actions/assignPost.ts'
import { changeMe } from './actions/changeMe.ts'
import { changePerson } from './actions/changePerson.ts'
import { createStaffAccount } from './actions/createStaffAccount.ts'
import { endPost } from './actions/endPost.ts'
import { joinAsHelper } from './actions/joinAsHelper.ts'
import { leaveAsHelper } from './actions/leaveAsHelper.ts'
import { registerPerson } from './actions/registerPerson.ts'
import { revealPhone } from './actions/revealPhone.ts'
import { setHomeEntry } from './actions/setHomeEntry.ts'
import { endMembership, joinTeam, openTeam } from './actions/teams.ts'
import { updateMyHelperSettings } from './actions/updateMyHelperSettings.ts'
import { verifySkill } from './actions/verifySkill.ts'
import { peoplePolicy } from './policy.ts'
import { listHelpers } from './views/helpers.ts'
import { findByPhone, listPeople, personView } from './views/people.ts'
import { listPosts } from './views/posts.ts'
import { listTeams } from './views/teams.ts'

export type PeopleNeeds = Deps & {
  /** How many orders each person has in hand, from the orders room. */
  loads(region: number, personIds: readonly string[]): Promise<Map<string, number>>
  /** Told when an account's grants or teams changed, so that the next request sees them. */
  grantsChanged(accountOrPersonId: string): void
}

export const peopleRoom = (needs: PeopleNeeds) => {
  const changed = async <T>(answer: Promise<T>, id: string): Promise<T> => {
    const done = await answer
    needs.grantsChanged(id)
    return done
  }
  return room({
    name: 'people',
    endpoints: peopleEndpoints,
    policy: peoplePolicy,
    handlers: {
      listPeople: (q) => listPeople(needs.db, q.me, q.query),
      findPersonByPhone: async (q) => ({
        person: await findByPhone(needs.db, q.me, needs.crypto.lookUp(q.body.phone)),
      }),
      getPerson: (q) => personView(needs, q.me, q.params.id),
      getMe: (q) => personView(needs, q.me, q.me.personId),
      changeMe: (q) => changeMe(needs, q, q.body),
      revealPhone: (q) => revealPhone(needs, q.me, q.params.id, q.body.reason),
      registerPerson: (q) => registerPerson(needs, q, q.body),
      changePerson: (q) => changePerson(needs, q, q.params.id, q.body),
      createStaffAccount: (q) => createStaffAccount(needs, q.me, q.params.id, q.body),
      assignPost: (q) => changed(assignPost(needs, q, q.params.id, q.body), q.params.id),
      endPost: async (q) => {
        const { id, accountId } = await endPost(needs, q, q.params.id, q.body.reason)
        if (accountId) needs.grantsChanged(accountId)
        return { id }
      },
      listPosts: (q) => listPosts(needs.db, q.me, q.query),
      joinAsHelper: (q) => changed(joinAsHelper(needs, q, q.body), q.me.accountId),
      updateMyHelperSettings: (q) => changed(updateMyHelperSettings(needs, q, q.body), q.me.accountId),
      leaveAsHelper: (q) => changed(leaveAsHelper(needs, q), q.me.accountId),
      verifySkill: (q) => verifySkill(needs, q, q.params.id, q.body),
      setHomeEntry: (q) => setHomeEntry(needs, q, q.params.id, q.body.homeEntry),
      listHelpers: (q) => listHelpers(needs.db, q.me, q.query, (ids) => needs.loads(q.me.region, ids)),
      listTeams: (q) => listTeams(needs.db, q.me, q.query),
      openTeam: (q) => openTeam(needs, q, q.body),
      joinTeam: (q) => changed(joinTeam(needs, q, q.params.id, q.body.personId), q.body.personId),
      endMembership: (q) =>
        changed(endMembership(needs, q, q.params.id, q.params.personId), q.params.personId),
    },
  })
}
