import type { AreaRow } from '@linli/contract/places/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import type { PlaceRules } from '../placeRules.ts'
import { fullName } from './sql.ts'

type Area = {
  readonly id: string
  readonly path: string
  readonly level: string
  readonly name: string
  readonly fullName: string
}
type Row = {
  id: string
  path: string
  parent_path: string | null
  level: string
  name: string
  compound: string | null
  full_name: string
  children: number
}

const rows = (region: number, condition: Sql): Sql => sql`
  select a.id, a.path, a.parent_path, a.level, a.name, a.compound, ${fullName('a.region_id', 'a.path')} as full_name,
    (select count(*) from areas c where c.region_id = a.region_id and c.parent_path = a.path and c.closed_at is null)::int as children
  from areas a where a.region_id = ${region} and a.closed_at is null and ${condition}
  order by length(a.code), a.path limit 1000`

/** The open areas just below one. */
export async function areasBelow(
  db: Database,
  scope: Scope,
  rules: PlaceRules,
  parent: string,
): Promise<AreaRow[]> {
  const found = await db.read<Row>(scope, rows(scope.region, sql`a.parent_path = ${parent}`))
  return found.map((row) => shown(row, rules))
}

export async function areaByPath(
  db: Database,
  scope: Scope,
  rules: PlaceRules,
  path: string,
): Promise<AreaRow | undefined> {
  const [row] = await db.read<Row>(scope, rows(scope.region, sql`a.path = ${path}`))
  return row && shown(row, rules)
}

function shown(row: Row, rules: PlaceRules): AreaRow {
  return {
    id: row.id,
    path: row.path,
    parentPath: row.parent_path,
    level: row.level,
    levelName: rules.levels.find((level) => level.key === row.level)?.name ?? rules.name,
    name: row.name,
    compound: row.compound,
    fullName: row.full_name || row.name,
    children: row.children,
  }
}

export async function areaById(db: Database, scope: Scope, id: string): Promise<Area | undefined> {
  const [row] = await db.read<Area>(
    scope,
    sql`
    select a.id, a.path, a.level, a.name, ${fullName('a.region_id', 'a.path')} as "fullName"
    from areas a where a.region_id = ${scope.region} and a.id = ${id} and a.closed_at is null`,
  )
  return row
}

/** Names of areas by path, as on the door. */
export async function areaNames(
  db: Database,
  scope: Scope,
  paths: readonly string[],
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const found = await db.read<{ path: string; name: string }>(
    scope,
    sql`
    select a.path, coalesce(nullif(${fullName('a.region_id', 'a.path')}, ''), a.name) as name
    from areas a where a.region_id = ${scope.region} and a.path = any (${[...new Set(paths)]})`,
  )
  return new Map(found.map((row) => [row.path, row.name]))
}

export type Scanned = {
  path: string
  name: string
  fullName: string
  level: string
  region: number
  regionName: { zh: string; en: string }
}
/** The areas that some begin as, and all that followed them. */
const SUCCESSORS = (region: number, begin: Sql): Sql => sql`
  with recursive way(path) as ((${begin}) union
    select s.to_path from way join area_successions s on s.region_id = ${region} and s.from_path = way.path and s.is_main)
  select path from way`

/** The place of a scanned code; the code of an area that was redrawn goes on to its successor. The slug is random and says nothing by itself. */
export async function areaBySlug(db: Database, region: number, slug: string): Promise<Scanned | undefined> {
  const [row] = await db.read<Scanned>(
    { region },
    sql`
    select a.path, a.name, ${fullName('a.region_id', 'a.path')} as "fullName", a.level, a.region_id as region, r.name as "regionName"
    from areas a join regions r on r.id = a.region_id
    where a.region_id = ${region} and a.closed_at is null and a.path = any(array(${SUCCESSORS(region, sql`select path from areas where region_id = ${region} and qr_slug = ${slug}`)}))`,
  )
  return row
}

/** Slugs of an area and of all below it on the levels that carry a code. */
export async function codesBelow(db: Database, scope: Scope, path: string, levels: readonly string[]) {
  const { lo, hi } = rangeOf(path)
  return db.read<{ path: string; level: string; name: string; fullName: string; slug: string }>(
    scope,
    sql`
    select a.path, a.level, a.name, ${fullName('a.region_id', 'a.path')} as "fullName", a.qr_slug as slug
    from areas a where a.region_id = ${scope.region} and a.path >= ${lo} and a.path < ${hi}
      and a.level = any (${[...levels]}) and a.closed_at is null
    order by a.path limit 2000`,
  )
}

export async function areaExists(db: Database, scope: Scope, path: string): Promise<boolean> {
  const found = await db.read(
    scope,
    sql`select 1 from areas where region_id = ${scope.region} and path = ${path} and closed_at is null`,
  )
  return found.length === 1
}
