import sql, { type Sql } from 'sql-template-tag'
import { rangeOf } from '../../../kernel/db/scope.ts'

/**
 * The open orders of an area that are past their limit now, as `area, overdue`: by the area that the first `depth` codes
 * of their path name. One definition for wall, desk and export; the partial index holds open orders only.
 */
export function overdueByArea(region: number, area: string, depth: number): Sql {
  const { lo, hi } = rangeOf(area)
  return sql`select coalesce((counted_areas(o.path, ${depth}::int))[${depth + 1}::int], o.path) as area, count(*)::int as overdue from orders o
    where o.region_id = ${region} and o.due_at < app_now() and o.state not in ('closed', 'rejected', 'cancelled')
      and o.path >= ${lo} and o.path < ${hi} group by 1`
}
