import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { softAuthenticator } from '../../../../../tests/kit/authenticator.ts'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { createServer } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { createHub } from '../live/hub.ts'
import { forgetFactorStatements } from './accountStatements.ts'
import { createStaffAccount } from './accounts.ts'
import { openCodes } from './codes.ts'
import { factorsRoom } from './factorsRoom.ts'
import { signInRoom } from './http.ts'
import { openPasskeys } from './passkeys/passkeys.ts'
import { openPasswords } from './passwords.ts'
import { setPassword } from './passwordsKept.ts'
import { openSessions, revokeAllStatement, type Sessions } from './sessions.ts'
import { enrolTotp } from './totp.ts'

const MINUTE = 60_000
const PASSWORD = 'four kettles on the hill'
const crypto = softwareProvider(randomBytes(32))
const people = new Map<string, string>()
const phones = new Map<string, string>()
const personOf = (accountId: string): string => {
  const known = people.get(accountId) ?? newId()
  people.set(accountId, known)
  return known
}
let kit: TestDatabase
let app: FastifyInstance
let sessions: Sessions
let number = 13_700_000_000
let phone = ''

beforeAll(async () => {
  kit = await testDatabase()
  const { db } = kit
  sessions = openSessions(db)
  const codes = openCodes({
    db,
    crypto,
    sender: { send: async () => {} },
    accountOfNumber: async () => undefined,
    findOrCreatePerson: async (_, __, id, own) => {
      phones.set(id, own)
      return personOf(id)
    },
  })
  const findPerson = async (_: unknown, __: number, id: string) => personOf(id)
  const passwords = openPasswords({ db, crypto, findPerson, failureMilliseconds: 0 })
  const nameOf = async () => '李阿姨'
  const phoneOf = async ({ accountId }: { accountId: string }) => phones.get(accountId)
  app = await createServer({
    db,
    rooms: [
      signInRoom({ db, sessions, codes, passwords, nameOf, showCodes: true }),
      factorsRoom({
        db,
        crypto,
        codes,
        sessions,
        passkeys: openPasskeys({ db, findPerson }),
        phoneOf,
        nameOf,
        showCodes: true,
      }),
    ],
    hub: createHub(),
    resolveSession: sessions.resolve,
    defaultRegion: () => 1,
    publicUrl: 'http://localhost',
    secureCookies: false,
    frames: false,
    afterCommand: () => {},
    log: false,
  })
})
afterAll(async () => {
  await app.close()
  await kit.close()
})
beforeEach(() => {
  number += 1
  phone = String(number)
  kit.db.setShift(0)
})

type Seat = { token: string; accountId: string; sessionId: string }
const auth = (seat: { token: string } | undefined): Record<string, string> =>
  seat ? { authorization: `Bearer ${seat.token}` } : {}
const post = (url: string, seat?: { token: string }, body?: object) =>
  app.inject({
    method: 'POST',
    url: `/api${url}`,
    headers: { ...auth(seat), 'idempotency-key': newId() },
    ...(body ? { payload: body } : {}),
  })
const get = (url: string, seat: { token: string }) =>
  app.inject({ method: 'GET', url: `/api${url}`, headers: auth(seat) })
