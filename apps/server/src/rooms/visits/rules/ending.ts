/** The last days of a campaign in which whoever answers for it is told of doors that are left. */
const LAST_DAYS = 2
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Whether a campaign's end is near: not on its first day, since nobody had time to walk. Days as `2026-11-30`. */
export const isEnding = (from: string, to: string, today: string): boolean =>
  today > from && today <= to && daysBetween(today, to) <= LAST_DAYS
