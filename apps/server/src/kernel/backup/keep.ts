import { madeAt } from './manifest.ts'

const DAY = 86_400_000
const CHINA = 8 * 3_600_000

/**
 * The backups that may go: of the newest `days` days, `weeks` weeks (from Monday) and `months` months that have one, the
 * last of each stays, by China's calendar. A day without a backup takes no place, so that a pause never empties the shelf.
 * @param names what the vault holds; names that are not ours are never named
 */
export function expendable(
  names: readonly string[],
  keep: { readonly days: number; readonly weeks: number; readonly months: number },
): string[] {
  const ours = names
    .map((name) => ({ name, at: madeAt(name) }))
    .filter((one): one is { name: string; at: Date } => one.at !== undefined)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.name < b.name ? 1 : -1))
  const day = (at: Date): number => Math.floor((at.getTime() + CHINA) / DAY)
  const kept = new Set<string>()
  const stay = (most: number, period: (at: Date) => number | string): void => {
    const seen = new Set<number | string>()
    for (const { name, at } of ours) {
      if (seen.has(period(at))) continue
      if (seen.size === most) return
      seen.add(period(at))
      kept.add(name)
    }
  }
  stay(keep.days, day)
  stay(keep.weeks, (at) => Math.floor((day(at) + 3) / 7)) // the first day of 1970 was a Thursday
  stay(keep.months, (at) => new Date(at.getTime() + CHINA).toISOString().slice(0, 7))
  return ours.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
