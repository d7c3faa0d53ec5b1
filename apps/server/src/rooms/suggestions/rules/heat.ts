/** A report of a matter: whose it was and when. */
export type Report = { readonly reporter: string; readonly placedAt: string }

/** A person's report counts half after a week. */
const HALF_LIFE_DAYS = 7
const MILLISECONDS_A_DAY = 86_400_000

/** How warm a matter is: every person once, by the latest report, halved each week. Exact copies of one person add nothing. */
export function heatOf(reports: readonly Report[], now: string): number {
  const latest = new Map<string, number>()
  for (const { reporter, placedAt } of reports)
    latest.set(reporter, Math.max(latest.get(reporter) ?? 0, Date.parse(placedAt)))
  const heat = [...latest.values()].reduce(
    (sum, at) => sum + 0.5 ** (Math.max(0, Date.parse(now) - at) / MILLISECONDS_A_DAY / HALF_LIFE_DAYS),
    0,
  )
  return Math.round(heat * 100) / 100
}

/** How many people stand behind some reports. */
export const reportersOf = (reports: readonly Report[]): number =>
  new Set(reports.map(({ reporter }) => reporter)).size

/** Orders that hang together by what resembles what: the sets of at least so many. */
export function groupsOf(links: Iterable<readonly [string, string]>, least: number): string[][] {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root) ?? root
    return root
  }
  for (const [one, other] of links) {
    for (const id of [one, other]) if (!parent.has(id)) parent.set(id, id)
    parent.set(rootOf(one), rootOf(other))
  }
  const groups = new Map<string, string[]>()
  for (const id of parent.keys()) {
    const root = rootOf(id)
    groups.set(root, [...(groups.get(root) ?? []), id])
  }
  return [...groups.values()].filter((ids) => ids.length >= least).sort((a, b) => b.length - a.length)
}
