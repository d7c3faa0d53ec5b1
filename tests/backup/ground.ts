import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { countOf, TEXT_FORM, tablesOf, tableText } from '../../apps/server/src/kernel/backup/snapshot.ts'
import type { CryptoProvider } from '../../apps/server/src/kernel/crypto/provider.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { migrateJobs } from '../../apps/server/src/kernel/jobs/worker.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import type { Storage } from '../../apps/server/src/kernel/uploads/storage.ts'
import { byTable, readColumns } from '../../db/columns.ts'
import { canary } from '../database/canaries.ts'
import { connected } from '../kit/catalog.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import type {} from '../kit/databaseSetup.ts' // declares what `inject` gives

/** A directory that is gone when the test is over. */
export async function temporaryDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'linli-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

export type EmptyDatabase = { readonly ownerUrl: string; readonly appUrl: string; readonly adminUrl: string }

/** A database with nothing in it, owned by `linli_owner`. */
export async function keptDatabase(): Promise<EmptyDatabase & { drop(): Promise<void> }> {
  const server = inject('server')
  const name = `linli_test_${randomBytes(6).toString('hex')}`
  const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const asAdmin = (text: string) => connected(server.superuserUrl, (admin) => admin.query(text))
  await asAdmin(`create database ${name} owner linli_owner`)
  const drop = async (): Promise<void> => void (await asAdmin(`drop database ${name} with (force)`))
  return { ownerUrl: on(server.ownerUrl), appUrl: on(server.appUrl), adminUrl: on(server.superuserUrl), drop }
}

/** The same, gone when the test is over. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const database = await keptDatabase()
  onTestFinished(() => database.drop())
  return database
}

/** Rows and hash of every table, seen by a superuser, whom no net holds back. */
export async function contentsOf(adminUrl: string): Promise<{ [table: string]: string }> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`begin isolation level repeatable read; ${TEXT_FORM}`)
    const contents: { [table: string]: string } = {}
    for (const table of await tablesOf(client)) {
      const { rows, sha256 } = await countOf(client, tableText(table))
      contents[table.name] = `${rows} ${sha256}`
    }
    return contents
  } finally {
    await client.end()
  }
}

export type PlantedHouse = TestDatabase & {
  readonly storage: Storage
  readonly crypto: CryptoProvider
  /** Bytes of each stored file by its key. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Words that a careless copy would break. */
const ODD = 'tab\t newline\n return\r backslash\\ \\N \\. quote\' "double" 汉字 👵🏽 \u{2028} end'

/** A database with rows in every guarded table of two regions, files with bytes, jobs that wait. */
export async function plantedHouse(): Promise<PlantedHouse> {
  const database = await testDatabase()
  await migrateJobs(database.ownerUrl)
  const path = await mkdtemp(join(tmpdir(), 'linli-backup-'))
  const storage = localStorage(path)
  const files = new Map<string, Buffer>()
  await connected(database.adminUrl, async (admin) => {
    const columns = byTable(await readColumns(admin))
    const { rows: guarded } = await admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    )
    for (const region of [1, 2])
      for (let nth = 0; nth < 3; nth += 1) {
        const ids = { person: newId(), order: newId(), account: newId() }
        const perch = { region, path: `/s01/c0${nth}/`, ...ids }
        for (const { name } of guarded) {
          const row = canary(columns.get(name) ?? [], perch)
          await admin.query(row.text, row.values as unknown[])
        }
      }
    await admin.query('update order_texts set detail = $1', [ODD])
    const { rows } = await admin.query<{ region_id: number; id: string }>('select region_id, id from files')
    for (const { region_id: region, id } of rows) {
      const key = `${region}-${id}`
      const bytes = randomBytes(200_000)
      await storage.put(key, bytes)
      files.set(key, bytes)
      const sum = createHash('sha256').update(bytes).digest()
      await admin.query('update files set storage_key = $1, sha256 = $2, erased_at = null where id = $3', [
        key,
        sum,
        id,
      ])
    }
    for (const n of [1, 2, 3])
      await admin.query(`select graphile_worker.add_job('listen', json_build_object('events', $1::text))`, [
        `${ODD} ${n}`,
      ])
  })
  const close = async (): Promise<void> => {
    await database.close()
    await rm(path, { recursive: true, force: true })
  }
  return { ...database, close, storage, crypto: softwareProvider(randomBytes(32)), files }
}
