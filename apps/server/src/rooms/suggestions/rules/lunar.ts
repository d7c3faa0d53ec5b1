/** A day of the calendar, `2026-02-17`. */
export type Day = string

const MILLISECONDS_A_DAY = 86_400_000
/**
 * The lunar years by the day of their beginning (春节) and their months: L has 30 days, s 29, and B or b is a leap month of
 * 30 or 29. As the almanacs of the Hong Kong Observatory print them; the calendar in ICU is a day off in some months.
 */
const YEARS = `
  2015-02-19 sLssLsLLLsLs
  2016-02-08 LsLssLsLLsLL
  2017-01-28 sLsLssBsLsLLL
  2018-02-16 sLsLssLsLsLL
  2019-02-05 LsLsLssLssLL
  2020-01-25 sLLLbLssLsLsL
  2021-02-12 sLLsLsLsLsLs
  2022-02-01 LsLsLLsLsLsL
  2023-01-22 sLbsLLsLLsLsL
  2024-02-10 sLssLsLLsLLs
  2025-01-29 LsLssLbLsLLLs
  2026-02-17 LsLssLssLLLs
  2027-02-06 LLsLssLssLLs
  2028-01-26 LLLsLbsLssLLs
  2029-02-13 LLsLsLsLssLL
  2030-02-03 sLsLLsLsLsLs
  2031-01-23 sLLbLsLLsLsLs
  2032-02-11 LssLsLLsLLsL
  2033-01-31 sLssLsLsLLLbL
  2034-02-19 sLssLsLsLLsL
  2035-02-08 LsLssLssLLsL
  2036-01-28 LLsLssBssLsLL
  2037-02-15 LLsLssLssLsL
  2038-02-04 LLsLsLsLssLs
  2039-01-24 LLsLLbLsLsLss
  2040-02-12 LsLLsLsLLsLs
  2041-02-01 sLsLsLLsLLsL
  2042-01-22 sLbsLsLsLLsLL
  2043-02-10 sLssLssLLsLL
  2044-01-30 LsLssLsbLsLLL
  2045-02-17 LsLssLssLsLL
  2046-02-06 LsLsLsLssLsL
  2047-01-26 LsLLsBsLssLsL
  2048-02-14 sLLsLLsLssLs
  2049-02-02 LsLsLLsLLsLs
  2050-01-23 sLsBsLsLLsLLs
`
  .trim()
  .split('\n')
  .map((line) => {
    const [first = '', months = ''] = line.trim().split(' ')
    return { first, months }
  })

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

/** A day of one lunar year; `day` 0 is the last of its month. A leap month is left out: nobody means it without saying so. */
function dayIn({ first, months }: (typeof YEARS)[number], month: number, day: number): Day | undefined {
  let days = 0
  let number = 0
  for (const length of months) {
    const has = length === 'L' || length === 'B' ? 30 : 29
    if (length === 'L' || length === 's') {
      number += 1
      if (number === month) return day <= has ? addDays(first, days + (day === 0 ? has : day) - 1) : undefined
    }
    days += has
  }
  return undefined
}

/** The last such day of the lunar calendar up to `now`, and the next one; neither outside the years that are known. */
export function lunarDays(
  now: Day,
  month: number,
  day: number,
): { last: Day | undefined; next: Day | undefined } {
  const days = YEARS.flatMap((year) => dayIn(year, month, day) ?? [])
  return { last: days.findLast((one) => one <= now), next: days.find((one) => one > now) }
}

/** The day of the lunar year that begins in a year of the other calendar. */
export function lunarDayOf(year: number, month: number, day: number): Day | undefined {
  const found = YEARS.find(({ first }) => first.startsWith(`${year}-`))
  return found && dayIn(found, month, day)
}
