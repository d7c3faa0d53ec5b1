import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveArchive } from '../../apps/server/src/kernel/backup/archive.ts'
import {
  ABOUT_THE_SCHEMA,
  type RestoreNeeds,
  restoreBackup,
} from '../../apps/server/src/kernel/backup/restoreBackup.ts'
import { newKeyPair, opened, sealed } from '../../apps/server/src/kernel/backup/seal.ts'
import { takeBackup } from '../../apps/server/src/kernel/backup/takeBackup.ts'
import { type Part, packed, unpacked } from '../../apps/server/src/kernel/backup/tar.ts'
import { directoryVault } from '../../apps/server/src/kernel/backup/vault.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { MIGRATIONS } from '../../apps/server/src/kernel/db/migrate.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { connected } from '../kit/catalog.ts'
import {
  contentsOf,
  type EmptyDatabase,
  emptyDatabase,
  keptDatabase,
  type PlantedHouse,
  plantedHouse,
  temporaryDirectory,
} from './ground.ts'

let house: PlantedHouse
let whole: Buffer
/** Stays without a row: whatever is restored into it is refused. */
let target: EmptyDatabase & { drop(): Promise<void> }
const keys = await newKeyPair()

beforeAll(async () => {
  house = await plantedHouse()
  target = await keptDatabase()
  const path = await mkdtemp(join(tmpdir(), 'linli-vault-'))
  const vault = directoryVault(path)
  const taken = await takeBackup({ ...house, vault, recipients: [keys.recipient] })
  whole = await buffer(await vault.read(taken.name))
  await rm(path, { recursive: true })
})
afterAll(async () => {
  await target.drop()
  await house.close()
})

const restoring = async (target: EmptyDatabase, file: Buffer, more: Partial<RestoreNeeds> = {}) =>
  restoreBackup({
    stream: Readable.from(inPieces(file), { objectMode: false }),
    identities: [keys.identity],
    ownerUrl: target.ownerUrl,
    storage: localStorage(await temporaryDirectory()),
    crypto: house.crypto,
    progress: () => undefined,
    ...more,
  })
function* inPieces(file: Buffer): Generator<Buffer> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536)
}
const filledTables = async (): Promise<string[]> =>
  Object.entries(await contentsOf(target.adminUrl)).flatMap(([name, line]) =>
    line.startsWith('0 ') || ABOUT_THE_SCHEMA.includes(name) ? [] : [name],
  )
/** A refused restore leaves neither row nor file. */
async function refused(file: Buffer, code: string, more: Partial<RestoreNeeds> = {}): Promise<void> {
  const path = await temporaryDirectory()
  await expect(restoring(target, file, { storage: localStorage(path), ...more })).rejects.toMatchObject({
    code,
  })
  expect(await filledTables()).toEqual([])
  const left = await readdir(path, { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile())).toEqual([])
}

test('another key', async () => {
  const other = await newKeyPair()
  await refused(whole, 'wrongKey', { identities: [other.identity] })
})

test('another SECRET_KEY; without one the rows come back all the same', async () => {
  await refused(whole, 'otherSecretKey', { crypto: softwareProvider(randomBytes(32)) })
  const target = await emptyDatabase()
  await restoring(target, whole, { crypto: undefined })
  expect(await contentsOf(target.adminUrl)).toEqual(await contentsOf(house.adminUrl))
})

test('something else than a backup', async () => {
  await refused(Buffer.from('not a backup at all'), 'notABackup')
  await refused(Buffer.alloc(0), 'notABackup')
})

test.each([0.1, 0.5, 0.9, 0.999])('cut off behind %d of it', async (share) => {
  await refused(whole.subarray(0, Math.floor(whole.length * share)), 'cut')
})

test('cut off by one byte, and at the edge of a piece of the cipher', async () => {
  await refused(whole.subarray(0, -1), 'cut')
  const header = whole.indexOf('\n---') + 64 // behind the line with the header's proof, near enough to a piece's edge
  await refused(whole.subarray(0, header + 16 + 3 * (65_536 + 16)), 'cut')
})

test('a changed byte, wherever it is', async () => {
  for (let nth = 0; nth < 64; nth += 1) {
    const at = Math.floor(((nth + 0.5) / 64) * whole.length)
    const file = Buffer.from(whole)
    file[at] = (file[at] ?? 0) ^ 1
    const stream = Readable.from(inPieces(file), { objectMode: false })
    await expect(proveArchive(stream, [keys.identity], house.crypto), `byte ${at}`).rejects.toMatchObject({
      code: expect.stringMatching(/^(changed|cut|notABackup)$/),
    })
  }
})

