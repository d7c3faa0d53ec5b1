import { randomInt } from 'node:crypto'
import type { activityDeskEndpoints } from '@linli/contract/activities/endpoints'
import type { ChangeActivityBody, PlanActivityBody } from '@linli/contract/activities/shapes'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { noDates } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { datesOf } from '../rules/series.ts'
import * as store from '../store/activities.ts'
import { isMoved, lockSeats, settleSeats } from '../store/signups.ts'
import { tellSignedUp } from '../store/told.ts'

type Operation = 'planActivity' | 'changeActivity' | 'publishActivity' | 'callOffActivity'
type Request<O extends Operation> = Pick<
  HandlerRequest<(typeof activityDeskEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

const LONGEST = 3 * 86_400_000

/** Six digits on a card at the door: they say that somebody is there, and open nothing. */
const doorCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** 安排活动: one date, or a series of them. @throws forbidden outside the own area, invalid, noDates, roomTaken */
export async function planActivity(needs: ActivityNeeds, request: Request<'planActivity'>) {
  const { me, scope, body, remember } = request
  demand(policy.operations.planActivity, me, standingAt(me, body.path))
  await assertKnown(needs, me.region, body)
  const { days } = await needs.terms(me.region)
  const first = { startsAt: Date.parse(body.startsAt), endsAt: Date.parse(body.endsAt) }
  const dates = datesOf(first, body.repeat, days).map(({ startsAt, endsAt }, index) => ({
    id: index === 0 ? body.id : newId(),
    slug: newSlug(),
    doorCode: doorCode(),
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  }))
  const [one] = dates
  if (!one) throw noDates()
  const answer = { id: body.id, slug: one.slug, dates: dates.length }
  const held = await roomsHeld(needs, me.region, body, dates)
  await commit(needs, store.deskScope(scope), [
    store.assertGround(me.region, body),
    ...held,
    store.insertActivities(me.region, body, dates, me.personId),
    auditStatement(me, { action: 'planActivity', subjectKind: 'activity', subjectId: body.id }),
    remember(answer),
  ])
  return answer
}

/**
 * All of one date at once. Those signed up are told when time or place changed; more seats go to those who wait longest.
 * The room goes with it, and what it no longer lies over is given back.
 * @throws activityChanged when it was changed since it was seen, seatsTaken, roomTaken
 */
export async function changeActivity(needs: ActivityNeeds, request: Request<'changeActivity'>) {
  const { me, scope, params, body, remember } = request
  const before = await ownActivity(needs, request, 'changeActivity', params.id)
  demand(policy.operations.changeActivity, me, standingAt(me, body.path)) // nor is it moved out of the own area
  await assertKnown(needs, me.region, body)
  const answer = { id: params.id, version: body.version + 1 }
  const attend = { activityId: params.id, part: 'attend' } as const
  const help = { activityId: params.id, part: 'help' } as const
  const moved = isMoved(params.id, body)
  const held = await roomsHeld(needs, me.region, body, [{ ...body, id: params.id }])
  const { roomId, startsAt, endsAt } = body
  const kept = roomId ? { roomId, startsAt, endsAt } : undefined
  await commit(needs, store.deskScope(scope), [
    store.assertGround(me.region, body),
    ...held,
    ...(before.roomId ? [needs.rooms.release(me.region, store.thisOne(params.id), kept)] : []),
    tellSignedUp(me.region, 'activityChanged', params.id, moved),
    store.updateActivity(me.region, params.id, body),
    store.moveSignups(me.region, params.id),
    lockSeats(me.region, attend),
    ...settleSeats(me.region, attend, body.seats),
    lockSeats(me.region, help),
    ...settleSeats(me.region, help, body.helpers),
    auditStatement(me, { action: 'changeActivity', subjectKind: 'activity', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

/** 发布: everybody sees it and may sign up. @throws activityChanged when there was nothing to publish */
export async function publishActivity(needs: ActivityNeeds, request: Request<'publishActivity'>) {
  const { me, scope, params, body, remember } = request
  await ownActivity(needs, request, 'publishActivity', params.id)
  const [rows] = await commit(needs, store.deskScope(scope), [
    store.publish(me.region, params.id, body.rest),
    auditStatement(me, { action: 'publishActivity', subjectKind: 'activity', subjectId: params.id }),
    remember(store.doneNow(me.region, params.id, body.rest, 'published')),
  ])
  return { id: params.id, dates: rows?.length ?? 0 }
}

/** 取消活动, with the reason; everybody signed up is told, and rooms are given back. @throws activityChanged when there was nothing to call off */
export async function callOffActivity(needs: ActivityNeeds, request: Request<'callOffActivity'>) {
  const { me, scope, params, body, remember } = request
  await ownActivity(needs, request, 'callOffActivity', params.id)
  const now = store.calledOffNow(me.region, params.id, body.rest)
  const [rows] = await commit(needs, store.deskScope(scope), [
    store.callOff(me.region, params.id, body.rest, body.reason),
    needs.rooms.release(me.region, store.calledOffIds(me.region, params.id, body.rest)),
    tellSignedUp(me.region, 'activityCalledOff', params.id, now),
    auditStatement(me, { action: 'callOffActivity', subjectKind: 'activity', subjectId: params.id }),
    remember(store.doneNow(me.region, params.id, body.rest, 'calledOff')),
  ])
  return { id: params.id, dates: rows?.length ?? 0 }
}

/** What holds the room of these dates, where the plan has one. */
async function roomsHeld(
  { rooms }: ActivityNeeds,
  region: number,
  { roomId, stationId }: PlanActivityBody | ChangeActivityBody,
  dates: readonly { readonly id: string; readonly startsAt: string; readonly endsAt: string }[],
): Promise<readonly Sql[]> {
  if (!roomId) return []
  const held = dates.map(({ id, startsAt, endsAt }) => ({ holder: id, startsAt, endsAt }))
  return [await rooms.hold(region, { roomId, stationId, dates: held })]
}

async function commit({ db }: ActivityNeeds, scope: Scope, statements: readonly Sql[]): Promise<Row[][]> {
  try {
    return await db.commit(scope, statements)
  } catch (error) {
    throw inWords(error)
  }
}

/** @throws notFound, forbidden */
export async function ownActivity(
  { db }: Pick<ActivityNeeds, 'db'>,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  operation: keyof typeof activityDeskEndpoints,
  id: string,
): Promise<store.ActivityRow> {
  const [activity] = await db.read<store.ActivityRow>(scope, store.activityById(me.region, id))
  if (!activity) throw notFound()
  demand(policy.operations[operation], me, standingAt(me, activity.path))
  return activity
}

async function assertKnown(
  needs: ActivityNeeds,
  region: number,
  { kind, theme, startsAt, endsAt }: PlanActivityBody | ChangeActivityBody,
): Promise<void> {
  const { kinds, themes } = await needs.terms(region)
  if (!kinds.some(({ key }) => key === kind))
    throw invalid([{ field: 'kind', message: '没有这一类活动，请重新选。' }])
  if (theme !== null && !themes.some(({ key }) => key === theme))
    throw invalid([{ field: 'theme', message: '没有这个主题，请重新选。' }])
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  if (length <= 0 || length > LONGEST)
    throw invalid([{ field: 'endsAt', message: '结束要晚于开始，一场不超过三天。' }])
}
