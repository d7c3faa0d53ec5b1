import type { RosterWork } from '@linli/contract/duties/shapes'
import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

type Counts = Row &
  Omit<RosterWork, 'now'> & { due: number; here: number; missing: RosterWork['now']['missing'] }

/**
 * What is happening on a roster in force, and what has happened, in figures of places and hours. Who has not signed in is
 * asked after at posts in a crisis alone.
 */
export async function workOf(db: Database, scope: Scope, rosterId: string): Promise<RosterWork> {
  const { region } = scope
  const [row] = await db.read<Counts>(
    scope,
    sql`
    with of_roster as (
      select d.*, d.starts_at <= app_now() and d.ends_at > app_now() as is_now,
        (select r.purpose = 'crisis' from rosters r where r.region_id = d.region_id and r.id = d.roster_id) as is_crisis from duties d
      where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid and d.accepted)
    select count(*)::int as places, (count(*) filter (where signed_in_at is null and starts_at > app_now()))::int as ahead,
      (count(*) filter (where is_now))::int as due,
      (count(*) filter (where is_now and signed_in_at is not null))::int as here,
      (count(*) filter (where signed_in_at is not null))::int as served,
      (count(distinct person_id) filter (where signed_in_at is not null))::int as people,
      (count(*) filter (where signed_in_at is not null and confirmed_at is null and (signed_out_at is not null or ends_at <= app_now())))::int as waiting,
      (count(*) filter (where is_crisis and signed_in_at is null and confirmed_at is null and ends_at <= app_now()))::int as unsigned,
      coalesce(sum(confirmed_minutes), 0)::int as minutes,
      (select coalesce(json_agg(json_build_object('postId', post_id, 'people', people) order by people desc, post_id), '[]') from (
        select post_id, count(*)::int as people from of_roster where is_crisis and is_now and signed_in_at is null group by post_id) one) as missing,
      (select count(*)::int from duty_swaps s join of_roster d on s.region_id = d.region_id and s.duty_id = d.id where s.ended_at is null) as "swapsOpen",
      (select count(*)::int from duty_swaps s join of_roster d on s.region_id = d.region_id and s.duty_id = d.id where s.state = 'confirmed') as "swapsDone",
      (select count(*)::int from duty_log l where l.region_id = ${region} and l.roster_id = ${rosterId}::uuid and l.kind = 'check') as checks,
      (select count(*)::int from duty_log l where l.region_id = ${region} and l.roster_id = ${rosterId}::uuid and l.kind = 'hazard') as hazards,
      (select count(*)::int from duty_log l where l.region_id = ${region} and l.roster_id = ${rosterId}::uuid and l.order_id is not null) as orders
    from of_roster`,
  )
  if (!row) throw new Error('counting answered nothing')
  const { due, here, missing, ...counts } = row
  return { ...counts, now: { due, here, missing } }
}
