import sql from 'sql-template-tag'
import type { Database } from './database.ts'

/** The regions that live in this database. */
export async function regionsOf(db: Database): Promise<number[]> {
  const rows = await db.global<{ id: number }>(sql`select id from regions order by id`)
  return rows.map(({ id }) => id)
}
