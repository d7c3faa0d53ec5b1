import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../apps/server/src/kernel/db/database.ts'
import type {} from './databaseSetup.ts' // declares what `inject` gives

export type TestDatabase = {
  db: Database
  /** The owner's connection string, for looking behind row-level security's back with a superuser: `adminUrl`. */
  ownerUrl: string
  appUrl: string
  adminUrl: string
  close(): Promise<void>
}

/**
 * A migrated database of the test's own, with a pool of the application's role.
 * @param founded whether regions 1 and 2 are there already; else the test founds its own from a preset
 */
export async function testDatabase(founded = true): Promise<TestDatabase> {
  const server = inject('server')
  const name = `linli_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server.superuserUrl, (admin) =>
    admin.query(`create database ${name} template linli_test owner linli_owner`),
  )
  const adminUrl = onDatabase(server.superuserUrl, name)
  if (founded)
    await asAdmin(adminUrl, (admin) =>
      admin.query(
        `insert into regions (id, gb_code, name, preset, preset_version, is_demo, founded_at)
       values (1, '360103', '{"zh":"西湖区","en":"Xihu"}', 'xihu', 1, true, now()), (2, '360428', '{"zh":"都昌县","en":"Duchang"}', 'xihu', 1, true, now())`,
      ),
    )
  const appUrl = onDatabase(server.appUrl, name)
  const db = openDatabase({ url: appUrl, poolSize: 12 })
  return {
    db,
    ownerUrl: onDatabase(server.ownerUrl, name),
    appUrl,
    adminUrl,
    close: async () => {
      await db.close()
      await asAdmin(server.superuserUrl, (admin) => admin.query(`drop database ${name} with (force)`))
    },
  }
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
