import type { activityEndpoints } from '@linli/contract/activities/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { wrongCode } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { type ActivityRow, activityAt, deskScope } from '../store/activities.ts'
import * as store from '../store/signups.ts'

type Request<O extends 'arriveAtActivity' | 'checkInSignup'> = Pick<
  HandlerRequest<(typeof activityEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 扫码签到, of oneself and those one signed up, by the code at the door. @throws notFound, wrongCode, notSignedUp, notNow */
export async function arriveAtActivity({ db }: ActivityNeeds, request: Request<'arriveAtActivity'>) {
  const { me, scope, params, body, remember } = request
  const { region, personId } = me
  const [activity] = await db.read<ActivityRow & { title: string }>(scope, activityAt(region, params.slug))
  if (!activity) throw notFound()
  if (activity.doorCode !== body.code) throw wrongCode()
  const mine = store.ofPerson(personId)
  const title = activity.title
  try {
    const [rows] = await db.commit(scope, [
      store.arrive(region, activity.id, mine),
      auditStatement(me, { action: 'arriveAtActivity', subjectKind: 'activity', subjectId: activity.id }),
      remember(store.arrivedAnswer(region, activity.id, title, mine)),
    ])
    return { title, arrived: Number(rows?.[0]?.['arrived'] ?? 0) }
  } catch (error) {
    throw inWords(error)
  }
}

/** 替人签到, for whoever has no phone. @throws notFound, notSignedUp, notNow */
export async function checkInSignup({ db }: ActivityNeeds, request: Request<'checkInSignup'>) {
  const { me, scope, params, remember } = request
  const [signup] = await db.read<store.SignupRow>(scope, store.signupById(me.region, params.id))
  if (!signup) throw notFound()
  demand(policy.operations.checkInSignup, me, standingAt(me, signup.path))
  const answer = { id: signup.id, state: signup.state }
  try {
    await db.commit(deskScope(scope), [
      store.arrive(me.region, signup.activityId, store.isSignup(signup.id)),
      auditStatement(me, { action: 'checkInSignup', subjectKind: 'signup', subjectId: signup.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
