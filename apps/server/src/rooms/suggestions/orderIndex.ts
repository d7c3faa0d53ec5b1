import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '../../kernel/db/database.ts'
import { searchWordsOf } from '../../kernel/text/cutter.ts'
import { areasOf } from './rules/areas.ts'
import { type Sketch, sketchOf } from './rules/similar.ts'
import { MAYBE, SimilarIndex } from './rules/similarIndex.ts'
import { changedIds, countingIds, type IndexedOrder, indexed } from './views/orders.ts'

/** For so long what another instance wrote may go unseen here. */
const FRESH_MILLISECONDS = 2000
/** A transaction that began before the last reading may have ended after it. */
const OVERLAP_MILLISECONDS = 120_000
/** So old an index is made anew: what was erased or closed long ago leaves it then at the latest. */
const MOST_AGE_MILLISECONDS = 12 * 3600_000
const AT_ONCE = 500
/** Matters that several reported are looked for among so many of the newest orders. */
const MOST_LINKED = 5000
const MOST_LINKS_OF_ONE = 20

/** What resembles what, for matters that several reported. */
export type Link = readonly [string, string]
type Entry = {
  readonly index: SimilarIndex
  readonly links: Map<string, Link[]>
  readonly madeAt: number
  since: string
  checkedAt: number
}
const kept = new WeakMap<Database, Map<number, Entry>>()
const coming = new WeakMap<Database, Map<number, Promise<Entry>>>()

/**
 * The index of a region's orders, kept in this process: made from the database on the first question and brought up to date
 * from the events at each further one. It holds numbers, no words; who may see what it finds is asked of the database.
 */
export async function orderIndexOf(db: Database, region: number, communityDepth: number): Promise<Entry> {
  const entry = kept.get(db)?.get(region)
  if (entry && performance.now() - entry.checkedAt < FRESH_MILLISECONDS) return entry
  const onTheWay = coming.get(db) ?? new Map<number, Promise<Entry>>()
  coming.set(db, onTheWay)
  const asked =
    onTheWay.get(region) ?? renewed(db, region, communityDepth, entry).finally(() => onTheWay.delete(region))
  onTheWay.set(region, asked)
  return asked
}

async function renewed(
  db: Database,
  region: number,
  depth: number,
  before: Entry | undefined,
): Promise<Entry> {
  const isOld = !before || performance.now() - before.madeAt > MOST_AGE_MILLISECONDS
  const { ids, at } = isOld ? await countingIds(db, region) : await changedIds(db, region, before.since)
  const entry: Entry = isOld
    ? { index: new SimilarIndex(), links: new Map(), madeAt: performance.now(), since: '', checkedAt: 0 }
    : before
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const chunk = ids.slice(from, from + AT_ONCE)
    const rows = await indexed(db, region, chunk)
    for (const row of rows) take(entry, row, depth, from >= ids.length - MOST_LINKED)
    if (ids.length > AT_ONCE) await breathe() // requests go first
  }
  entry.since = new Date(Date.parse(at) - OVERLAP_MILLISECONDS).toISOString()
  entry.checkedAt = performance.now()
  const regions = kept.get(db) ?? new Map<number, Entry>()
  kept.set(db, regions.set(region, entry))
  return entry
}

function take({ index, links }: Entry, order: IndexedOrder, depth: number, isLinked: boolean): void {
  if (!order.counts) {
    index.remove(order.id)
    links.delete(order.id)
    return
  }
  if (index.has(order.id)) return // an order's words stay as they were placed
  const sketch = sketchOfOrder(order, depth)
  if (isLinked) {
    const found = index.resembling(sketch, MAYBE, MOST_LINKS_OF_ONE)
    if (found.length > 0)
      links.set(
        order.id,
        found.map(({ id }) => [order.id, id]),
      )
  }
  index.add(order.id, sketch)
}

const sketchOfOrder = ({ title, detail, words, path }: IndexedOrder, depth: number): Sketch =>
  sketchOf(title, detail, { title: searchWordsOf(title), text: words }, areasOf(path, depth))

/** What somebody writes, as orders are compared. */
export const sketchOfText = (
  title: string,
  detail: string,
  path: string | undefined,
  depth: number,
): Sketch =>
  sketchOf(
    title,
    detail,
    { title: searchWordsOf(title), text: [...new Set(searchWordsOf(detail))] },
    path === undefined ? [] : areasOf(path, depth),
  )
