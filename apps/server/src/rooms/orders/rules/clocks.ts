import { type ClockKind, type DurationUnit, keptBySender, type Transition } from '@linli/contract'
import { type ClockKey, keyOf, keysAmong, keysToStart, readKey, type UnitsOfStep } from './clockKeys.ts'
import { type AlertTimes, alertTimes, type ClockRules } from './clockRules.ts'
import type { OrderFacts, RunningClock } from './facts.ts'
import type { Limit } from './limit.ts'
import {
  afterPause,
  type DuePiece,
  dueAfter,
  dueByPieces,
  dueOf,
  duePieces,
  type LimitChange,
} from './workTime.ts'

export type ClockStart = {
  readonly clock: ClockKind
  readonly unitId: string | null
  readonly limit: Limit
  readonly due: readonly DuePiece[]
  readonly alerts: AlertTimes
}
/** A clock that goes on under another limit or until another time than before; instants in milliseconds. */
export type ClockMove = {
  readonly clock: ClockKind
  readonly unitId?: string | null
  readonly limit: Limit
  readonly due: number
  readonly changes: readonly LimitChange[]
  readonly alerts: AlertTimes
  /** It was stopped, and runs again. */
  readonly wasStopped: boolean
}
export type ClockPlan = {
  readonly stops: readonly ClockKey[]
  readonly pauses: readonly ClockKey[]
  readonly moves: readonly ClockMove[]
  readonly starts: readonly ClockStart[]
  /** Clocks that go on untouched: running, or standing still. */
  readonly remain: readonly RunningClock[]
  /** Under which of the place's rules the due times were counted. */
  readonly policy: string
}

export type Extension = { readonly clock: ClockKind; readonly amount: number; readonly unit: DurationUnit }
export type Rework = { readonly share: number; readonly atLeastDays: number }
const MINUTES: { readonly [unit in DurationUnit]: number } = {
  minute: 1,
  workHour: 60,
  workDay: 1440,
  day: 1440,
}

/** The length of a limit in minutes by the clock: to compare two of them, and for events from before there was a working calendar. */
export const minutesOf = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): number => amount * MINUTES[unit]

/** What a step's clocks are counted by: the rules, whose working hours, the called units it is about, and the database's time at the look. */
export type Timing = {
  readonly rules: ClockRules
  readonly unit: string | null
  readonly now: number
  readonly units?: UnitsOfStep
}
type Ordered = Pick<OrderFacts, 'urgency' | 'item' | 'clocks' | 'rested'> &
  Partial<Pick<OrderFacts, 'channel' | 'senderDueAt'>>

/**
 * What a step does to the clocks. A step that ends the order stops all of them; an unlisted pair of clock and urgency starts
 * none. What is resumed has as much time as it had left when it was paused or stopped. No clock touches another.
 * @param ends whether the step's target state is final
 * @param rework the share of the original limit a new round gets, and its least, in days
 */
export function planClocks(
  order: Ordered,
  row: Pick<Transition, 'stops' | 'pauses' | 'starts' | 'resumes'>,
  ends: boolean,
  timing: Timing,
  rework?: Rework,
  extend?: Extension,
): ClockPlan {
  const { rules, now } = timing
  const calendar = rules.calendarOf(timing.unit)
  const alertsOf = (clock: ClockKind, limit: Limit, due: number, by = calendar): AlertTimes =>
    alertTimes(rules.alertOf(order.urgency), clock, limit, due, now, by)
  const sent = rework ? undefined : limitOfSender(order, now)
  // Whoever keeps an order calls back in its own time.
  const limits = (clock: ClockKind) =>
    clock === 'followUp' && order.channel && keptBySender(order.channel)
      ? undefined
      : clock === 'handle' && sent
        ? sent.limit
        : rules.limitOf(clock, order.urgency, order.item)
  const { stops, pauses, begins, resumes, isFree } = clocksTouched(
    order,
    row,
    ends,
    (key) => limits(readKey(key).clock) !== undefined,
    timing.units,
  )
  const starts = begins.flatMap((key) => {
    const { clock, unitId } = readKey(key)
    const whole = limits(clock)
    if (!whole) return []
    const limit = rework && clock === 'handle' ? halved(whole, rework) : whole
    const hours = unitId ? rules.calendarOf(unitId) : calendar
    const due = clock === 'handle' && sent ? [{ at: sent.due }] : duePieces(now, limit, hours)
    return [{ clock, unitId, limit, due, alerts: alertsOf(clock, limit, dueByPieces(due, now), hours) }]
  })
  const moved = (
    one: RunningClock,
    due: number,
    changes: readonly LimitChange[],
    wasStopped: boolean,
  ): ClockMove => {
    const limit = limitIn(one)
    const { clock, unitId = null } = one
    return { clock, unitId, limit, due, changes, alerts: alertsOf(clock, limit, due), wasStopped }
  }
  const resumed = resumes.flatMap((key): ClockMove[] => {
    const still = order.clocks.find((one) => keyOf(one) === key)
    const rested = still ?? order.rested?.find((one) => keyOf(one) === key)
    const since = rested?.stoppedAt ?? rested?.pausedAt
    if (!rested || !since) return []
    const pause = [Date.parse(since), now] as const
    const due = afterPause(Date.parse(rested.dueAt), limitIn(rested).unit, pause, calendar)
    return [moved(rested, due, [...(rested.changes ?? []), { pause }], still === undefined)]
  })
  const extended = order.clocks.flatMap((one): ClockMove[] => {
    if (one.clock !== extend?.clock || !isFree(keyOf(one)) || one.pausedAt) return []
    const added = { amount: extend.amount, unit: extend.unit }
    const due = dueAfter(Date.parse(one.dueAt), added, calendar)
    return [moved(one, due, [...(one.changes ?? []), { extend: added }], false)]
  })
  const moves = [...resumed, ...extended]
  const touched = new Set<ClockKey>([...stops, ...pauses, ...moves.map(keyOf)])
  return {
    stops,
    pauses,
    moves,
    starts,
    remain: order.clocks.filter((one) => !touched.has(keyOf(one))),
    policy: rules.policy,
  }
}

