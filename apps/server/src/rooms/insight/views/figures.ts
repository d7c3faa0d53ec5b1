import { isOpen, OPEN_STATES, STATES } from '@linli/contract'
import type { Figures, Flows } from '@linli/contract/insight/shapes'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { rangeOf, within } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { InsightNeeds } from '../needs.ts'
import { CLAIM_STEPS, claimColumn, medianClaimSeconds } from '../rules/claimTime.ts'
import { FEWEST_PEOPLE } from '../rules/rollUp.ts'
import { areaAsked } from './areaAsked.ts'

const FEWEST_RATINGS = 10
const DAYS = 30

const SUMS = [
  'placed',
  'claimed',
  ...CLAIM_STEPS.map(claimColumn),
  'handled',
  'reworked',
  'closed',
  'solved',
  'partly_solved',
  'not_solved',
  'explained',
  'answered',
  'refused',
  'cancelled',
  'rated',
  'satisfied',
  'discounted',
  'shown',
]
type Sums = { readonly [column: string]: number }
/** The sums of some days as one object of numbers. */
const sums = (condition: Sql): Sql =>
  sql`(select json_build_object(${join(
    SUMS.map((column) => sql`${raw(`'${column}', coalesce(sum(d.${column}), 0)`)}`),
  )}) from order_days d where ${condition})`

type Row = {
  readonly name: string | null
  readonly above: readonly { readonly path: string; readonly name: string }[]
  readonly asOf: string
  readonly from: string
  readonly to: string
  readonly states: Figures['states']
  readonly overdue: number
  readonly today: Sums
  readonly period: Sums
  readonly days: Figures['days']
  readonly items: readonly { readonly item: string; readonly open: number; readonly placed: number }[]
  readonly areas: Figures['areas']
  readonly handlers: number
}

/**
 * One area's orders in figures, in one read of the folded counters; what is overdue is counted as it stands. Wall, desk
 * and export show what this answers.
 * @throws notFound when the area is outside the reader's, or deeper than is counted
 */
export async function figuresOf(
  needs: InsightNeeds,
  me: Actor,
  query: { readonly area?: string; readonly days?: number },
): Promise<Figures> {
  const rules = await needs.rules(me.region)
  const { area, depth, ranges } = areaAsked(me, query.area, rules.depth)
  const [row] = await needs.db.read<Row>(
    systemScope(me.region), // the area is the reader's: asking the net for each order is dear
    figures(needs, me.region, area, depth, query.days ?? DAYS),
  )
  if (!row || (row.name === null && area !== '/')) throw notFound()
  return {
    area,
    name: row.name ?? rules.name.zh,
    above: [{ path: '/', name: rules.name.zh }, ...row.above].filter(
      ({ path }) => path !== area && within(path, ranges),
    ),
    asOf: row.asOf,
    states: row.states,
    open: row.states.reduce((sum, { state, orders }) => sum + (isOpen(state) ? orders : 0), 0),
    overdue: row.overdue,
    from: row.from,
    to: row.to,
    today: flowsOf(row.today),
    period: flowsOf(row.period),
    days: row.days,
    items: row.items.map((one) => ({ ...one, name: rules.itemName(one.item) })),
    areas: depth < rules.depth ? row.areas : [],
    handlersToday: row.handlers < FEWEST_PEOPLE ? null : row.handlers,
  }
}

const flowsOf = (sums: Sums): Flows => {
  const of = (column: string): number => sums[column] ?? 0
  // What an upheld objection leaves out is said beside the rate; an unsatisfied judgement is all that is left out.
  const [excluded, satisfied] = [of('discounted'), of('satisfied')]
  const rated = Math.max(satisfied, of('rated') - excluded)
  return {
    placed: of('placed'),
    claimed: of('claimed'),
    handled: of('handled'),
    closed: of('closed'),
    reworked: of('reworked'),
    refused: of('refused'),
    cancelled: of('cancelled'),
    shown: of('shown'),
    results: {
      solved: of('solved'),
      partlySolved: of('partly_solved'),
      notSolved: of('not_solved'),
      explained: of('explained'),
      answered: of('answered'),
    },
    medianClaimSeconds: medianClaimSeconds(
      of('claimed'),
      CLAIM_STEPS.map((step) => of(claimColumn(step))),
    ),
    satisfaction:
      rated < FEWEST_RATINGS
        ? null
        : { rated, satisfied, excluded, percent: Math.round((satisfied / rated) * 1000) / 10 },
  }
}

