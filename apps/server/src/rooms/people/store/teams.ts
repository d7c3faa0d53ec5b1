import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'

export const teamStatement = (
  region: number,
  team: { id: string; kind: string; name: string; path: string },
): Sql => sql`
  insert into teams (region_id, id, kind, name, path, opened_at)
  values (${region}, ${team.id}, ${team.kind}, ${team.name}, ${team.path}, app_now())`

/** Joining twice is joining once. */
export const memberStatement = (region: number, teamId: string, personId: string): Sql => sql`
  insert into team_members (region_id, id, team_id, person_id, from_at)
  values (${region}, ${newId()}, ${teamId}, ${personId}, app_now())
  on conflict (region_id, team_id, person_id) where to_at is null do nothing`

export const endMemberStatement = (region: number, teamId: string, personId: string): Sql => sql`
  with ended as (update team_members set to_at = app_now()
    where region_id = ${region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null returning 1)
  select refuse('stale') where not exists (select from ended)`

export async function teamPath(db: Database, scope: Scope, id: string): Promise<string | undefined> {
  const [row] = await db.read<{ path: string }>(
    scope,
    sql`select path from teams where region_id = ${scope.region} and id = ${id}::uuid and closed_at is null`,
  )
  return row?.path
}
