import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/src/house/openHouse.ts'
import { rotateHouse } from '../../apps/server/src/house/rotateKeys.ts'
import { sealAudit } from '../../apps/server/src/kernel/audit/seal.ts'
import { verifyAudit } from '../../apps/server/src/kernel/audit/verify.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { CryptoError, keyOf } from '../../apps/server/src/kernel/crypto/provider.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { PROTECTED, type Protection } from '../../db/catalogue/protection.ts'
import { found, type KeyTown, keyTown, plant, signIn } from './keyHouse.ts'

const ROTATE = fileURLToPath(new URL('rotateOnce.ts', import.meta.url))
const makeKey = () => randomBytes(32).toString('base64')
const [A, B, C] = [makeKey(), makeKey(), makeKey()]
const PEOPLE = 150
const phoneOf = (n: number) => `139${String(n).padStart(8, '0')}`
const known = Array.from({ length: PEOPLE }, (_, n) => phoneOf(n))

let town: KeyTown
let admin: pg.Client
const ids = new Map<string, string>()

/** Every encrypted value of the database, as it lies there. */
async function ciphers(): Promise<string[]> {
  const texts: string[] = []
  const tables: {
    readonly [table: string]: { readonly [column: string]: Protection | undefined } | undefined
  } = PROTECTED
  for (const [table, columns = {}] of Object.entries(tables))
    for (const [column, protection] of Object.entries(columns))
      if (protection?.kind === 'encrypted') {
        const { rows } = await admin.query<{ value: string }>(
          `select ${column} as value from ${table} where ${column} is not null`,
        )
        texts.push(...rows.map(({ value }) => value))
      }
  return texts
}
const sealOne = async ({ db, crypto }: House): Promise<void> => {
  await db.commit(systemScope(1), [
    sql`insert into audit_entries (region_id, id, at, action, subject_kind) values (1, ${newId()}, app_now(), 'revealPhone', 'person')`,
  ])
  // The house seals by itself too; whoever is first does it.
  for (;;) {
    await sealAudit(db, 1, crypto)
    if ((await verifyAudit(db, 1, crypto)).waiting === 0) return
  }
}

beforeAll(async () => {
  town = await keyTown()
  admin = new pg.Client({ connectionString: town.database.adminUrl })
  await admin.connect()
  const house = await town.open({ SECRET_KEY: A })
  for (const phone of known) ids.set(phone, await plant(house, phone))
  await sealOne(house)
  await house.close()
}, 120_000)
afterAll(async () => {
  await admin.end()
  await town.close()
})

test('a start without a key that the database still holds values of is refused, and names it', async () => {
  await expect(town.open({ SECRET_KEY: B })).rejects.toThrow(CryptoError)
  await expect(town.open({ SECRET_KEY: B })).rejects.toThrow('SECRET_KEYS_OLD')
  expect(new Set((await ciphers()).map(keyOf)).size).toBe(1)
})

test('keys change while people sign in, killed half-way and taken up again', async () => {
  const house = await town.open({ SECRET_KEY: B, SECRET_KEYS_OLD: A })
  let signedIn = 0
  let stop = false
  const wrong: unknown[] = []
  const commands = async (worker: number): Promise<void> => {
    for (let n = worker; !stop; n += 4) {
      const old = phoneOf(n % PEOPLE)
      const fresh = phoneOf(PEOPLE + n)
      try {
        const [known, first, again] = [
          await signIn(house, old),
          await signIn(house, fresh),
          await signIn(house, fresh),
        ]
        if (known !== ids.get(old)) wrong.push({ old, known })
        if (first !== again) wrong.push({ fresh, first, again })
        ids.set(fresh, first)
        await plant(house, fresh)
        signedIn += 3
      } catch (error) {
        wrong.push(error)
      }
    }
  }
  const running = Promise.all([0, 1, 2, 3].map(commands))
  try {
    const child = fork(ROTATE, [town.database.ownerUrl, town.database.appUrl], {
      env: { ...process.env, DATA_DIR: town.dataDir, SECRET_KEY: B, SECRET_KEYS_OLD: A },
      execArgv: [],
    })
    const gone = once(child, 'exit')
    let changed = 0
    child.on('message', (step: { changed?: number }) => {
      changed += step.changed ?? 0
      if (changed >= PEOPLE / 2) child.kill('SIGKILL')
    })
    expect((await gone)[1]).toBe('SIGKILL')
    const between = new Set((await ciphers()).map(keyOf))
    expect(between.size).toBe(2)
    // Half-way everybody is found, whichever key their number lies under.
    for (const phone of known) expect(await found(house, phone)).toBe(ids.get(phone))
    const rotation = await rotateHouse({ ...town.database, config: house.config, rowsAtOnce: 20 })
    expect(rotation.left).toEqual([])
    expect(rotation.retired).toHaveLength(1)
    expect(rotation.changed).toBeGreaterThan(PEOPLE)
  } finally {
    stop = true
    await running
  }
  expect(wrong).toEqual([])
  expect(signedIn).toBeGreaterThan(0)
  await sealOne(house)
  await house.close()
}, 180_000)

