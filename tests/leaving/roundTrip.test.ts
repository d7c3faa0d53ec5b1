import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { exportHouseRegion, importHouseRegion, LEAVING } from '../../apps/server/src/house/leaving.ts'
import { type House, openHouse } from '../../apps/server/src/house/openHouse.ts'
import { verifyAudit } from '../../apps/server/src/kernel/audit/verify.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { createSession } from '../../apps/server/src/kernel/auth/sessions.ts'
import { newKeyPair, opened } from '../../apps/server/src/kernel/backup/seal.ts'
import { unpacked } from '../../apps/server/src/kernel/backup/tar.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import type { LeavingManifest } from '../../apps/server/src/kernel/leaving/shape.ts'
import { foundAdmin } from '../../apps/server/src/rooms/people/index.ts'
import { CATALOGUE } from '../../db/catalogue/index.ts'
import { LEFT_OUT, SHARED } from '../../db/catalogue/leaving.ts'
import { signIn } from '../keys/keyHouse.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { canaryPhone, HERE } from '../kit/houseGround.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'

const OLD = randomBytes(32).toString('base64')
const NEW = randomBytes(32).toString('base64')
const pair = await newKeyPair()

/** What says more of the installation, or of the session that asks, than of the region. */
const OF_THE_HOUSE: { readonly [operation: string]: string } = {
  live: 'a stream without an end',
  exportFigures: 'the figures of getFigures as a sheet, with the moment in it',
  getCoverage: 'counted anew, with the moment in it',
  listDoors: 'how one signs in at this installation',
  listSessions: 'sessions stay behind',
  whoAmI: 'names the session',
  readMyData: 'lists the sessions',
  checkAudit: 'sealed anew',
  listAudit: 'has the note of the arrival',
}

let world: World
let target: TestDatabase
let directory: string
let archive: string
let manifest: LeavingManifest
let house: House
let cast: Actor[]

const sourceStanding = () => {
  const name = new URL(String(world.house.db.pool.options.connectionString)).pathname
  const on = (url: string) => Object.assign(new URL(url), { pathname: name }).href
  const server = inject('server')
  return { ownerUrl: on(server.ownerUrl), appUrl: on(server.appUrl) }
}
const configOf = (key: string, dataDir: string) =>
  readConfig({ DATA_DIR: dataDir, PORT: '0', POOL_SIZE: '8', SECRET_KEY: key }, Object.keys(PRESETS))

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'linli-leaving-'))
  world = await buildWorld(await openTestHouse({ environment: { SECRET_KEY: OLD } }))
  cast = [
    await actorOf(world, 'resident'),
    await actorOf(world, 'dispatcher'),
    await actorOf(world, 'regionAdmin'),
    await actorOf(world, 'leader'),
    await actorOf(world, 'securityAdmin'),
  ]
  await signIn(world.house, '13912340001')
  await world.house.settle()
  await world.house.furniture.countOnce(1) // the orders were planted behind the relay's back
  archive = join(directory, 'xihu.tar.age')
  manifest = await exportHouseRegion(sourceStanding(), world.house.config, {
    region: 1,
    file: archive,
    recipients: [pair.recipient],
  })
  target = await testDatabase(false)
}, 240_000)
afterAll(async () => {
  await house?.close()
  await target.close()
  await world.close()
  await rm(directory, { recursive: true, force: true })
})

async function partsOf(file: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for await (const { name, bytes } of unpacked(await opened(createReadStream(file), [pair.identity])))
    parts.set(name, bytes.toString('utf8'))
  return parts
}

test('of every table it is said whether it leaves, and each reason names a table', () => {
  const unsaid = Object.entries(CATALOGUE).flatMap(([table, { columns }]) =>
    'region_id' in columns || SHARED[table] || LEFT_OUT[table] ? [] : [table],
  )
  expect(unsaid).toEqual([])
  for (const name of [...Object.keys(SHARED), ...Object.keys(LEFT_OUT), ...Object.keys(LEAVING.forReading)])
    expect(Object.keys(CATALOGUE)).toContain(name)
})

test('the file shows nothing; inside, everything is in clear, explained, and no secret is there', async () => {
  expect((await readFile(archive)).includes(canaryPhone(HERE))).toBe(false)
  const parts = await partsOf(archive)
  const all = [...parts]
    .filter(([name]) => !name.startsWith('files/'))
    .map(([, text]) => text)
    .join('\n')
  expect(all).toContain(canaryPhone(HERE))
  expect(all).not.toContain(`${world.house.crypto.keyId}.`)
  expect(all).not.toMatch(/argon2id\$/)
  const names = [...parts.keys()]
  expect(names[0]).toBe('head.json')
  expect(names).toEqual(
    expect.arrayContaining(['README.md', 'catalogue.json', 'manifest.json', `files/${world.storageKey}`]),
  )
  const secret = ['token_hash', 'password_hash', 'code_hash', 'totp_secret', 'phone_hmac']
  for (const name of secret) expect(all.includes(`"${name}":`), name).toBe(false)
  expect(parts.get('README.md')).toContain('sessions')
})

test('another region stays where it is', async () => {
  const all = [...(await partsOf(archive))].map(([, text]) => text).join('\n')
  const { rows } = await world.admin.query<{ id: string }>('select id from people where region_id = 2')
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows) expect(all).not.toContain(id)
})

