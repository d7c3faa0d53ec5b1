import { isOpen, type State } from '@linli/contract'
import type { OrderRow } from '@linli/contract/orders/shapes'
import sql, { join, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { type Range, rangeOf, within } from '../../../kernel/db/scope.ts'
import { searchTooShort } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import { tokensOf } from '../search.ts'
import { afterCursor } from './cursor.ts'
import { overdueIn } from './overdue.ts'
import { cursorOf, type ListedOrder, ROW_COLUMNS, toRow } from './rows.ts'
import { nextUnknownYear, touchesYear } from './unknownYear.ts'

export type Page = { items: OrderRow[]; next: string | null }
export type Filters = {
  readonly state?: readonly State[]
  readonly path?: string
  readonly kind?: string
  readonly urgency?: string
  readonly channel?: string
  readonly item?: string
  readonly overdue?: boolean
  readonly restricted?: boolean
  readonly consented?: boolean
  readonly asked?: boolean
  readonly supervised?: boolean
  readonly q?: string
  readonly limit?: number
  readonly after?: string
}

/** The roles whose grants open the desk's queues. */
export const DESK_ROLES = [
  'intake',
  'dispatcher',
  'reviewer',
  'caller',
  'publisher',
  'regionAdmin',
  'gridWorker',
  'auditor',
] as const

/** One page of the desk's queue, newest first, inside the reader's own areas. @throws searchTooShort, invalid (cursor) */
export async function listOrders(
  needs: OrderNeeds,
  actor: Actor,
  language: 'zh' | 'en',
  filters: Filters,
): Promise<Page> {
  const ranges = rangesOf(actor, DESK_ROLES)
  if (ranges.length === 0) return { items: [], next: null }
  const { depthOf } = await needs.rules(actor.region)
  const asked = askedRanges(ranges, filters.path)
  const conditions: Sql[] = []
  const q = filters.q?.trim()
  const searches = q !== undefined && q !== '' && !/^\d{6}-?\d*/.test(q)
  if (filters.state?.length) conditions.push(sql`o.state = any(${[...filters.state]}::text[])`)
  // Said again as the partial indexes say it: the planner does not see what a list of states leaves out. A search begins elsewhere.
  if (!searches && filters.state?.length && filters.state.every(isOpen)) conditions.push(OPEN)
  for (const column of ['kind', 'urgency', 'channel', 'item'] as const)
    if (filters[column]) conditions.push(sql`${COLUMN[column]} = ${filters[column]}`)
  for (const [column, usual, isRare] of RARE)
    if (filters[column] && filters[column] !== usual) conditions.push(isRare)
  if (filters.overdue) conditions.push(sql`o.due_at < app_now()`, OPEN)
  if (filters.asked)
    conditions.push(
      sql`o.id in (select a.order_id from order_asks a where a.region_id = ${actor.region} and a.settled_at is null)`,
    )
  if (filters.supervised) conditions.push(sql`o.supervision is not null`)
  if (filters.consented) conditions.push(sql`o.show_consent_at is not null and o.shown_at is null`)
  // A restricted matter is for those of the whole region: who asks for such alone finds none elsewhere.
  if (!ranges.some(({ lo }) => lo === '/')) conditions.push(sql`o.restriction = 'none'`)
  if (filters.restricted) conditions.push(sql`o.restriction <> 'none'`)
  if (searches) {
    conditions.push(inRanges(sql`s.path`, asked))
    return page(needs, actor, language, conditions, filters, {
      words: matching(actor.region, q),
      plan: 'custom',
    })
  }
  if (q) conditions.push(sql`o.number >= ${q} and o.number < ${`${q}~`}`)
  const community = communityOf(asked, depthOf('community'))
  return page(needs, actor, language, [...inScope(asked, community), ...conditions], filters, {
    // How much of a region a range holds is only seen from its ends; without them PostgreSQL would sort all of it.
    plan: community === undefined || narrows(filters) ? 'custom' : 'generic',
  })
}

/** Whether more is asked for than the queue of some states: how to look for it then depends on how rare it is. */
const narrows = ({ path: _path, limit: _limit, after: _after, state = [], ...rare }: Filters): boolean =>
  state.length === 1 || Object.values(rare).some(Boolean)

const COLUMN = { kind: sql`o.kind`, urgency: sql`o.urgency`, channel: sql`o.channel`, item: sql`o.item` }
/** What most orders are; the others have an index of their own, which must be named by its condition. */
const RARE = [
  ['kind', 'help', sql`o.kind <> 'help'`],
  ['urgency', 'ordinary', sql`o.urgency <> 'ordinary'`],
  ['channel', 'hand', sql`o.channel <> 'hand'`],
] as const
const OPEN = sql`o.closed_at is null`

/** The reader's ranges, narrowed to the area asked for. */
function askedRanges(ranges: readonly Range[], path: string | undefined): readonly Range[] {
  if (path === undefined) return ranges
  const asked = rangeOf(path)
  if (within(path, ranges)) return [asked]
  return ranges.filter(({ lo }) => within(lo, [asked]))
}

/** The one community in which all of it lies, if it does. */
function communityOf([first, ...more]: readonly Range[], depth: number): string | undefined {
  const community = areaAt(first?.lo ?? '/', depth)
  return more.length > 0 || community.split('/').length - 2 < depth ? undefined : community
}

/** The orders' scope, said once: one community by the column that the queue's index begins with. */
function inScope(ranges: readonly Range[], community: string | undefined): Sql[] {
  if (community === undefined) return [inRanges(sql`o.path`, ranges)]
  const whole = ranges.every(({ lo }) => lo === community)
  return [sql`o.community = ${community}`, ...(whole ? [] : [inRanges(sql`o.path`, ranges)])]
}

function inRanges(column: Sql, ranges: readonly Range[]): Sql {
  if (ranges.length === 0) return sql`false`
  return sql`(${join(
    ranges.map(({ lo, hi }) => sql`(${column} >= ${lo} and ${column} < ${hi})`),
    ' or ',
  )})`
}

/** Where a page's orders come from, newest first. */
type Source = { readonly from: Sql; readonly at: Sql; readonly id: Sql }
const ORDERS: Source = { from: sql`orders o`, at: sql`o.placed_at`, id: sql`o.id` }
const JOINED = sql`join orders o on o.region_id = s.region_id and o.id = s.order_id`
const FOUND: Source = { from: sql`found s ${JOINED}`, at: sql`s.placed_at`, id: sql`s.order_id` }
const SEARCHED: Source = { ...FOUND, from: sql`order_search s ${JOINED}` }
/** So many orders with the words are few: all of them are looked at. */
const FEW = 5000

/** @throws searchTooShort */
function matching(region: number, q: string): Sql {
  const tokens = tokensOf(q)
  if (tokens.length === 0 || [...q].length < 2) throw searchTooShort()
  const words = tokens.map((token) => `'${token.replaceAll(/['\\]/g, '$&$&')}'`).join(' & ')
  return sql`s.region_id = ${region} and s.tokens @@ ${words}::tsquery`
}

/** The orders a person asked for, for oneself or for others. */
export function listMyOrders(
  needs: OrderNeeds,
  actor: Actor,
  language: 'zh' | 'en',
  filters: Filters,
): Promise<Page> {
  return page(
    needs,
    actor,
    language,
    [
      sql`o.id in (select p.order_id from order_parties p where p.region_id = ${actor.region} and p.person_id = ${actor.personId}::uuid and p.role not in ('assignee', 'coHost') and p.to_at is null)`,
    ],
    filters,
  )
}

/** The orders that are a person's, a team's or a unit's to do now. */
export function listMyTasks(
  needs: OrderNeeds,
  actor: Actor,
  language: 'zh' | 'en',
  filters: Filters,
): Promise<Page> {
  return page(
    needs,
    actor,
    language,
    [
      sql`o.id in (select p.order_id from order_parties p where p.region_id = ${actor.region} and p.role = 'assignee' and p.to_at is null
      and (p.person_id = ${actor.personId}::uuid or p.team_id = any(${[...actor.teams]}::uuid[]) or p.unit_id = any(${[...actor.units]}::uuid[]))
      union all select k.order_id from order_calls k where k.region_id = ${actor.region} and k.unit_id = any(${[...actor.units]}::uuid[]) and k.answered_at is null and k.ended_at is null)`,
      sql`o.state in ('dispatched', 'inProgress', 'paused', 'joint', 'escalated', 'rework', 'handled', 'followUp')`,
    ],
    filters,
  )
}

/**
 * A page of full-text search. Few orders with the words are found by the token index, apart from the orders: where the net
 * is in the same query, it forbids that index. Of many the newest are looked through until the page is full.
 */
function searched(
  words: Sql,
  conditions: readonly Sql[],
  picked: (source: Source, where: readonly Sql[]) => Sql,
): Sql {
  const count = sql`(select count(*) from found)`
  return sql`found as materialized (
      select s.region_id, s.order_id, s.placed_at, s.path from order_search s where ${words} limit ${FEW + 1}),
    page as materialized (
      (${picked(FOUND, [sql`${count} <= ${FEW}`, ...conditions])}) union all
      (${picked(SEARCHED, [sql`${count} > ${FEW}`, words, ...conditions])}))`
}

async function page(
  needs: OrderNeeds,
  actor: Actor,
  language: 'zh' | 'en',
  conditions: readonly Sql[],
  { limit = 20, after }: Filters,
  { words, plan }: { readonly words?: Sql; readonly plan?: 'custom' | 'generic' } = {},
): Promise<Page> {
  const rules = await needs.rules(actor.region)
  const picked = ({ from, at, id }: Source, where: readonly Sql[]): Sql => sql`
    select o.*, net_note_seen(o.id) from ${from} where ${join([sql`o.region_id = ${actor.region}`, ...where], ' and ')} ${afterCursor(after, at, id)}
    order by ${at} desc, ${id} desc limit ${limit + 1}`
  // First the page, then what its rows show: nothing is looked up for an order that is not on it.
  const rows = await needs.db.read<ListedOrder>(
    scopeOf(actor),
    sql`with ${words ? searched(words, conditions, picked) : sql`page as materialized (${picked(ORDERS, conditions)})`}
    select ${ROW_COLUMNS} from page o join order_texts t on t.region_id = o.region_id and t.order_id = o.id
    order by o.placed_at desc, o.id desc`,
    { plan },
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => toRow(row, actor, language, rules.rework.rounds)),
    next: rows.length > limit && last ? cursorOf(last) : null,
  }
}

