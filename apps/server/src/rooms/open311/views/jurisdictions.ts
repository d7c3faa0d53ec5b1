import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'

/** The region of a jurisdiction: its GB/T 2260 code. */
export async function regionOfCode(db: Database, code: string): Promise<number | undefined> {
  const [row] = await db.global<{ id: number }>(sql`select id from regions where gb_code = ${code}`)
  return row?.id
}
