import sql, { empty, type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'

export function helperStatement(
  region: number,
  personId: string,
  helper: {
    path: string
    servesPath: string
    quota: number
    nightEmergencies: boolean
    pointsOptIn: boolean
    hours: unknown
  },
): Sql {
  return sql`insert into helpers (region_id, person_id, path, serves_path, quota, night_emergencies, points_opt_in, hours, joined_at)
    values (${region}, ${personId}, ${helper.path}, ${helper.servesPath}, ${helper.quota}, ${helper.nightEmergencies}, ${helper.pointsOptIn}, ${JSON.stringify(helper.hours)}::jsonb, app_now())
    on conflict (region_id, person_id) do update set path = excluded.path, serves_path = excluded.serves_path, quota = excluded.quota, night_emergencies = excluded.night_emergencies,
      points_opt_in = excluded.points_opt_in, hours = excluded.hours, left_at = null where helpers.left_at is not null`
}

export const saidSkillStatement = (region: number, personId: string, skill: string): Sql =>
  sql`insert into helper_skills (region_id, id, person_id, skill) values (${region}, ${newId()}, ${personId}, ${skill}) on conflict (region_id, person_id, skill) where to_at is null do nothing`

export const refuseHelperStatement = (region: number, personId: string): Sql =>
  sql`select refuse('alreadyHelper') from helpers where region_id = ${region} and person_id = ${personId}::uuid and left_at is null`

export type HelperSettings = {
  readonly quota?: number | undefined
  readonly nightEmergencies?: boolean | undefined
  readonly pointsOptIn?: boolean | undefined
  readonly hours?: unknown
  readonly servesPath?: string | undefined
  readonly onLeaveUntil?: string | null | undefined
}

/** Changes what is given and nothing else. */
export function helperSettingsStatement(region: number, personId: string, settings: HelperSettings): Sql {
  const { quota, nightEmergencies, pointsOptIn, hours, servesPath, onLeaveUntil } = settings
  return sql`with changed as (
      update helpers set quota = coalesce(${quota ?? null}::int, quota),
        night_emergencies = coalesce(${nightEmergencies ?? null}::boolean, night_emergencies),
        points_opt_in = coalesce(${pointsOptIn ?? null}::boolean, points_opt_in),
        hours = coalesce(${hours === undefined ? null : JSON.stringify(hours)}::jsonb, hours),
        serves_path = coalesce(${servesPath ?? null}::text, serves_path)
        ${onLeaveUntil === undefined ? empty : sql`, on_leave_until = ${onLeaveUntil}::date`}
      where region_id = ${region} and person_id = ${personId}::uuid and left_at is null returning 1)
    select refuse('notHelper') where not exists (select from changed)`
}

/** The helper's own grant, apart from those that follow from posts. */
export const endHelperGrantStatement = (region: number, accountId: string): Sql =>
  sql`update grants set to_at = app_now() where region_id = ${region} and account_id = ${accountId}::uuid and role = 'helper' and post_id is null and to_at is null`

export const leaveStatement = (region: number, personId: string): Sql => sql`
  with gone as (update helpers set left_at = app_now() where region_id = ${region} and person_id = ${personId}::uuid and left_at is null returning 1)
  select refuse('notHelper') where not exists (select from gone)`

export const verifiedSkillStatement = (
  region: number,
  personId: string,
  skill: string,
  by: string,
): Sql => sql`
  insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at)
  values (${region}, ${newId()}, ${personId}, ${skill}, ${by}, app_now())
  on conflict (region_id, person_id, skill) where to_at is null do update set verified_by = excluded.verified_by, verified_at = excluded.verified_at`

export const endSkillStatement = (region: number, personId: string, skill: string): Sql => sql`
  with ended as (update helper_skills set to_at = app_now()
    where region_id = ${region} and person_id = ${personId}::uuid and skill = ${skill} and to_at is null returning 1)
  select refuse('stale') where not exists (select from ended)`

export const homeEntryStatement = (region: number, personId: string, homeEntry: boolean): Sql => sql`
  with changed as (update helpers set home_entry = ${homeEntry}
    where region_id = ${region} and person_id = ${personId}::uuid and left_at is null returning 1)
  select refuse('stale') where not exists (select from changed)`

/** Where a helper starts from; undefined for somebody who does not help. */
export async function helperPath(db: Database, scope: Scope, personId: string): Promise<string | undefined> {
  const [row] = await db.read<{ path: string }>(
    scope,
    sql`select path from helpers where region_id = ${scope.region} and person_id = ${personId}::uuid and left_at is null`,
  )
  return row?.path
}
