import sql from 'sql-template-tag'
import type { Tx } from '../../../kernel/db/database.ts'

export type KnownArea = {
  id: string
  path: string
  parentPath: string | null
  code: string
  level: string
  name: string
  compound: string | null
  closed: boolean
}

/** Every area of a region, closed ones too, for an import to compare with. */
export async function allAreas(tx: Tx, region: number): Promise<KnownArea[]> {
  return tx.query<KnownArea>(
    sql`select id, path, parent_path as "parentPath", code, level, name, compound, closed_at is not null as closed
      from areas where region_id = ${region} order by length(path), path`,
  )
}

export type KnownHousehold = { id: string; path: string; room: string }

/** Open and closed households: a closed door that comes again is opened again. */
export async function allHouseholds(
  tx: Tx,
  region: number,
): Promise<(KnownHousehold & { closed: boolean })[]> {
  return tx.query(
    sql`select id, path, room, closed_at is not null as closed from households where region_id = ${region}`,
  )
}