async function seatOf(token: string): Promise<Seat> {
  const actor = await sessions.resolve(token)
  if (!actor) throw new Error('the session was not opened')
  return { token, accountId: actor.accountId, sessionId: actor.sessionId }
}
/** Moves the clock; what the process remembers of sessions is forgotten with it. */
function wait(seat: Seat, milliseconds: number): void {
  kit.db.setShift(kit.db.shift() + milliseconds)
  sessions.forget(seat.accountId)
}
async function resident(): Promise<Seat> {
  const { demoCode: code } = (await post('/sign-in/codes', undefined, { phone })).json()
  return seatOf((await post('/sign-in/phone', undefined, { phone, code, bearer: true })).json().token)
}
type Staff = { accountId: string; login: string; totp: TOTP }
async function staff(): Promise<Staff> {
  const login = `desk.${randomBytes(4).toString('hex')}`
  return kit.db.globalTransaction(async (tx) => {
    const accountId = await createStaffAccount(tx, login)
    await setPassword(tx, accountId, PASSWORD)
    const { secret } = await enrolTotp(tx, crypto, accountId, login)
    return { accountId, login, totp: new TOTP({ secret: Secret.fromBase32(secret) }) }
  })
}
const codeNow = ({ totp }: Staff): string => totp.generate({ timestamp: Date.now() + kit.db.shift() })
async function atDesk(person: Staff): Promise<Seat> {
  const body = { login: person.login, password: PASSWORD, code: codeNow(person), bearer: true }
  return seatOf((await post('/sign-in/password', undefined, body)).json().token)
}
async function addPasskey(seat: Seat, device = softAuthenticator()) {
  const { options } = (await post('/me/passkeys/questions', seat)).json()
  const added = await post('/me/passkeys', seat, { name: '我的手机', answer: device.make(options) })
  expect(added.statusCode).toBe(201)
  return device
}
const ask = async () => (await post('/sign-in/passkeys/questions')).json().options
const facts = async (accountId: string, action: string): Promise<unknown[]> => {
  const rows = await kit.db.read<{ facts: unknown }>(
    { region: 1, system: true, ranges: [] },
    sql`select facts from audit_entries where region_id = 1 and account_id = ${accountId} and action = ${action} order by seq`,
  )
  return rows.map((row) => row.facts)
}

