import type { CalendarDay } from '@linli/contract'

/** Public holidays of a year (国务院 《全国年节及纪念日放假办法》 of 2024, article 2). A year with fewer is not yet published, or not yet brought in. */
export const STATUTORY = 13

/** The years of which the calendar knows the public holidays. */
export function knownYears(days: readonly Pick<CalendarDay, 'key' | 'kind'>[]): ReadonlySet<number> {
  const holidays = days.filter(({ kind }) => kind === 'holiday')
  const byYear = Map.groupBy(holidays, ({ key }) => Number(key.slice(0, 4)))
  return new Set([...byYear].flatMap(([year, found]) => (found.length >= STATUTORY ? [year] : [])))
}
