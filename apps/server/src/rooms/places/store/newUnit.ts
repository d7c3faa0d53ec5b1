import sql, { type Sql } from 'sql-template-tag'

/** Founds a company of the place, in the commit of whatever it is founded for. The key is nobody's before. */
export const newUnitStatement = (
  region: number,
  unit: { readonly id: string; readonly key: string; readonly name: string },
): Sql => sql`
  insert into units (region_id, id, key, parent_id, kind, name, opened_at)
  values (${region}::int, ${unit.id}::uuid, ${unit.key}, null, 'company', ${JSON.stringify({ zh: unit.name, en: unit.name })}::jsonb, app_now())`
