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
  const server = await temporaryPostgres()
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
