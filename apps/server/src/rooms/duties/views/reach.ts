import type { RosterReach } from '@linli/contract/duties/shapes'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { rosterBound } from '../rules/rosterBound.ts'
import { freeDaysOf, taskOf } from '../rules/rosterDays.ts'
import { presence, slotsOf } from '../rules/slots.ts'
import { groupsAround, keyOf } from '../store/groups.ts'
import { membersIf, postsOf } from '../store/planning.ts'
import { membersAsked, rosterById } from '../store/rosters.ts'

/**
 * Whom a roster could ask, and how many places would stay open though all of those chosen, and everybody asked who has
 * not said no, came whenever they have not said otherwise. Counted as the planner counts. @throws notFound, forbidden
 */
export async function rosterReach(
  needs: DutiesNeeds,
  me: Actor,
  id: string,
  chosen: readonly string[] = ['helpers'],
): Promise<RosterReach> {
  const scope = scopeOf(me)
  const roster = await rosterById(needs.db, scope, id)
  if (!roster) throw notFound()
  demandAt('rosterReach', me, roster.path)
  const [groups, asked, posts, calendar, skills, postNames] = await Promise.all([
    groupsAround(needs.db, me.region, roster.path),
    membersAsked(needs.db, scope, id),
    postsOf(needs.db, scope, id),
    needs.calendar(me.region),
    needs.skills(me.region),
    needs.posts(me.region),
  ])
  const people = new Set(
    groups.filter((group) => chosen.includes(keyOf(group))).flatMap(({ people }) => people),
  )
  const members = await membersIf(needs.db, me.region, roster, [...people])
  const task = taskOf(roster, posts, members, freeDaysOf(roster, calendar))
  const slots = slotsOf(task)
  const wanted = new Set(posts.flatMap(({ skill }) => skill ?? []))
  const named = (
    of: readonly { readonly key: string; readonly name: { zh: string; en: string } }[],
    key: string,
  ) => of.find((one) => one.key === key)?.name ?? null
  return {
    groups: groups.map((group) => ({
      key: keyOf(group),
      kind: group.kind,
      name: group.name ?? (group.kind === 'post' ? named(postNames, group.id) : null),
      people: group.people.length,
    })),
    people: people.size,
    fresh: [...people].filter((person) => !asked.has(person)).length,
    places: slots.length * posts.reduce((sum, { needed }) => sum + needed, 0),
    bound: rosterBound(task, slots, presence(task, slots)),
    skills: [...wanted].map((skill) => ({
      name: named(skills, skill) ?? { zh: skill, en: skill },
      atOnce: posts.reduce((sum, post) => sum + (post.skill === skill ? post.needed : 0), 0),
      people: members.filter((member) => member.skills.includes(skill)).length,
    })),
  }
}
