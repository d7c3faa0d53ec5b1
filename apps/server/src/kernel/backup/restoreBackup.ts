import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import pg from 'pg'
import type { CryptoProvider } from '../crypto/provider.ts'
import { MIGRATIONS, migrateDatabase } from '../db/migrate.ts'
import { migrateJobs } from '../jobs/worker.ts'
import type { Storage } from '../uploads/storage.ts'
import { assertOurs, openArchive } from './archive.ts'
import type { AppliedMigration, Head, Tail } from './manifest.ts'
import { BackupError } from './problems.ts'
import { type Progress, restoreRows } from './restoreRows.ts'
import { migrationsOf } from './snapshot.ts'
import type { Part } from './tar.ts'

export type RestoreNeeds = {
  /** The encrypted file. */
  readonly stream: Readable
  readonly identities: readonly string[]
  /** The owner of an empty database. */
  readonly ownerUrl: string
  readonly storage: Storage
  /** The house's key proves that the house made this backup; absent when the operator restores without it. */
  readonly crypto: CryptoProvider | undefined
  readonly progress: Progress
  /** Where the migrations of this program lie. */
  readonly migrations?: string
}

export type Restored = {
  readonly head: Head
  readonly tail: Tail
  readonly rows: number
  /** Migrations applied after the rows were in. */
  readonly forward: readonly string[]
}

/**
 * Restores a backup into an empty database and its files into an empty storage: the tables as they were at its version,
 * the rows, the comparison with what was counted when it was made, then the migrations since.
 * @throws BackupError; then the database holds no row and the files that were put are removed
 */
export async function restoreBackup(needs: RestoreNeeds): Promise<Restored> {
  const { ownerUrl, storage, crypto } = needs
  const directory = needs.migrations ?? MIGRATIONS
  await assertEmpty(ownerUrl)
  const archive = await openArchive(needs.stream, needs.identities)
  const { head } = archive
  await migrateAsIn(ownerUrl, head.migrations, directory)
  await migrateJobs(ownerUrl)
  const put: string[] = []
  try {
    const tail = await restoreRows(
      ownerUrl,
      archive,
      async (parts) => {
        for await (const part of parts) put.push(await keep(storage, part))
        needs.progress({ what: 'files', rows: put.length, bytes: 0 })
      },
      (end) => assertOurs(crypto, head, end),
      needs.progress,
    )
    const rows = Object.values(tail.tables).reduce((sum, count) => sum + count.rows, 0)
    return { head, tail, rows, forward: await migrateDatabase(ownerUrl, directory) }
  } catch (error) {
    for (const key of put) await storage.remove(key)
    throw error
  }
}

async function keep(storage: Storage, { name, bytes }: Part): Promise<string> {
  const key = name.slice('files/'.length)
  await storage.put(key, bytes)
  return key
}

/** Rows of these are put in by migrations: they say which tables there are, and nothing of a house. */
export const ABOUT_THE_SCHEMA = ['migrations', 'schema_floor']

/** @throws BackupError targetNotEmpty */
export async function assertEmpty(ownerUrl: string): Promise<void> {
  const names = await onClient(ownerUrl, async (client) => {
    await client.query(`begin read only; set local app.copy = 'on'`)
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relname = any($1)`,
      [ABOUT_THE_SCHEMA],
    )
    const full: string[] = []
    for (const { name } of rows) {
      const found = await client.query(`select from public.${pg.escapeIdentifier(name)} limit 1`)
      if (found.rowCount) full.push(name)
    }
    return full
  })
  if (names.length === 0) return
  throw new BackupError(
    'targetNotEmpty',
    `目标数据库里已有数据（${names.slice(0, 5).join('、')}），没有恢复，也没有改动。请给一个空的数据库，或换一个空的 DATA_DIR。`,
    `The target database holds rows (${names.slice(0, 5).join(', ')}); nothing was restored or changed. Give an empty database, or an empty DATA_DIR.`,
  )
}

/** Brings an empty database to the very migrations the backup was made at. @throws BackupError newer, otherMigrations, targetAhead */
async function migrateAsIn(
  ownerUrl: string,
  wanted: readonly AppliedMigration[],
  directory: string,
): Promise<void> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  const theirs = wanted.filter(({ id }) => id > 0)
  if (theirs.length > files.length)
    throw new BackupError(
      'newer',
      `这份备份来自更新的版本（迁移 ${theirs.length}，本程序到 ${files.length}）。请用写它的那个版本或更新的版本恢复。`,
      `This backup is of a newer version (migration ${theirs.length}, this program has ${files.length}). Restore it with the version that wrote it, or a newer one.`,
    )
  const folder = await mkdtemp(join(tmpdir(), 'linli-migrations-'))
  try {
    for (const [at, { name, hash }] of theirs.entries()) {
      const file = files[at] ?? ''
      const text = await readFile(join(directory, file), 'utf8')
      if (
        createHash('sha1')
          .update(file + text)
          .digest('hex') !== hash
      )
        throw otherMigrations(name) // as postgres-migrations
      await writeFile(join(folder, file), text)
    }
    const there = await onClient(ownerUrl, migrationsOf)
    if (there.some(({ hash }, at) => hash !== wanted[at]?.hash)) throw targetAhead()
    await migrateDatabase(ownerUrl, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const otherMigrations = (name: string): BackupError =>
  new BackupError(
    'otherMigrations',
    `这份备份的迁移“${name}”和本程序的不同，不是同一条版本线。请用写它的那个版本恢复。`,
    `The migration “${name}” of this backup is not the one this program has. Restore it with the version that wrote it.`,
  )

const targetAhead = (): BackupError =>
  new BackupError(
    'targetAhead',
    '目标数据库没有数据，但表结构比备份新，或来自另一个版本。请删掉这个空库重建一个，再恢复。',
    'The target database is empty, but its tables are newer than the backup or of another version. Drop it, create it anew, and restore again.',
  )

async function onClient<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
