import { components } from './tarjan.ts'

/**
 * One thing a transaction did to a list: appended a value (no list is given one twice), or read all of it, in its order
 * or, of a list that is shown in another order than it was written in, as a set.
 */
export type Operation =
  | { readonly kind: 'append'; readonly list: string; readonly value: string }
  | { readonly kind: 'read'; readonly list: string; readonly values: readonly string[] }
  | { readonly kind: 'readSet'; readonly list: string; readonly values: readonly string[] }

/** A transaction as its client saw it. `unknown`: it was never answered, so it may have happened or not, and ends never. */
export type Transaction = {
  readonly id: string
  readonly outcome: 'committed' | 'aborted' | 'unknown'
  /** Moments of one clock: when it was asked for, and when it was answered. */
  readonly begun: number
  readonly ended: number
  readonly operations: readonly Operation[]
}

export type Anomaly = { readonly name: string; readonly sentence: string }
type EdgeKind = 'ww' | 'wr' | 'rw' | 'time'
type Edge = { readonly from: number; readonly to: number; readonly kind: EdgeKind; readonly why: string }

/**
 * What no serial order of the transactions could have shown, after Adya's names and in the manner of Elle (Kingsbury and
 * Alvaro, VLDB 2020): lists that are only appended to tell their versions by themselves, so each read fixes who came
 * before whom, and a cycle of such orders, with the order of real time, is an anomaly.
 */
export function anomaliesOf(history: readonly Transaction[]): Anomaly[] {
  const writers = new Map<string, number>()
  const twice: Anomaly[] = []
  for (const [at, one] of history.entries())
    for (const operation of one.operations) {
      if (operation.kind !== 'append') continue
      const entry = entryOf(operation.list, operation.value)
      const other = history[writers.get(entry) ?? -1]
      if (other && counts(other) && counts(one))
        twice.push({ name: 'written twice', sentence: `${other.id} and ${one.id} both wrote ${entry}` })
      if (!other || counts(one)) writers.set(entry, at)
    }
  const orders = versionOrders(history)
  return [
    ...twice,
    ...orders.anomalies,
    ...readFaults(history, writers),
    ...lostAppends(history),
    ...cyclesOf(history, edgesOf(history, writers, orders.longest)),
  ]
}

const entryOf = (list: string, value: string): string => JSON.stringify([list, value])
type ReadOf = Extract<Operation, { kind: 'read' }>
type SightOf = Extract<Operation, { kind: 'read' | 'readSet' }>
const sights = ({ operations }: Transaction): SightOf[] => operations.filter((one) => one.kind !== 'append')
const reads = ({ operations }: Transaction): ReadOf[] => operations.filter((one) => one.kind === 'read')
const counts = ({ outcome }: Transaction): boolean => outcome !== 'aborted'

/** The longest sight of each list; every other must be a beginning of it. */
function versionOrders(history: readonly Transaction[]) {
  const longest = new Map<string, readonly string[]>()
  const anomalies: Anomaly[] = []
  for (const one of history)
    for (const { list, values } of reads(one))
      if (values.length > (longest.get(list)?.length ?? -1)) longest.set(list, values)
  for (const one of history)
    for (const { kind, list, values } of sights(one)) {
      if (new Set(values).size !== values.length)
        anomalies.push({ name: 'duplicate', sentence: `${one.id} read ${list} with an element twice` })
      if (kind === 'read' && values.some((value, at) => longest.get(list)?.[at] !== value))
        anomalies.push({ name: 'incompatible order', sentence: `${one.id} read another order of ${list}` })
    }
  return { longest, anomalies }
}

/** G1a: what was taken back was read. G1b: what was not the last of its transaction was read as the last. */
function readFaults(history: readonly Transaction[], writers: ReadonlyMap<string, number>): Anomaly[] {
  const anomalies: Anomaly[] = []
  for (const [at, one] of history.entries())
    for (const { kind, list, values } of sights(one))
      for (const [place, value] of values.entries()) {
        const writer = writers.get(entryOf(list, value))
        const wrote = writer === undefined ? undefined : history[writer]
        if (!wrote)
          anomalies.push({
            name: 'unwritten',
            sentence: `${one.id} read ${value} in ${list}: nobody wrote it`,
          })
        else if (wrote.outcome === 'aborted')
          anomalies.push({
            name: 'G1a',
            sentence: `${one.id} read ${value} in ${list}, which ${wrote.id} took back`,
          })
        else if (
          kind === 'read' &&
          writer !== at &&
          place === values.length - 1 &&
          lastAppend(wrote, list) !== value
        )
          anomalies.push({ name: 'G1b', sentence: `${one.id} read ${list} in the middle of ${wrote.id}` })
      }
  return anomalies
}

