import sql, { type Sql } from 'sql-template-tag'

export type NewAlias = {
  readonly id: string
  readonly path: string
  readonly compound: string | null
  readonly alias: string
  readonly kind: string
}

export const insertAlias = (region: number, { id, path, compound, alias, kind }: NewAlias): Sql => sql`
  insert into area_aliases (region_id, id, path, compound, alias, kind, from_at)
  values (${region}, ${id}, ${path}, ${compound}, ${alias}, ${kind}, app_now())`

/** Ends another name that holds; one that was ended meanwhile is stale. */
export const endAlias = (region: number, id: string): Sql => sql`
  with ended as (
    update area_aliases set to_at = app_now() where region_id = ${region} and id = ${id} and to_at is null returning 1)
  select refuse('stale') where not exists (select from ended)`

/** Before an area is renamed: what it is called now stays known as its former name. */
export const keepFormerName = (region: number, areaId: string, aliasId: string, next: string): Sql => sql`
  insert into area_aliases (region_id, id, path, compound, alias, kind, from_at)
  select region_id, ${aliasId}, path, null, name, 'formerName', app_now() from areas
  where region_id = ${region} and id = ${areaId} and closed_at is null and name <> ${next}
  on conflict (region_id, path, coalesce(compound, ''), alias) where to_at is null do nothing`
