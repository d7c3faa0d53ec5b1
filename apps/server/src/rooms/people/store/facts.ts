import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { consentStatement } from './consents.ts'

type Id = { id: string }

/** Everybody of the person's household, the person among them. */
export async function familyOf(db: Database, region: number, personId: string): Promise<string[]> {
  const rows = await db.read<Id>(
    systemScope(region),
    sql`
    select p.id from people p where p.region_id = ${region} and (p.id = ${personId}::uuid
      or p.household_id = (select household_id from people where region_id = ${region} and id = ${personId}::uuid)
      or p.id in (select m.person_id from household_members m where m.region_id = ${region} and m.to_at is null and m.household_id in
        (select household_id from household_members where region_id = ${region} and person_id = ${personId}::uuid and to_at is null)))`,
  )
  return rows.map(({ id }) => id)
}

/** Whether the person is a helper who takes part in points. */
export async function hasOptedIn(db: Database, region: number, personId: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from helpers where region_id = ${region} and person_id = ${personId}::uuid and points_opt_in and left_at is null`,
  )
  return rows.length > 0
}

/** Sets a helper's consent to points and notes it; refuses `notHelper` when the person is none. */
export const optInStatement = (region: number, personId: string, optedIn: boolean): Sql => sql`
  with changed as (update helpers set points_opt_in = ${optedIn} where region_id = ${region} and person_id = ${personId}::uuid and left_at is null returning 1),
    noted as (${consentStatement(region, personId, 'points', optedIn, 'setOptIn')})
  select refuse('notHelper') where not exists (select from changed)`

/** The people who act for teams or units now. */
export async function membersOf(
  db: Database,
  region: number,
  of: { readonly teams: readonly string[]; readonly units: readonly string[] },
): Promise<string[]> {
  if (of.teams.length + of.units.length === 0) return []
  const rows = await db.read<Id>(
    systemScope(region),
    sql`
    select person_id as id from team_members where region_id = ${region} and team_id = any(${[...of.teams]}::uuid[]) and to_at is null and not is_asked
    union select person_id from posts where region_id = ${region} and unit_id = any(${[...of.units]}::uuid[]) and (to_on is null or to_on > (app_now() at time zone 'Asia/Shanghai')::date)`,
  )
  return rows.map(({ id }) => id)
}

/** A person's name, for greeting; empty when the person has not given one yet. */
export async function nameOf(db: Database, region: number, personId: string): Promise<string> {
  const [row] = await db.read<{ name: string }>(
    systemScope(region),
    sql`select name from people where region_id = ${region} and id = ${personId}::uuid`,
  )
  return row?.name ?? ''
}

/** What anybody would guess of a person: the name, and the places where they live or hold a post, from the region down. */
export async function wordsAbout(db: Database, region: number, personId: string): Promise<string[]> {
  const rows = await db.read<{ words: string | null }>(
    systemScope(region),
    sql`select name as words from people where region_id = ${region} and id = ${personId}::uuid
      union select name->>'zh' from regions where id = ${region} union select name->>'en' from regions where id = ${region}
      union select a.name from areas a where a.region_id = ${region} and a.closed_at is null and exists (
        select from (select path from people where region_id = ${region} and id = ${personId}::uuid
          union all select area_path from posts where region_id = ${region} and person_id = ${personId}::uuid) held
        where starts_with(held.path, a.path))`,
  )
  return rows.flatMap(({ words }) => words ?? [])
}
