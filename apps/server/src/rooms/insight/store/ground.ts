import type { GroundPart } from '@linli/contract/insight/coverage'
import sql, { empty, type Sql } from 'sql-template-tag'
import type { Count } from '../rules/rollUp.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
const REST = '10 seconds'
const AT_LEAST_EVERY = '1 minute'

/** A row for each part, once. */
export const parts = (region: number, all: readonly GroundPart[]): Sql => sql`
  insert into ground_counted (region_id, what) select ${region}::int, what from unnest(${[...all]}::text[]) what
  where not exists (select from ground_counted g where g.region_id = ${region} and g.what = what.what)
  on conflict do nothing`

/** Something happened to these. */
export const behind = (region: number, changed: readonly GroundPart[]): Sql => sql`
  update ground_counted set is_behind = true where region_id = ${region} and what = any(${[...changed]}::text[]) and not is_behind`

/** The parts whose turn it is: marked before they are counted, so that what happens meanwhile is counted next. */
export const due = (region: number, atOnce: boolean): Sql => sql`
  update ground_counted set at = app_now(), is_behind = false where region_id = ${region} and what = any(array(
    select what from ground_counted where region_id = ${region} and (${atOnce}::boolean or at is null
      or (is_behind and at < app_now() - ${REST}::interval) or at < app_now() - ${AT_LEAST_EVERY}::interval)
    order by what for update ${atOnce ? empty : sql`skip locked`}))
  returning what`

/** Puts the counts of a part in the place of those before; what did not change is not written. */
export const write = (region: number, what: GroundPart, counts: readonly Count[]): Sql => sql`
  with counted as (
    select area, key, held, wanted from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as x(area text, key text, held bigint, wanted bigint)),
  gone as (
    delete from ground_counts g where g.region_id = ${region} and g.what = ${what}
      and not exists (select from counted c where c.area = g.area and c.key = g.key))
  insert into ground_counts as g (region_id, area, what, key, held, wanted)
  select ${region}::int, area, ${what}, key, held, wanted from counted order by area, key
  on conflict (region_id, area, what, key) do update set held = excluded.held, wanted = excluded.wanted
    where (g.held, g.wanted) is distinct from (excluded.held, excluded.wanted)`

const HOMES = (region: number): Sql =>
  sql`select path, count(*)::int as homes from households where region_id = ${region} and closed_at is null group by path`

export const homes = (region: number): Sql =>
  sql`select path, '' as key, homes as held, homes as wanted from (${HOMES(region)}) h`

/** By rule the homes that somebody in force looks after. Of how many is told by the homes themselves. */
export const pairs = (region: number): Sql => sql`
  select h.path, p.rule as key, count(distinct h.id)::int as held, 0 as wanted
  from pairings p join households h on h.region_id = p.region_id and h.id = p.household_id and h.closed_at is null
  where p.region_id = ${region} and p.accepted and p.to_on is null and p.from_on <= ${TODAY}
  group by h.path, p.rule`

/** Of plans in force: people, promises and which of them are overdue, and contacts made in a day and a week. */
export const care = (region: number): Sql => sql`
  with plans as materialized (
    select id, path from care_plans where region_id = ${region} and ended_at is null and agreed_at is not null and ${TODAY} between from_on and until_on),
  made as (
    select p.path, c.device_at > app_now() - interval '1 day' as "isLate" from plans p join care_contacts c on c.region_id = ${region} and c.plan_id = p.id
    where c.device_at > app_now() - interval '7 days' and c.device_at <= app_now() and c.outcome <> 'notReached')
  select path, 'people' as key, count(*)::int as held, count(*)::int as wanted from plans group by path
  union all
  select p.path, 'promises', count(*) filter (where l.due_at > app_now())::int, count(*)::int
  from plans p join care_lines l on l.region_id = ${region} and l.plan_id = p.id group by p.path
  union all
  select path, 'lastDay', count(*) filter (where "isLate")::int, 0 from made group by path
  union all
  select path, 'lastWeek', count(*)::int, 0 from made group by path`
