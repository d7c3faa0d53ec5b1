import type { AliasKind } from '@linli/contract/places/addressWords'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type AliasRow = {
  id: string
  path: string
  alias: string
  kind: AliasKind
  compound: string | null
  fromAt: string
  toAt: string | null
}

/** An area with the compound that its buildings carry. */
export type NamedArea = { id: string; path: string; name: string; level: string; compound: string | null }

export async function namedArea(db: Database, scope: Scope, id: string): Promise<NamedArea | undefined> {
  const [row] = await db.read<NamedArea>(
    scope,
    sql`select id, path, name, level, compound from areas where region_id = ${scope.region} and id = ${id} and closed_at is null`,
  )
  return row
}

/** `/s1/c1/` gives `/`, `/s1/` and itself. */
const pathsAbove = (path: string): string[] =>
  path.split('/').flatMap((_, depth, codes) => (depth === 0 ? [] : `${codes.slice(0, depth).join('/')}/`))

/** Other names of an area and of the compound it stands in, those that hold first. */
export async function aliasesOf(db: Database, scope: Scope, area: NamedArea): Promise<AliasRow[]> {
  return db.read<AliasRow>(
    scope,
    sql`
    select id, path, alias, kind, compound, from_at as "fromAt", to_at as "toAt" from area_aliases
    where region_id = ${scope.region}
      and path = any (${pathsAbove(area.path)}) and (path = ${area.path} or compound = ${area.compound}::text)
    order by to_at is not null, from_at desc, id limit 200`,
  )
}

export async function aliasById(db: Database, scope: Scope, id: string): Promise<AliasRow | undefined> {
  const [row] = await db.read<AliasRow>(
    scope,
    sql`select id, path, alias, kind, compound, from_at as "fromAt", to_at as "toAt" from area_aliases
      where region_id = ${scope.region} and id = ${id}`,
  )
  return row
}
