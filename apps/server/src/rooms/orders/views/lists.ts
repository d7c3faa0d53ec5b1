import { OPEN_STATES, type State } from '@linli/contract'
import type { OrderRow } from '@linli/contract/orders/shapes'
import sql, { join, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Range } from '../../../kernel/db/scope.ts'
import { searchTooShort } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { isOrderNumber } from '../rules/number.ts'
import { tokensOf } from '../search.ts'
import { afterCursor } from './cursor.ts'
import { cursorOf, type ListedOrder, ROW_COLUMNS, ROW_FROM, toRow } from './rows.ts'

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
  const regionWide = ranges.some(({ lo }) => lo === '/')
  const conditions: Sql[] = [inRanges(ranges)]
  if (filters.path)
    conditions.push(sql`o.path >= ${filters.path} and o.path < ${`${filters.path.slice(0, -1)}0`}`)
  if (filters.state?.length) conditions.push(sql`o.state = any(${[...filters.state]}::text[])`)
  for (const column of ['kind', 'urgency', 'channel', 'item'] as const)
    if (filters[column]) conditions.push(sql`${COLUMN[column]} = ${filters[column]}`)
  if (filters.overdue) conditions.push(sql`o.due_at < app_now()`)
  if (filters.consented) conditions.push(sql`o.show_consent_at is not null and o.shown_at is null`)
  if (filters.restricted || !regionWide)
    conditions.push(filters.restricted ? sql`o.restriction <> 'none'` : sql`o.restriction = 'none'`)
  if (filters.q) conditions.push(matching(actor.region, filters.q.trim(), ranges))
  return page(needs, actor, language, conditions, filters)
}

const COLUMN = { kind: sql`o.kind`, urgency: sql`o.urgency`, channel: sql`o.channel`, item: sql`o.item` }

function inRanges(ranges: readonly Range[]): Sql {
  return sql`(${join(
    ranges.map(({ lo, hi }) => sql`(o.path >= ${lo} and o.path < ${hi})`),
    ' or ',
  )})`
}

/** The narrow path of full-text search: the token index inside the reader's ranges, then the orders themselves under the net. */
function matching(region: number, q: string, ranges: readonly Range[]): Sql {
  if (isOrderNumber(q) || /^\d{6}-?\d*/.test(q)) return sql`o.number >= ${q} and o.number < ${`${q}~`}`
  const tokens = tokensOf(q)
  if (tokens.length === 0 || [...q].length < 2) throw searchTooShort()
  const scoped = join(
    ranges.map(({ lo, hi }) => sql`(s.path >= ${lo} and s.path < ${hi})`),
    ' or ',
  )
  return sql`o.id in (select s.order_id from order_search s where s.region_id = ${region} and (${scoped})
    and s.tokens @@ (select string_agg(quote_literal(token), ' & ')::tsquery from unnest(${tokens}::text[]) token))`
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
      sql`o.id in (select p.order_id from order_parties p where p.region_id = ${actor.region} and p.person_id = ${actor.personId}::uuid and p.role <> 'assignee' and p.to_at is null)`,
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
      and (p.person_id = ${actor.personId}::uuid or p.team_id = any(${[...actor.teams]}::uuid[]) or p.unit_id = any(${[...actor.units]}::uuid[])))`,
      sql`o.state in ('dispatched', 'inProgress', 'rework', 'handled', 'followUp')`,
    ],
    filters,
  )
}

async function page(
  needs: OrderNeeds,
  actor: Actor,
  language: 'zh' | 'en',
  conditions: readonly Sql[],
  { limit = 20, after }: Filters,
): Promise<Page> {
  const rules = await needs.rules(actor.region)
  const rows = await needs.db.read<ListedOrder>(
    scopeOf(actor),
    sql`select ${ROW_COLUMNS} from ${ROW_FROM}
    where o.region_id = ${actor.region} and ${join(conditions, ' and ')} ${afterCursor(after)} order by o.placed_at desc, o.id desc limit ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => toRow(row, actor, language, rules.rework.rounds)),
    next: rows.length > limit && last ? cursorOf(last) : null,
  }
}

/** Orders by state in the reader's areas, and how many open ones are overdue. Counts only: no order is named. */
export async function countOrders(
  needs: OrderNeeds,
  actor: Actor,
): Promise<{ states: Record<string, number>; overdue: number; calendarIsPlain: boolean }> {
  const ranges = rangesOf(actor, [...DESK_ROLES, 'leader'])
  const rows = await needs.db.read<{ state: string; count: number; overdue: number }>(
    scopeOf(actor),
    ranges.length === 0
      ? sql`select 'closed' as state, 0 as count, 0 as overdue`
      : sql`
    select o.state, count(*)::int as count, count(*) filter (where o.due_at < app_now())::int as overdue from orders o
    where o.region_id = ${actor.region} and ${inRanges(ranges)} group by o.state`,
  )
  const open = new Set<string>(OPEN_STATES)
  return {
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    overdue: rows.filter(({ state }) => open.has(state)).reduce((sum, { overdue }) => sum + overdue, 0),
    calendarIsPlain: true,
  }
}
