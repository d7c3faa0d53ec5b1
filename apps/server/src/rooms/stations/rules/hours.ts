import type { CalendarDay, Words } from '@linli/contract'
import type { DayHours, Hours, OpenNow, Span } from '@linli/contract/stations/shapes'
import { WEEKDAYS } from '@linli/contract/stations/words'

/** A stretch of opening, in milliseconds of the Unix epoch: from `from` on, before `to`. */
export type Stretch = { readonly from: number; readonly to: number; readonly duty: boolean }
/** Days of the region's calendar that are not what their weekday says, by day. */
export type Calendar = ReadonlyMap<string, Pick<CalendarDay, 'kind' | 'name'>>
/** Hours, and between which moments the station stands there at all; null without an end. */
export type Standing = { readonly hours: Hours; readonly from: number | null; readonly to: number | null }

const DAY = 86_400_000
const ZONE = 8 * 3_600_000 // every region of the house keeps Beijing time, which knows no summer time
const AHEAD = 15

/** The day of a moment by the region's clock, `2026-10-01`. */
export const dayOf = (at: number): string => new Date(at + ZONE).toISOString().slice(0, 10)
/** When a day begins by the region's clock. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ZONE
/** The day so many days after another. */
export const dayAfter = (day: string, days = 1): string => dayOf(startOf(day) + days * DAY)

type Rule = {
  readonly spans: readonly Span[]
  readonly holiday: Words | null
  readonly note: string | null
  readonly place: string | null
}

/** Which hours hold on a day: those of the day itself, of a public holiday, of the week. A worked weekend day is a Monday. */
export function ruleOf(hours: Hours, day: string, calendar: Calendar): Rule {
  const moved = calendar.get(day)
  const holiday = moved?.kind === 'holiday' ? moved.name : null
  const own = hours.days.find((one) => one.day === day)
  if (own) return { spans: own.spans, holiday, note: own.note ?? null, place: own.place ?? null }
  if (holiday) return { spans: hours.holidays, holiday, note: null, place: null }
  const weekday = moved ? 'monday' : WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]
  return { spans: weekday ? hours.week[weekday] : [], holiday: null, note: null, place: null }
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The stretches of a day as they are written, in order; the last may end on the next day. */
function writtenOn({ hours, from, to }: Standing, day: string, calendar: Calendar): Stretch[] {
  const start = startOf(day)
  return ruleOf(hours, day, calendar)
    .spans.map((span) => {
      const begins = minutes(span.from)
      const ends = minutes(span.to)
      const length = ends > begins ? ends - begins : ends + 1440 - begins
      return {
        from: Math.max(start + begins * 60_000, from ?? Number.NEGATIVE_INFINITY),
        to: Math.min(start + (begins + length) * 60_000, to ?? Number.POSITIVE_INFINITY),
        duty: span.duty,
      }
    })
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * The stretches that begin on a day, in order and apart from one another: what begins earlier goes first, and a night
 * ends where the next day's hours begin.
 */
export function stretchesOf(standing: Standing, day: string, calendar: Calendar): Stretch[] {
  const morning = writtenOn(standing, dayAfter(day), calendar)[0]?.from ?? Number.POSITIVE_INFINITY
  const tomorrow = startOf(dayAfter(day))
  const apart: Stretch[] = []
  for (const one of writtenOn(standing, day, calendar)) {
    const from = Math.max(one.from, apart.at(-1)?.to ?? one.from)
    const to = Math.min(one.to, morning)
    if (to > from && from < tomorrow) apart.push({ from, to, duty: one.duty })
  }
  return apart
}

/**
 * Open now until when, or closed until when; stretches that touch are one. What goes on for a fortnight has no end, also where
 * hours of duty take turns with open ones: a shop by day and night that is on duty on holidays never closes.
 */
export function openAt(standing: Standing, at: number, calendar: Calendar): OpenNow {
  const first = standing.from !== null && standing.from > at ? dayOf(standing.from) : dayOf(at)
  const all = Array.from({ length: AHEAD + 1 }, (_, n) => dayAfter(first, n - 1))
    .flatMap((day) => stretchesOf(standing, day, calendar))
    .filter(({ to }) => to > at)
    .sort((a, b) => a.from - b.from)
  const now = all.find(({ from }) => from <= at)
  if (!now) return { state: 'closed', until: null, next: iso(all[0]?.from) }
  const isAlways = endOf(now, all) >= startOf(dayAfter(first, AHEAD))
  const alike = all.filter(({ duty }) => duty === now.duty)
  return { state: now.duty ? 'duty' : 'open', until: isAlways ? null : iso(endOf(now, alike)), next: null }
}

/** Where a stretch ends with all that follows it without a gap. */
const endOf = (now: Stretch, following: readonly Stretch[]): number =>
  following.reduce((until, { from, to }) => (from <= until ? Math.max(until, to) : until), now.to)

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())

/** The hours of some days as they are, each with the holiday or the note that explains it. */
export function daysFrom(standing: Standing, day: string, count: number, calendar: Calendar): DayHours[] {
  return Array.from({ length: count }, (_, n) => dayAfter(day, n)).map((one) => {
    const { holiday, note, place } = ruleOf(standing.hours, one, calendar)
    const spans = stretchesOf(standing, one, calendar).map(({ from, to, duty }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      duty,
    }))
    return { day: one, spans, holiday, note, place }
  })
}

export type Slot = { readonly startsAt: number; readonly endsAt: number }

/** The slots of a day: each stretch is cut from its beginning; what is left over at its end is no slot. */
export function slotsOf(standing: Standing, day: string, length: number, calendar: Calendar): Slot[] {
  const step = length * 60_000
  return stretchesOf(standing, day, calendar).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / step) }, (_, n) => ({
      startsAt: from + n * step,
      endsAt: from + (n + 1) * step,
    })),
  )
}
