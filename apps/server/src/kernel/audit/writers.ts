import { setTimeout as delay } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { systemScope } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'

const PATIENCE_MILLISECONDS = 2000
const LOOK_MILLISECONDS = 20

/**
 * Waits until every transaction that has written, or is about to write, to the table now has ended; as CREATE INDEX
 * CONCURRENTLY does, but without a lock of its own, so that nobody waits for us.
 * @returns false when one of them is still there after two seconds
 */
export async function awaitWriters(db: Database, region: number, table: string): Promise<boolean> {
  const writers = async () => {
    const rows = await db.read<{ writer: string }>(
      systemScope(region),
      sql`select distinct virtualtransaction as writer from pg_locks
        where locktype = 'relation' and relation = ${table}::regclass and mode = 'RowExclusiveLock' and granted
          and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows.map((row) => row.writer)
  }
  const until = performance.now() + PATIENCE_MILLISECONDS
  let waitedFor = await writers()
  while (waitedFor.length > 0) {
    if (performance.now() > until) return false
    await delay(LOOK_MILLISECONDS)
    const now = new Set(await writers())
    waitedFor = waitedFor.filter((writer) => now.has(writer))
  }
  return true
}
