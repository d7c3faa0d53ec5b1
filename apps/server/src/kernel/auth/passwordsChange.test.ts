import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { newId } from '../ids.ts'
import { createStaffAccount } from './accounts.ts'
import type { Actor } from './actor.ts'
import { openPasswords, type PasswordsOptions } from './passwords.ts'
import { setPassword } from './passwordsKept.ts'
import { SECURITY_PROFILES, sentencesOf } from './securityProfile.ts'
import { createSession, openSessions } from './sessions.ts'
import { enrolTotp } from './totp.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST = '湖边的 Wutong 树 has 24 leaves'
const crypto = softwareProvider(randomBytes(32))
const { standard, dengbao } = SECURITY_PROFILES
let kit: TestDatabase
let me: Actor
let secret = ''

const passwords = (more: Partial<PasswordsOptions> = {}) =>
  openPasswords({ db: kit.db, crypto, findPerson: async () => me.personId, failureMilliseconds: 0, ...more })
const change = (old: string, password: string, more: Partial<PasswordsOptions> = {}) =>
  passwords(more).change(me, { old, password })
const codeNow = () =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + kit.db.shift() })
const open = () =>
  kit.db.globalTransaction((tx) =>
    createSession(tx, { accountId: me.accountId, region: 1, personId: me.personId }, 'password'),
  )

beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(() => kit.close())
beforeEach(async () => {
  kit.db.setShift(0)
  const login = `worker.${randomBytes(4).toString('hex')}`
  const made = await kit.db.globalTransaction(async (tx) => {
    const id = await createStaffAccount(tx, login)
    await setPassword(tx, id, FIRST)
    return { id, ...(await enrolTotp(tx, crypto, id, login)) }
  })
  secret = made.secret
  me = {
    region: 1,
    accountId: made.id,
    personId: newId(),
    sessionId: newId(),
    grants: [],
    units: [],
    teams: [],
    isProved: true,
  }
})

describe('changing one’s own password', () => {
  test('asks for the old one, and five wrong ones lock the account', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      await expect(change('not the old one', 'Seven herons, 3 ferries')).rejects.toMatchObject({
        code: 'auth.wrongOldPassword',
      })
    await expect(change(FIRST, 'Seven herons, 3 ferries')).rejects.toMatchObject({
      code: 'auth.wrongOldPassword',
    })
    kit.db.setShift(16 * MINUTE)
    await change(FIRST, 'Seven herons, 3 ferries')
  })

  test('asks for a factor, shown lately in the session or now; a code is good once', async () => {
    const password = 'Seven herons, 3 ferries'
    me = { ...me, isProved: false }
    const withCode = (old: string, next: string, code?: string) =>
      passwords().change(me, { old, password: next, code })
    await expect(withCode(FIRST, password)).rejects.toMatchObject({ code: 'auth.proveAgain' })
    const code = codeNow()
    await withCode(FIRST, password, code)
    await expect(withCode(password, 'Eight herons, 4 ferries', code)).rejects.toMatchObject({
      code: 'auth.wrongOldPassword',
    })
  })

  test('keeps the session that asks and ends every other; of two at the same moment one stands', async () => {
    const [here, there] = [await open(), await open()]
    me = { ...me, sessionId: here.sessionId }
    const answers = await Promise.allSettled([
      change(FIRST, 'Seven herons, 3 ferries'),
      change(FIRST, 'Eight herons, 4 ferries'),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const sessions = openSessions(kit.db)
    expect(await sessions.resolve(here.token)).toBeDefined()
    expect(await sessions.resolve(there.token)).toBeUndefined()
  })

  test('refuses the same again, common and leaked ones, and what anybody would guess of the person', async () => {
    const refused = async (password: string, more: Partial<PasswordsOptions> = {}) =>
      expect(change(FIRST, password, more)).rejects.toMatchObject({ code: 'auth.weakPassword' })
    await refused(FIRST)
    await refused('qwertyuiop123456')
    await refused('Password2024!')
    const leaked = 'nobody would think of this 9'
    await refused(leaked, { breached: { has: async (password) => password === leaked } })
    await refused('四川火锅配一杯程立新的凉茶', { wordsAbout: async () => ['程立新'] })
    await change(FIRST, leaked)
  })

  test('has no term and asks for no kinds of characters by default', async () => {
    await change(FIRST, 'correct horse battery staple')
    kit.db.setShift(2000 * DAY)
    const { token } = await open()
    expect((await openSessions(kit.db, standard).resolve(token))?.due).toBeUndefined()
    await change('correct horse battery staple', FIRST)
  })
})

describe('under the profile for graded systems', () => {
  const graded = (old: string, password: string) => change(old, password, { profile: dengbao })

  test('a password holds 90 days, and then nothing goes before a new one', async () => {
    const sessions = openSessions(kit.db, dengbao)
    kit.db.setShift(89 * DAY)
    expect((await sessions.resolve((await open()).token))?.due).toBeUndefined()
    kit.db.setShift(91 * DAY)
    const { token, sessionId } = await open()
    expect((await sessions.resolve(token))?.due).toBe('password')
    me = { ...me, sessionId }
    await graded(FIRST, 'Seven herons, 3 ferries')
    sessions.forget(me.accountId)
    expect((await sessions.resolve(token))?.due).toBeUndefined()
  })

  test('needs three kinds of characters, and the last five may not come back', async () => {
    await expect(graded(FIRST, 'correct horse battery staple')).rejects.toMatchObject({
      code: 'auth.weakPassword',
    })
    const list = [FIRST, ...[1, 2, 3, 4, 5, 6].map((n) => `Heron ${n} over the ferry`)]
    for (let at = 1; at < list.length; at += 1) await graded(list[at - 1] ?? '', list[at] ?? '')
    const last = list.at(-1) ?? ''
    for (const used of list.slice(1))
      await expect(graded(last, used), used).rejects.toMatchObject({ code: 'auth.weakPassword' })
    await graded(last, FIRST)
    const [row] = await kit.db.global<{ earlier: string[] }>(
      sql`select earlier_passwords as earlier from accounts where id = ${me.accountId}`,
    )
    expect(row?.earlier).toHaveLength(5)
    expect(row?.earlier.every((kept) => kept.startsWith('$argon2id$'))).toBe(true)
  })

  test('a desk that nobody uses for ten minutes is closed, one in use is not', async () => {
    const sessions = openSessions(kit.db, dengbao)
    const [used, left] = [await open(), await open()]
    for (let minutes = 4; minutes <= 20; minutes += 4) {
      kit.db.setShift(minutes * MINUTE)
      sessions.forget(me.accountId)
      expect(await sessions.resolve(used.token), `after ${minutes} minutes`).toBeDefined()
    }
    expect(await sessions.resolve(left.token)).toBeUndefined()
    expect(await openSessions(kit.db, standard).resolve(left.token)).toBeDefined()
  })

  test('says in sentences what is asked, and says less where less is asked', () => {
    const said = (profile: typeof standard | typeof dengbao) =>
      sentencesOf(profile, true)
        .map(({ zh }) => zh)
        .join('')
    for (const words of ['四类里至少有 3 类', '每 90 天换一次', '最近用过的 5 个', '10 分钟没有操作']) {
      expect(said(dengbao)).toContain(words)
      expect(said(standard)).not.toContain(words)
    }
    expect(said(standard)).toContain('不用定期更换')
  })
})