describe('a passkey', () => {
  test('opens a session of its owner, and only its name and public key are kept', async () => {
    const seat = await resident()
    const device = await addPasskey(seat)
    const answer = await post('/sign-in/passkeys', undefined, {
      answer: device.show(await ask()),
      bearer: true,
    })
    expect(answer.statusCode).toBe(200)
    const again = await seatOf(answer.json().token)
    expect(again.accountId).toBe(seat.accountId)
    expect((await sessions.resolve(again.token))?.isProved).toBe(true)
    expect((await get('/me/passkeys', seat)).json().items).toMatchObject([
      { name: '我的手机', usedAt: expect.any(String) },
    ])
    const [row] = await kit.db.global(sql`select * from passkeys where account_id = ${seat.accountId}`)
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['account_id', 'counter', 'created_at', 'credential_id', 'id', 'name', 'public_key', 'used_at'].sort(),
    )
  })

  const strangeHandle = Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url')
  test.each([
    ['another origin', { origin: 'https://linli.example.com' }],
    ['another port', { origin: 'http://localhost:8080' }],
    ['another host', { host: 'linli.example.com' }],
    ['a challenge of its own', { challenge: randomBytes(32).toString('base64url') }],
    ['no check of the person', { isVerified: false }],
    ['another account’s handle', { userHandle: strangeHandle }],
    ['a counter that went back', { counter: 1 }],
  ])('with %s is refused', async (_, lie) => {
    const device = await addPasskey(await resident())
    const first = await post('/sign-in/passkeys', undefined, {
      answer: device.show(await ask()),
      bearer: true,
    })
    expect(first.statusCode).toBe(200)
    const answer = await post('/sign-in/passkeys', undefined, {
      answer: device.show(await ask(), lie),
      bearer: true,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'auth.wrongPasskey'])
  })

  test.each([
    ['another origin', { origin: 'https://linli.example.com' }],
    ['another host', { host: 'linli.example.com' }],
    ['no check of the person', { isVerified: false }],
  ])('is not added with %s', async (_, lie) => {
    const seat = await resident()
    const { options } = (await post('/me/passkeys/questions', seat)).json()
    const body = { name: '手机', answer: softAuthenticator().make(options, lie) }
    expect((await post('/me/passkeys', seat, body)).json().code).toBe('auth.wrongPasskey')
    expect((await get('/me/passkeys', seat)).json().items).toEqual([])
  })

  test('answers each question once, in time, and only the one that was put to it', async () => {
    const seat = await resident()
    const device = await addPasskey(seat)
    const answer = device.show(await ask())
    expect((await post('/sign-in/passkeys', undefined, { answer, bearer: true })).statusCode).toBe(200)
    expect((await post('/sign-in/passkeys', undefined, { answer, bearer: true })).statusCode).toBe(401)

    const { options: toProve } = (await post('/me/proof/passkeys', seat)).json()
    const crossed = { answer: device.show(toProve), bearer: true }
    expect((await post('/sign-in/passkeys', undefined, crossed)).statusCode).toBe(401)

    const late = device.show(await ask())
    kit.db.setShift(5 * MINUTE + 1000)
    expect((await post('/sign-in/passkeys', undefined, { answer: late, bearer: true })).statusCode).toBe(401)
  })

  test('of somebody else proves nothing in my session, and a question of another session neither', async () => {
    const mine = await resident()
    await addPasskey(mine)
    phone = String(number + 3000)
    const other = await resident()
    const theirs = await addPasskey(other)
    const { options } = (await post('/me/proof/passkeys', mine)).json()
    const answer = await post('/me/proof', mine, { passkey: theirs.show(options), bearer: true })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'auth.wrongProof'])
    const { options: asked } = (await post('/me/proof/passkeys', mine)).json()
    const crossed = await post('/me/proof', other, { passkey: theirs.show(asked), bearer: true })
    expect(crossed.json().code).toBe('auth.wrongProof')
  })

  test('opens no closed account and, alone, no staff account', async () => {
    const seat = await resident()
    const device = await addPasskey(seat)
    await kit.db.global(sql`update accounts set disabled_at = app_now() where id = ${seat.accountId}`)
    const closed = await post('/sign-in/passkeys', undefined, { answer: device.show(await ask()) })
    expect([closed.statusCode, closed.json().code]).toEqual([403, 'auth.accountClosed'])
    expect(closed.headers['set-cookie']).toBeUndefined()

    const own = await addPasskey(await atDesk(await staff()))
    const alone = await post('/sign-in/passkeys', undefined, { answer: own.show(await ask()) })
    expect([alone.statusCode, alone.json().code]).toEqual([403, 'auth.staffDoor'])
    expect(alone.headers['set-cookie']).toBeUndefined()
  })

  test('takes the place of the code at the staff door, and only the account’s own does', async () => {
    const person = await staff()
    const device = await addPasskey(await atDesk(person))
    const body = { login: person.login, password: PASSWORD, bearer: true }
    const right = await post('/sign-in/password', undefined, { ...body, passkey: device.show(await ask()) })
    expect(right.statusCode).toBe(200)
    const stranger = await addPasskey(await resident())
    const wrong = await post('/sign-in/password', undefined, { ...body, passkey: stranger.show(await ask()) })
    const none = await post('/sign-in/password', undefined, body)
    const weak = { ...body, password: 'five kettles on the hill', passkey: device.show(await ask()) }
    const noPassword = await post('/sign-in/password', undefined, weak)
    for (const answer of [wrong, none, noPassword])
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'auth.wrongPassword'])
  })

  test('is removed by its owner only and opens nothing afterwards; a second registration of it is refused', async () => {
    const seat = await resident()
    const device = await addPasskey(seat)
    const { options } = (await post('/me/passkeys/questions', seat)).json()
    expect(options.excludeCredentials).toMatchObject([{ id: device.id }])
    const twice = await post('/me/passkeys', seat, { name: '再来', answer: device.make(options) })
    expect(twice.json().code).toBe('auth.passkeyKnown')
    const [{ id }] = (await get('/me/passkeys', seat)).json().items
    phone = String(number + 4000)
    expect((await post(`/me/passkeys/${id}/remove`, await resident())).statusCode).toBe(404)
    expect((await post(`/me/passkeys/${id}/remove`, seat)).statusCode).toBe(200)
    const gone = await post('/sign-in/passkeys', undefined, { answer: device.show(await ask()) })
    expect(gone.json().code).toBe('auth.wrongPasskey')
    expect(await facts(seat.accountId, 'removePasskey')).toHaveLength(1)
  })
})

