import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from 'postgres-migrations'

export const MIGRATIONS = fileURLToPath(new URL('../../../../../db/migrations', import.meta.url))

/**
 * Brings the database to the newest migration, under an advisory lock, each file in its own transaction.
 * @returns the names of the migrations applied now
 * @throws when a file that was applied has changed since (its hash is kept), or a file fails
 */
export async function migrateDatabase(ownerUrl: string, directory = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const applied = await migrate({ client }, directory)
    return applied.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** How many migrations the database has, for readiness. */
export async function migrationsApplied(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as n from migrations')
  return rows[0].n
}
