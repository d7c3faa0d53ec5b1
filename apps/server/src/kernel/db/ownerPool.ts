import pg from 'pg'
import { inTransaction, type Tx } from './database.ts'
import { scopeStatements } from './scope.ts'

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
    const answer = await inTransaction(client, scopeStatements({ region, system: true }, 0), work)
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