test('the old key may go: everything opens, everybody is found, the old seals are still proved', async () => {
  const house = await town.open({ SECRET_KEY: B })
  const texts = await ciphers()
  expect(new Set(texts.map(keyOf))).toEqual(new Set([house.crypto.keyId]))
  for (const [phone, id] of ids) expect(await found(house, phone)).toBe(id)
  for (const phone of known.slice(0, 20)) expect(await signIn(house, phone)).toBe(ids.get(phone))
  const { rows } = await admin.query<{ address: string; phone: string }>(
    `select address_cipher as address, contact_phone_cipher as phone from order_texts`,
  )
  for (const row of rows) {
    const phone = house.crypto.decryptField(row.phone, 'order_texts.phone:1')
    expect(house.crypto.decryptField(row.address, 'order_texts.address:1')).toBe(`${phone}住处`)
  }
  await sealOne(house) // the sign-ins of just now
  const seals = await admin.query('select count(distinct key_id)::int as keys from audit_seals')
  expect(seals.rows).toEqual([{ keys: 2 }])
  expect(await verifyAudit(house.db, 1, house.crypto)).toMatchObject({ broken: [], waiting: 0 })
  const twice = await admin.query(
    'select phone_tail from people where phone_hmac is not null group by phone_hmac, phone_tail having count(*) > 1',
  )
  expect(twice.rows).toEqual([])
  await house.close()
}, 60_000)

test('to the national algorithms is a change of keys like any other, with the same master or another', async () => {
  const house = await town.open({ SECRET_KEY: B, CRYPTO_PROFILE: 'sm' })
  const [phone = ''] = known
  expect(await found(house, phone)).toBe(ids.get(phone))
  expect(await signIn(house, phone)).toBe(ids.get(phone))
  const rotation = await rotateHouse({ ...town.database, config: house.config })
  expect(rotation).toMatchObject({ left: [], retired: [expect.stringMatching(/^k/)] })
  await house.close()
  const national = await town.open({ SECRET_KEY: C, SECRET_KEYS_OLD: B, CRYPTO_PROFILE: 'sm' })
  expect((await rotateHouse({ ...town.database, config: national.config })).left).toEqual([])
  await sealOne(national)
  await national.close()
  const alone = await town.open({ SECRET_KEY: C, CRYPTO_PROFILE: 'sm' })
  expect(new Set((await ciphers()).map((text) => text.split('.').slice(0, 2).join()))).toEqual(
    new Set([`${alone.crypto.keyId},sm4ctrhmacsm3`]),
  )
  for (const [each, id] of ids) expect(await found(alone, each)).toBe(id)
  expect(await verifyAudit(alone.db, 1, alone.crypto)).toMatchObject({ broken: [] })
  await alone.close()
}, 120_000)

test('what cannot be read is named by its place, and keeps the old key in use', async () => {
  const house = await town.open({ SECRET_KEY: A, SECRET_KEYS_OLD: C, CRYPTO_PROFILE: 'sm' })
  const [first] = (await admin.query<{ id: string }>('select id from people order by id limit 1')).rows
  await admin.query(
    `update people set phone_cipher = overlay(phone_cipher placing 'AAAA' from 40) where id = $1`,
    [first?.id],
  )
  const rotation = await rotateHouse({ ...town.database, config: house.config })
  expect(rotation.left).toEqual([{ table: 'people', key: `1/${first?.id}`, why: 'unreadable' }])
  expect(rotation.retired).toEqual([])
  const live = await admin.query('select count(*)::int as n from crypto_keys where retired_at is null')
  expect(live.rows).toEqual([{ n: 2 }])
  await house.close()
}, 60_000)

test('an account of the version before, without its number, gets it from the register; else it waits for a sign-in', async () => {
  const house = await town.open({ SECRET_KEY: B, SECRET_KEYS_OLD: `${A},${C}`, CRYPTO_PROFILE: 'sm' })
  await admin.query(`delete from people where phone_cipher like '%AAAA%'`)
  const [, , , , known5 = ''] = known
  const stranger = phoneOf(99_999_999)
  const index = (phone: string) => house.crypto.lookUps(phone)[1]
  await admin.query('update accounts set phone_cipher = null where phone_hmac = any($1)', [
    house.crypto.lookUps(known5),
  ])
  await admin.query('insert into accounts (id, phone_hmac, created_at) values ($1, $2, now())', [
    newId(),
    index(stranger),
  ])
  const rotation = await rotateHouse({ ...town.database, config: house.config })
  expect(rotation.left).toMatchObject([{ table: 'accounts', why: 'bare' }])
  await signIn(house, stranger)
  expect((await rotateHouse({ ...town.database, config: house.config })).left).toEqual([])
  expect(await signIn(house, known5)).toBe(ids.get(known5))
  await house.close()
}, 60_000)
