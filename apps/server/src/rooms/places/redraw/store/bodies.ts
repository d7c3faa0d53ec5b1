import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../../kernel/db/database.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

/** Refuses `unknownArea` unless the area is open; the name is free there, or the unique index says so. */
export const openBody = (
  region: number,
  body: { id: string; kind: string; name: string; path: string; fromOn?: string | undefined },
): Sql => sql`
  with opened as (
    insert into party_bodies (region_id, id, kind, name, area_path, from_on)
    select ${region}, ${body.id}::uuid, ${body.kind}, ${body.name}, a.path, coalesce(${body.fromOn ?? null}::date, ${TODAY})
    from areas a where a.region_id = ${region} and a.path = ${body.path} and a.closed_at is null for share of a returning 1)
  select refuse('unknownArea') where not exists (select from opened)`

export async function bodyById(
  db: Database,
  region: number,
  id: string,
): Promise<{ path: string } | undefined> {
  const [row] = await db.read<{ path: string }>(
    { region },
    sql`select area_path as path from party_bodies where region_id = ${region} and id = ${id}::uuid and to_on is null`,
  )
  return row
}

/** Refuses `stale` when it has ended already. */
export const endBody = (region: number, id: string): Sql => sql`
  with ended as (
    update party_bodies set to_on = greatest(from_on, ${TODAY}) where region_id = ${region} and id = ${id}::uuid and to_on is null returning 1)
  select refuse('stale') where not exists (select from ended)`
