import type { RosterShift } from '@linli/contract/duties/shapes'
import type { RosterMember, RosterTask } from './rosterTask.ts'

const DAY_MILLISECONDS = 86_400_000
const SATURDAY = 6

type Span = { readonly fromOn: string; readonly toOn: string }
type Terms = Span & {
  readonly restHours: number
  readonly weekHours: number
  readonly shifts: readonly RosterShift[]
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

/** Weekends and holidays of a span, counted from its first day. @param calendar holidays (true) and worked weekends (false) */
export function freeDaysOf({ fromOn, toOn }: Span, calendar: ReadonlyMap<string, boolean>): number[] {
  const free: number[] = []
  for (let day = 0; ; day += 1) {
    const date = new Date(Date.parse(fromOn) + day * DAY_MILLISECONDS).toISOString().slice(0, 10)
    if (date > toOn) return free
    if (calendar.get(date) ?? weekdayOf(date) >= SATURDAY) free.push(day)
  }
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7
/** `08:30` in minutes. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
