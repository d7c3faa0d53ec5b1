import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Spot } from '../rules/reach.ts'

/** Where an area lies: its own position, else the middle of those within it; null where none is known. @param area the alias of a row of `areas` */
export const MIDDLE = (area: Sql): Sql => sql`(
  select json_build_object('longitude', round(avg(p.longitude))::int, 'latitude', round(avg(p.latitude))::int)
  from area_positions p where p.region_id = ${area}.region_id and p.path >= ${area}.path and p.path < left(${area}.path, -1) || '0' and p.to_at is null
    and (p.path = ${area}.path or not exists (select from area_positions o where o.region_id = ${area}.region_id and o.path = ${area}.path and o.to_at is null))
  having count(*) > 0)`

/** Where somebody looks from: the area itself or the nearest above it of which something is known, no wider than its grid. */
export async function middleOf(db: Database, region: number, path: string): Promise<Spot | undefined> {
  const rows = await db.read<Row & { middle: Spot | null }>(
    systemScope(region),
    sql`select ${MIDDLE(sql`a`)} as middle from areas a where a.region_id = ${region} and a.path = any(area_prefixes(${path})) and a.closed_at is null
      and length(a.path) >= coalesce((select length(g.path) from areas g where g.region_id = ${region} and g.path = any(area_prefixes(${path})) and g.level = 'grid' limit 1), length(${path}))
      order by length(a.path) desc`,
  )
  return rows.find(({ middle }) => middle !== null)?.middle ?? undefined
}
