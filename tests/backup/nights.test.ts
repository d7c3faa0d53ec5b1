import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { PRESETS, presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupCommand } from '../../apps/server/src/house/backUp.ts'
import { backUpNight, type NightNeeds } from '../../apps/server/src/house/backupNights.ts'
import { openHouse } from '../../apps/server/src/house/openHouse.ts'
import { restoreCommand } from '../../apps/server/src/house/restore.ts'
import { markUnfinished } from '../../apps/server/src/house/unfinished.ts'
import { openPostgres } from '../../apps/server/src/house/withDatabase.ts'
import { nightDue } from '../../apps/server/src/kernel/backup/due.ts'
import { nameFor } from '../../apps/server/src/kernel/backup/manifest.ts'
import { beginRun, failRun, runFigures } from '../../apps/server/src/kernel/backup/runs.ts'
import { directoryVault } from '../../apps/server/src/kernel/backup/vault.ts'
import { type Config, readConfig } from '../../apps/server/src/kernel/config.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import { temporaryDirectory } from './ground.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const settings = (environment: NodeJS.ProcessEnv): Config =>
  readConfig({ PORT: '0', ...environment }, Object.keys(PRESETS))
const said: string[] = []
const say = (line: string): void => void said.push(line)
const silence = new AbortController().signal

test('a night begins at the hour that was set, by the calendar of China', () => {
  expect(nightDue(new Date('2026-11-20T18:29:00Z'), 150)).toBe('2026-11-20')
  expect(nightDue(new Date('2026-11-20T18:30:00Z'), 150)).toBe('2026-11-21')
  expect(nightDue(new Date('2026-11-21T15:59:00Z'), 0)).toBe('2026-11-21')
})

test('of many houses on one database one takes the night; a failed one is taken again after an hour', async () => {
  const night = '2026-11-01'
  const taken = await Promise.all(Array.from({ length: 16 }, () => beginRun(database.db, 'backup', night)))
  const [run = ''] = taken.filter(Boolean)
  expect(taken.filter(Boolean)).toHaveLength(1)
  await failRun(database.db, run, 'disk')
  expect(await beginRun(database.db, 'backup', night)).toBeUndefined()
  await database.db.global(
    sql`update backup_runs set finished_at = app_now() - interval '61 minutes' where id = ${run}`,
  )
  expect(await beginRun(database.db, 'backup', night)).toBe(run)
  await database.db.global(
    sql`update backup_runs set started_at = app_now() - interval '7 hours' where id = ${run}`,
  )
  expect(await beginRun(database.db, 'backup', night)).toBe(run)
})

test('a night that fails is told and written down', async () => {
  const warned: unknown[] = []
  const needs: NightNeeds = {
    db: database.db,
    config: settings({}),
    work: async () => 1,
    warn: (line) => warned.push(line),
  }
  expect(await backUpNight(needs, '2026-11-02', silence)).toBe(false)
  expect(warned).toEqual([expect.objectContaining({ night: '2026-11-02', code: 1 })])
  expect(await runFigures(database.db)).toEqual([
    { kind: 'backup', goodAgo: null, failed: true, missing: 0 },
    { kind: 'drill', goodAgo: null, failed: false, missing: 0 },
  ])
  expect(await backUpNight({ ...needs, work: async () => 0 }, '2026-11-03', silence)).toBe(true)
})

