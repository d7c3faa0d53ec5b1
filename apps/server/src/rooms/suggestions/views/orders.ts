import { OPEN_STATES, type State } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { inRanges } from '../../places/index.ts'

/** For so many days after its end an order may still be the same matter as a new one. */
const REMEMBERED_DAYS = 30
const STAFF = ['intake', 'dispatcher', 'regionAdmin'] as const

/** An order as the index reads it: its words, cut when it was placed. */
export type IndexedOrder = Row & {
  readonly id: string
  readonly path: string
  readonly placedAt: string
  readonly title: string
  readonly detail: string
  readonly words: string[]
  /** Open or closed a short time ago, its words not erased, and not for few readers. */
  readonly counts: boolean
}

const open = [...OPEN_STATES]
const COUNTS = sql`(o.state = any(${open}::text[]) or o.closed_at > app_now() - make_interval(days => ${REMEMBERED_DAYS}))
  and o.restriction = 'none' and t.erased_at is null`

/** The ids of all orders that count now, oldest first, and the time of this reading. */
export async function countingIds(db: Database, region: number): Promise<{ ids: string[]; at: string }> {
  const [row] = await db.read<Row & { ids: string[]; at: string }>(
    systemScope(region),
    sql`with counting as (
        select id from orders where region_id = ${region} and state = any(${open}::text[])
        union select e.order_id from order_events e where e.region_id = ${region} and e.at > app_now() - make_interval(days => ${REMEMBERED_DAYS}))
      select coalesce(array_agg(id order by id), '{}') as ids, app_now() as at from counting`,
  )
  return row ?? { ids: [], at: new Date(0).toISOString() }
}

/** The ids of the orders to which something happened since, and the time of this reading. */
export async function changedIds(
  db: Database,
  region: number,
  since: string,
): Promise<{ ids: string[]; at: string }> {
  const [row] = await db.read<Row & { ids: string[]; at: string }>(
    systemScope(region),
    sql`select coalesce(array_agg(distinct e.order_id), '{}') as ids, app_now() as at
      from order_events e where e.region_id = ${region} and e.at > ${since}::timestamptz`,
  )
  return row ?? { ids: [], at: since }
}

/** Some orders as the index reads them. */
export const indexed = (db: Database, region: number, ids: readonly string[]): Promise<IndexedOrder[]> =>
  db.read<IndexedOrder>(
    systemScope(region),
    sql`select o.id, o.path, o.placed_at as "placedAt", t.title, t.detail, tsvector_to_array(s.tokens) as words, ${COUNTS} as counts
      from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
        join order_search s on s.region_id = o.region_id and s.order_id = o.id
      where o.region_id = ${region} and o.id = any(${[...ids]}::uuid[])`,
  )

/** An order among those that resemble another, as its readers see it, with whose need it is for counting heads. */
export type AmongOrders = Row & {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly place: string
  readonly path: string
  readonly item: string | null
  readonly state: State
  readonly placedAt: string
  readonly reporter: string
}

const COLUMNS: Sql = sql`o.id, o.number, t.title, o.path, o.item, o.state, o.placed_at as "placedAt",
  coalesce(o.requester_id, o.id)::text as reporter,
  coalesce((select string_agg(a.name, ' ' order by length(a.path)) from unnest(area_prefixes(o.path)) way
    join areas a on a.region_id = o.region_id and a.path = way and a.level <> 'street'), '') as place`

/** Of some orders those that a person of the desk may read, in their areas. */
export const readableAmong = (db: Database, actor: Actor, ids: readonly string[]): Promise<AmongOrders[]> =>
  db.read<AmongOrders>(
    scopeOf(actor),
    sql`select ${COLUMNS} from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
      where o.region_id = ${actor.region} and o.id = any(${[...ids]}::uuid[]) and ${COUNTS}
        and ${inRanges('o.path', rangesOf(actor, STAFF))}`,
  )

/**
 * Of some orders those that are no secret: accepted by the desk, nobody complained of, nothing kept back by whoever asked,
 * and of another than the reader. The words stay here.
 */
export const publicAmong = (
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<Pick<AmongOrders, 'id' | 'path' | 'item' | 'state' | 'placedAt' | 'reporter'>[]> =>
  db.read<AmongOrders>(
    systemScope(actor.region),
    sql`select o.id, o.path, o.item, o.state, o.placed_at as "placedAt", coalesce(o.requester_id, o.id)::text as reporter
      from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
      where o.region_id = ${actor.region} and o.id = any(${[...ids]}::uuid[]) and ${COUNTS}
        and o.state = any(${open}::text[]) and o.state <> 'submitted' and o.item is not null
        and not o.anonymous and not o.confidential and not o.vulnerable
        and o.about_person_id is null and o.about_unit_id is null and o.kind in ('help', 'complaint', 'suggestion')
        and o.requester_id is distinct from ${actor.personId}::uuid`,
  )

/** The words of one order for whoever the net lets read it. */
export async function wordsOfOrder(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ title: string; detail: string; path: string } | undefined> {
  const [row] = await db.read<Row & { title: string; detail: string; path: string }>(
    scopeOf(actor),
    sql`select t.title, t.detail, o.path from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
      where o.region_id = ${actor.region} and o.id = ${id}::uuid`,
  )
  return row
}

/** Names of areas, the wider before the narrower. */
export async function placeName(db: Database, region: number, path: string): Promise<string> {
  const [row] = await db.read<Row & { name: string }>(
    systemScope(region),
    sql`select coalesce(string_agg(a.name, ' ' order by length(a.path)), '') as name from unnest(area_prefixes(${path})) way
      join areas a on a.region_id = ${region} and a.path = way and a.level <> 'street'`,
  )
  return row?.name ?? ''
}

/** The newest orders whose item a person or the policy confirmed, to learn from. */
export const confirmed = (
  db: Database,
  region: number,
  most: number,
): Promise<(Row & { text: string; item: string })[]> =>
  db.read(
    systemScope(region),
    sql`select concat(t.title, ' ', t.detail) as text, o.item
      from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
      where o.region_id = ${region} and o.item is not null and o.state not in ('submitted', 'cancelled', 'rejected')
        and o.restriction = 'none' and t.erased_at is null
      order by o.placed_at desc, o.id desc limit ${most}`,
  )
