import sql, { empty } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'

/** So many helpers have the same verified skills, and clearance for homes or not. */
export type HelperGroup = {
  readonly skills: readonly string[]
  readonly homeEntry: boolean
  readonly helpers: number
}

/** The helpers who serve some of an area, counted in groups; those on leave and those who left are not among them. Nobody is named. */
export function helperGroups(db: Database, region: number, area: string): Promise<HelperGroup[]> {
  const { lo, hi } = rangeOf(area)
  return db.read<HelperGroup>(
    systemScope(region),
    sql`
    select skills, home_entry as "homeEntry", count(*)::int as helpers from (
      select h.home_entry, array(select s.skill from helper_skills s where s.region_id = h.region_id and s.person_id = h.person_id
          and s.verified_at is not null and s.to_at is null order by s.skill) as skills
      from helpers h where h.region_id = ${region} and h.left_at is null
        and (h.on_leave_until is null or h.on_leave_until < (app_now() at time zone 'Asia/Shanghai')::date)
        and ((h.serves_path >= ${lo} and h.serves_path < ${hi}) or starts_with(${area}, h.serves_path))) one
    group by skills, home_entry`,
  )
}

/** The helpers who serve some of an area and are not on leave, or those of `personIds` who are among them. */
export async function helpersServing(
  db: Database,
  region: number,
  area: string,
  personIds?: readonly string[],
): Promise<string[]> {
  const { lo, hi } = rangeOf(area)
  const rows = await db.read<{ id: string }>(
    systemScope(region),
    sql`
    select h.person_id as id from helpers h where h.region_id = ${region} and h.left_at is null
      and (h.on_leave_until is null or h.on_leave_until < (app_now() at time zone 'Asia/Shanghai')::date)
      and ((h.serves_path >= ${lo} and h.serves_path < ${hi}) or starts_with(${area}, h.serves_path))
      ${personIds ? sql`and h.person_id = any (${[...personIds]}::uuid[])` : empty}
    order by h.person_id`,
  )
  return rows.map(({ id }) => id)
}
