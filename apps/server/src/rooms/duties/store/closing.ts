import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** Over, signed in, and nobody has said how long it was. */
const WAITING = sql`d.accepted and d.signed_in_at is not null and d.confirmed_at is null
  and (d.signed_out_at is not null or d.ends_at <= app_now())`

/** The hours of everybody who signed in and is done: from sign-in to sign-out, within the shift; never the confirmer's own. */
export const confirmServedStatement = (region: number, rosterId: string, by: string): Sql => sql`
  with confirmed as (
    update duties d set confirmed_by = ${by}::uuid, confirmed_at = app_now(),
      confirmed_minutes = greatest(0, extract(epoch from
        least(coalesce(d.signed_out_at, d.ends_at), d.ends_at) - greatest(d.signed_in_at, d.starts_at)) / 60)::int
    where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid and d.person_id <> ${by}::uuid and ${WAITING} returning 1)
  select count(*)::int as confirmed from confirmed`

/** What is answered, and a repeat of the command again: the hours that this commit confirmed. */
export const confirmedNow = (region: number, rosterId: string, by: string): Sql => sql`
  (select jsonb_build_object('id', ${rosterId}::text, 'confirmed', count(*)) from duties
    where region_id = ${region} and roster_id = ${rosterId}::uuid and confirmed_by = ${by}::uuid and confirmed_at = app_now())`

/** Refuses stillServing while somebody is on duty, hoursWaiting while somebody else's hours are unconfirmed. */
export const refuseUnfinished = (region: number, rosterId: string, by: string): Sql => sql`
  select refuse(why) from (
    select case when exists (select from duties d where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid and d.accepted
        and d.signed_in_at is not null and d.signed_out_at is null and d.ends_at > app_now()) then 'stillServing'
      when exists (select from duties d where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid
        and d.person_id <> ${by}::uuid and ${WAITING}) then 'hoursWaiting' end as why) one
  where why is not null`

/** By somebody who saw this version; never while it is being planned. Refuses rosterMoved. */
export const closeStatement = (region: number, id: string, version: number, by: string): Sql => sql`
  with closed as (
    update rosters set closed_at = app_now(), closed_by = ${by}::uuid, version = version + 1
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and closed_at is null and state <> 'planning' returning 1)
  select refuse('rosterMoved') where not exists (select from closed)`

const AHEAD = sql`d.signed_in_at is null and d.starts_at > app_now()`
/** What has not begun is nobody's duty any more, and nobody need swap it. */
export const freeAheadStatements = (region: number, rosterId: string, by: string): readonly Sql[] => [
  sql`update duty_swaps s set state = 'declined', ended_at = app_now(), ended_by = ${by}::uuid
    from duties d where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid and ${AHEAD}
      and s.region_id = d.region_id and s.duty_id = d.id and s.ended_at is null`,
  sql`delete from duties d where d.region_id = ${region} and d.roster_id = ${rosterId}::uuid and ${AHEAD}`,
]

/** Who counts on a shift to come. */
export async function peopleAhead(db: Database, scope: Scope, rosterId: string): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    scope,
    sql`select distinct d.person_id as id from duties d
      where d.region_id = ${scope.region} and d.roster_id = ${rosterId}::uuid and d.accepted and ${AHEAD}`,
  )
  return rows.map(({ id }) => id)
}
