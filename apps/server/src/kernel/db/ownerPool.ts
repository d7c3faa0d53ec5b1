import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { prepared, type Row, type Tx } from './database.ts'

/**
 * The owner's few connections, for the relay and graphile-worker, whose tables admit only their owner. Every connection
 * hears its own errors: one that the database drops must not end the process.
 */
export function openOwnerPool(url: string, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // Once the pool is ending its sockets may still be closing when the database goes down too: no news.
  const tell = (error: Error): void => {
    if (!pool.ending) onError(error)
  }
  pool.on('error', tell)
  pool.on('connect', (client) => client.on('error', tell))
  return pool
}

const txOf = (client: pg.PoolClient): Tx => ({
  query: async <R extends Row>(sql: Sql) => (await client.query(prepared(sql))).rows as R[],
})

/**
 * One transaction of the owner's in a region, with the net open: for what only the relay may write.
 * @throws whatever the work throws, or when the commit was refused; then nothing is written
 */
export async function ownerTransaction<T>(
  pool: pg.Pool,
  region: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN;SET LOCAL app.region='${Math.trunc(region)}';SET LOCAL app.system='on'`)
    const answer = await work(txOf(client))
    const end = await client.query('COMMIT')
    if (end.command !== 'COMMIT') throw new Error('the transaction was not committed')
    client.release()
    return answer
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

/** How many jobs are due now. */
export async function jobsDue(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    'select count(*)::int as n from graphile_worker.jobs where attempts < max_attempts and run_at <= now()',
  )
  return rows[0].n
}
