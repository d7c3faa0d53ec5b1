import { peopleEndpoints } from '@linli/contract/people/endpoints'
import type { Actor } from '../../kernel/auth/actor.ts'
import type { Deps } from '../../kernel/deps.ts'
import { room } from '../../kernel/http/room.ts'
import { assignPost } from './actions/assignPost.ts'
import { changeMe } from './actions/changeMe.ts'
import { changePerson } from './actions/changePerson.ts'
import { endPost } from './actions/endPost.ts'
import { joinAsHelper } from './actions/joinAsHelper.ts'
import { leaveAsHelper } from './actions/leaveAsHelper.ts'
import { registerPerson } from './actions/registerPerson.ts'
import { revealPhone } from './actions/revealPhone.ts'
import { setHomeEntry } from './actions/setHomeEntry.ts'
import { updateMyHelperSettings } from './actions/updateMyHelperSettings.ts'
import { verifySkill } from './actions/verifySkill.ts'
import { followingListeners } from './follow.ts'
import { peoplePolicy } from './policy.ts'
import { personById } from './store/people.ts'
import { listHelpers } from './views/helpers.ts'
import { findByPhone, listPeople, personView } from './views/people.ts'
import { listPostHistory, listPosts } from './views/posts.ts'

export type PeopleNeeds = Deps & {
  /** How many orders each person has in hand, from the orders room. */
  loads(region: number, personIds: readonly string[]): Promise<Map<string, number>>
  /** Told when an account's grants or teams changed, so that the next request sees them. */
  grantsChanged(accountId: string): void
}

export const peopleRoom = (needs: PeopleNeeds) => {
  /** After the answer: what is known of the account must not outlive its grants and teams. */
  const changed = async <T>(answer: Promise<T>, { region }: Actor, personId: string): Promise<T> => {
    const done = await answer
    const person = await personById(needs.db, region, personId)
    if (person?.accountId) needs.grantsChanged(person.accountId)
    return done
  }
  return room({
    name: 'people',
    endpoints: peopleEndpoints,
    policy: peoplePolicy,
    listeners: followingListeners(needs),
    handlers: {
      listPeople: (q) => listPeople(needs.db, q.me, q.query),
      findPersonByPhone: async (q) => ({
        person: await findByPhone(needs.db, q.me, needs.crypto.lookUps(q.body.phone)),
      }),
      getPerson: (q) => personView(needs, q.me, q.params.id),
      getMe: (q) => personView(needs, q.me, q.me.personId),
      changeMe: (q) => changeMe(needs, q, q.body),
      revealPhone: (q) => revealPhone(needs, q.me, q.params.id, q.body.reason),
      registerPerson: (q) => registerPerson(needs, q, q.body),
      changePerson: (q) => changePerson(needs, q, q.params.id, q.body),
      assignPost: (q) => changed(assignPost(needs, q, q.params.id, q.body), q.me, q.params.id),
      endPost: async (q) => {
        const { id, personId } = await endPost(needs, q, q.params.id, q.body.reason)
        return changed(Promise.resolve({ id }), q.me, personId)
      },
      listPosts: (q) => listPosts(needs.db, q.me, q.query),
      listPostHistory: (q) => listPostHistory(needs.db, q.me, q.query),
      joinAsHelper: (q) => changed(joinAsHelper(needs, q, q.body), q.me, q.me.personId),
      updateMyHelperSettings: (q) => changed(updateMyHelperSettings(needs, q, q.body), q.me, q.me.personId),
      leaveAsHelper: (q) => changed(leaveAsHelper(needs, q), q.me, q.me.personId),
      verifySkill: (q) => verifySkill(needs, q, q.params.id, q.body),
      setHomeEntry: (q) => setHomeEntry(needs, q, q.params.id, q.body.homeEntry),
      listHelpers: (q) => listHelpers(needs.db, q.me, q.query, (ids) => needs.loads(q.me.region, ids)),
    },
  })
}
