const DAY_MILLISECONDS = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** The days of a month that belong to a roster, and how many weekdays from Monday come before the first. */
export function monthDays(
  month: string,
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
): { readonly before: number; readonly days: readonly string[] } {
  const first = `${month}-01` > fromOn ? `${month}-01` : fromOn
  const days: string[] = []
  for (let day = first; day <= toOn && day.startsWith(month); day = dayAfter(day, 1)) days.push(day)
  return { before: (new Date(first).getUTCDay() + 6) % 7, days }
}

/** The months that a roster touches, in order. */
export function monthsOf({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }): string[] {
  const months: string[] = []
  let at = fromOn.slice(0, 7)
  while (at <= toOn.slice(0, 7)) {
    months.push(at)
    const [year = 0, month = 0] = at.split('-').map(Number)
    at = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
  }
  return months
}
