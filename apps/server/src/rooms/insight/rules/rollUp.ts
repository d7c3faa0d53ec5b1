/** So much is held of so much at a place; `key` says of what. */
type Row = { readonly path: string; readonly key: string; readonly held: number; readonly wanted: number }
/** The same, summed over an area. */
export type Count = {
  readonly area: string
  readonly key: string
  readonly held: number
  readonly wanted: number
}

/** Under so many people nobody is told how many. */
export const FEWEST_PEOPLE = 3
export const PEOPLE = 'people'

/** `/`, `/s01/`, `/s01/c02/`, as deep as is counted. */
function areasOf(path: string, depth: number): string[] {
  const codes = path.split('/').filter(Boolean).slice(0, depth)
  return ['/', ...codes.map((_, at) => `/${codes.slice(0, at + 1).join('/')}/`)]
}

const above = (area: string): string => area.slice(0, area.lastIndexOf('/', area.length - 2) + 1)

/** Sums rows over every area that they lie in, the widest first. */
export function rollUp(rows: readonly Row[], depth: number): Count[] {
  const sums = new Map<string, { area: string; key: string; held: number; wanted: number }>()
  for (const { path, key, held, wanted } of rows)
    for (const area of areasOf(path, depth)) {
      const sum = sums.get(`${area} ${key}`)
      if (sum) {
        sum.held += held
        sum.wanted += wanted
      } else sums.set(`${area} ${key}`, { area, key, held, wanted })
    }
  return [...sums.values()].sort((a, b) => a.area.length - b.area.length || (a.area < b.area ? -1 : 1))
}

/**
 * What may be told of people: nothing of an area with under three, nothing below such an area, and nothing of a further
 * area where the others beside it would tell by a subtraction how many there are in one that is hidden.
 */
export function tellable(counts: readonly Count[]): Count[] {
  const people = new Map(counts.filter(({ key }) => key === PEOPLE).map(({ area, held }) => [area, held]))
  const told = new Set<string>()
  const tell = (area: string): void => {
    const parts = [...people]
      .filter(([path]) => path !== area && above(path) === area)
      .sort(([, a], [, b]) => a - b)
    const shown = parts.filter(([, held]) => held >= FEWEST_PEOPLE)
    const rest = (): number => (people.get(area) ?? 0) - shown.reduce((sum, [, held]) => sum + held, 0)
    while (shown.length > 0 && rest() > 0 && rest() < FEWEST_PEOPLE) shown.shift()
    told.add(area)
    for (const [path] of shown) tell(path)
  }
  if ((people.get('/') ?? 0) >= FEWEST_PEOPLE) tell('/')
  return counts.filter(({ area }) => told.has(area))
}
