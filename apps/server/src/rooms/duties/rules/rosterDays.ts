import type { RosterShift } from '@linli/contract/duties/shapes'
import type { RosterMember, RosterTask } from './rosterTask.ts'

const DAY_MILLISECONDS = 86_400_000
const SATURDAY = 6

type Span = { readonly fromOn: string; readonly toOn: string }
type Terms = Span & {
  readonly restHours: number
  readonly weekHours: number
  readonly shifts: readonly RosterShift[]
  /** Minutes since the first day's midnight. */
  readonly now: number
}
/** Somebody who comes, with days as dates. */
export type Coming = Omit<RosterMember, 'offDays' | 'wishDays'> & {
  readonly offDays: readonly string[]
  readonly wishDays?: readonly string[]
}

/** A roster in days and minutes. @param freeDays as `freeDaysOf` says */
export function taskOf(
  roster: Terms,
  posts: RosterTask['posts'],
  members: readonly Coming[],
  freeDays: readonly number[],
): RosterTask {
  const dayOf = (date: string): number => (Date.parse(date) - Date.parse(roster.fromOn)) / DAY_MILLISECONDS
  return {
    days: dayOf(roster.toOn) + 1,
    now: roster.now,
    firstWeekday: weekdayOf(roster.fromOn),
    freeDays,
    restMinutes: roster.restHours * 60,
    weekMinutes: roster.weekHours * 60,
    shifts: roster.shifts.map(({ key, start, minutes, on }) => ({
      key,
      start: minuteOf(start),
      minutes,
      on,
    })),
    posts,
    members: members.map(({ wishDays = [], ...member }) => ({
      ...member,
      offDays: member.offDays.map(dayOf),
      wishDays: wishDays.map(dayOf),
    })),
  }
}

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
/** A month that is nearly over is taken together with the next. */
const SHORT_DAYS = 10

/** The month after a roster: from the day after its last to the end of that month, or of the next where that is near. */
export function nextSpan(toOn: string): Span {
  const fromOn = dateAfter(toOn, 1)
  const first = new Date(fromOn)
  const endOf = (month: number): string =>
    new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).toISOString().slice(0, 10)
  const near = endOf(first.getUTCMonth())
  return { fromOn, toOn: dateAfter(fromOn, SHORT_DAYS) > near ? endOf(first.getUTCMonth() + 1) : near }
}

/** Whether a day is a weekend day or a holiday. @param calendar holidays (true) and worked weekends (false) */
export const isFreeDay = (date: string, calendar: ReadonlyMap<string, boolean>): boolean =>
  calendar.get(date) ?? weekdayOf(date) >= SATURDAY

/** Weekends and holidays of a span, counted from its first day. @param calendar holidays (true) and worked weekends (false) */
export function freeDaysOf({ fromOn, toOn }: Span, calendar: ReadonlyMap<string, boolean>): number[] {
  const free: number[] = []
  for (let day = 0; ; day += 1) {
    const date = dateAfter(fromOn, day)
    if (date > toOn) return free
    if (isFreeDay(date, calendar)) free.push(day)
  }
}

/** The same days as dates. */
export const freeDatesOf = (span: Span, calendar: ReadonlyMap<string, boolean>): string[] =>
  freeDaysOf(span, calendar).map((day) => dateAfter(span.fromOn, day))

/** A roster's shift on one of its days, in minutes from that day's midnight; none where it is not served then. */
export function shiftOn(
  { fromOn, toOn, shifts }: Span & Pick<Terms, 'shifts'>,
  day: string,
  key: string,
  calendar: ReadonlyMap<string, boolean>,
): { readonly start: number; readonly minutes: number } | undefined {
  const shift = shifts.find((one) => one.key === key)
  if (!shift || day < fromOn || day > toOn) return undefined
  if (shift.on !== undefined && (shift.on === 'freeDay') !== isFreeDay(day, calendar)) return undefined
  return { start: minuteOf(shift.start), minutes: shift.minutes }
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7
/** `08:30` in minutes. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