/**
 * Orders by state in the reader's areas, and how many open ones are overdue: the folded counters where the areas are
 * counted, else the orders themselves. Counts only: no order is named.
 */
export async function countOrders(
  needs: OrderNeeds,
  actor: Actor,
): Promise<{ states: Record<string, number>; overdue: number; unknownYear: number | null }> {
  const ranges = rangesOf(actor, [...DESK_ROLES, 'leader'])
  const { depthOf, clocks } = await needs.rules(actor.region)
  const areas = ranges.map(({ lo }) => lo)
  const counted = areas.every((path) => path.split('/').length - 2 <= depthOf('community') + 1)
  const states =
    ranges.length === 0
      ? sql`select 'closed' as state, 0 as count where false`
      : counted
        ? needs.statesOf(actor.region, areas)
        : sql`select o.state, count(*)::int as count from orders o where o.region_id = ${actor.region} and ${inRanges(sql`o.path`, ranges)} group by o.state`
  const overdue = join(
    areas.map((path) => sql`(${overdueIn(actor.region, path)})`),
    ' + ',
  )
  const year = await nextUnknownYear(needs.db, actor.region, clocks)
  const [row] = await needs.db.read<{ states: Record<string, number>; overdue: number; unknown: boolean }>(
    systemScope(actor.region), // narrowed to the reader's areas by itself; asking the net for each order is dear
    sql`select (select coalesce(json_object_agg(state, count), '{}') from (${states}) s) as states,
      ${areas.length === 0 ? sql`0` : overdue}::int as overdue,
      ${touchesYear(actor.region, year)} as unknown`,
  )
  return {
    states: row?.states ?? {},
    overdue: row?.overdue ?? 0,
    unknownYear: row?.unknown ? year : null,
  }
}