/** The limit that came with an order from elsewhere: it stands as it is, whatever the place's rules become. */
function limitOfSender({ senderDueAt }: Ordered, now: number): { limit: Limit; due: number } | undefined {
  if (!senderDueAt) return undefined
  const due = Date.parse(senderDueAt)
  const amount = Math.max(1, Math.round((due - now) / 60_000))
  return { limit: { amount, unit: 'minute', version: null }, due }
}

/**
 * Which clocks a step touches, whatever they are counted by.
 * @param isListed whether the place has a limit for the clock: an unlisted one does not begin
 */
export function clocksTouched(
  { clocks }: { readonly clocks: readonly TouchedClock[] },
  row: Pick<Transition, 'stops' | 'pauses' | 'starts' | 'resumes'>,
  ends: boolean,
  isListed: (key: ClockKey) => boolean,
  units: UnitsOfStep = {},
) {
  const running = clocks.map(keyOf)
  const begins = ends ? [] : keysToStart(row.starts, units).filter(isListed)
  const again = begins.filter((key) => running.includes(key))
  const stops = ends ? running : [...new Set([...keysAmong(row.stops, clocks, units), ...again])]
  const isFree = (key: ClockKey) => !ends && !begins.includes(key) && !stops.includes(key)
  const going = clocks.filter(({ pausedAt }) => !pausedAt)
  const pauses = keysAmong(row.pauses, going, units).filter(isFree)
  return { stops, pauses, begins, resumes: row.resumes.filter(isFree), isFree }
}
type TouchedClock = {
  readonly clock: ClockKind
  readonly unitId?: string | null
  readonly pausedAt?: unknown
}

/** The plan of an order that is being placed: its first clock. */
export const firstClocks = (
  order: Pick<OrderFacts, 'urgency' | 'item'>,
  rules: ClockRules,
  now: number,
): ClockPlan =>
  planClocks({ ...order, clocks: [] }, { starts: ['accept'], stops: [], pauses: [], resumes: [] }, false, {
    rules,
    unit: null,
    now,
  })

/** A limit as the clock keeps it. */
export const limitIn = ({ amount, unit, rule }: RunningClock): Limit => ({
  amount,
  unit: unit as DurationUnit, // written from a limit
  version: rule ?? null,
})

/** A rework's limit: the share of the original, at least so many days (process table, row 21). */
export function halved({ amount, unit, version }: Limit, { share, atLeastDays }: Rework): Limit {
  const part = Math.ceil(amount * share)
  if (unit === 'minute') return { amount: Math.max(part, atLeastDays * 1440), unit, version }
  if (unit === 'workHour' && part <= 8 * atLeastDays) return { amount: atLeastDays, unit: 'workDay', version }
  return { amount: unit === 'workHour' ? part : Math.max(part, atLeastDays), unit, version }
}

export type Recounted = Omit<ClockMove, 'wasStopped'> & { readonly isMoved: boolean }

/**
 * A clock counted anew under the rules in force: another limit, calendar or urgency. Its pauses and extensions are kept.
 * A second's difference is none.
 * @param startedAt in milliseconds
 */
export function recounted(
  clock: RunningClock & { readonly round: number },
  order: Pick<OrderFacts, 'urgency' | 'item'>,
  { rules, unit, now }: Timing,
  rework: Rework,
): Recounted {
  const calendar = rules.calendarOf(clock.unitId ?? unit)
  const kept = limitIn(clock)
  const inForce = rules.limitOf(clock.clock, order.urgency, order.item)
  const asRound = inForce && clock.clock === 'handle' && clock.round > 1 ? halved(inForce, rework) : inForce
  const limit = asRound && asRound.version !== kept.version ? asRound : kept
  const changes = clock.changes ?? []
  const before = Date.parse(clock.dueAt)
  const due = dueOf(Date.parse(clock.startedAt), limit, changes, calendar)
  const alerts = alertTimes(rules.alertOf(order.urgency), clock.clock, limit, due, now, calendar)
  const isMoved = Math.abs(due - before) >= 1000 || limit.amount !== kept.amount || limit.unit !== kept.unit
  const { unitId = null } = clock
  return { clock: clock.clock, unitId, limit, due: isMoved ? due : before, changes, alerts, isMoved }
}
