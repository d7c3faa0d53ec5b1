import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { newId } from '../ids.ts'
import { closeAccount, createStaffAccount } from './accounts.ts'
import { systemScope } from './actor.ts'
import { openPasswords } from './passwords.ts'
import { setPassword } from './passwordsKept.ts'
import { openSessions } from './sessions.ts'
import { enrolTotp } from './totp.ts'

const MINUTE = 60_000
const SITE = { origin: 'https://linli.example.cn', host: 'linli.example.cn' }
const PASSWORD = '湖边的梧桐树 has 24 leaves'
const crypto = softwareProvider(randomBytes(32))
const personId = newId()
let kit: TestDatabase
let login = ''
let accountId = ''
let secret = ''

const passwords = () =>
  openPasswords({ db: kit.db, crypto, findPerson: async () => personId, failureMilliseconds: 0 })
/** The code of an authenticator; `steps` periods away from now. */
const codeAt = (steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + kit.db.shift() + steps * 30_000,
  })
const signIn = (changes: { login?: string; password?: string; code?: string } = {}) =>
  passwords().signIn(1, { login, password: PASSWORD, code: codeAt(), ...changes }, SITE)
const refused = { code: 'auth.wrongPassword', status: 401 }

beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(() => kit.close())
beforeEach(async () => {
  kit.db.setShift(0)
  login = `worker.${randomBytes(4).toString('hex')}`
  const made = await kit.db.globalTransaction(async (tx) => {
    const id = await createStaffAccount(tx, login)
    await setPassword(tx, id, PASSWORD)
    return { id, ...(await enrolTotp(tx, crypto, id, login)) }
  })
  accountId = made.id
  secret = made.secret
})

describe('staff sign-in', () => {
  test('opens a session of 12 hours', async () => {
    const session = await signIn({ login: login.toUpperCase() })
    expect(await openSessions(kit.db).resolve(session.token)).toMatchObject({ accountId, personId })
    const [row] = await kit.db.global<{ hours: number }>(
      sql`select extract(epoch from expires_at - created_at)::int / 3600 as hours from sessions where id = ${session.sessionId}`,
    )
    expect(row?.hours).toBe(12)
  })

  test('keeps the password as argon2id and the second factor encrypted', async () => {
    const [row] = await kit.db.global<{ password_hash: string; totp_secret: string }>(
      sql`select password_hash, totp_secret from accounts where id = ${accountId}`,
    )
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(row?.totp_secret).not.toContain(secret)
  })

  test('refuses a wrong password, a wrong code and an unknown login with the same words', async () => {
    const wrongCode = codeAt() === '000000' ? '000001' : '000000'
    for (const changes of [{ password: 'not the password' }, { code: wrongCode }, { login: 'nobody.here' }])
      await expect(signIn(changes)).rejects.toMatchObject(refused)
  })

  test('takes each code once, also from five requests at once, and none before it', async () => {
    const code = codeAt()
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => signIn({ code })))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    await expect(signIn({ code })).rejects.toMatchObject(refused)
    await expect(signIn({ code: codeAt(-1) })).rejects.toMatchObject(refused)
  })

  test('takes the code before and after, no further ones', async () => {
    await expect(signIn({ code: codeAt(-3) })).rejects.toMatchObject(refused)
    await expect(signIn({ code: codeAt(3) })).rejects.toMatchObject(refused)
    expect((await signIn({ code: codeAt(1) })).token).toBeTruthy()
  })

  test('locks for 15 minutes after five wrong tries', async () => {
    for (let index = 0; index < 5; index += 1)
      await expect(signIn({ password: 'not the password' })).rejects.toMatchObject(refused)
    await expect(signIn()).rejects.toMatchObject(refused)
    kit.db.setShift(14 * MINUTE)
    await expect(signIn()).rejects.toMatchObject(refused)
    kit.db.setShift(16 * MINUTE)
    expect((await signIn()).token).toBeTruthy()
  })

  test('locks also when the wrong tries come at once', async () => {
    await Promise.allSettled(Array.from({ length: 12 }, () => signIn({ password: 'not the password' })))
    const [row] = await kit.db.global<{ failed_tries: number; locked: boolean }>(
      sql`select failed_tries, locked_until > app_now() as locked from accounts where id = ${accountId}`,
    )
    expect(row).toEqual({ failed_tries: 5, locked: true })
  })

  test('forgets wrong tries after a right one', async () => {
    for (let index = 0; index < 4; index += 1)
      await expect(signIn({ password: 'not the password' })).rejects.toMatchObject(refused)
    await signIn()
    for (let index = 0; index < 4; index += 1)
      await expect(signIn({ password: 'not the password' })).rejects.toMatchObject(refused)
    expect((await signIn({ code: codeAt(1) })).token).toBeTruthy()
  })

  test('admits no closed account and none without a second factor', async () => {
    await kit.db.global(sql`update accounts set totp_secret = null where id = ${accountId}`)
    await expect(signIn()).rejects.toMatchObject(refused)
    await kit.db.globalTransaction(async (tx) => {
      secret = (await enrolTotp(tx, crypto, accountId, login)).secret
      await closeAccount(tx, accountId)
    })
    await expect(signIn()).rejects.toMatchObject(refused)
  })

  test('leaves an audit entry for success and failure, also where there is no such login', async () => {
    const tries = () =>
      kit.db.read<{ account_id: string | null; result: string }>(
        systemScope(1),
        sql`select account_id, facts->>'result' as result from audit_entries
          where region_id = 1 and action = 'signInWithPassword' order by seq`,
      )
    const before = (await tries()).length
    await expect(signIn({ password: 'not the password' })).rejects.toMatchObject(refused)
    await signIn()
    await expect(signIn({ login: 'nobody-of-that-name' })).rejects.toMatchObject(refused)
    expect((await tries()).slice(before)).toEqual([
      { account_id: accountId, result: 'refused' },
      { account_id: accountId, result: 'entered' },
      { account_id: null, result: 'refused' },
    ])
  })
})

describe('a password', () => {
  test('that is easy to guess is refused', async () => {
    for (const password of ['short', 'aaaaaaaaaaaaaaaa', `${login}-2026-xyz`])
      await expect(
        kit.db.globalTransaction((tx) => setPassword(tx, accountId, password)),
      ).rejects.toMatchObject({ code: 'auth.weakPassword' })
  })

  test('that is new ends the sessions of the old one', async () => {
    const { token } = await signIn()
    await kit.db.globalTransaction((tx) => setPassword(tx, accountId, 'another long sentence'))
    expect(await openSessions(kit.db).resolve(token)).toBeUndefined()
    await expect(signIn({ code: codeAt(1) })).rejects.toMatchObject(refused)
  })

  test('belongs to a login, which is taken once', async () => {
    await expect(
      kit.db.globalTransaction((tx) => createStaffAccount(tx, login.toUpperCase())),
    ).rejects.toMatchObject({ code: 'auth.loginTaken' })
  })
})