const lastAppend = ({ operations }: Transaction, list: string): string | undefined =>
  operations.flatMap((one) => (one.kind === 'append' && one.list === list ? [one.value] : [])).at(-1)

/** What was acknowledged and is in no sight of a list that was read after it. */
function lostAppends(history: readonly Transaction[]): Anomaly[] {
  const lastRead = new Map<string, number>()
  const seen = new Set<string>()
  for (const one of history)
    for (const { list, values } of sights(one)) {
      lastRead.set(list, Math.max(lastRead.get(list) ?? Number.NEGATIVE_INFINITY, one.begun))
      for (const value of values) seen.add(entryOf(list, value))
    }
  const isLost = (one: Transaction, list: string, value: string): boolean =>
    (lastRead.get(list) ?? Number.NEGATIVE_INFINITY) > one.ended && !seen.has(entryOf(list, value))
  return history.flatMap((one) =>
    one.operations.flatMap((operation) =>
      one.outcome === 'committed' &&
      operation.kind === 'append' &&
      isLost(one, operation.list, operation.value)
        ? [{ name: 'lost append', sentence: `${operation.value} of ${one.id} is not in ${operation.list}` }]
        : [],
    ),
  )
}

/** Who came before whom: by what was written on (ww), read of (wr), not yet seen (rw), and by the clock. */
function edgesOf(
  history: readonly Transaction[],
  writers: ReadonlyMap<string, number>,
  longest: ReadonlyMap<string, readonly string[]>,
): Edge[] {
  const edges: Edge[] = []
  const add = (from: number | undefined, to: number | undefined, kind: EdgeKind, why: string): void => {
    if (from !== undefined && to !== undefined && from !== to) edges.push({ from, to, kind, why })
  }
  const writerOf = (list: string, value: string | undefined): number | undefined =>
    value === undefined ? undefined : writers.get(entryOf(list, value))
  for (const [list, values] of longest)
    for (const [at, value] of values.entries())
      add(writerOf(list, value), writerOf(list, values[at + 1]), 'ww', `wrote ${list} before`)
  for (const [at, one] of history.entries()) {
    if (!counts(one)) continue
    for (const { list, values } of reads(one)) {
      add(writerOf(list, values.at(-1)), at, 'wr', `was read in ${list} by`)
      add(
        at,
        writerOf(list, longest.get(list)?.[values.length]),
        'rw',
        `read ${list} before it was written by`,
      )
    }
  }
  const written = Map.groupBy(
    history.flatMap((one, at) =>
      counts(one)
        ? one.operations.flatMap((o) => (o.kind === 'append' ? [{ list: o.list, value: o.value, at }] : []))
        : [],
    ),
    ({ list }) => list,
  )
  const everSeen = new Set(
    history.flatMap((one) =>
      sights(one).flatMap(({ list, values }) => values.map((value) => entryOf(list, value))),
    ),
  )
  for (const [at, one] of history.entries())
    for (const { kind, list, values } of sights(one)) {
      if (kind !== 'readSet' || !counts(one)) continue
      const held = new Set(values)
      for (const entry of written.get(list) ?? [])
        if (held.has(entry.value)) add(entry.at, at, 'wr', `was read in ${list} by`)
        else if (everSeen.has(entryOf(list, entry.value)))
          add(at, entry.at, 'rw', `read ${list} before it was written by`)
    }
  return [...edges, ...timeEdges(history)]
}

/**
 * One ended before the other began. An edge to each transaction from the newest that ended before it and from those
 * that overlap that one is enough: the others follow.
 */
