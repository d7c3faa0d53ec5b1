import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { confirmStatement, dutyById, handOver } from '../store/duties.ts'
import { lockMember, refuseUnfit } from '../store/fitness.ts'

type Changing = Pick<
  HandlerRequest<typeof dutiesEndpoints.changeDuty>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Confirming = Pick<
  HandlerRequest<typeof dutiesEndpoints.confirmHours>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 改派: somebody else takes the duty, in a proposal or in force, by the rules the planner keeps.
 * @throws notFound, forbidden, notMember, away, lacksSkill, needsRest, weekFull, dutyOver, peopleElsewhere
 */
export async function changeDuty({ db }: DutiesNeeds, { me, scope, params, body, remember }: Changing) {
  const duty = await dutyById(db, scope, params.id)
  if (!duty) throw notFound()
  demandAt('changeDuty', me, duty.path)
  const answer = { id: duty.id }
  try {
    // Rules are asked of the system: what somebody serves in another area is not the asker's to see, only that it clashes.
    await db.commit({ ...scope, system: true }, [
      lockMember(me.region, duty.id, body.personId),
      refuseUnfit(me.region, duty.id, body.personId),
      handOver(me.region, duty.id, body.personId),
      auditStatement(me, { action: 'changeDuty', subjectKind: 'duty', subjectId: duty.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 确认时长: the office says how long somebody served, never oneself. @throws notFound, forbidden, ownHours, notServed */
export async function confirmHours({ db }: DutiesNeeds, { me, scope, params, body, remember }: Confirming) {
  const duty = await dutyById(db, scope, params.id)
  if (!duty) throw notFound()
  demandAt('confirmHours', me, duty.path)
  const answer = { id: duty.id }
  try {
    await db.commit(scope, [
      confirmStatement(me.region, duty.id, body.minutes, me.personId),
      auditStatement(me, {
        action: 'confirmHours',
        subjectKind: 'duty',
        subjectId: duty.id,
        facts: { minutes: body.minutes },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