describe('a proof of the person', () => {
  test('is asked for after fifteen minutes, not a second sooner', async () => {
    const seat = await resident()
    wait(seat, 15 * MINUTE - 2000)
    expect((await post('/me/passkeys/questions', seat)).statusCode).toBe(200)
    wait(seat, 3000)
    const late = await post('/me/passkeys/questions', seat)
    expect([late.statusCode, late.json().code]).toEqual([403, 'auth.proveAgain'])
    expect((await get('/me/passkeys', seat)).statusCode).toBe(200)
  })

  test('by a code to one’s own phone renews the token; the old one is dead at once', async () => {
    const seat = await resident()
    wait(seat, 20 * MINUTE)
    expect((await get('/me/proof', seat)).json()).toEqual({
      ways: ['code'],
      phone: `${phone.slice(0, 3)}****${phone.slice(7)}`,
    })
    const { demoCode: code } = (await post('/me/proof/codes', seat)).json()
    const answer = await post('/me/proof', seat, { code, bearer: true })
    expect(answer.statusCode).toBe(200)
    const { token } = answer.json()
    expect(token).not.toBe(seat.token)
    expect((await get('/me', seat)).statusCode).toBe(401)
    const renewed = await seatOf(token)
    expect(renewed.sessionId).toBe(seat.sessionId)
    expect((await post('/me/passkeys/questions', renewed)).statusCode).toBe(200)
    expect(await facts(seat.accountId, 'prove')).toEqual([{ way: 'code', result: 'proved' }])
  })

  test('takes no code that was sent to sign in, and none of another session', async () => {
    const seat = await resident()
    wait(seat, 20 * MINUTE)
    const { demoCode: signIn } = (await post('/sign-in/codes', undefined, { phone })).json()
    expect((await post('/me/proof', seat, { code: signIn, bearer: true })).json().code).toBe(
      'auth.wrongProof',
    )
    wait(seat, 2 * MINUTE)
    const other = await resident()
    wait(seat, 2 * MINUTE)
    const { demoCode: theirs } = (await post('/me/proof/codes', other)).json()
    expect((await post('/me/proof', seat, { code: theirs, bearer: true })).json().code).toBe(
      'auth.wrongProof',
    )
  })

  test('of staff is a one-time code, good once, or a passkey; never a code by message', async () => {
    const person = await staff()
    const seat = await atDesk(person)
    phones.set(seat.accountId, phone) // a number in the register is no factor of a staff account
    wait(seat, 20 * MINUTE)
    expect((await get('/me/proof', seat)).json()).toEqual({ ways: ['totp'], phone: null })
    expect((await post('/me/proof/codes', seat)).json().code).toBe('auth.noProofPhone')
    const totp = codeNow(person)
    const renewed = await seatOf((await post('/me/proof', seat, { totp, bearer: true })).json().token)
    expect((await post('/me/proof', renewed, { totp, bearer: true })).json().code).toBe('auth.wrongProof')
    const device = await addPasskey(renewed)
    wait(renewed, 20 * MINUTE)
    expect((await get('/me/proof', renewed)).json().ways).toEqual(['totp', 'passkey'])
    const { options } = (await post('/me/proof/passkeys', renewed)).json()
    const proved = await post('/me/proof', renewed, { passkey: device.show(options), bearer: true })
    expect(proved.statusCode).toBe(200)
  })

  test('locks after five wrong ones, also when they come at once, and the right one comes too late', async () => {
    const person = await staff()
    const seat = await atDesk(person)
    wait(seat, 20 * MINUTE)
    const wrong = codeNow(person) === '000000' ? '000001' : '000000'
    const tried = await Promise.all(Array.from({ length: 6 }, () => post('/me/proof', seat, { totp: wrong })))
    expect(tried.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 6 }, () => 422))
    expect((await post('/me/proof', seat, { totp: codeNow(person) })).statusCode).toBe(422)
    expect(await facts(seat.accountId, 'prove')).toHaveLength(7)
    wait(seat, 15 * MINUTE + 1000)
    expect((await post('/me/proof', seat, { totp: codeNow(person) })).statusCode).toBe(200)
  })

  test('is not lost with a wrong try, and another instance’s old token dies with the proof', async () => {
    const seat = await resident()
    const elsewhere = openSessions(kit.db)
    wait(seat, 20 * MINUTE)
    const { demoCode: code } = (await post('/me/proof/codes', seat)).json()
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await post('/me/proof', seat, { code: wrong })).json().code).toBe('auth.wrongProof')
    const { token } = (await post('/me/proof', seat, { code, bearer: true })).json()
    expect(await elsewhere.resolve(seat.token)).toBeUndefined()
    expect((await elsewhere.resolve(token))?.isProved).toBe(true)
    expect(await facts(seat.accountId, 'prove')).toEqual([
      { way: 'code', result: 'refused' },
      { way: 'code', result: 'proved' },
    ])
  })

  test('is one thing, not two and not none', async () => {
    const seat = await resident()
    for (const body of [{}, { code: '123456', totp: '123456' }])
      expect((await post('/me/proof', seat, body)).json().code).toBe('kernel.invalid')
  })
})

