import { readFile, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../../apps/server/src/kernel/db/migrate.ts'
import { temporaryPostgres } from '../../apps/server/src/kernel/postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { superuserUrl: string; ownerUrl: string; appUrl: string }
  }
}

/** One PostgreSQL for the whole run; `linli_test` is migrated once and serves as the template of each test's own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await temporaryPostgres({ below: await roomiest() })
  await migrateDatabase(server.ownerUrl)
  const admin = new pg.Client({ connectionString: server.superuserUrl })
  await admin.connect()
  await admin.query('alter database linli_test allow_connections false')
  await admin.end()
  project.provide('server', {
    superuserUrl: server.superuserUrl,
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
  })
  return () => server.stop()
}

const MEMORY = '/dev/shm'
const NEEDED_BYTES = 4 * 2 ** 30

/**
 * Where the throw-away cluster lies: in memory, where there is enough of it and programs may run. Each test file makes and
 * drops a database of its own, which on a disk is mostly waiting for the disk.
 */
async function roomiest(): Promise<string> {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '') // other systems have none
  const mount = mounts.split('\n').findLast((line) => line.split(' ')[1] === MEMORY)
  const [, , kind, options = ''] = mount?.split(' ') ?? []
  if (kind !== 'tmpfs' || /\b(ro|noexec)\b/.test(options)) return tmpdir()
  const { bavail, bsize } = await statfs(MEMORY)
  return Math.min(bavail * bsize, process.availableMemory()) >= NEEDED_BYTES ? MEMORY : tmpdir()
}
