import type { activityDeskEndpoints } from '@linli/contract/activities/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notNow } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import { deskScope, summedUp, sumUp } from '../store/activities.ts'
import { confirmHelp, forgetWhoCame, ofActivity } from '../store/signups.ts'
import { ownActivity } from './plan.ts'

type Request = Pick<
  HandlerRequest<typeof activityDeskEndpoints.sumUpActivity>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 小结: how many were there as one number, what it was like, and the minutes of each who helped, confirmed by somebody else.
 * Who attended is forgotten in the same commit; who did not come was never kept.
 * @throws forbidden, notNow, activityChanged, notAHelper, ownHelp
 */
export async function sumUpActivity(needs: Pick<ActivityNeeds, 'db'>, request: Request) {
  const { me, scope, params, body, remember } = request
  const activity = await ownActivity(needs, request, 'sumUpActivity', params.id)
  if (Date.parse(activity.startsAt) > Date.now() + needs.db.shift()) throw notNow()
  const { region, personId } = me
  try {
    const [, rows] = await needs.db.commit(deskScope(scope), [
      confirmHelp(region, params.id, body.helped, personId),
      sumUp(region, params.id, body.heads, body.words),
      forgetWhoCame(region, ofActivity(params.id)),
      auditStatement(me, { action: 'sumUpActivity', subjectKind: 'activity', subjectId: params.id }),
      remember(summedUp(region, params.id)),
    ])
    return { id: params.id, version: Number(rows?.[0]?.['version']) }
  } catch (error) {
    throw inWords(error)
  }
}
