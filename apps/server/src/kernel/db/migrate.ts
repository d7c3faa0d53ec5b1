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
  } catch (error) {
    throw error instanceof Error && error.message.includes('Hashes don') ? changedSince(error) : error
  } finally {
    await client.end()
  }
}

/** How many migrations the database has, for readiness. */
export async function migrationsApplied(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as n from migrations')
  return rows[0].n
}

/** The database was made by another version of these files: it is not touched. */
const changedSince = (error: Error): Error =>
  new Error(
    `这个数据目录是用另一个版本建的，数据库没有改动。演示数据可以用 npm run demo:reset 清空后重来；真实数据请换回原来的版本。 The database was made by another version of the migrations and was not touched: npm run demo:reset empties a demo; for real data go back to the version that made it. (${error.message})`,
  )
