import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { MIGRATIONS, migrateDatabase, migrationsApplied } from './migrate.ts'

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
  expect(await migrationsApplied(kit.db.pool)).toBeGreaterThan(names.length)
})

it('keeps nothing of a file that fails', async () => {
  const next = `${number(names.length + 2)}_test_broken.sql`
  await writeFile(join(directory, next), 'create table half (n integer); select 1 / 0;')
  await expect(migrateDatabase(kit.ownerUrl, directory)).rejects.toThrow()
  expect((await kit.db.pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  await rm(join(directory, next))
})

it('refuses a file that was changed after it was applied', async () => {
  await writeFile(join(directory, names[0] ?? ''), 'select 1;')
  await expect(migrateDatabase(kit.ownerUrl, directory)).rejects.toThrow(/hash/i)
})
