import { SATISFIED_FROM } from '@linli/contract'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { CLAIM_STEPS, claimColumn } from './rules/claimTime.ts'

/** The events to count: all of a region, or those of a batch. */
export type Which = { readonly orders: readonly string[]; readonly versions: readonly number[] } | 'all'

/** Each counted column of a day, and the events that count in it, of `e` with its predecessor. */
const MEASURES: readonly (readonly [column: string, condition: string, amount?: string])[] = [
  ['placed', `e.verb = 'placeOrder'`],
  ['claimed', `e.verb = 'claimOrder'`],
  ...CLAIM_STEPS.map(
    (step) => [claimColumn(step), `e.verb = 'claimOrder' and e.waited <= ${step.seconds}`] as const,
  ),
  ['handled', `e.verb in ('handleOrder', 'selfHandle')`],
  ['reworked', `e.verb = 'reworkOrder'`],
  ['closed', `e.entered = 'closed'`],
  ['solved', `e.entered = 'closed' and e.facts ->> 'result' = 'solved'`],
  ['partly_solved', `e.entered = 'closed' and e.facts ->> 'result' = 'partlySolved'`],
  ['not_solved', `e.entered = 'closed' and e.facts ->> 'result' = 'notSolved'`],
  ['explained', `e.entered = 'closed' and e.facts ->> 'result' = 'explained'`],
  ['answered', `e.entered = 'closed' and e.facts ->> 'result' = 'answered'`],
  ['refused', `e.entered = 'rejected'`],
  ['cancelled', `e.entered = 'cancelled'`],
  ['rated', `e.rated`],
  ['satisfied', `e.rated and e.score >= ${SATISFIED_FROM}`],
  ['discounted', `e.verb = 'discountRating'`],
  ['score_sum', `e.rated`, 'e.score'],
  ['shown', `e.verb = 'showOrder'`],
  ['hidden', `e.verb = 'hideOrder'`],
]
const COLUMNS = MEASURES.map(([column]) => column)
/** An event that moves none of them writes no row. */
const COUNTED = MEASURES.map(([, condition]) => `(${condition})`).join(' or ')

/** Each event with what it changed; the one before it is the order's event with the version below. */
const changes = (region: number, which: Which): Sql => sql`
  select e.order_id, e.verb, e.path, coalesce(e.item, '') as item, e.to_state, e.facts,
    (e.at at time zone 'Asia/Shanghai')::date as day,
    b.path as old_path, coalesce(b.item, '') as old_item, b.to_state as old_state,
    case when b.to_state is distinct from e.to_state then e.to_state end as entered,
    (e.facts ->> 'score')::int as score,
    e.verb in ('rateOrder', 'closeOrder') and e.facts ->> 'score' is not null as rated,
    case when e.verb = 'claimOrder' then extract(epoch from e.at - (
      select o.at from order_events o where o.region_id = e.region_id and o.order_id = e.order_id and o.verb = 'offerOrder'
        and o.version < e.version order by o.version desc limit 1)) end as waited
  from order_events e
  left join order_events b on b.region_id = e.region_id and b.order_id = e.order_id and b.version = e.version - 1
  where e.region_id = ${region} and ${
    which === 'all'
      ? sql`not exists (select from outbox w where w.region_id = e.region_id and w.relayed_at is null
          and w.payload ->> 'id' = e.order_id::text and (w.payload ->> 'version')::int = e.version)`
      : sql`(e.order_id, e.version) in (select * from unnest(${[...which.orders]}::uuid[], ${[...which.versions]}::int[]))`
  }`

/** What the events did to the days: one row an area, day and item. */
const dayDeltas = (depth: number): Sql => sql`
  select area, e.day, e.item, ${join(
    MEASURES.map(
      ([column, condition, amount]) =>
        sql`coalesce(sum(${raw(amount ?? '1')}) filter (where ${raw(condition)}), 0)::bigint as ${raw(column)}`,
    ),
  )}
  from changes e, unnest(counted_areas(e.path, ${depth}::int)) area
  where ${raw(COUNTED)}
  group by 1, 2, 3`

/** What the events did to the states: a step out of the old one, in its old place, and into the new one. */
const stateDeltas = (depth: number): Sql => sql`
  select area, item, state, sum(orders)::bigint as orders from (
    select unnest(counted_areas(e.path, ${depth}::int)) as area, e.item, e.to_state as state, 1 as orders
    from changes e
    where e.old_state is null or (e.path, e.item, e.to_state) <> (e.old_path, e.old_item, e.old_state)
    union all
    select unnest(counted_areas(e.old_path, ${depth}::int)), e.old_item, e.old_state, -1
    from changes e
    where (e.path, e.item, e.to_state) <> (e.old_path, e.old_item, e.old_state)) moves
  group by 1, 2, 3 having sum(orders) <> 0`

/** Adds what some events did to the counters. Keys are written in one order, so that two relays cannot block each other. */
export const foldStatement = (region: number, depth: number, which: Which): Sql => sql`
  with changes as materialized (${changes(region, which)}),
  states as (
    insert into order_states as c (region_id, area, item, state, orders)
    select ${region}::int, area, item, state, orders from (${stateDeltas(depth)}) d order by area, item, state
    on conflict (region_id, area, item, state) do update set orders = c.orders + excluded.orders)
  insert into order_days as c (region_id, area, day, item, ${raw(COLUMNS.join(', '))})
  select ${region}::int, area, day, item, ${raw(COLUMNS.join(', '))} from (${dayDeltas(depth)}) d order by area, day, item
  on conflict (region_id, area, day, item) do update set ${raw(COLUMNS.map((column) => `${column} = c.${column} + excluded.${column}`).join(', '))}`

/** Empties a region's counters, to be folded anew. */
export const emptyStatements = (region: number): Sql[] => [
  sql`lock table order_states, order_days in exclusive mode`,
  sql`delete from order_states where region_id = ${region}`,
  sql`delete from order_days where region_id = ${region}`,
]

/** A counter that differs from what the events say: kept and recounted, 0 where there is no row. */
export type Unequal = { readonly what: string; readonly area: string; readonly item: string }

/** The counters that differ from the events, seen in one snapshot; none is the proof. */
export const unequalStatement = (region: number, depth: number): Sql => sql`
  with changes as materialized (${changes(region, 'all')})
  select 'state ' || state as what, area, item from (
    select area, item, state, orders from order_states where region_id = ${region} and orders <> 0) kept
    full join (${stateDeltas(depth)}) counted using (area, item, state)
  where kept.orders is distinct from counted.orders
  union all
  select 'day ' || day, area, item from (
    select area, day, item, ${raw(COLUMNS.join(', '))} from order_days where region_id = ${region}) kept
    full join (${dayDeltas(depth)}) counted using (area, day, item)
  where ${raw(COLUMNS.map((column) => `kept.${column} is distinct from counted.${column}`).join(' or '))}
  limit 100`

/** Whether the region has events and no counters yet: a house that is older than its counters. */
export const uncounted = (region: number): Sql => sql`
  select 1 where exists (select from order_events where region_id = ${region})
    and not exists (select from order_states where region_id = ${region})`

/** How many orders stand in each state in some areas that do not overlap: `state, count`. */
export const statesOf = (region: number, areas: readonly string[]): Sql => sql`
  select state, sum(orders)::int as count from order_states
  where region_id = ${region} and area = any(${[...areas]}::text[]) group by state having sum(orders) <> 0`
