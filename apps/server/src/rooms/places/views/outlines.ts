import type { Outline, Position } from '@linli/contract/places/boundaryShapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import type { Region } from '../rules/geometry.ts'
import { fullName } from './sql.ts'

/** Says whether anything was drawn, ended or closed: each adds a row or ends one, so the three counts only grow. */
export async function outlinesStamp(db: Database, region: number): Promise<string> {
  const [row] = await db.read<{ stamp: string }>(
    { region },
    sql`select count(*) || '.' || count(o.to_at) || '.' || count(a.closed_at) as stamp
      from area_outlines o join areas a on a.region_id = o.region_id and a.path = o.path
      where o.region_id = ${region}`,
  )
  return row?.stamp ?? ''
}

type Drawn = { path: string; level: string; name: string; region: Region }
/** Every outline that holds now, of areas that are open; `name` is the full one. */
export async function outlinesDrawn(db: Database, region: number): Promise<Drawn[]> {
  return db.read<Drawn>(
    { region },
    sql`
    select o.path, a.level, coalesce(nullif(${fullName('a.region_id', 'a.path')}, ''), a.name) as name,
      o.outline -> 'coordinates' as region
    from area_outlines o join areas a on a.region_id = o.region_id and a.path = o.path
    where o.region_id = ${region} and o.to_at is null and a.closed_at is null`,
  )
}

export type OutlineLine = {
  areaId: string
  path: string
  level: string
  name: string
  fullName: string
  outlineId: string | null
  outline: Outline | null
  fromAt: string | null
  position: Position | null
}

const lines = (region: number, condition: Sql): Sql => sql`
  select a.id as "areaId", a.path, a.level, a.name, ${fullName('a.region_id', 'a.path')} as "fullName",
    o.id as "outlineId", o.outline, o.from_at as "fromAt",
    case when p.id is not null then jsonb_build_array(p.longitude / 1e7, p.latitude / 1e7) end as position
  from areas a
    left join area_outlines o on o.region_id = a.region_id and o.path = a.path and o.to_at is null
    left join area_positions p on p.region_id = a.region_id and p.path = a.path and p.to_at is null
  where a.region_id = ${region} and a.closed_at is null and ${condition}
  order by a.parent_path, length(a.code), a.path limit 5000`

/** The uppermost level below an area on which an outline is drawn; undefined when none is. */
export async function levelDrawnBelow(
  db: Database,
  scope: Scope,
  parent: string,
): Promise<string | undefined> {
  const { lo, hi } = rangeOf(parent)
  const [row] = await db.read<{ level: string }>(
    scope,
    sql`
    select a.level from area_outlines o join areas a on a.region_id = o.region_id and a.path = o.path
    where o.region_id = ${scope.region} and o.path >= ${lo} and o.path < ${hi} and o.path <> ${parent}
      and o.to_at is null and a.closed_at is null
    order by array_length(string_to_array(o.path, '/'), 1), o.path limit 1`,
  )
  return row?.level
}

/** The open areas just below one, each with its outline. */
export const outlinesBelow = (db: Database, scope: Scope, parent: string): Promise<OutlineLine[]> =>
  db.read(scope, lines(scope.region, sql`a.parent_path = ${parent}`))

/** All open areas of a level inside one, each with its outline. */
export function outlinesOfLevel(
  db: Database,
  scope: Scope,
  parent: string,
  level: string,
): Promise<OutlineLine[]> {
  const { lo, hi } = rangeOf(parent)
  return db.read(scope, lines(scope.region, sql`a.path >= ${lo} and a.path < ${hi} and a.level = ${level}`))
}

type Placed = { id: string; position: Position; fromAt: string; toAt: string | null }
const positionHistory = (db: Database, scope: Scope, path: string): Promise<Placed[]> =>
  db.read(
    scope,
    sql`
    select p.id, jsonb_build_array(p.longitude / 1e7, p.latitude / 1e7) as position, p.from_at as "fromAt", p.to_at as "toAt"
    from area_positions p where p.region_id = ${scope.region} and p.path = ${path}
    order by p.from_at desc, p.to_at desc nulls first limit 100`,
  )

type Version = { id: string; outline: Outline; fromAt: string; toAt: string | null }
/** The outline that holds now, when it was drawn anew, one of those before, and every position. @param version the id of that one */
export async function outlineHistory(db: Database, scope: Scope, path: string, version?: string) {
  const outlines = db.read<Version>(
    scope,
    sql`
    select o.id, case when o.to_at is null or o.id = ${version ?? null}::uuid then o.outline end as outline, o.from_at as "fromAt", o.to_at as "toAt"
    from area_outlines o where o.region_id = ${scope.region} and o.path = ${path}
    order by o.from_at desc, o.to_at desc nulls first limit 100`,
  )
  const [found, positions] = await Promise.all([outlines, positionHistory(db, scope, path)])
  const now = found.find(({ toAt }) => toAt === null)
  return {
    outlineId: now?.id ?? null,
    outline: now?.outline ?? null,
    past: found.find(({ id }) => id === version)?.outline ?? null,
    history: found.map(({ id, fromAt, toAt }) => ({ id, fromAt, toAt })),
    positions,
  }
}

export type NamedArea = {
  path: string
  level: string
  code: string
  name: string
  fullName: string
  outline: Outline | null
  position: Position | null
}
/** Every open area below one, to find a file's features among them. */
export async function namedAreas(tx: Tx, region: number, parent: string): Promise<NamedArea[]> {
  const { lo, hi } = rangeOf(parent)
  return tx.query<NamedArea>(sql`
    select a.path, a.level, a.code, a.name, ${fullName('a.region_id', 'a.path')} as "fullName", o.outline,
      case when p.id is not null then jsonb_build_array(p.longitude / 1e7, p.latitude / 1e7) end as position
    from areas a
      left join area_outlines o on o.region_id = a.region_id and o.path = a.path and o.to_at is null
      left join area_positions p on p.region_id = a.region_id and p.path = a.path and p.to_at is null
    where a.region_id = ${region} and a.closed_at is null and a.path >= ${lo} and a.path < ${hi}`)
}
