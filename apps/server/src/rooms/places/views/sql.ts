import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Range } from '../../../kernel/db/scope.ts'
import { areaWords } from '../../../kernel/ledgers/ledger.ts'

/** A column's condition for a reader's ranges; nobody's ranges admit nothing. `column` is written by us, never typed by a person. */
export function inRanges(column: string, ranges: readonly Range[]): Sql {
  if (ranges.length === 0) return sql`false`
  const parts = ranges.map((range) => sql`(${raw(column)} >= ${range.lo} and ${raw(column)} < ${range.hi})`)
  return sql`(${join(parts, ' or ')})`
}

/** The way to an area in words, as in the ledgers. `path` is a column of the surrounding query. */
export const fullName = (region: string, path: string): Sql => raw(areaWords(region, path))
