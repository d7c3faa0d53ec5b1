import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Restored,
  type RestoreNeeds,
  restoreBackup,
} from '../../apps/server/src/kernel/backup/restoreBackup.ts'
import { newKeyPair } from '../../apps/server/src/kernel/backup/seal.ts'
import {
  type BackupNeeds,
  type TakenBackup,
  takeBackup,
} from '../../apps/server/src/kernel/backup/takeBackup.ts'
import { directoryVault } from '../../apps/server/src/kernel/backup/vault.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { connected } from '../kit/catalog.ts'
import {
  contentsOf,
  type EmptyDatabase,
  emptyDatabase,
  type PlantedHouse,
  plantedHouse,
  temporaryDirectory,
} from './ground.ts'

let house: PlantedHouse
let vaultPath: string
let taken: TakenBackup
const keys = await newKeyPair()

beforeAll(async () => {
  house = await plantedHouse()
  vaultPath = await mkdtemp(join(tmpdir(), 'linli-vault-'))
  taken = await takeBackup(needs())
})
afterAll(async () => {
  await house.close()
  await rm(vaultPath, { recursive: true, force: true })
})

const needs = (more: Partial<BackupNeeds> = {}): BackupNeeds => ({
  ownerUrl: house.ownerUrl,
  storage: house.storage,
  crypto: house.crypto,
  vault: directoryVault(vaultPath),
  recipients: [keys.recipient],
  ...more,
})
const restoring = async (target: EmptyDatabase, more: Partial<RestoreNeeds> = {}): Promise<Restored> =>
  restoreBackup({
    stream: await directoryVault(vaultPath).read(taken.name),
    identities: [keys.identity],
    ownerUrl: target.ownerUrl,
    storage: localStorage(await temporaryDirectory()),
    crypto: house.crypto,
    progress: () => undefined,
    ...more,
  })

test('a restored house is the house that was backed up: every table by hash, every file by its bytes', async () => {
  const target = await emptyDatabase()
  const files = localStorage(await temporaryDirectory())
  const steps: string[] = []
  const restored = await restoring(target, { storage: files, progress: ({ what }) => steps.push(what) })
  const before = await contentsOf(house.adminUrl)
  expect(Object.values(before).filter((line) => !line.startsWith('0 ')).length).toBeGreaterThan(35)
  expect(await contentsOf(target.adminUrl)).toEqual(before)
  expect(restored.rows).toBe(taken.rows)
  expect(taken.tail.files).toMatchObject({
    stored: house.files.size,
    missing: [],
    damaged: [],
    erasedMeanwhile: 0,
  })
  for (const [key, bytes] of house.files) expect(await buffer(await files.get(key))).toEqual(bytes)
  expect(steps).toEqual(expect.arrayContaining(['orders', 'point_entries', 'files', 'indexes']))
})

test('keys, indexes, sequences and the net are as the migrations make them', async () => {
  const target = await emptyDatabase()
  await restoring(target)
  const made = (url: string) =>
    connected(url, async (client) => {
      const { rows } = await client.query<{ line: string }>(`
        select 'index ' || pg_get_indexdef(indexrelid) as line from pg_index join pg_class c on c.oid = indrelid where relnamespace = 'public'::regnamespace
        union all select 'key ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
        union all select format('net %s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        union all select 'policy ' || tablename || ' ' || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
        union all select 'sequence ' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname = 'public'
        order by 1`)
      return rows.map(({ line }) => line)
    })
  expect(await made(target.adminUrl)).toEqual(await made(house.adminUrl))
})
