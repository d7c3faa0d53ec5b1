import { OPEN_STATES } from '@linli/contract'
import type { ServiceListRow, ServiceLists } from '@linli/contract/insight/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { rangeOf, within } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { InsightNeeds, InsightRules } from '../needs.ts'
import { gapOf, helpersFor } from '../rules/gap.ts'
import { FEWEST_PEOPLE } from '../rules/rollUp.ts'
import { areaAsked } from './areaAsked.ts'

const DAYS = 30

type Counted = {
  readonly item: string
  readonly open: number
  readonly wait: number | null
  readonly placed: number
  readonly closed: number
  readonly solved: number
}
type Named = { readonly path: string; readonly name: string }
type Row = {
  readonly name: string | null
  readonly above: readonly Named[]
  readonly areas: readonly Named[]
  readonly asOf: string
  readonly from: string
  readonly to: string
  readonly items: readonly Counted[]
}
const NONE = { open: 0, wait: null, placed: 0, closed: 0, solved: 0 }

/**
 * 需求、供给、服务三张清单 of an area: of each item of the catalogue what is asked, who could do it and what was done,
 * with the gap between them. Need and service come from the folded counters, the longest wait from the open orders.
 * @throws notFound when the area is outside the reader's, or deeper than is counted
 */
export async function serviceListsOf(
  needs: InsightNeeds,
  me: Actor,
  query: { readonly area?: string; readonly days?: number },
): Promise<ServiceLists> {
  const rules = await needs.rules(me.region)
  const { area, depth, ranges } = areaAsked(me, query.area, rules.depth)
  const [[row], groups] = await Promise.all([
    needs.db.read<Row>(systemScope(me.region), counted(me.region, area, query.days ?? DAYS)),
    needs.helperGroups(me.region, area),
  ])
  if (!row || (row.name === null && area !== '/')) throw notFound()
  const byItem = new Map(row.items.map((one) => [one.item, one]))
  return {
    area,
    name: row.name ?? rules.name.zh,
    above: [{ path: '/', name: rules.name.zh }, ...row.above].filter(
      ({ path }) => path !== area && within(path, ranges),
    ),
    areas: depth < rules.depth ? [...row.areas] : [],
    asOf: row.asOf,
    from: row.from,
    to: row.to,
    lists: [...rules.lists],
    items: rules.items
      .map((item) => rowOf(item, byItem.get(item.key) ?? NONE, helpersFor(item, groups), rules))
      .sort((a, b) => rank(a) - rank(b) || b.need.open - a.need.open || b.need.placed - a.need.placed),
  }
}

const rank = ({ gap }: ServiceListRow): number => (gap === 'short' ? 0 : gap === null ? 1 : 2)

function rowOf(
  item: InsightRules['items'][number],
  { placed, open, wait, closed, solved }: Omit<Counted, 'item'>,
  helpers: number,
  { helperQuota }: InsightRules,
): ServiceListRow {
  return {
    item: item.key,
    name: item.name,
    list: item.list,
    need: { placed, open, longestWaitMinutes: wait },
    supply: {
      offered: item.grabbable,
      helpers: helpers < FEWEST_PEOPLE ? null : helpers,
      units: item.units,
    },
    service: { closed, solved },
    gap: gapOf(item, { placed, open }, helpers, helperQuota),
  }
}

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

function counted(region: number, area: string, days: number): Sql {
  const { lo, hi } = rangeOf(area)
  const from = sql`(${TODAY} - ${days - 1}::int)`
  const named = sql`json_build_object('path', a.path, 'name', a.name)`
  return sql`
  select (select name from areas where region_id = ${region} and path = ${area} and path <> '/' and closed_at is null) as name,
    (select coalesce(json_agg(${named} order by length(a.path)), '[]') from areas a
      where a.region_id = ${region} and a.path <> '/' and a.path <> ${area} and a.path = any(area_prefixes(${area})) and a.closed_at is null) as above,
    (select coalesce(json_agg(${named} order by length(a.code), a.path), '[]') from areas a
      where a.region_id = ${region} and a.parent_path = ${area} and a.closed_at is null) as areas,
    app_now() as "asOf", ${from}::text as "from", ${TODAY}::text as "to",
    (select coalesce(json_agg(i), '[]') from (
      select item, coalesce(s.open, 0)::int as open, coalesce(f.placed, 0)::int as placed, coalesce(f.closed, 0)::int as closed,
        coalesce(f.solved, 0)::int as solved, w.wait
      from (select item, sum(orders) as open from order_states where region_id = ${region} and area = ${area}
          and state = any(${[...OPEN_STATES]}::text[]) group by item) s
      full join (select item, sum(placed) as placed, sum(closed) as closed, sum(solved) as solved from order_days
          where region_id = ${region} and area = ${area} and day between ${from} and ${TODAY} group by item) f using (item)
      left join lateral (select floor(extract(epoch from app_now() - o.placed_at) / 60)::int as wait from orders o
          where o.region_id = ${region} and o.item = coalesce(s.item, f.item) and o.path >= ${lo} and o.path < ${hi} and o.closed_at is null
            and s.open > 0 order by o.placed_at limit 1) w on true
    ) i) as items`
}
