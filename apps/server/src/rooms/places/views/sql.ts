import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Range } from '../../../kernel/db/scope.ts'

/** A column's condition for a reader's ranges; nobody's ranges admit nothing. `column` is written by us, never typed by a person. */
export function inRanges(column: string, ranges: readonly Range[]): Sql {
  if (ranges.length === 0) return sql`false`
  const parts = ranges.map((range) => sql`(${raw(column)} >= ${range.lo} and ${raw(column)} < ${range.hi})`)
  return sql`(${join(parts, ' or ')})`
}

/**
 * The way to an area in words, from the second level down, or from the community where that is the first; the compound
 * before its building: 桃源社区 一网格 阳光小区 3栋 2单元. Without its community a grid would be told apart from no other
 * 第一网格. `path` is a column of the surrounding query. The prefixes are joined, not compared by `any`: before
 * PostgreSQL 17 a function's result under the net is never an index condition.
 */
export function fullName(region: string, path: string): Sql {
  return raw(`(select coalesce(string_agg(concat_ws(' ', up.compound, up.name), ' ' order by length(up.path)), '')
    from unnest(area_prefixes(${path})) with ordinality way(path, at) join areas up on up.region_id = ${region} and up.path = way.path
    where way.at > 1 or up.level = 'community' or way.path = ${path})`)
}
