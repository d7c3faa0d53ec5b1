import sql, { type Sql } from 'sql-template-tag'
import { rangeOf } from '../../../kernel/db/scope.ts'

/** The open orders `o` of an area that are past their limit now. The partial index holds open orders only. */
const overdueOf = (region: number, area: string): Sql => {
  const { lo, hi } = rangeOf(area)
  return sql`from orders o where o.region_id = ${region} and o.due_at < app_now() and o.closed_at is null
    and o.path >= ${lo} and o.path < ${hi}`
}

/** How many they are. */
export const overdueIn = (region: number, area: string): Sql =>
  sql`select count(*)::int as overdue ${overdueOf(region, area)}`

/**
 * How many they are, as `area, overdue`, by the area that the first `depth` codes of their path name. One definition for
 * wall, desk and export.
 */
export const overdueByArea = (region: number, area: string, depth: number): Sql =>
  sql`select coalesce((counted_areas(p.path, ${depth}::int))[${depth + 1}::int], p.path) as area, sum(p.overdue)::int as overdue
    from (select o.path, count(*) as overdue ${overdueOf(region, area)} group by o.path) p group by 1`
