import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { ConfirmedHours } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import {
  closeStatement,
  confirmedNow,
  confirmServedStatement,
  freeAheadStatements,
  peopleAhead,
  refuseUnfinished,
} from '../store/closing.ts'
import { rosterById } from '../store/rosters.ts'

type Table = typeof dutiesEndpoints
type Asked<O extends 'confirmServed' | 'closeRoster'> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'remember'
>

/**
 * 一次确认: the hours of everybody who signed in and is done, as they signed. Whoever did not sign in is asked about one
 * by one (confirmHours), and one's own hours are somebody else's to confirm. @throws notFound, forbidden
 */
export async function confirmServed(
  { db }: DutiesNeeds,
  { me, scope, params, remember }: Asked<'confirmServed'>,
): Promise<Static<typeof ConfirmedHours>> {
  const { region, personId } = me
  const roster = await rosterById(db, scope, params.id)
  if (!roster) throw notFound()
  demandAt('confirmServed', me, roster.path)
  const [rows] = await db.commit(scope, [
    confirmServedStatement(region, roster.id, personId),
    auditStatement(me, { action: 'confirmServed', subjectKind: 'roster', subjectId: roster.id }),
    remember(confirmedNow(region, roster.id, personId)),
  ])
  return { id: roster.id, confirmed: Number(rows?.[0]?.['confirmed'] ?? 0) }
}

/**
 * 结束: shifts that have not begun are called off and their people told; what was served stays with its hours. A roster
 * that never came into force is closed in the same way. @throws notFound, forbidden, rosterMoved, stillServing, hoursWaiting
 */
export async function closeRoster(
  { db }: DutiesNeeds,
  {
    me,
    scope,
    params,
    body,
    remember,
  }: Asked<'closeRoster'> & Pick<HandlerRequest<Table['closeRoster']>, 'body'>,
): Promise<{ id: string }> {
  const { region, personId } = me
  const roster = await rosterById(db, scope, params.id)
  if (!roster) throw notFound()
  demandAt('closeRoster', me, roster.path)
  const people = await peopleAhead(db, scope, roster.id)
  const answer = { id: roster.id }
  try {
    await db.commit(scope, [
      refuseUnfinished(region, roster.id, personId),
      closeStatement(region, roster.id, body.version, personId),
      ...freeAheadStatements(region, roster.id, personId),
      auditStatement(me, {
        action: 'closeRoster',
        subjectKind: 'roster',
        subjectId: roster.id,
        facts: { people: people.length },
      }),
      outboxStatement(region, 'duties.rosterClosed.1', { id: roster.id, people }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
