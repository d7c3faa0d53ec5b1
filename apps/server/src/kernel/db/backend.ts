import sql from 'sql-template-tag'
import type { Database } from './database.ts'

/** The process id of the backend that answers, on the database's own machine. */
export async function backendPid(db: Database): Promise<number | undefined> {
  const [row] = await db.global<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid
}