/** What somebody can do who knows the recipient, which is no secret: open nothing, but write an archive of their own. */
async function forged(change: (parts: Part[]) => Part[]): Promise<Buffer> {
  const plain = await opened(Readable.from(inPieces(whole), { objectMode: false }), [keys.identity])
  const parts: Part[] = []
  for await (const part of unpacked(Readable.from(plain, { objectMode: false }).pipe(createZstdDecompress())))
    parts.push(part)
  const changed = change(parts)
  const archive = Readable.from(packed(Readable.from(changed)), { objectMode: false }).pipe(
    createZstdCompress(),
  )
  return buffer(await sealed(archive, [keys.recipient]))
}
const edited = (name: RegExp, edit: (text: string) => string) => (parts: Part[]) =>
  parts.map((part) =>
    name.test(part.name)
      ? { ...part, bytes: Buffer.from(edit(part.bytes.toString('latin1')), 'latin1') }
      : part,
  )

test.each([
  ['a row', edited(/^tables\/orders\//, (text) => text.replace('2', '3'))],
  ['a table', (parts: Part[]) => parts.filter(({ name }) => !name.startsWith('tables/point_entries/'))],
  ['a file', edited(/^files\//, (text) => `${text}!`)],
  ['a waiting job', edited(/^jobs\//, (text) => text.replace('listen', 'listem'))],
  ['a sum', edited(/^sums\//, (text) => `${text.startsWith('f') ? 'e' : 'f'}${text.slice(1)}`)],
  ['the end', edited(/^tail/, (text) => text.replace(/"rows":\d+/, '"rows":999'))],
  ['the moment it was taken', edited(/^head/, (text) => text.replace(/"snapshotAt":"2/, '"snapshotAt":"3'))],
  ['the order of two parts', (parts: Part[]) => [...parts.slice(0, 3).reverse(), ...parts.slice(3)]],
])('an archive written anew with a change to %s', async (_, change) => {
  await refused(await forged(change), 'changed')
})

test('an archive written anew without its end', async () => {
  await refused(await forged((parts) => parts.slice(0, -1)), 'cut')
})

test('a forger who makes every sum fit still lacks the key of the house', async () => {
  await refused(
    await forged(edited(/^tail/, (text) => text.replace(/"mac":"../, (found) => `${found.slice(0, -2)}zz`))),
    'changed',
  )
})

/** The migrations of this program, with a change. */
async function migrationsWith(change: (path: string, names: string[]) => Promise<void>): Promise<string> {
  const path = await temporaryDirectory()
  await cp(MIGRATIONS, path, { recursive: true })
  await change(path, (await readdir(path)).sort())
  return path
}

test('a backup of a newer version is refused, one of another line as well', async () => {
  const older = await migrationsWith((path, names) => rm(join(path, names.at(-1) ?? '')))
  await refused(whole, 'newer', { migrations: older })
  const other = await migrationsWith((path, names) =>
    writeFile(join(path, names.at(-1) ?? ''), 'create table of_another_line (id integer primary key);'),
  )
  await refused(whole, 'otherMigrations', { migrations: other })
})

test('a backup of an older version is migrated forward, its rows with it', async () => {
  const name = '9_kernel_forward.sql'
  const newer = await migrationsWith((path, names) =>
    writeFile(
      join(path, `${String(names.length + 1).padStart(4, '0')}${name.slice(1)}`),
      `alter table regions add column forward text; update regions set forward = gb_code;`,
    ),
  )
  const target = await emptyDatabase()
  const { forward } = await restoring(target, whole, { migrations: newer })
  expect(forward).toEqual(['kernel_forward'])
  const rows = await connected(
    target.adminUrl,
    async (client) => (await client.query('select id, forward from regions order by id')).rows,
  )
  expect(rows).toEqual([
    { id: 1, forward: '360103' },
    { id: 2, forward: '360428' },
  ])
})

test('a target that holds something is left as it is', async () => {
  const target = await emptyDatabase()
  await restoring(target, whole)
  const before = await contentsOf(target.adminUrl)
  await expect(restoring(target, whole)).rejects.toMatchObject({ code: 'targetNotEmpty' })
  const strange = await emptyDatabase()
  await connected(strange.ownerUrl, (admin) =>
    admin.query('create table theirs (id integer); insert into theirs values (1)'),
  )
  await expect(restoring(strange, whole)).rejects.toMatchObject({ code: 'targetNotEmpty' })
  expect(await contentsOf(target.adminUrl)).toEqual(before)
})
