/** The day that Beijing's clock shows, as `2026-03-04`. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)

/** The month that Beijing's clock shows now, as `2026-03`. */
export const thisMonth = (): string => dayOf(new Date()).slice(0, 7)

/** The end of a day `2026-03-04` in Beijing, as the instant when the next begins. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

/** The last day before an instant in Beijing: what `endOfDay` was made from. */
export const lastDayBefore = (at: string): string => dayOf(new Date(Date.parse(at) - 1))
