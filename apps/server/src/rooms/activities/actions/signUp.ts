import type { activityEndpoints } from '@linli/contract/activities/endpoints'
import type { SignupResult } from '@linli/contract/activities/shapes'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demand, fits } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { guardianOnly, notOfHousehold } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { type ActivityRow, activityById, deskScope } from '../store/activities.ts'
import * as store from '../store/signups.ts'
import { type ActivityEvent, tell } from '../store/told.ts'

type Request<O extends 'signUp' | 'signUpFor' | 'cancelSignup'> = Pick<
  HandlerRequest<(typeof activityEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 报名, for oneself or for a member of the own household; a child's guardian agrees in the same step.
 * @throws notOpen, activityFull, alreadySignedUp, notOfHousehold, guardianOnly; keyReused when the id is taken
 */
export async function signUp(needs: ActivityNeeds, request: Request<'signUp'>): Promise<SignupResult> {
  const { me, scope, body, remember } = request
  const { id, activityId, part, wait, personId = me.personId, guardian = false } = body
  const guardianId = personId === me.personId ? null : await guardianFor(needs, me, personId, guardian)
  const asked = { id, activityId, part, wait, personId, guardianId }
  return commit(needs, scope, {
    me,
    asked: { ...asked, toldPerson: me.personId, byPerson: me.personId },
    action: 'signUp',
    event: 'signedUp',
    before: [],
    remember,
  })
}

/** Who agreed for a child; null for anybody who is none. @throws notOfHousehold, guardianOnly */
export async function guardianFor(
  needs: ActivityNeeds,
  me: Actor,
  personId: string,
  agrees: boolean,
): Promise<string | null> {
  const companion = (await needs.companionsOf(me.region, me.personId)).find(
    (one) => one.personId === personId,
  )
  if (!companion) throw notOfHousehold()
  if (!companion.isChild) return null
  if (companion.guardianId !== me.personId || !agrees) throw guardianOnly()
  return me.personId
}

/**
 * 代人报名, for somebody who rings: recorded as the doing of whoever is on duty; the person is told. A number that is not
 * in the register is registered with the sign-up.
 * @throws as `signUp`, and forbidden outside the own area
 */
export async function signUpFor(
  needs: ActivityNeeds,
  request: Request<'signUpFor'>,
  again = false,
): Promise<SignupResult> {
  const { me, scope, body, remember } = request
  const { id, activityId, part, wait, phone } = body
  const [activity] = await needs.db.read<ActivityRow>(scope, activityById(me.region, activityId))
  if (!activity) throw notFound()
  demand(policy.operations.signUpFor, me, standingAt(me, activity.path))
  const known = await needs.personByPhone(me.region, phone)
  const caller = { id: newId(), phone, name: body.name ?? null, path: activity.path }
  const personId = known?.personId ?? caller.id
  try {
    return await commit(needs, scope, {
      me,
      asked: {
        id,
        activityId,
        part,
        wait,
        personId,
        toldPerson: personId,
        byPerson: me.personId,
        guardianId: null,
      },
      action: 'signUpFor',
      event: 'signupMade',
      before: known ? [] : [needs.newPersonStatement(me.region, caller)],
      remember,
    })
  } catch (error) {
    // Somebody else registered the same number meanwhile: now the person is known.
    if (violated(error) === 'people_phone' && !again) return signUpFor(needs, request, true)
    throw error
  }
}

type Wanted = {
  readonly me: Actor
  readonly asked: store.Asked
  readonly action: 'signUp' | 'signUpFor'
  readonly event: ActivityEvent
  /** What must stand before the sign-up does. */
  readonly before: readonly Sql[]
  remember(answer: Sql): Sql
}

async function commit(
  { db }: ActivityNeeds,
  scope: Scope,
  { me, asked, action, event, before, remember }: Wanted,
): Promise<SignupResult> {
  try {
    const rows = await db.commit(scope, [
      ...before,
      store.takeSeat(me.region, asked),
      auditStatement(me, { action, subjectKind: 'signup', subjectId: asked.id }),
      tell(me.region, event, asked.activityId, [asked.toldPerson]),
      remember(store.signupAnswer(me.region, asked.id)),
    ])
    const state = rows.flat().find((row) => 'state' in row)?.['state']
    if (state !== 'signedUp' && state !== 'waiting') throw new Error('the sign-up was not written')
    return { id: asked.id, state }
  } catch (error) {
    throw inWords(error)
  }
}

/**
 * 取消, without a reason: the seat is free, and whoever waits longest has it in the same commit. Nothing is counted against
 * the person. Cancelled by somebody on duty, the person is told.
 * @throws notFound for everybody else, signupOver
 */
export async function cancelSignup(
  { db }: Pick<ActivityNeeds, 'db'>,
  request: Request<'cancelSignup'>,
): Promise<SignupResult> {
  const { me, scope, params, remember } = request
  const { region } = me
  const [signup] = await db.read<store.SignupRow>(scope, store.signupById(region, params.id))
  if (!signup) throw notFound()
  const isMine = [signup.personId, signup.toldPerson].includes(me.personId)
  const standing = standingAt(me, signup.path)
  const relations = (role: Parameters<typeof standing>[0]) =>
    isMine ? (['own', ...standing(role)] as const) : standing(role)
  if (!fits(policy.operations.cancelSignup, me, relations)) throw notFound()
  const answer = { id: signup.id, state: 'cancelled' } as const
  try {
    await db.commit(deskScope(scope), [
      store.lockSeats(region, signup),
      store.endSignup(region, signup.id),
      ...store.settleSeats(region, signup),
      auditStatement(me, { action: 'cancelSignup', subjectKind: 'signup', subjectId: signup.id }),
      ...(isMine ? [] : [tell(region, 'signupCancelled', signup.activityId, [signup.toldPerson])]),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
