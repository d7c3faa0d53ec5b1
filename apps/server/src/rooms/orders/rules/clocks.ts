import { type ClockKind, type DurationUnit, keptBySender, type Transition } from '@linli/contract'
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
  readonly limit: Limit
  readonly due: readonly DuePiece[]
  readonly alerts: AlertTimes
}
/** A clock that goes on under another limit or until another time than before; instants in milliseconds. */
export type ClockMove = {
  readonly clock: ClockKind
  readonly limit: Limit
  readonly due: number
  readonly changes: readonly LimitChange[]
  readonly alerts: AlertTimes
  /** It was stopped, and runs again. */
  readonly wasStopped: boolean
}
export type ClockPlan = {
  readonly stops: readonly ClockKind[]
  readonly pauses: readonly ClockKind[]
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

/** What a step's clocks are counted by: the rules, whose working hours, and the database's time at the look. */
export type Timing = { readonly rules: ClockRules; readonly unit: string | null; readonly now: number }
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
  const alertsOf = (clock: ClockKind, limit: Limit, due: number): AlertTimes =>
    alertTimes(rules.alertOf(order.urgency), clock, limit, due, now, calendar)
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
    (clock) => limits(clock) !== undefined,
  )
  const starts = begins.flatMap((clock) => {
    const whole = limits(clock)
    if (!whole) return []
    const limit = rework && clock === 'handle' ? halved(whole, rework) : whole
    const due = clock === 'handle' && sent ? [{ at: sent.due }] : duePieces(now, limit, calendar)
    return [{ clock, limit, due, alerts: alertsOf(clock, limit, dueByPieces(due, now)) }]
  })
  const moved = (
    one: RunningClock,
    due: number,
    changes: readonly LimitChange[],
    wasStopped: boolean,
  ): ClockMove => {
    const limit = limitIn(one)
    return { clock: one.clock, limit, due, changes, alerts: alertsOf(one.clock, limit, due), wasStopped }
  }
  const resumed = resumes.flatMap((clock): ClockMove[] => {
    const still = order.clocks.find((one) => one.clock === clock)
    const rested = still ?? order.rested?.find((one) => one.clock === clock)
    const since = rested?.stoppedAt ?? rested?.pausedAt
    if (!rested || !since) return []
    const pause = [Date.parse(since), now] as const
    const due = afterPause(Date.parse(rested.dueAt), limitIn(rested).unit, pause, calendar)
    return [moved(rested, due, [...(rested.changes ?? []), { pause }], still === undefined)]
  })
  const extended = order.clocks.flatMap((one): ClockMove[] => {
    if (one.clock !== extend?.clock || !isFree(one.clock) || one.pausedAt) return []
    const added = { amount: extend.amount, unit: extend.unit }
    const due = dueAfter(Date.parse(one.dueAt), added, calendar)
    return [moved(one, due, [...(one.changes ?? []), { extend: added }], false)]
  })
  const moves = [...resumed, ...extended]
  const touched = new Set<ClockKind>([...stops, ...pauses, ...moves.map(({ clock }) => clock)])
  return {
    stops,
    pauses,
    moves,
    starts,
    remain: order.clocks.filter(({ clock }) => !touched.has(clock)),
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
  { clocks }: { readonly clocks: readonly { readonly clock: ClockKind; readonly pausedAt?: unknown }[] },
  row: Pick<Transition, 'stops' | 'pauses' | 'starts' | 'resumes'>,
  ends: boolean,
  isListed: (clock: ClockKind) => boolean,
) {
  const runs = (clock: ClockKind) => clocks.some((running) => running.clock === clock)
  const begins = ends ? [] : row.starts.filter(isListed)
  const stops = ends ? clocks.map(({ clock }) => clock) : [...new Set([...row.stops, ...begins])].filter(runs)
  const isFree = (clock: ClockKind) => !ends && !begins.includes(clock) && !stops.includes(clock)
  const pauses = row.pauses.filter(
    (clock) => isFree(clock) && clocks.some((one) => one.clock === clock && !one.pausedAt),
  )
  return { stops, pauses, begins, resumes: row.resumes.filter(isFree), isFree }
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
  const calendar = rules.calendarOf(unit)
  const kept = limitIn(clock)
  const inForce = rules.limitOf(clock.clock, order.urgency, order.item)
  const asRound = inForce && clock.clock === 'handle' && clock.round > 1 ? halved(inForce, rework) : inForce
  const limit = asRound && asRound.version !== kept.version ? asRound : kept
  const changes = clock.changes ?? []
  const before = Date.parse(clock.dueAt)
  const due = dueOf(Date.parse(clock.startedAt), limit, changes, calendar)
  const alerts = alertTimes(rules.alertOf(order.urgency), clock.clock, limit, due, now, calendar)
  const isMoved = Math.abs(due - before) >= 1000 || limit.amount !== kept.amount || limit.unit !== kept.unit
  return { clock: clock.clock, limit, due: isMoved ? due : before, changes, alerts, isMoved }
}
