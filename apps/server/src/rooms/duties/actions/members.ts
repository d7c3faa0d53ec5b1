import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { groupsAround, keyOf } from '../store/groups.ts'
import {
  answerStatement,
  askStatement,
  membersAsked,
  refuseClosed,
  refuseInForce,
  rosterById,
  rosterOfMember,
} from '../store/rosters.ts'

type Asking = Pick<
  HandlerRequest<typeof dutiesEndpoints.askMembers>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Answering = Pick<
  HandlerRequest<typeof dutiesEndpoints.answerRoster>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 征询: asks those who agreed to help in the area; who was asked before is not asked again, and nobody is put on a roster
 * by being asked; of a roster in force too, for places that fell empty. @throws notFound, forbidden, rosterMoved
 */
export async function askMembers(needs: DutiesNeeds, { me, scope, params, body, remember }: Asking) {
  const { region } = me
  const roster = await rosterById(needs.db, scope, params.id)
  if (!roster) throw notFound()
  demandAt('askMembers', me, roster.path)
  const people = await meantBy(needs, region, roster.path, body)
  const asked = await membersAsked(needs.db, scope, roster.id)
  const fresh = people.filter((person) => !asked.has(person))
  const answer = { id: roster.id, asked: fresh.length }
  try {
    await needs.db.commit(scope, [
      refuseClosed(region, roster.id),
      askStatement(region, roster.id, roster.path, fresh),
      auditStatement(me, {
        action: 'askMembers',
        subjectKind: 'roster',
        subjectId: roster.id,
        facts: { people: fresh.length },
      }),
      outboxStatement(region, 'duties.membersAsked.1', { id: roster.id, people: fresh }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** Whom the asker means: groups, some of the helpers, or all of them. @throws notFound for somebody who does not serve here */
async function meantBy(
  needs: DutiesNeeds,
  region: number,
  path: string,
  { personIds, groups }: Asking['body'],
): Promise<readonly string[]> {
  if (groups) {
    const around = await groupsAround(needs.db, region, path)
    return [
      ...new Set(around.filter((group) => groups.includes(keyOf(group))).flatMap(({ people }) => people)),
    ]
  }
  const people = await needs.helpersServing(region, path, personIds)
  if (personIds && people.length < new Set(personIds).size) throw notFound()
  return people
}

/** 答复: one's own, changed as often as one likes until the roster is in force, and once after that. @throws notFound, rosterInForce, rosterMoved */
export async function answerRoster(needs: DutiesNeeds, { me, scope, params, body, remember }: Answering) {
  const roster = await rosterOfMember(needs.db, scope, params.id, me.personId)
  if (!roster) throw notFound()
  const shifts = new Set(roster.shifts.map(({ key }) => key))
  const known = (keys: readonly string[] = []): string[] => keys.filter((key) => shifts.has(key))
  const said = {
    comes: body.comes,
    offDays: body.offDays ?? [],
    offShifts: known(body.offShifts),
    wishes: known(body.wishes),
    wishDays: body.wishDays ?? [],
    showName: body.showName ?? false,
    stands: body.comes && (body.stands ?? false),
  }
  const answer = { id: roster.id }
  try {
    await needs.db.commit(scope, [
      refuseInForce(me.region, roster.id, me.personId),
      answerStatement(me.region, roster.id, me.personId, said),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
