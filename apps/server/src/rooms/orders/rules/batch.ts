import type { OfferRule } from '@linli/contract'

/** A way that the pool's rules leave open: this helper may have this order, so many minutes on foot away. */
export type Way = { readonly order: number; readonly helper: number; readonly minutes: number }
/** Orders that wait, with how long they have; helpers who are free, by their number. */
export type BatchTask = {
  /** Minutes that each order has waited. */
  readonly waited: readonly number[]
  readonly helpers: number
  readonly ways: readonly Way[]
}

/** Columns with a cost and rows over them, as the kernel's solver takes it. */
type Program = {
  readonly columns: readonly { readonly cost: number; readonly upper: number }[]
  readonly rows: readonly {
    readonly terms: readonly (readonly [column: number, factor: number])[]
    readonly least: null
    readonly most: number
  }[]
}

/** Of a helper only so many of the nearest orders come into question, and as many of those that have waited longest. */
const NEAR = 24
/** Serving one more is worth more than any way. */
const SERVED = 100_000
/** An hour of waiting weighs like so many minutes on foot: what is far is not left for ever. */
const WEIGHT_OF_AN_HOUR = 6

/**
 * Whether there are too few helpers for what waits: more orders wait than the place's share of those who are free.
 * Below it the first who says yes has an order, and nothing is reckoned.
 */
export const isShort = (
  { waiting, free }: { readonly waiting: number; readonly free: number },
  { shortagePercent, shortageLeast }: Pick<OfferRule, 'shortagePercent' | 'shortageLeast'>,
): boolean => waiting >= shortageLeast && waiting * 100 > free * shortagePercent

/** The ways that are reckoned with: of each helper the nearest, and those to the orders that have waited longest. */
export function waysInQuestion({ waited, ways }: BatchTask): readonly Way[] {
  const kept = new Set<Way>()
  for (const mine of Map.groupBy(ways, ({ helper }) => helper).values()) {
    for (const way of mine.toSorted((a, b) => a.minutes - b.minutes).slice(0, NEAR)) kept.add(way)
    const longest = mine.toSorted((a, b) => (waited[b.order] ?? 0) - (waited[a.order] ?? 0))
    for (const way of longest.slice(0, NEAR)) kept.add(way)
  }
  return [...kept]
}

/**
 * The batch as an assignment: as many orders as can be have somebody, each helper one, with the least way in all, and a
 * little less for what has waited long. Its rows count orders and helpers, so the best values are whole by themselves.
 */
export function batchProgram(task: BatchTask, ways: readonly Way[]): Program {
  const rowsOf = (key: 'order' | 'helper') =>
    [...Map.groupBy(ways.keys(), (index) => ways[index]?.[key]).values()].map((columns) => ({
      terms: columns.map((column) => [column, 1] as const),
      least: null,
      most: 1,
    }))
  return {
    columns: ways.map(({ order, minutes }) => ({
      cost: minutes - SERVED - ((task.waited[order] ?? 0) / 60) * WEIGHT_OF_AN_HOUR,
      upper: 1,
    })),
    rows: [...rowsOf('order'), ...rowsOf('helper')],
  }
}

/** The pairs of the solver's answer. */
export const batchPairs = (ways: readonly Way[], values: readonly number[]): readonly Way[] =>
  ways.filter((_, index) => (values[index] ?? 0) > 0.5)

/** 先近后远: the order that has waited longest has the nearest who is free, and so on. What is done without a batch. */
export function nearestFirst({ waited, ways }: BatchTask): readonly Way[] {
  const taken = new Set<number>()
  const of = Map.groupBy(ways, ({ order }) => order)
  const orders = [...of.keys()].toSorted((a, b) => (waited[b] ?? 0) - (waited[a] ?? 0) || a - b)
  return orders.flatMap((order) => {
    let nearest: Way | undefined
    for (const way of of.get(order) ?? [])
      if (!taken.has(way.helper) && (!nearest || way.minutes < nearest.minutes)) nearest = way
    if (!nearest) return []
    taken.add(nearest.helper)
    return [nearest]
  })
}
