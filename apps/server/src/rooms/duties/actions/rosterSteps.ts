import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import {
  acceptDutiesStatement,
  membersOnDuty,
  moveStatement,
  type Roster,
  refuseNobody,
  rosterById,
} from '../store/rosters.ts'

type Asked = Pick<
  HandlerRequest<typeof dutiesEndpoints.proposeRoster>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 生成方案: a job plans the roster; what it proposes stands beside the roster until a person accepts it. @throws notFound, forbidden, nobodyComes, rosterMoved */
export const proposeRoster = (needs: DutiesNeeds, asked: Asked) =>
  step(needs, asked, 'proposeRoster', async ({ id }) => [
    moveStatement(asked.me.region, id, asked.body.version, { state: 'planning', by: asked.me.personId }),
    refuseNobody(asked.me.region, id),
  ])

/** 确认排班: a person puts the proposal in force, and everybody on it is told. @throws notFound, forbidden, rosterMoved, peopleElsewhere */
export const acceptRoster = (needs: DutiesNeeds, asked: Asked) =>
  step(needs, asked, 'acceptRoster', async ({ id }) => [
    moveStatement(asked.me.region, id, asked.body.version, { state: 'accepted', by: asked.me.personId }),
    acceptDutiesStatement(asked.me.region, id),
    outboxStatement(asked.me.region, 'duties.rosterAccepted.1', {
      id,
      people: await membersOnDuty(needs.db, asked.scope, id),
    }),
  ])

async function step(
  { db }: DutiesNeeds,
  { me, scope, params, remember }: Asked,
  action: 'proposeRoster' | 'acceptRoster',
  effects: (roster: Roster) => Promise<readonly Sql[]>,
): Promise<{ id: string }> {
  const roster = await rosterById(db, scope, params.id)
  if (!roster) throw notFound()
  demandAt(action, me, roster.path)
  const answer = { id: roster.id }
  try {
    await db.commit(scope, [
      ...(await effects(roster)),
      auditStatement(me, { action, subjectKind: 'roster', subjectId: roster.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