function figures(needs: InsightNeeds, region: number, area: string, depth: number, days: number): Sql {
  const { lo, hi } = rangeOf(area)
  const today = sql`(app_now() at time zone 'Asia/Shanghai')::date`
  const from = sql`(${today} - ${days - 1}::int)`
  const here = sql`d.region_id = ${region} and d.area = ${area}`
  const inPeriod = sql`d.day between ${from} and ${today}`
  const open = [...OPEN_STATES]
  return sql`select
    (select a.name from areas a where a.region_id = ${region} and a.path = ${area}) as name,
    (select coalesce(json_agg(json_build_object('path', a.path, 'name', a.name) order by length(a.path)), '[]')
      from areas a where a.region_id = ${region} and a.path = any(area_prefixes(${area}))) as above,
    app_now() as "asOf", ${from}::text as "from", ${today}::text as "to",
    (select coalesce(json_agg(json_build_object('state', s.state, 'orders', s.orders) order by array_position(${Object.keys(STATES)}::text[], s.state)), '[]')
      from (select state, sum(orders) as orders from order_states where region_id = ${region} and area = ${area} group by state having sum(orders) <> 0) s) as states,
    (select coalesce(sum(o.overdue), 0)::int from (${needs.overdueByArea(region, area, depth)}) o) as overdue,
    ${sums(sql`${here} and d.day = ${today}`)} as today,
    ${sums(sql`${here} and ${inPeriod}`)} as period,
    (select json_agg(json_build_object('day', day::date, 'placed', coalesce(s.placed, 0), 'closed', coalesce(s.closed, 0)) order by day)
      from generate_series(${from}, ${today}, interval '1 day') day left join
        (select d.day, sum(d.placed) as placed, sum(d.closed) as closed from order_days d where ${here} and ${inPeriod} group by d.day) s using (day)) as days,
    (select coalesce(json_agg(i order by i.placed desc, i.open desc, i.item), '[]') from (
      select item, coalesce(s.open, 0) as open, coalesce(f.placed, 0) as placed
      from (select item, sum(orders) as open from order_states where region_id = ${region} and area = ${area} and state = any(${open}::text[]) group by item) s
      full join (select d.item, sum(d.placed) as placed from order_days d where ${here} and ${inPeriod} group by d.item) f using (item)
      where coalesce(s.open, 0) > 0 or coalesce(f.placed, 0) > 0) i) as items,
    (select coalesce(json_agg(json_build_object('path', a.path, 'name', a.name, 'open', coalesce(s.open, 0), 'overdue', coalesce(v.overdue, 0),
        'placed', coalesce(f.placed, 0), 'closed', coalesce(f.closed, 0)) order by length(a.code), a.path), '[]')
      from areas a
      left join lateral (select sum(orders) as open from order_states x where x.region_id = a.region_id and x.area = a.path and x.state = any(${open}::text[])) s on true
      left join lateral (select sum(d.placed) as placed, sum(d.closed) as closed from order_days d where d.region_id = a.region_id and d.area = a.path and ${inPeriod}) f on true
      left join (${needs.overdueByArea(region, area, depth + 1)}) v on v.area = a.path
      where a.region_id = ${region} and a.parent_path = ${area} and a.closed_at is null) as areas,
    (select count(distinct e.actor_person_id)::int from order_events e where e.region_id = ${region} and e.verb in ('handleOrder', 'selfHandle')
      and e.at >= ${today}::timestamp at time zone 'Asia/Shanghai' and e.path >= ${lo} and e.path < ${hi}) as handlers`
}