function timeEdges(history: readonly Transaction[]): Edge[] {
  const moments = history
    .flatMap((one, at) => [
      { at, moment: one.begun, begins: true },
      ...(one.outcome === 'committed' ? [{ at, moment: one.ended, begins: false }] : []),
    ])
    .filter(({ at }) => history[at]?.outcome !== 'aborted')
    .sort((a, b) => a.moment - b.moment || Number(b.begins) - Number(a.begins))
  const edges: Edge[] = []
  /** Those that ended, without those known to be before another of them. */
  const front = new Map<number, number>()
  for (const { at, begins, moment } of moments) {
    if (begins) {
      for (const from of front.keys()) edges.push({ from, to: at, kind: 'time', why: 'was answered before' })
      continue
    }
    const begun = history[at]?.begun ?? moment
    for (const [other, ended] of front) if (ended < begun) front.delete(other)
    front.set(at, moment)
  }
  return edges
}

/** Narrowest first: a cycle is named by the fewest kinds of edges that make one. */
const NAMES: readonly {
  readonly name: string
  readonly kinds: readonly EdgeKind[]
  readonly antis: number
}[] = [
  { name: 'G0', kinds: ['ww'], antis: 0 },
  { name: 'G1c', kinds: ['ww', 'wr'], antis: 0 },
  { name: 'G-single', kinds: ['ww', 'wr', 'rw'], antis: 1 },
  { name: 'G2', kinds: ['ww', 'wr', 'rw'], antis: Number.POSITIVE_INFINITY },
  { name: 'G0-realtime', kinds: ['ww', 'time'], antis: 0 },
  { name: 'G1c-realtime', kinds: ['ww', 'wr', 'time'], antis: 0 },
  { name: 'G-single-realtime', kinds: ['ww', 'wr', 'rw', 'time'], antis: 1 },
  { name: 'G2-realtime', kinds: ['ww', 'wr', 'rw', 'time'], antis: Number.POSITIVE_INFINITY },
]

/** One cycle of each tangle of transactions, with its name. */
function cyclesOf(history: readonly Transaction[], edges: readonly Edge[]): Anomaly[] {
  const out = Map.groupBy(edges, ({ from }) => from)
  const all = components(history.length, (at) => (out.get(at) ?? []).map(({ to }) => to))
  return all.map((tangle) => {
    const inside = new Set(tangle)
    const own = edges.filter(({ from, to }) => inside.has(from) && inside.has(to))
    for (const { name, kinds, antis } of NAMES) {
      const cycle = shortestCycle(
        own.filter(({ kind }) => kinds.includes(kind)),
        antis,
      )
      if (cycle) return { name, sentence: sentenceOf(history, cycle) }
    }
    throw new Error('a tangle without a cycle')
  })
}

/** The shortest way round by a breadth-first search from each edge; with one rw edge where only one is allowed. */
function shortestCycle(edges: readonly Edge[], antis: number): Edge[] | undefined {
  const starts = antis === 1 ? edges.filter(({ kind }) => kind === 'rw') : edges
  const out = Map.groupBy(antis === 1 ? edges.filter(({ kind }) => kind !== 'rw') : edges, ({ from }) => from)
  let best: Edge[] | undefined
  for (const start of starts) {
    const found = wayBack(start, out)
    if (found && (!best || found.length < best.length)) best = found
    if (best?.length === 2) break
  }
  return best
}

function wayBack(start: Edge, out: ReadonlyMap<number, readonly Edge[]>): Edge[] | undefined {
  const came = new Map<number, Edge>()
  const queue = [start.to]
  for (const at of queue) {
    if (at === start.from) {
      const way: Edge[] = []
      for (let edge = came.get(at); edge; edge = edge.from === start.to ? undefined : came.get(edge.from))
        way.unshift(edge)
      return [start, ...way]
    }
    for (const edge of out.get(at) ?? [])
      if (!came.has(edge.to) && edge.to !== start.to) {
        came.set(edge.to, edge)
        queue.push(edge.to)
      }
  }
  return undefined
}

const sentenceOf = (history: readonly Transaction[], cycle: readonly Edge[]): string =>
  cycle
    .map(({ from, to, kind, why }) => `${history[from]?.id} ${why} ${history[to]?.id} (${kind})`)
    .join('; ')
