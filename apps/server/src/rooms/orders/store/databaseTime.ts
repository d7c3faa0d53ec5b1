import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** For so long the database's clock is followed by this process's own steady one. */
const FRESH = 60_000
const seen = new WeakMap<Database, { readonly at: number; readonly since: number }>()

/**
 * The database's time in milliseconds, nearly: for a command that reads nothing before it writes. What hangs on the
 * exact moment is decided by the database as it writes.
 */
export async function databaseTime(db: Database, region: number): Promise<number> {
  const kept = seen.get(db)
  const passed = kept ? performance.now() - kept.since : FRESH
  if (kept && passed < FRESH) return kept.at + passed + db.shift()
  const since = performance.now()
  const [row] = await db.read<{ now: string }>(systemScope(region), sql`select app_now() as now`)
  const at = Date.parse(row?.now ?? '') - db.shift()
  seen.set(db, { at, since })
  return at + db.shift()
}
