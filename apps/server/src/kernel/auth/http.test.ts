import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { createServer } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { createHub } from '../live/hub.ts'
import { createStaffAccount } from './accounts.ts'
import { systemScope } from './actor.ts'
import { openCodes } from './codes.ts'
import { signInRoom } from './http.ts'
import { openPasswords } from './passwords.ts'
import { setPassword } from './passwordsKept.ts'
import { openSessions } from './sessions.ts'
import { enrolTotp } from './totp.ts'

const crypto = softwareProvider(randomBytes(32))
const people = new Map<string, string>()
const personOf = (accountId: string): string => {
  const known = people.get(accountId) ?? newId()
  people.set(accountId, known)
  return known
}
let kit: TestDatabase
let demo: FastifyInstance
let live: FastifyInstance
let number = 13_900_000_000
let phone = ''

async function serve(showCodes: boolean): Promise<FastifyInstance> {
  const { db } = kit
  const sessions = openSessions(db)
  const codes = openCodes({
    db,
    crypto,
    sender: { send: async () => {} },
    accountOfNumber: async () => undefined,
    findOrCreatePerson: async (_, __, id) => personOf(id),
  })
  const passwords = openPasswords({
    db,
    crypto,
    findPerson: async (_, __, id) => personOf(id),
    failureMilliseconds: 0,
  })
  return createServer({
    db,
    rooms: [signInRoom({ db, sessions, codes, passwords, nameOf: async () => '李阿姨', showCodes })],
    hub: createHub(),
    resolveSession: sessions.resolve,
    defaultRegion: () => 1,
    secureCookies: !showCodes,
    frames: false,
    afterCommand: () => {},
    log: false,
  })
}
const post = (url: string, body?: object, headers: Record<string, string> = {}, app = demo) =>
  app.inject({ method: 'POST', url: `/api${url}`, headers, ...(body ? { payload: body } : {}) })
const get = (url: string, headers: Record<string, string> = {}) =>
  demo.inject({ method: 'GET', url: `/api${url}`, headers })
async function signIn(headers: Record<string, string> = {}): Promise<{ authorization: string }> {
  const { demoCode: code } = (await post('/sign-in/codes', { phone })).json()
  const answer = await post('/sign-in/phone', { phone, code, bearer: true }, headers)
  return { authorization: `Bearer ${answer.json().token}` }
}

beforeAll(async () => {
  kit = await testDatabase()
  demo = await serve(true)
  live = await serve(false)
})
afterAll(async () => {
  await demo.close()
  await live.close()
  await kit.close()
})
beforeEach(() => {
  number += 1
  phone = String(number)
})

