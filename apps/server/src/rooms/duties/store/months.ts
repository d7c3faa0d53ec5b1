import sql, { type Sql } from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { NewPost } from './rosters.ts'

/** The posts of a roster as they are written to the next. */
export const postsToCopy = (
  db: Database,
  scope: Scope,
  rosterId: string,
): Promise<(Row & Omit<NewPost, 'id'>)[]> =>
  db.read<Row & Omit<NewPost, 'id'>>(
    scope,
    sql`select name, place, tasks, needed, skill from roster_posts
      where region_id = ${scope.region} and roster_id = ${rosterId}::uuid order by id`,
  )

type Next = { readonly id: string; readonly fromOn: string; readonly toOn: string; readonly by: string }

/**
 * The month after a roster in force, by the same terms; planned at once where somebody may be put on every month.
 * Refuses notInForce; of two presses at once the constraint rosters_series lets one through.
 */
export const nextRosterStatement = (
  region: number,
  before: string,
  { id, fromOn, toOn, by }: Next,
): Sql => sql`
  with written as (
    insert into rosters (region_id, id, purpose, title, reason, path, station_id, series_id, from_on, to_on, shifts, rest_hours,
      week_hours, state, opened_by, opened_at, planned_by)
    select r.region_id, ${id}::uuid, r.purpose, r.title, r.reason, r.path, r.station_id,
      case when r.series_id is null then r.id else r.series_id end, ${fromOn}::date, ${toOn}::date, r.shifts, r.rest_hours, r.week_hours,
      case when exists (select from roster_members m where m.region_id = r.region_id and m.roster_id = r.id and m.answer = 'yes' and m.stands)
        then 'planning' else 'open' end, ${by}::uuid, app_now(), ${by}::uuid
    from rosters r where r.region_id = ${region} and r.id = ${before}::uuid and r.state = 'accepted' returning 1)
  select refuse('notInForce') where not exists (select from written)`

/** Whoever said yes is asked again; who may be put on every month has said yes already, with their shifts and wishes. */
export const nextMembersStatement = (region: number, before: string, id: string): Sql => sql`
  insert into roster_members (region_id, roster_id, person_id, path, answer, asked_at, answered_at, off_shifts, wishes, show_name, stands)
  select m.region_id, ${id}::uuid, m.person_id, m.path, case when m.stands then 'yes' else 'asked' end, app_now(),
    case when m.stands then app_now() end, m.off_shifts, m.wishes, m.show_name and m.stands, m.stands
  from roster_members m where m.region_id = ${region} and m.roster_id = ${before}::uuid and m.answer = 'yes'`

export async function membersComing(db: Database, scope: Scope, rosterId: string): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    scope,
    sql`select person_id as id from roster_members
      where region_id = ${scope.region} and roster_id = ${rosterId}::uuid and answer = 'yes'`,
  )
  return rows.map(({ id }) => id)
}

/** Not every month any more: on this roster and on all of its row of months. */
export const endStandingStatement = (region: number, rosterId: string, personId: string): Sql => sql`
  update roster_members m set stands = false from rosters r, rosters one
  where one.region_id = ${region} and one.id = ${rosterId}::uuid and r.region_id = one.region_id
    and (r.id = one.id or r.id = one.series_id or r.series_id = case when one.series_id is null then one.id else one.series_id end)
    and m.region_id = r.region_id and m.roster_id = r.id and m.person_id = ${personId}::uuid and m.stands`
