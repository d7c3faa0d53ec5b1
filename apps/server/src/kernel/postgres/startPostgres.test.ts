import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AlreadyRunning } from './errors.ts'
import { silent } from './log.ts'
import { startPostgres } from './startPostgres.ts'
import { query, started, temporaryDataDir } from './testing.ts'

describe('startPostgres', () => {
  test('initialises, keeps what was written and the address, and leaves nothing running', async () => {
    const dataDir = await temporaryDataDir()
    const first = await started(dataDir)
    await query(first.ownerUrl, 'create table note as select 42 as answer')
    await Promise.all([first.stop(), first.stop()])
    await expect(query(first.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })

    const second = await started(dataDir)
    expect(second.ownerUrl).toBe(first.ownerUrl)
    expect(await query(second.ownerUrl, 'select answer from note')).toEqual([{ answer: 42 }])
  })

  test('keeps the passwords where only the owner reads them', async () => {
    const dataDir = await temporaryDataDir()
    const server = await started(dataDir)
    const file = join(dataDir, 'secrets.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const secrets = JSON.parse(await readFile(file, 'utf8'))
    expect(new URL(server.appUrl).password).toBe(secrets.app)
    await expect(query(server.appUrl.replace(secrets.app, 'guess'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    })
  })

  test('runs durable, in UTC, with checksums and one locale, on the loopback alone', async () => {
    const server = await started(await temporaryDataDir(), { settings: { work_mem: '5MB' } })
    const rows = await query(
      server.ownerUrl,
      `select name, setting from pg_settings where name in ('fsync','synchronous_commit','full_page_writes','jit',
       'TimeZone','max_connections','listen_addresses','data_checksums','work_mem','password_encryption')`,
    )
    expect(
      Object.fromEntries(rows.map(({ name, setting }) => [String(name).toLowerCase(), setting])),
    ).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      jit: 'off',
      timezone: 'UTC',
      max_connections: '120',
      listen_addresses: '127.0.0.1',
      data_checksums: 'on',
      work_mem: '5120',
      password_encryption: 'scram-sha-256',
    })
    const [database] = await query(
      server.ownerUrl,
      `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    )
    expect(database).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' })
  })

  test('gives the owner its database and the application neither ownership nor creation', async () => {
    const server = await started(await temporaryDataDir())
    expect(
      await query(
        server.superuserUrl,
        `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like 'linli%' order by 1`,
      ),
    ).toEqual(
      ['linli_app', 'linli_owner'].map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      })),
    )
    await query(server.ownerUrl, 'create schema house; create table public.door (id int)')
    for (const attempt of [
      'create table t (id int)',
      'create temp table t (id int)',
      'create schema s',
      'select from door',
    ]) {
      await expect(query(server.appUrl, attempt)).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('refuses a second start and says who holds the directory', async () => {
    const dataDir = await temporaryDataDir()
    const server = await started(dataDir)
    await server.noteAddress('http://127.0.0.1:3000')
    const second = startPostgres({ dataDir, log: silent })
    await expect(second).rejects.toBeInstanceOf(AlreadyRunning)
    await expect(second).rejects.toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:3000' })
    await expect(second).rejects.toThrow(
      /邻里已经在运行[\s\S]*http:\/\/127\.0\.0\.1:3000[\s\S]*already running/,
    )
    expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('takes no notice of a lock whose process is gone, or whose number another process has now', async () => {
    const dataDir = await temporaryDataDir()
    await writeFile(
      join(dataDir, 'linli.lock'),
      JSON.stringify({ pid: process.ppid, identity: 'an earlier boot' }),
    )
    const server = await started(dataDir)
    await server.stop()
    await writeFile(join(dataDir, 'linli.lock'), 'torn')
    await (await started(dataDir)).stop()
  })

  test('does not trust a server lock file that names a stranger', async () => {
    const dataDir = await temporaryDataDir()
    await (await started(dataDir)).stop()
    const lockFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    await writeFile(lockFile, `${process.pid}\n${join(dataDir, 'postgres', 'cluster')}\n0\n5432\n\n\n`)
    await chmod(lockFile, 0o644)
    expect(await query((await started(dataDir)).appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('says what to do when the passwords are lost', async () => {
    const dataDir = await temporaryDataDir()
    await (await started(dataDir)).stop()
    await rm(join(dataDir, 'secrets.json'))
    await expect(startPostgres({ dataDir, log: silent })).rejects.toMatchObject({ code: 'secretsLost' })
  })

  test('refuses a port that is taken', async () => {
    const { port } = await started(await temporaryDataDir())
    const dataDir = await temporaryDataDir()
    await expect(startPostgres({ dataDir, port, log: silent })).rejects.toMatchObject({ code: 'portTaken' })
  })
})
