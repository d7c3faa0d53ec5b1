import sql, { empty, type Sql } from 'sql-template-tag'
import { invalid } from '../../../kernel/problem.ts'

const SHAPE = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)\|([0-9a-f-]{36})$/

/** The keyset condition after a cursor over (placed_at, id), newest first. @throws invalid */
export function afterCursor(after: string | undefined, at: Sql = sql`o.placed_at`, id: Sql = sql`o.id`): Sql {
  if (after === undefined) return empty
  const match = SHAPE.exec(Buffer.from(after, 'base64url').toString('utf8'))
  if (!match) throw invalid([{ field: 'after', message: '“下一页”的标记不对，请从第一页重新开始。' }])
  return sql`and (${at}, ${id}) < (${match[1]}::timestamptz, ${match[2]}::uuid)`
}
