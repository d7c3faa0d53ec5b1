import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { MIGRATIONS, migrateDatabase, schemaState } from './migrate.ts'

let kit: TestDatabase
let directory: string
let names: string[]
beforeAll(async () => {
  kit = await testDatabase()
  directory = await mkdtemp(join(tmpdir(), 'linli-migrations-'))
  await cp(MIGRATIONS, directory, { recursive: true })
  names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
})
afterAll(async () => {
  await rm(directory, { recursive: true })
  await kit.close()
})

const number = (n: number): string => String(n).padStart(4, '0')

it('applies each file once, however many start at the same moment', async () => {
  const next = number(names.length + 1)
  await writeFile(join(directory, `${next}_test_more.sql`), 'create table more (n integer);')
  const applied = await Promise.all([1, 2, 3].map(() => migrateDatabase(kit.ownerUrl, directory)))
  expect(applied.flat()).toEqual(['test_more'])
  expect((await schemaState(kit.db.pool)).applied).toBeGreaterThan(names.length)
})

it('keeps nothing of a file that fails', async () => {
  const next = `${number(names.length + 2)}_test_broken.sql`
  await writeFile(join(directory, next), 'create table half (n integer); select 1 / 0;')
  await expect(migrateDatabase(kit.ownerUrl, directory)).rejects.toThrow()
  expect((await kit.db.pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  await rm(join(directory, next))
})

it('lets go of a lock that is not free, says so, and comes back', async () => {
  const next = `${number(names.length + 2)}_test_patient.sql`
  await writeFile(join(directory, next), 'alter table more add column m integer;')
  const reader = new pg.Client({ connectionString: kit.ownerUrl })
  await reader.connect()
  await reader.query('begin; select from more')
  const told: string[] = []
  const migrating = migrateDatabase(kit.ownerUrl, {
    directory,
    onWait: (sentence) => {
      told.push(sentence)
      void reader.query('commit')
    },
  })
  expect(await migrating).toEqual(['test_patient'])
  expect(told).toEqual([expect.stringContaining('tries again')])
  await reader.query('begin; select from more')
  await writeFile(
    join(directory, `${number(names.length + 3)}_test_never.sql`),
    'alter table more add column k integer;',
  )
  await expect(migrateDatabase(kit.ownerUrl, { directory, tries: 1 })).rejects.toThrow('pg_stat_activity')
  await reader.query('commit')
  await reader.end()
  expect(await migrateDatabase(kit.ownerUrl, directory)).toEqual(['test_never'])
})

it('makes an index anew that was given up half-way', async () => {
  const next = `${number(names.length + 4)}_test_index.sql`
  await writeFile(
    join(directory, next),
    '-- postgres-migrations disable-transaction\ncreate index concurrently if not exists more_n on more (n);',
  )
  const reader = new pg.Client({ connectionString: kit.ownerUrl })
  await reader.connect()
  await reader.query('begin; lock table more in row exclusive mode')
  const migrating = migrateDatabase(kit.ownerUrl, { directory, onWait: () => void reader.query('commit') })
  expect(await migrating).toEqual(['test_index'])
  await reader.end()
  const { rows } = await kit.db.pool.query(
    `select indisvalid as valid from pg_index where indexrelid = 'more_n'::regclass`,
  )
  expect(rows).toEqual([{ valid: true }])
})

it('refuses to serve a database that needs a newer program', async () => {
  const last = `${number(names.length + 5)}_test_floor.sql`
  await writeFile(join(directory, last), `select schema_needs(${names.length + 5});`)
  await migrateDatabase(kit.ownerUrl, directory)
  expect((await schemaState(kit.db.pool)).floor).toBe(names.length + 5)
  await expect(migrateDatabase(kit.ownerUrl)).rejects.toThrow('newer version')
})

it('refuses a file that was changed after it was applied', async () => {
  await writeFile(join(directory, names[0] ?? ''), 'select 1;')
  await expect(migrateDatabase(kit.ownerUrl, directory)).rejects.toThrow(/hash/i)
})
