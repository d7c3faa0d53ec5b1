import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucketVault } from '../../apps/server/src/kernel/backup/bucketVault.ts'
import { restoreBackup } from '../../apps/server/src/kernel/backup/restoreBackup.ts'
import { newKeyPair } from '../../apps/server/src/kernel/backup/seal.ts'
import { takeBackup } from '../../apps/server/src/kernel/backup/takeBackup.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { s3Storage } from '../../apps/server/src/kernel/uploads/s3Storage.ts'
import { FileMissing } from '../../apps/server/src/kernel/uploads/storage.ts'
import { bucketAddress } from '../../apps/server/src/kernel/uploads/storageAddress.ts'
import { type Bucket, openBucket } from '../../apps/server/src/kernel/uploads/storageBucket.ts'
import { connected } from '../kit/catalog.ts'
import { contentsOf, emptyDatabase, type PlantedHouse, plantedHouse } from './ground.ts'
import { type ObjectStore, openObjectStore } from './objectStore.ts'

let directory: string
let store: ObjectStore
let house: PlantedHouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'linli-s3-'))
  store = await openObjectStore(directory)
  house = await plantedHouse()
})
afterAll(async () => {
  await house.close()
  await store.close()
  await rm(directory, { recursive: true, force: true })
})

function bucket(prefix: string, tries = 4): Bucket {
  const address = bucketAddress(store.address(prefix))
  if (!address) throw new Error('the address was not read')
  return openBucket(address, { tries, pause: 1, timeout: 2_000 })
}
const key = (): string => `1-${newId()}`

test('a file is put, got and removed; removing what is gone is no error', async () => {
  const storage = s3Storage(bucket('uploads'))
  const [name, bytes] = [key(), randomBytes(300_000)]
  await storage.put(name, bytes)
  expect(await buffer(await storage.get(name))).toEqual(bytes)
  await storage.remove(name)
  await storage.remove(name)
  await expect(storage.get(name)).rejects.toBeInstanceOf(FileMissing)
})

test('a passing fault is asked over: server errors, too many requests, silence, half an answer', async () => {
  const storage = s3Storage(bucket('uploads'))
  const [name, bytes] = [key(), randomBytes(400_000)]
  store.fail(500, 503, 429)
  await storage.put(name, bytes)
  for (const faults of [[500], [503, 502], ['silence'], ['half', 500]] as const) {
    store.fail(...faults)
    expect(await buffer(await storage.get(name))).toEqual(bytes)
  }
  store.fail(500)
  await storage.remove(name)
})

test('a lasting fault and a wrong login are told, the login without asking again', async () => {
  const storage = s3Storage(bucket('uploads', 3))
  store.fail(500, 500, 500)
  await expect(storage.put(key(), Buffer.from('x'))).rejects.toThrow('500')
  const before = store.asked()
  store.fail(403)
  await expect(storage.get(key())).rejects.toThrow('403')
  expect(store.asked()).toBe(before + 1)
})

test('a redirect is not followed, whatever is asked', async () => {
  const storage = s3Storage(bucket('uploads'))
  const [name, bytes] = [key(), randomBytes(300)]
  await storage.put(name, bytes)
  store.fail(307)
  await expect(storage.get(name)).rejects.toThrow('307')
  store.fail(307)
  await expect(storage.put(name, bytes)).rejects.toThrow('307')
  expect(await buffer(await storage.get(name))).toEqual(bytes)
})

test('a backup to the bucket, of files in a bucket, comes back from it', async () => {
  const uploads = s3Storage(bucket('uploads'))
  for (const [name, bytes] of house.files) await uploads.put(name, bytes)
  // Larger than a piece of an upload, and incompressible.
  const large = randomBytes(20_000_000)
  const name = key()
  await uploads.put(name, large)
  const sum = createHash('sha256').update(large).digest()
  await connected(house.adminUrl, (admin) =>
    admin.query(
      `insert into files select (jsonb_populate_record(f, jsonb_build_object('id', $1::text, 'storage_key', $2::text))).* from files f limit 1`,
      [newId(), name],
    ),
  )
  await connected(house.adminUrl, (admin) =>
    admin.query('update files set sha256 = $1 where storage_key = $2', [sum, name]),
  )
  const keys = await newKeyPair()
  const vault = bucketVault(bucket('backups/house'))
  store.fail(503)
  const taken = await takeBackup({ ...house, storage: uploads, vault, recipients: [keys.recipient] })
  expect(taken.tail.files).toMatchObject({ stored: house.files.size + 1, missing: [], damaged: [] })
  expect((await vault.names()).sort()).toEqual([taken.name, `${taken.name}.sha256`])
  const target = await emptyDatabase()
  const restoredFiles = s3Storage(bucket('restored'))
  store.fail(500, 'half')
  await restoreBackup({
    stream: await vault.read(taken.name),
    identities: [keys.identity],
    ownerUrl: target.ownerUrl,
    storage: restoredFiles,
    crypto: house.crypto,
    progress: () => undefined,
  })
  expect(await contentsOf(target.adminUrl)).toEqual(await contentsOf(house.adminUrl))
  expect((await buffer(await restoredFiles.get(name))).equals(large)).toBe(true)
  await vault.remove(taken.name)
  await expect(vault.read(taken.name)).rejects.toMatchObject({ code: 'notFound' })
})

test('a backup that breaks off leaves nothing under its name', async () => {
  const vault = bucketVault(bucket('broken', 2))
  const broken = (async function* () {
    yield randomBytes(17 * 2 ** 20)
    throw new Error('the database went away')
  })()
  await expect(vault.write('linli-x', Readable.from(broken, { objectMode: false }))).rejects.toThrow(
    'went away',
  )
  expect(await vault.names()).toEqual([])
})

test('files that the storage lost or spoilt are named, and what was erased meanwhile is not', async () => {
  const uploads = s3Storage(bucket('lossy'))
  const [lost = '', spoilt = '', erased = '', ...whole] = [...house.files.keys()]
  for (const name of [spoilt, erased, ...whole])
    await uploads.put(name, house.files.get(name) ?? Buffer.alloc(0))
  await uploads.put(spoilt, randomBytes(10))
  const late = {
    ...uploads,
    get: async (name: string) => {
      if (name === erased) {
        await uploads.remove(name)
        await connected(house.adminUrl, (admin) =>
          admin.query('update files set erased_at = now() where storage_key = $1', [name]),
        )
      }
      return uploads.get(name)
    },
  }
  await connected(house.adminUrl, (admin) =>
    admin.query('update files set erased_at = now() where not storage_key = any($1)', [
      [...house.files.keys()],
    ]),
  )
  const keys = await newKeyPair()
  const vault = bucketVault(bucket('lossy-backups'))
  const taken = await takeBackup({ ...house, storage: late, vault, recipients: [keys.recipient] })
  expect(taken.tail.files).toMatchObject({
    missing: [lost],
    damaged: [spoilt],
    erasedMeanwhile: 1,
    stored: whole.length + 1,
  })
})