describe('signing in by phone', () => {
  test('sets a cookie that no script reads, and no token in the answer', async () => {
    const { demoCode: code } = (await post('/sign-in/codes', { phone })).json()
    const answer = await post('/sign-in/phone', { phone, code })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().token).toBeUndefined()
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^linli_session=[\w-]{43}; .*Path=\/.*HttpOnly.*SameSite=Lax/)
    const mine = await get('/me', { cookie: cookie.split(';')[0] ?? '' })
    expect(mine.json()).toMatchObject({
      person: { name: '李阿姨' },
      region: { id: 1, name: { zh: '西湖区' } },
      roles: [],
      units: [],
      teams: [],
    })
  })

  test('for a page that keeps its own token: in the answer, without a cookie', async () => {
    const seat = await signIn()
    expect((await get('/me', seat)).statusCode).toBe(200)
    const { demoCode: code } = (
      await post('/sign-in/codes', { phone: `${phone.slice(0, 3)}5${phone.slice(4)}` })
    ).json()
    const answer = await post('/sign-in/phone', {
      phone: `${phone.slice(0, 3)}5${phone.slice(4)}`,
      code,
      bearer: true,
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('shows the code on the screen in the demo only, and answers alike for known and unknown phones', async () => {
    await signIn()
    kit.db.setShift(120_000)
    const known = await post('/sign-in/codes', { phone }, {}, live)
    kit.db.setShift(0)
    const unknown = await post(
      '/sign-in/codes',
      { phone: `${phone.slice(0, 3)}7${phone.slice(4)}` },
      {},
      live,
    )
    expect(known.json()).toEqual({ secondsToLive: 300, secondsToNext: 60 })
    expect(unknown.body).toBe(known.body)
    expect(unknown.statusCode).toBe(known.statusCode)
  })

  test('refuses with a sentence in the reader’s language', async () => {
    const answer = await post('/sign-in/phone', { phone, code: '123456' })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'auth.wrongCode', title: expect.stringContaining('验证码') })
    const english = await post('/sign-in/phone', { phone: '12', code: '1' }, { 'accept-language': 'en' })
    expect(english.statusCode).toBe(400)
    expect(english.json().errors.map((error: { field: string }) => error.field)).toEqual(
      expect.arrayContaining(['phone', 'code']),
    )
  })

  test('from a page of another site is refused', async () => {
    const answer = await post('/sign-in/codes', { phone }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(403)
  })
})

test('staff sign in by password and one-time code, and see their roles', async () => {
  const login = `desk.${randomBytes(4).toString('hex')}`
  const { id, secret } = await kit.db.globalTransaction(async (tx) => {
    const account = await createStaffAccount(tx, login)
    await setPassword(tx, account, 'four kettles on the hill')
    return { id: account, ...(await enrolTotp(tx, crypto, account, login)) }
  })
  await kit.db.commit(systemScope(1), [
    sql`insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, ${newId()}, ${id}, 'dispatcher', '/', app_now())`,
  ])
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const body = { login, password: 'four kettles on the hill', code, bearer: true }
  const wrong = await post('/sign-in/password', { ...body, password: 'five kettles' })
  const unknown = await post('/sign-in/password', { ...body, login: 'nobody' })
  expect(wrong.statusCode).toBe(401)
  expect(unknown.body).toBe(wrong.body)
  const { token } = (await post('/sign-in/password', body)).json()
  const mine = await get('/me', { authorization: `Bearer ${token}` })
  expect(mine.json().roles).toEqual([{ role: 'dispatcher', areaPath: '/', unitId: null }])
})

describe('my sessions', () => {
  test('are listed and ended by me, with a repeat answered like the first', async () => {
    const here = await signIn()
    kit.db.setShift(120_000)
    const there = await signIn()
    const { items } = (await get('/me/sessions', here)).json()
    expect(items).toHaveLength(2)
    const other = items.find((session: { isThis: boolean }) => !session.isThis)
    const key = { 'idempotency-key': newId() }
    for (let times = 0; times < 2; times += 1)
      expect((await post(`/me/sessions/${other.id}/revoke`, undefined, { ...here, ...key })).statusCode).toBe(
        200,
      )
    expect((await get('/me', there)).statusCode).toBe(401)
    expect((await get('/me', here)).statusCode).toBe(200)
    const mine = items.find((session: { isThis: boolean }) => session.isThis)
    const last = await post(`/me/sessions/${mine.id}/revoke`, undefined, {
      ...here,
      'idempotency-key': newId(),
    })
    expect(last.statusCode).toBe(200)
    expect((await get('/me', here)).statusCode).toBe(401)
    kit.db.setShift(0)
  })

  test('say what they were opened with, and all but this one end together', async () => {
    const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/122.0 MicroMessenger/8.0.49' }
    const here = await signIn(browser)
    kit.db.setShift(120_000)
    const there = await signIn()
    const { items } = (await get('/me/sessions', here)).json()
    expect(items.map(({ device }: { device: unknown }) => device)).toEqual([
      null,
      { zh: '微信 · 安卓手机', en: 'WeChat · Android phone' },
    ])
    const key = { 'idempotency-key': newId() }
    expect((await post('/me/sessions/revoke-others', undefined, { ...here, ...key })).statusCode).toBe(200)
    expect((await get('/me', there)).statusCode).toBe(401)
    expect((await get('/me/sessions', here)).json().items).toHaveLength(1)
    kit.db.setShift(0)
  })

  test('take the place of the one that was here before', async () => {
    const before = await signIn()
    kit.db.setShift(120_000)
    const { demoCode: code } = (await post('/sign-in/codes', { phone })).json()
    const answer = await post('/sign-in/phone', { phone, code, bearer: true }, before)
    expect(answer.statusCode).toBe(200)
    expect((await get('/me', before)).statusCode).toBe(401)
    kit.db.setShift(0)
  })

  test('of others are not to be found', async () => {
    const mine = await signIn()
    const { items } = (await get('/me/sessions', mine)).json()
    phone = String(number + 500)
    const answer = await post(`/me/sessions/${items[0].id}/revoke`, undefined, {
      ...(await signIn()),
      'idempotency-key': newId(),
    })
    expect(answer.statusCode).toBe(404)
    expect((await get('/me', mine)).statusCode).toBe(200)
  })

  test('end by signing out, which works without one too', async () => {
    const mine = await signIn()
    const out = await post('/sign-out', undefined, mine)
    expect(out.statusCode).toBe(200)
    expect(String(out.headers['set-cookie'])).toMatch(/^linli_session=;/)
    expect((await get('/me', mine)).statusCode).toBe(401)
    expect((await post('/sign-out')).statusCode).toBe(200)
  })
})
