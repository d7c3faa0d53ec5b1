import { daysTurned } from './errors.ts'

const DAY_MILLISECONDS = 86_400_000
const MOST_DAYS = 366

/** A span of a year at most that is over by today, the calendar of the place. @throws daysTurned */
export function demandDays(
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
  now: number,
): void {
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MILLISECONDS + 1
  const today = new Date(now + 8 * 3600_000).toISOString().slice(0, 10)
  if (!(days >= 1 && days <= MOST_DAYS && toOn <= today)) throw daysTurned()
}
