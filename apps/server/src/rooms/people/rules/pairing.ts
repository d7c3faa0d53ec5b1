/** Whoever is to be paired anywhere, as a unit that reports nowhere yet, has no way to anybody. */
type Place = { readonly x: number; readonly y: number; readonly count: number; readonly isAnywhere?: boolean }

/**
 * 结对 as a transport problem: those who are to be paired, counted where they live, and those who take them, each between
 * a least and a most. Hubs and households, members and households, units and communities are the same task.
 */
export type PairingTask = {
  /** Where so many are to be paired; metres on a plane. */
  readonly places: readonly Place[]
  readonly takers: readonly { readonly x: number; readonly y: number }[]
  /** The preset's limits: 10 to 20 or 20 to 30 households a hub. */
  readonly least: number
  readonly most: number
  /** Only so many of the nearest takers come into question for a place. */
  readonly near: number
}

export type Pair = { readonly place: number; readonly taker: number; readonly count: number }
export type Pairing = {
  readonly pairs: readonly Pair[]
  /** How many of each place are left without anybody. */
  readonly left: readonly number[]
  readonly loads: readonly number[]
}

/** Whether a promise can hold at all, in figures: takers x least to takers x most against those to be paired. */
export type PromiseFigures = {
  readonly wanted: number
  readonly least: number
  readonly most: number
  readonly short: number
  readonly idle: number
}

/**
 * The arithmetic of a promise: so many to be paired, so many takers, each between a least and a most. `short` of a whole is
 * less than the sum of its parts where one part has takers to spare: a taker may look after homes of the next community,
 * so this many are left by no plan at all, and a plan of one community by itself leaves that community's own figure.
 */
export function figuresOf(
  wanted: number,
  takers: number,
  { least, most }: { readonly least: number; readonly most: number },
): PromiseFigures {
  const [lowest, highest] = [takers * least, takers * most]
  return {
    wanted,
    least: lowest,
    most: highest,
    short: Math.max(0, wanted - highest),
    idle: Math.max(0, lowest - wanted),
  }
}

/** The same of a whole task, before anybody is paired. */
export const promiseOf = ({ places, takers, ...limits }: PairingTask): PromiseFigures =>
  figuresOf(
    places.reduce((sum, { count }) => sum + count, 0),
    takers.length,
    limits,
  )

/** Leaving one without anybody, and a taker with too few, cost more than any way in the place. */
const LEFT_COST = 1_000_000
const SHORT_COST = 100_000

/** Columns with a cost and rows over them, as the kernel's solver takes it. */
type Program = {
  readonly columns: readonly { readonly cost: number; readonly upper: null }[]
  readonly rows: readonly {
    readonly terms: readonly (readonly [column: number, factor: number])[]
    readonly least: number | null
    readonly most: number | null
  }[]
}
type Arc = { readonly place: number; readonly taker: number; readonly metres: number }

/**
 * The task as a linear program: least way in all, as few left as possible, loads between least and most where it can be.
 * Every constraint counts flow out of a place or into a taker, so the matrix is that of a network and totally unimodular
 * (Hoffman and Kruskal 1956): with whole counts and limits the solver's corner is whole, and best, without rounding.
 */
export function pairingProgram(task: PairingTask): { program: Program; arcs: readonly Arc[] } {
  const { places, takers, least, most } = task
  const arcs = arcsOf(task)
  const columns = [
    ...arcs.map(({ metres }) => ({ cost: metres, upper: null })),
    ...places.map(() => ({ cost: LEFT_COST, upper: null })),
    ...takers.map(() => ({ cost: SHORT_COST, upper: null })),
  ]
  const out = places.map((_, place): [number, number][] => [[arcs.length + place, 1]])
  const into = takers.map((): [number, number][] => [])
  for (const [column, { place, taker }] of arcs.entries()) {
    out[place]?.push([column, 1])
    into[taker]?.push([column, 1])
  }
  const reached = into.flatMap((terms, taker) => (terms.length > 0 ? [{ terms, taker }] : []))
  const rows = [
    ...out.map((terms, place) => ({
      terms,
      least: places[place]?.count ?? 0,
      most: places[place]?.count ?? 0,
    })),
    ...reached.map(({ terms }) => ({ terms, least: null, most })),
    ...reached.map(({ terms, taker }) => ({
      terms: [...terms, [arcs.length + places.length + taker, 1] as const],
      least,
      most: null,
    })),
  ]
  return { program: { columns, rows }, arcs }
}

/** The pairs that the solver's values stand for. */
export function pairingOf(task: PairingTask, arcs: readonly Arc[], values: readonly number[]): Pairing {
  const whole = (column: number): number => Math.round(values[column] ?? 0)
  const loads = task.takers.map(() => 0)
  const pairs = arcs.flatMap(({ place, taker }, column) => {
    const count = whole(column)
    if (count === 0) return []
    loads[taker] = (loads[taker] ?? 0) + count
    return { place, taker, count }
  })
  return { pairs, loads, left: task.places.map((_, place) => whole(arcs.length + place)) }
}

/** The floor to compare with: each place in turn to its nearest takers that have room. */
export function nearestFirst(task: PairingTask): Pairing {
  const loads = task.takers.map(() => 0)
  const left = task.places.map(({ count }) => count)
  const pairs: Pair[] = []
  for (const { place, taker } of arcsOf(task)) {
    const count = Math.min(left[place] ?? 0, task.most - (loads[taker] ?? 0))
    if (count === 0) continue
    loads[taker] = (loads[taker] ?? 0) + count
    left[place] = (left[place] ?? 0) - count
    pairs.push({ place, taker, count })
  }
  return { pairs, loads, left }
}

/** The way of all pairs together, in metres. */
export const wayOf = ({ places, takers }: PairingTask, { pairs }: Pairing): number =>
  pairs.reduce((sum, { place, taker, count }) => sum + count * metresBetween(places[place], takers[taker]), 0)

/** Each place with its nearest takers, the nearest first. */
function arcsOf({ places, takers, near }: PairingTask): Arc[] {
  return places.flatMap((from, place) =>
    takers
      .map((to, taker) => ({ place, taker, metres: metresBetween(from, to) }))
      .sort((a, b) => a.metres - b.metres || a.taker - b.taker)
      .slice(0, near),
  )
}

type Point = Pick<Place, 'x' | 'y' | 'isAnywhere'>
/** Whole metres: costs of the program are integers. */
const metresBetween = (a: Point | undefined, b: Point | undefined): number =>
  a && b && !a.isAnywhere ? Math.round(Math.hypot(a.x - b.x, a.y - b.y)) : 0
