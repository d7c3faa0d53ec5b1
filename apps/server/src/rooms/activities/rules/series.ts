import type { Repeat } from '@linli/contract/activities/shapes'

/** Days of the region's calendar that are not what their weekday says. */
export type Days = ReadonlyMap<string, 'holiday' | 'workday'>
/** One occasion, in milliseconds of the Unix epoch. */
export type Occasion = { readonly startsAt: number; readonly endsAt: number }

const DAY = 86_400_000
const ZONE = 8 * 3_600_000 // every region of the house keeps Beijing time, which knows no summer time
export const MOST_DATES = 100
const MOST_DAYS = 400

const dayOf = (at: number): string => new Date(at + ZONE).toISOString().slice(0, 10)
/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/**
 * The dates of an activity: the first as it is written, then the same time on each of the weekdays until the last day. A
 * public holiday is left out; a weekend day that is worked counts as a Monday, as in the hours of stations.
 * @returns none when the last day lies before the first, or when there would be more than a hundred
 */
export function datesOf(first: Occasion, repeat: Repeat | null, days: Days): readonly Occasion[] {
  if (!repeat) return [first]
  const dates: Occasion[] = [first]
  if (repeat.until < dayOf(first.startsAt)) return []
  for (let n = 1; n <= MOST_DAYS; n += 1) {
    const startsAt = first.startsAt + n * DAY
    const day = dayOf(startsAt)
    if (day > repeat.until) return dates
    const moved = days.get(day)
    const weekday = moved === 'workday' ? 1 : weekdayOf(day)
    if (moved === 'holiday' || !repeat.weekdays.includes(weekday)) continue
    dates.push({ startsAt, endsAt: first.endsAt + n * DAY })
    if (dates.length > MOST_DATES) return []
  }
  return []
}
