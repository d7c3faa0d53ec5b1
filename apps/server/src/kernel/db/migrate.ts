import { readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from 'postgres-migrations'

export const MIGRATIONS = fileURLToPath(new URL('../../../../../db/migrations', import.meta.url))

/** Whoever waits for a table's lock holds up everybody behind: so nobody waits long, and asks again instead. */
const LOCK_TIMEOUT = '2s'
const LOCK_NOT_FREE = '55P03'

export type MigrateOptions = {
  readonly directory?: string
  /** How often a lock is asked for; each time for two seconds, with pauses that grow to five. */
  readonly tries?: number
  /** Told each time a lock was not free. */
  readonly onWait?: (sentence: string) => void
}

/**
 * Brings the database to the newest migration, under an advisory lock, each file in its own transaction. While requests
 * are served: a lock that is not free within two seconds is let go, so that they go on, and asked for again.
 * @returns the names of the migrations applied now
 * @throws when a file that was applied has changed since (its hash is kept), a file fails, a lock never was free, or the
 *   database needs a newer program
 */
export async function migrateDatabase(
  ownerUrl: string,
  options: MigrateOptions | string = {},
): Promise<string[]> {
  const {
    directory = MIGRATIONS,
    tries = 30,
    onWait,
  } = typeof options === 'string' ? { directory: options } : options
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined) // told by the statement under way
  await client.connect()
  try {
    await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`)
    const noted = notingCodes(client)
    const names: string[] = []
    for (let left = tries; ; left -= 1) {
      try {
        await dropInvalid(noted.client)
        names.push(...(await migrate({ client: noted.client }, directory)).map(({ name }) => name))
        await assertServable(client, directory)
        return names
      } catch (error) {
        if (noted.code() !== LOCK_NOT_FREE) throw explained(error)
        if (left <= 1) throw new Error(lockNeverFree, { cause: error })
        onWait?.(lockNotFree)
        await delay(Math.min(5000, 250 * 2 ** (tries - left)))
      }
    }
  } finally {
    await client.end()
  }
}

/** The library keeps the sentence of an error and drops its code, which is the same in every language. */
function notingCodes(client: pg.Client): { client: pg.Client; code(): string | undefined } {
  let code: string | undefined
  const ask = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown> // the library passes no callback
  const query = async (...asked: unknown[]): Promise<unknown> => {
    try {
      return await ask(...asked)
    } catch (error) {
      code ??= error instanceof pg.DatabaseError ? error.code : 'unknown' // what follows is the tidying up
      throw error
    }
  }
  return {
    client: { query } as unknown as pg.Client, // the library asks a client it was given for nothing else
    code: () => {
      const first = code
      code = undefined
      return first
    },
  }
}

/** What a `create index concurrently` that was let go leaves behind: the file that makes it finds its name taken otherwise. */
async function dropInvalid(client: Pick<pg.Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisvalid and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`)
  for (const { name } of rows) await client.query(`drop index concurrently if exists ${name}`)
}

export type SchemaState = {
  /** How many migrations the database has. */
  readonly applied: number
  /** The migration a program must know at least to serve it. */
  readonly floor: number
}

/** Where the database stands, for readiness. A database of an earlier version has no floor. */
export async function schemaState(pool: Pick<pg.Pool, 'query'>): Promise<SchemaState> {
  const { rows } = await pool.query<SchemaState>(
    `select (select count(*)::int from migrations) as applied, (select migration from schema_floor) as floor`,
  )
  return rows[0] ?? { applied: 0, floor: 0 }
}

/** How many migrations this program has. */
export const migrationsHere = (directory = MIGRATIONS): number =>
  readdirSync(directory).filter((name) => name.endsWith('.sql')).length

async function assertServable(client: pg.Client, directory: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('schema_floor') is not null as there`,
  )
  if (!rows[0]?.there) return
  const here = migrationsHere(directory)
  const { rows: floors } = await client.query<{ floor: number }>(
    'select migration as floor from schema_floor',
  )
  const floor = floors[0]?.floor ?? 0
  if (floor > here)
    throw new Error(
      `数据库已经升级到更新的版本（需要迁移 ${floor}，这个程序只到 ${here}），请换新版程序启动。 The database was brought on by a newer version (it needs migration ${floor}, this program has ${here}): start the newer program.`,
    )
}

function explained(error: unknown): unknown {
  return error instanceof Error && error.message.includes('Hashes don') ? changedSince(error) : error
}

/** The database was made by another version of these files: it is not touched. */
const changedSince = (error: Error): Error =>
  new Error(
    `这个数据目录是用另一个版本建的，数据库没有改动。演示数据可以用 npm run demo:reset 清空后重来；真实数据请换回原来的版本。 The database was made by another version of the migrations and was not touched: npm run demo:reset empties a demo; for real data go back to the version that made it. (${error.message})`,
  )
const lockNotFree =
  '升级数据库在等一张正被使用的表，先让请求办完，过一会儿再试。 The migration waits for a table in use; requests go first, it tries again shortly.'
const lockNeverFree =
  '升级数据库一直等不到一张表空出来，数据库没有改动。请结束长时间的查询（pg_stat_activity 里最早的事务）后再启动。 The migration never got a table to itself and changed nothing: end long queries (the oldest transaction in pg_stat_activity), then start again.'
