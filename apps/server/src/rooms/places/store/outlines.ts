import type { Outline, Position } from '@linli/contract/places/boundaryShapes'
import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'

export type NewOutline = { readonly id: string; readonly path: string; readonly outline: Outline }

/**
 * Ends the outline that was seen and begins a new one. Refuses with `stale` when another one was drawn meanwhile, or the
 * area was closed; two first outlines at the same moment meet at the unique index `area_outlines_now`.
 * @param replaces the outline that was seen; null: none was there
 */
export function outlineStatement(
  region: number,
  { id, path, outline }: NewOutline,
  replaces: string | null,
  byPerson: string,
): Sql {
  return sql`with ended as (
      update area_outlines set to_at = app_now()
      where region_id = ${region} and path = ${path} and to_at is null and id = ${replaces}::uuid returning 1),
    drawn as (
      insert into area_outlines (region_id, id, path, outline, from_at, by_person)
      select ${region}, ${id}, ${path}, ${JSON.stringify(outline)}::jsonb, app_now(), ${byPerson}
      where (${replaces}::uuid is null or exists (select from ended))
        and exists (select from areas a where a.region_id = ${region} and a.path = ${path} and a.closed_at is null)
      returning 1)
    select refuse('stale') where not exists (select from drawn)`
}

/** Ends what holds for these areas and begins what a file says; nobody else imports meanwhile. */
export function outlinesStatements(
  region: number,
  outlines: readonly Omit<NewOutline, 'id'>[],
  byPerson: string,
): Sql[] {
  const rows = JSON.stringify(outlines.map((row) => ({ ...row, id: newId() })))
  return [
    sql`update area_outlines o set to_at = app_now()
      from jsonb_to_recordset(${rows}::jsonb) as n(path text)
      where o.region_id = ${region} and o.path = n.path and o.to_at is null`,
    sql`insert into area_outlines (region_id, id, path, outline, from_at, by_person)
      select ${region}, n.id, n.path, n.outline, app_now(), ${byPerson}
      from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, path text, outline jsonb)`,
  ]
}

export type NewPosition = { readonly path: string; readonly position: Position }

/**
 * Ends the position that was seen and begins a new one; refuses with `stale` as `outlineStatement` does, and two first
 * positions at the same moment meet at `area_positions_now`.
 * @param replaces the position that was seen; null: none was there
 */
export function positionStatement(
  region: number,
  { id, path, position: [longitude, latitude] }: NewPosition & { readonly id: string },
  replaces: string | null,
  byPerson: string,
): Sql {
  return sql`with ended as (
      update area_positions set to_at = app_now()
      where region_id = ${region} and path = ${path} and to_at is null and id = ${replaces}::uuid returning 1),
    placed as (
      insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      select ${region}, ${id}, ${path}, ${whole(longitude)}::integer, ${whole(latitude)}::integer, app_now(), ${byPerson}
      where (${replaces}::uuid is null or exists (select from ended))
        and exists (select from areas a where a.region_id = ${region} and a.path = ${path} and a.closed_at is null)
      returning 1)
    select refuse('stale') where not exists (select from placed)`
}

/** Degrees as they are kept. */
const whole = (degrees: number): number => Math.round(degrees * 1e7)

/** As `outlinesStatements`, in 0.0000001 degrees. */
export function positionsStatements(
  region: number,
  positions: readonly NewPosition[],
  byPerson: string,
): Sql[] {
  const rows = JSON.stringify(
    positions.map(({ path, position: [longitude, latitude] }) => ({
      id: newId(),
      path,
      longitude: whole(longitude),
      latitude: whole(latitude),
    })),
  )
  return [
    sql`update area_positions p set to_at = app_now()
      from jsonb_to_recordset(${rows}::jsonb) as n(path text)
      where p.region_id = ${region} and p.path = n.path and p.to_at is null`,
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      select ${region}, n.id, n.path, n.longitude, n.latitude, app_now(), ${byPerson}
      from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, path text, longitude integer, latitude integer)`,
  ]
}
