import sql from 'sql-template-tag'
import { systemScope } from '../auth/actor.ts'
import type { Database } from './database.ts'

/**
 * Deletes what has served its purpose: idempotency records after 30 days (a phone may be offline that long), outbox
 * rows a week after they were relayed.
 */
export async function sweep(db: Database, region: number): Promise<void> {
  await db.commit(systemScope(region), [
    sql`delete from commands where region_id = ${region} and at < app_now() - interval '30 days'`,
    sql`delete from outbox where region_id = ${region} and relayed_at < app_now() - interval '7 days'`,
  ])
}
