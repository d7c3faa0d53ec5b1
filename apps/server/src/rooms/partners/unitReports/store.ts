import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { numberRow } from '../store/documents.ts'

type Drawn = {
  readonly id: string
  readonly checkInId: string
  readonly fromOn: string
  readonly toOn: string
}
/** 单位服务报告 of a unit that the community accepted. Refuses notOpen. */
export const reportStatement = (me: Actor, { id, checkInId, fromOn, toOn }: Drawn): Sql => sql`
  with ${numberRow(me.region, 'report')}, drawn as (
    insert into unit_reports (region_id, id, check_in_id, unit_id, path, number, from_on, to_on, state, drawn_by, drawn_at, version)
    select c.region_id, ${id}::uuid, c.id, c.unit_id, c.path, n.number, ${fromOn}::date, ${toOn}::date, 'drawn', ${me.personId}::uuid, app_now(), 1
    from check_ins c cross join numbered n
    where c.region_id = ${me.region} and c.id = ${checkInId}::uuid and c.kind = 'unit' and c.state = 'accepted'
    returning 1)
  select refuse('notOpen') where not exists (select from drawn)`

/** The unit's own words, in the version it read; it may change them. Refuses reportMoved. */
export const answerStatement = (
  me: Actor,
  id: string,
  { version, words }: { readonly version: number; readonly words: string | null },
): Sql => sql`
  with answered as (
    update unit_reports set state = 'answered', answer = ${words}::text, answered_by = ${me.personId}::uuid, answered_at = app_now(), version = version + 1
    where region_id = ${me.region} and id = ${id}::uuid and version = ${version} returning 1)
  select refuse('reportMoved') where not exists (select from answered)`

/** Who speaks for a unit now. */
export async function liaisonsOf(db: Database, region: number, unitId: string): Promise<string[]> {
  const rows = await db.read<Row & { id: string }>(
    systemScope(region),
    sql`select distinct p.id from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id
      where g.region_id = ${region} and g.unit_id = ${unitId}::uuid and g.role = 'unitHandler' and g.from_at <= app_now()
        and (g.to_at is null or g.to_at > app_now()) order by p.id limit 20`,
  )
  return rows.map(({ id }) => id)
}
