import type { UnitKind } from '@linli/contract/places/words'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type Unit = {
  id: string
  key: string
  parentId: string | null
  kind: UnitKind
  name: { zh: string; en: string }
  dutyPhone: string | null
}

/** Every open unit of the region, in the order they were founded. */
export async function units(db: Database, scope: Scope): Promise<Unit[]> {
  return db.read<Unit>(
    scope,
    sql`
    select id, key, parent_id as "parentId", kind, name, duty_phone as "dutyPhone" from units
    where region_id = ${scope.region} and closed_at is null order by kind, id`,
  )
}

/** Chinese names of units by id, closed ones too: old orders still name them. */
export async function unitNames(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.read<{ id: string; name: string }>(
    scope,
    sql`select id, name->>'zh' as name from units where region_id = ${scope.region} and id = any (${[...ids]}::uuid[])`,
  )
  return new Map(found.map((row) => [row.id, row.name]))
}