describe('an authenticator of one’s own', () => {
  test('takes the place of the old one with its first code', async () => {
    const person = await staff()
    const seat = await atDesk(person)
    const { ticket, secret, address } = (await post('/me/totp/questions', seat)).json()
    expect(address).toContain(secret)
    const [waiting] = await kit.db.global<{ all: string }>(
      sql`select f::text as all from factor_challenges f where account_id = ${seat.accountId}`,
    )
    expect(waiting?.all).not.toContain(secret)
    const next: Staff = { ...person, totp: new TOTP({ secret: Secret.fromBase32(secret) }) }
    const wrong = codeNow(next) === '000000' ? '000001' : '000000'
    expect((await post('/me/totp', seat, { ticket, code: wrong })).json().code).toBe('auth.wrongFirstCode')
    const taken = await post('/me/totp', seat, { ticket, code: codeNow(next), bearer: true })
    expect(taken.statusCode).toBe(200)
    const renewed = await seatOf(taken.json().token)
    expect((await post('/me/totp', renewed, { ticket, code: codeNow(next) })).statusCode).toBe(422)
    kit.db.setShift(2 * MINUTE)
    const old = { login: person.login, password: PASSWORD, code: codeNow(person), bearer: true }
    expect((await post('/sign-in/password', undefined, old)).statusCode).toBe(401)
    expect((await atDesk(next)).accountId).toBe(person.accountId)
  })

  test('is offered for ten minutes and five tries, to the session that asked', async () => {
    const person = await staff()
    const seat = await atDesk(person)
    const { ticket, secret } = (await post('/me/totp/questions', seat)).json()
    const next: Staff = { ...person, totp: new TOTP({ secret: Secret.fromBase32(secret) }) }
    kit.db.setShift(2 * MINUTE)
    const other = await atDesk(person)
    expect((await post('/me/totp', other, { ticket, code: codeNow(next) })).statusCode).toBe(422)
    const wrong = codeNow(next) === '000000' ? '000001' : '000000'
    for (let index = 0; index < 5; index += 1) await post('/me/totp', seat, { ticket, code: wrong })
    expect((await post('/me/totp', seat, { ticket, code: codeNow(next) })).statusCode).toBe(422)
    const late = (await post('/me/totp/questions', seat)).json()
    const lateOne: Staff = { ...person, totp: new TOTP({ secret: Secret.fromBase32(late.secret) }) }
    wait(seat, 10 * MINUTE + 1000)
    const answer = await post('/me/totp', seat, { ticket: late.ticket, code: codeNow(lateOne) })
    expect(answer.statusCode).toBe(422)
  })

  test('is no resident’s', async () => {
    expect((await post('/me/totp/questions', await resident())).statusCode).toBe(403)
  })

  test('and all passkeys go when an administrator clears them, with every session', async () => {
    const person = await staff()
    const seat = await atDesk(person)
    const device = await addPasskey(seat)
    await kit.db.globalTransaction(async (tx) => {
      for (const statement of forgetFactorStatements(person.accountId)) await tx.query(statement)
      await tx.query(revokeAllStatement(person.accountId))
    })
    sessions.forget(person.accountId)
    expect((await get('/me', seat)).statusCode).toBe(401)
    kit.db.setShift(2 * MINUTE)
    const body = { login: person.login, password: PASSWORD, bearer: true }
    expect((await post('/sign-in/password', undefined, { ...body, code: codeNow(person) })).statusCode).toBe(
      401,
    )
    const shown = { ...body, passkey: device.show(await ask()) }
    expect((await post('/sign-in/password', undefined, shown)).statusCode).toBe(401)
  })
})