test('the way of a year: key, nightly backup with its drill, pruning, loss of everything, restore', async () => {
  const path = await mkdtemp(join(tmpdir(), 'linli-nights-'))
  try {
    const keyFile = join(path, 'key.txt')
    const place = join(path, 'vault')
    expect(await backupCommand(settings({}), ['--new-key', keyFile], say)).toBe(0)
    const recipient = said.at(-1)?.split('=')[1] ?? ''
    const config = settings({
      DATA_DIR: join(path, 'a'),
      BACKUP_TO: place,
      BACKUP_RECIPIENT: recipient,
      BACKUP_KEEP: '2,0,0',
    })
    const vault = directoryVault(place)
    const old = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'].map((at) =>
      nameFor(new Date(at), 'abcd'),
    )
    for (const name of old) await vault.write(name, Readable.from([Buffer.from('old')]))

    const postgres = await openPostgres(config, say)
    const house = await openHouse({ ...postgres, config, log: false })
    try {
      await installPreset(house.db, 1, presetOf(config.preset), config.demo)
      await house.settle()
      // The embedded database is held by this very process, as by an open house: the night's work joins it.
      const work = (night: string) => backupCommand(config, ['--night', night], say)
      expect(
        await backUpNight({ db: house.db, config, work, warn: () => undefined }, '2026-11-21', silence),
      ).toBe(true)
      expect(await runFigures(house.db)).toEqual([
        { kind: 'backup', goodAgo: expect.any(Number), failed: false, missing: 0 },
        { kind: 'drill', goodAgo: expect.any(Number), failed: false, missing: 0 },
      ])
      const [drilled] = await house.db.global<{ tables_compared: number; sha256: string }>(
        sql`select tables_compared, sha256 from backup_runs where kind = 'drill'`,
      )
      expect(drilled?.tables_compared).toBeGreaterThan(40)
      expect(await readdir(join(config.dataDir, 'drills'))).toEqual([])
    } finally {
      await house.close()
      await postgres.stop()
    }
    const kept = (await vault.names()).filter((name) => name.endsWith('.age')).sort()
    expect(kept).toHaveLength(2)
    expect(kept[0]).toBe(old[2])
    const newest = kept[1] ?? ''
    expect(await backupCommand(config, ['--check', join(place, newest), '--identity', keyFile], say)).toBe(0)

    const b = settings({ DATA_DIR: join(path, 'b'), BACKUP_TO: place, BACKUP_RECIPIENT: recipient })
    await expect(restoreCommand(b, [newest, '--identity', keyFile], say)).rejects.toMatchObject({
      code: 'noSecretKey',
    })
    const key = await readFile(join(config.dataDir, 'secret.key'), 'utf8')
    const withKey = settings({ DATA_DIR: join(path, 'b'), SECRET_KEY: key.trim() })
    expect(await restoreCommand(withKey, [join(place, newest), '--identity', keyFile], say)).toBe(0)
    await expect(
      restoreCommand(withKey, [join(place, newest), '--identity', keyFile], say),
    ).rejects.toMatchObject({ code: 'targetNotEmpty' })
    const again = await openPostgres(withKey, say)
    const restored = await openHouse({ ...again, config: withKey, log: false })
    expect((await restored.app.inject({ method: 'GET', url: '/readyz' })).statusCode).toBe(200)
    await restored.close()
    await again.stop()
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}, 300_000)

test('a restore that fails leaves an empty data directory; one that was killed keeps the house closed', async () => {
  const dataDir = await temporaryDirectory()
  const place = await temporaryDirectory()
  const vault = directoryVault(place)
  const name = nameFor(new Date(), 'dead')
  await vault.write(name, Readable.from([Buffer.from('age-encryption.org/v1\nnot really')]))
  const keyFile = join(place, 'key.txt')
  await backupCommand(settings({}), ['--new-key', keyFile], say)
  const config = settings({ DATA_DIR: dataDir, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') })
  await expect(restoreCommand(config, [join(place, name), '--identity', keyFile], say)).rejects.toMatchObject(
    { code: 'notABackup' },
  )
  expect(await readdir(dataDir)).toEqual([])
  await vault.write(`${name}.sha256`, Readable.from([Buffer.from(`${'0'.repeat(64)}  ${name}\n`)]))
  await expect(restoreCommand(config, [join(place, name), '--identity', keyFile], say)).rejects.toMatchObject(
    { code: 'changed' },
  )
  await markUnfinished(config)
  await expect(
    openHouse({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, config, log: false }),
  ).rejects.toMatchObject({ code: 'running' })
}, 120_000)
