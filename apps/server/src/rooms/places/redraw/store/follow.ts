import sql, { join, raw, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../../kernel/auth/actor.ts'
import type { Database } from '../../../../kernel/db/database.ts'

/** So many rows follow in one transaction. */
const BATCH = 500

/** Rows that lie somewhere and go along when their area ends; what of them is history stays where it was. */
export type Followed = {
  /** Named by the program alone, never by a request. */
  readonly table: string
  /** Its primary key without the region. */
  readonly key: readonly string[]
  /** Which rows are alive, over the alias `m`. */
  readonly where?: Sql
}

/**
 * Whatever lies in an ended area goes to its main successor, batch by batch. The condition is false once it is done, so
 * that it is safe to repeat, after a kill and on two instances, and a chain of redraws is walked step by step.
 * @returns how many rows moved
 */
export async function followRows(
  db: Database,
  region: number,
  followed: readonly Followed[],
): Promise<number> {
  let moved = 0
  for (const rows of followed)
    for (let count = -1; count !== 0; moved += count)
      count = (await db.commit(systemScope(region), [batchOf(region, rows)]))[0]?.length ?? 0
  return moved
}

// The ended areas as one list: joined with them, a table may be read whole.
function batchOf(region: number, { table, key, where }: Followed): Sql {
  const columns = key.map((column) => raw(column))
  const same = join(
    columns.map((column) => sql`t.${column} = n.${column}`),
    ' and ',
  )
  return sql`
    with n as materialized (
      select ${join(columns.map((column) => sql`m.${column}`))}, (select f.to_path from area_successions f
          where f.region_id = m.region_id and f.from_path = m.path and f.is_main) as to_path from ${raw(table)} m
      where m.region_id = ${region} and m.path = any (array(select f.from_path from area_successions f where f.region_id = ${region} and f.is_main))
        and ${where ?? sql`true`} limit ${BATCH} for update of m)
    update ${raw(table)} t set path = n.to_path from n where t.region_id = ${region} and ${same} returning 1`
}
