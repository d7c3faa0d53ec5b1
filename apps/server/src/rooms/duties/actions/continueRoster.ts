import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { unknownStation } from '../errors.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { nextSpan } from '../rules/rosterDays.ts'
import {
  endStandingStatement,
  membersComing,
  nextMembersStatement,
  nextRosterStatement,
  postsToCopy,
} from '../store/months.ts'
import { postsStatement, rosterById, rosterOfMember } from '../store/rosters.ts'

type Table = typeof dutiesEndpoints
type Asked<O extends 'continueRoster' | 'endStanding'> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'remember'
>

/**
 * 排下个月: the same posts and shifts for the month after; who said yes is asked again, who may be put on every month is
 * planned at once, with what everybody served so far. A person still accepts what is proposed.
 * @throws notFound, forbidden, notInForce, monthThere, unknownStation
 */
export async function continueRoster(
  needs: DutiesNeeds,
  {
    me,
    scope,
    params,
    body,
    remember,
  }: Asked<'continueRoster'> & Pick<HandlerRequest<Table['continueRoster']>, 'body'>,
): Promise<{ id: string }> {
  const { db } = needs
  const before = await rosterById(db, scope, params.id)
  if (!before) throw notFound()
  demandAt('continueRoster', me, before.path)
  if (before.stationId !== null && !(await needs.stationAt(me.region, before.stationId, before.path)))
    throw unknownStation()
  const posts = (await postsToCopy(db, scope, before.id)).map((post) => ({ ...post, id: newId() }))
  const people = await membersComing(db, scope, before.id)
  const answer = { id: body.id }
  try {
    await db.commit(scope, [
      nextRosterStatement(me.region, before.id, { id: body.id, ...nextSpan(before.toOn), by: me.personId }),
      postsStatement(me.region, body.id, posts),
      nextMembersStatement(me.region, before.id, body.id),
      auditStatement(me, { action: 'continueRoster', subjectKind: 'roster', subjectId: body.id }),
      outboxStatement(me.region, 'duties.membersAsked.1', { id: body.id, people }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 以后不再每月排我: one's own word, at any time; what is in force stays until it is swapped. @throws notFound */
export async function endStanding(
  { db }: DutiesNeeds,
  { me, scope, params, remember }: Asked<'endStanding'>,
): Promise<{ id: string }> {
  const roster = await rosterOfMember(db, scope, params.id, me.personId)
  if (!roster) throw notFound()
  const answer = { id: roster.id }
  await db.commit(scope, [endStandingStatement(me.region, roster.id, me.personId), remember(answer)])
  return answer
}
