import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { pointInside, type Region } from '../../places/index.ts'
import type { Spot } from '../rules/reach.ts'

/** What is known of where an area lies: its own position, else the middle of those within it, else its outline. */
export type Whereabouts = { readonly middle: Spot | null; readonly outline: Region | null }

const MIDDLE = (area: Sql): Sql => sql`
  select json_build_object('longitude', round(avg(p.longitude))::int, 'latitude', round(avg(p.latitude))::int) as middle
  from area_positions p where p.region_id = ${area}.region_id and p.path >= ${area}.path and p.path < left(${area}.path, -1) || '0' and p.to_at is null
    and (p.path = ${area}.path or not exists (select from area_positions o where o.region_id = ${area}.region_id and o.path = ${area}.path and o.to_at is null))
  having count(*) > 0`

/** Joins `lies`, as `Whereabouts`; an outline is read only where no position is known. @param area the alias of a row of `areas` */
export const LIES = (area: Sql): Sql => sql`left join lateral (${MIDDLE(area)}) spot on true
  left join area_outlines outline on outline.region_id = ${area}.region_id and outline.path = ${area}.path and outline.to_at is null and spot.middle is null
  cross join lateral (select spot.middle, outline.outline -> 'coordinates' as outline) lies`

/** Where an area is looked from: a drawn one of which no position is known, from a point inside its outline. */
export function spotOf({ middle, outline }: Whereabouts): Spot | undefined {
  if (middle) return middle
  const inside = outline ? pointInside(outline) : undefined
  return inside && { longitude: Math.round(inside[0] * 1e7), latitude: Math.round(inside[1] * 1e7) }
}

/** Where somebody looks from: the area itself or the nearest above it of which something is known, no wider than its grid. */
export async function middleOf(db: Database, region: number, path: string): Promise<Spot | undefined> {
  const rows = await db.read<Row & Whereabouts>(
    systemScope(region),
    sql`select lies.* from areas a ${LIES(sql`a`)} where a.region_id = ${region} and a.path = any(area_prefixes(${path})) and a.closed_at is null
      and length(a.path) >= coalesce((select length(g.path) from areas g where g.region_id = ${region} and g.path = any(area_prefixes(${path})) and g.level = 'grid' limit 1), length(${path}))
      order by length(a.path) desc`,
  )
  return rows.map(spotOf).find((spot) => spot !== undefined)
}
