import sql, { raw } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

const BATCH = 500
const TABLES = ['activities', 'activity_signups', 'activity_help', 'activity_photos'] as const

/** Rows that lie in an ended area go to its successor, batch by batch. Safe to repeat. @returns how many */
export async function followActivities(db: Database, region: number): Promise<number> {
  let moved = 0
  for (const table of TABLES)
    for (let count = -1; count !== 0; moved += count) {
      const [rows] = await db.commit(systemScope(region), [
        sql`update ${raw(table)} t set path = s.to_path from area_successions s
          where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.id = any(array(
            select m.id from ${raw(table)} m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
            where m.region_id = ${region} limit ${BATCH} for update of m))
          returning 1`,
      ])
      count = rows?.length ?? 0
    }
  return moved
}
