import type { careEndpoints } from '@linli/contract/care/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { daysWrong } from '../errors.ts'
import type { CareNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/standIns.ts'
import { planById } from '../views/plans.ts'

type Table = typeof careEndpoints
type Asked<O extends 'askStandIn' | 'takeStandIn'> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'params' | 'body' | 'remember'
>
const MOST_DAYS = 31

/** 请人替班: the carer hands days over; all stand-ins of the plan are asked. @throws notFound, daysWrong, daysOverlap */
export async function askStandIn(needs: CareNeeds, { me, params, body, remember }: Asked<'askStandIn'>) {
  const { region, personId } = me
  const plan = await planById(needs.db, region, params.id, personId)
  if (plan?.carerId !== personId || plan.endedAt !== null || plan.agreedAt === null) throw notFound()
  const today = new Date(Date.now() + needs.db.shift() + 8 * 3_600_000).toISOString().slice(0, 10)
  const days = (Date.parse(body.to) - Date.parse(body.from)) / 86_400_000
  if (body.from < today || days < 0 || days >= MOST_DAYS || body.to > plan.until) throw daysWrong()
  const answer = { id: body.id }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      store.lockPlan(region, params.id),
      store.insertStandIn(region, personId, { ...body, planId: params.id, caredId: plan.personId }),
      store.tellDeputies(region, params.id),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 我来替班: of several who press at once one has the days. @throws notFound, daysTaken */
export async function takeStandIn(needs: CareNeeds, { me, params, remember }: Asked<'takeStandIn'>) {
  const { region, personId } = me
  const days = await store.standInFor(needs.db, region, params.id, personId)
  if (!days) throw notFound()
  const answer = { id: params.id }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      store.takeDays(region, params.id, personId),
      auditStatement(me, { action: 'takeStandIn', subjectKind: 'carePlan', subjectId: days.planId }),
      outboxStatement(region, 'care.standInTaken.1', {
        id: days.planId,
        people: [days.carerId, days.agreedBy].filter((one) => one !== null),
      }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
