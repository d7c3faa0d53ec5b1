import type { AlertRule, ClockKind, Urgency } from '@linli/contract'
import type { Limit, LimitOf } from './limit.ts'
import { DAY, dayOf, dueAfter, isWorking, type WorkCalendar, workingTimeBefore } from './workTime.ts'

/** What of the place's rules decides about clocks. */
export type ClockRules = {
  readonly limitOf: LimitOf
  /** The working calendar of the region, or of a unit with hours of its own. */
  calendarOf(unit: string | null): WorkCalendar
  alertOf(urgency: Urgency): AlertRule | undefined
  /** Says which rules these are, and sorts: another limit, week or day makes a later one. */
  readonly policy: string
}

/** When the owner of a limit is warned, and when the level above is told; milliseconds. */
export type AlertTimes = { readonly warn: number | null; readonly escalate: number | null }

const MINUTE = 60_000
/** 21:00 to 7:00 by the region's clock nobody is told of what is not urgent. */
const NIGHT = { from: 21, to: 7 }
const EVENING = 20
const hourOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCHours()
export const isNight = (at: number): boolean => hourOf(at) >= NIGHT.from || hourOf(at) < NIGHT.to
const clockTime = (day: number, hour: number): number => day * DAY + (hour - 8) * 60 * MINUTE

/** The first moment from an instant on that is not at night. */
export const morningOf = (at: number): number =>
  isNight(at) ? clockTime(dayOf(at) + (hourOf(at) >= NIGHT.from ? 1 : 0), NIGHT.to) : at

/**
 * Around a deadline: a warning at a share of the limit, an escalation some time after it, neither at night unless it is
 * urgent. An escalation counts from now where the deadline has passed already: what runs again does not escalate at once.
 */
export function alertTimes(
  rule: AlertRule | undefined,
  clock: ClockKind,
  limit: Limit,
  due: number,
  now: number,
  calendar: WorkCalendar,
): AlertTimes {
  if (!rule) return { warn: null, escalate: null }
  const late = dueAfter(Math.max(due, now), rule.escalateAfter, calendar)
  const escalate = rule.quietAtNight ? morningOf(late) : late
  const length = lengthOf(limit, calendar)
  // An offer that nobody takes is widened wave by wave: there is nobody to warn.
  if (clock === 'claim' || length < rule.shortestMinutes * MINUTE) return { warn: null, escalate }
  const rest = Math.round(length * (1 - rule.warnShare))
  const early = isWorking(limit.unit) ? workingTimeBefore(due, rest, calendar) : due - rest
  const warn = rule.quietAtNight && isNight(early) ? awake(early, due) : early
  return { warn: warn > now && warn < due ? warn : null, escalate }
}

/** In the morning, or on the evening before when the morning would be too late. */
function awake(at: number, due: number): number {
  const morning = morningOf(at)
  return morning < due ? morning : clockTime(dayOf(morning) - 1, EVENING)
}

/** A limit's length in milliseconds, in working time where it is counted so. */
function lengthOf({ amount, unit }: Limit, calendar: WorkCalendar): number {
  if (unit === 'workDay') return amount * calendar.dayLength
  return amount * (unit === 'minute' ? MINUTE : unit === 'workHour' ? 60 * MINUTE : DAY)
}