test('a damaged archive, or another key, changes nothing', async () => {
  const config = configOf(NEW, join(directory, 'damaged'))
  const bytes = await readFile(archive)
  bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
  const broken = join(directory, 'broken.tar.age')
  await writeFile(broken, bytes)
  await expect(
    importHouseRegion(target, config, { file: broken, identities: [pair.identity] }),
  ).rejects.toThrow()
  const stranger = await newKeyPair()
  await expect(
    importHouseRegion(target, config, { file: archive, identities: [stranger.identity] }),
  ).rejects.toThrow()
  expect((await target.db.pool.query('select count(*)::int as n from regions')).rows).toEqual([{ n: 0 }])
})

test('it arrives whole under another key: rows, files, books, record', async () => {
  const config = configOf(NEW, join(directory, 'new'))
  const arrived = await importHouseRegion(target, config, { file: archive, identities: [pair.identity] })
  expect(arrived.manifest).toEqual(manifest)
  expect(arrived.rows).toBeGreaterThan(100)
  const before = await world.admin.query(
    'select sum(amount)::int as moved, count(*)::int as entries from point_entries where region_id = 1',
  )
  const admin = new pg.Client({ connectionString: target.adminUrl })
  await admin.connect()
  const after = await admin.query(
    'select sum(amount)::int as moved, count(*)::int as entries from point_entries',
  )
  const old = await admin.query(`select count(*)::int as n from people where phone_cipher like $1`, [
    `${world.house.crypto.keyId}.%`,
  ])
  await admin.end()
  expect(after.rows).toEqual(before.rows)
  expect(old.rows).toEqual([{ n: 0 }])
  await expect(
    importHouseRegion(target, config, { file: archive, identities: [pair.identity] }),
  ).rejects.toThrow('already')
  house = await openHouse({ ...target, config, log: false })
  await house.settle()
  await expect
    .poll(async () => (await verifyAudit(house.db, 1, house.crypto)).waiting, { timeout: 30_000 })
    .toBe(0)
  expect(await verifyAudit(house.db, 1, house.crypto)).toMatchObject({ broken: [] })
}, 120_000)

test('the public interface of the second house says what the first one says', async () => {
  const reads = world.operations.filter(
    ({ id, method, path }) => method === 'GET' && !path.includes('{') && !(id in OF_THE_HOUSE),
  )
  expect(reads.length).toBeGreaterThan(10)
  let compared = 0
  const differ: string[] = []
  for (const actor of cast) {
    const session = await house.db.globalTransaction((tx) =>
      createSession(
        tx,
        { accountId: actor.accountId, region: 1, personId: actor.personId },
        actor.role === 'resident' ? 'phone' : 'password',
      ),
    )
    for (const operation of reads) {
      // Both houses go on by themselves (deadlines fall due): what differs is asked again.
      let told = ''
      for (let tries = 0; tries < 3; tries += 1) {
        const first = await world.ask(operation, actor.token, {})
        const second = await ask(house, operation.path, session.token)
        const same =
          first.status !== 200 || isDeepStrictEqual(timeless(second), timeless(first.body ?? first.text))
        told = same ? '' : `${operation.id} as ${actor.role}: ${JSON.stringify(second).slice(0, 2000)}`
        if (same) break
      }
      if (told) differ.push(told)
      compared += 1
    }
    const orders = await ask(house, '/orders', session.token)
    for (const id of idsIn(orders)) {
      const read = world.operations.find((operation) => operation.id === 'getOrder')
      if (!read) throw new Error('no operation getOrder')
      const first = await world.ask(read, actor.token, { params: { id } })
      expect(timeless(await ask(house, `/orders/${id}`, session.token))).toEqual(timeless(first.body))
      compared += 1
    }
  }
  expect(differ).toEqual([])
  expect(compared).toBeGreaterThan(20)
}, 120_000)

test('people sign in by their phone and are who they were; a new house key finds every number', async () => {
  const { rows } = await world.admin.query<{ id: string }>(
    `select p.id from people p join accounts a on a.id = p.account_id where p.region_id = 1 and a.phone_hmac = any($1)`,
    [world.house.crypto.lookUps('13912340001')],
  )
  expect(await signIn(house, '13912340001')).toBe(rows[0]?.id)
}, 60_000)

test('staff, whose passwords stayed behind, are let in by a first security administrator, made once', async () => {
  const holders = await house.db.read<{ n: number }>(
    systemScope(1),
    sql`select count(*)::int as n from grants where region_id = 1 and role = 'securityAdmin'`,
  )
  expect(holders[0]?.n).toBe(1) // came along, and cannot sign in
  const made = await foundAdmin(house, 1, { login: 'first-here', name: '余守安' })
  expect(made).toMatchObject({ login: 'first-here', password: expect.any(String) })
  await expect(foundAdmin(house, 1, { login: 'second-here', name: '于后来' })).rejects.toMatchObject({
    code: 'people.adminExists',
  })
})

async function ask({ app }: House, path: string, token: string): Promise<unknown> {
  const answer = await app.inject({
    method: 'GET',
    url: `/api${path}`,
    headers: { authorization: `Bearer ${token}`, host: 'localhost' },
  })
  return String(answer.headers['content-type']).includes('json') ? JSON.parse(answer.payload) : answer.payload
}

/** Without what tells the moment of asking; what this installation offers for signing in is no part of a region. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless)
  if (typeof value === 'string' && value.startsWith('PK')) return value.length
  if (typeof value === 'string') return value.replace(/^DTSTAMP:.*$/gm, '')
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      ['now', 'at', 'asOf', 'updatedAt', 'secondsLeft', 'seenAt', 'expiresAt'].includes(name)
        ? []
        : [[name, timeless(inner)]],
    ),
  )
}

const idsIn = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/"id":"[0-9a-f-]{36}"/g)
    ?.map((found) => found.slice(6, -1))
    .slice(0, 5) ?? []
