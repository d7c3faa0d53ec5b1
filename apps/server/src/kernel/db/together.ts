import sql, { join, raw, type Sql } from 'sql-template-tag'

/**
 * Several inserts as one statement: one start and one end on the server instead of one each. They run in no order that
 * PostgreSQL promises and none sees the rows of another (documentation, Data-Modifying Statements in WITH), so an insert
 * that must meet its own conflict first, or that follows an update of the same rows, stays by itself.
 * @param inserts plain `insert` statements without `with` and without rows to return; at least one
 */
export function together(inserts: readonly Sql[]): Sql {
  const last = inserts.at(-1)
  if (!last) throw new Error('nothing to insert')
  const others = inserts.slice(0, -1).map((insert, at) => sql`${raw(`i${at}`)} as (${insert})`)
  return others.length === 0 ? last : sql`with ${join(others)} ${last}`
}
