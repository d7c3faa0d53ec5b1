import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { createStaffAccount } from './accounts.ts'
import { systemScope } from './actor.ts'
import { type CodesOptions, openCodes } from './codes.ts'
import { openSessions } from './sessions.ts'

const MINUTE = 60_000
const crypto = softwareProvider(randomBytes(32))
let kit: TestDatabase
let phone = ''
let phoneNumber = 13_800_000_000
const sent: { phone: string; code: string }[] = []

const findOrCreatePerson = async (tx: Tx, region: number, accountId: string): Promise<string> => {
  const id = newId()
  await tx.query(sql`insert into people (region_id, id, account_id, name, created_at)
    values (${region}, ${id}, ${accountId}, '新居民', app_now()) on conflict (region_id, account_id) where account_id is not null do nothing`)
  const [row] = await tx.query<{ id: string }>(
    sql`select id from people where region_id = ${region} and account_id = ${accountId}`,
  )
  return row?.id ?? ''
}
const codesWith = (options: Partial<CodesOptions> = {}) =>
  openCodes({
    db: kit.db,
    crypto,
    sender: { send: async (to, code) => void sent.push({ phone: to, code }) },
    accountOfNumber: async () => undefined,
    findOrCreatePerson,
    ...options,
  })
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(() => kit.close())
beforeEach(() => {
  phoneNumber += 1
  phone = String(phoneNumber)
  sent.length = 0
  kit.db.setShift(0)
})

describe('a sign-in code', () => {
  test('leaves by the channel and is kept only as a hash', async () => {
    const code = await codesWith().request(1, phone)
    expect(sent).toEqual([{ phone, code }])
    expect(code).toMatch(/^\d{6}$/)
    const [row] = await kit.db.global<{
      all: string
    }>(sql`select string_agg(c::text, '|') as all from sign_in_codes c
      where phone_hmac = ${crypto.lookUp(phone)}`)
    expect(row?.all).toBeTruthy()
    expect(row?.all).not.toContain(phone)
    expect(row?.all).not.toContain(Buffer.from(code).toString('hex'))
  })

  test('opens a session for the person of the phone: made the first time, found the second', async () => {
    const codes = codesWith()
    const sessions = openSessions(kit.db)
    const first = await codes.redeem(1, phone, await codes.request(1, phone))
    kit.db.setShift(2 * MINUTE)
    const second = await codes.redeem(1, phone, await codes.request(1, phone))
    const one = await sessions.resolve(first.token)
    const two = await sessions.resolve(second.token)
    expect(one?.personId).toBe(two?.personId)
    expect(one).toMatchObject({ region: 1, sessionId: first.sessionId, grants: [], units: [], teams: [] })
    expect(one?.sessionId).not.toBe(two?.sessionId)
  })

  test('is good once: of ten redemptions at once one gets a session', async () => {
    const codes = codesWith()
    const code = await codes.request(1, phone)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => codes.redeem(1, phone, code)))
    const opened = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(opened).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'auth.wrongCode' })
    const [count] = await kit.db.global<{
      n: number
    }>(sql`select count(*) as n from sessions s join accounts a on a.id = s.account_id
      where a.phone_hmac = ${crypto.lookUp(phone)}`)
    expect(count?.n).toBe(1)
  })

  test('dies after five wrong tries, also when they come at once', async () => {
    const codes = codesWith()
    const code = await codes.request(1, phone)
    const wrong = await Promise.allSettled(
      Array.from({ length: 8 }, () => codes.redeem(1, phone, wrongOf(code))),
    )
    expect(wrong.every((answer) => answer.status === 'rejected')).toBe(true)
    await expect(codes.redeem(1, phone, code)).rejects.toMatchObject({ code: 'auth.wrongCode' })
  })

  test('still opens on the fifth try', async () => {
    const codes = codesWith()
    const code = await codes.request(1, phone)
    for (let index = 0; index < 4; index += 1)
      await expect(codes.redeem(1, phone, wrongOf(code))).rejects.toMatchObject({ code: 'auth.wrongCode' })
    expect((await codes.redeem(1, phone, code)).token).toHaveLength(43)
  })

  test('leaves an audit entry for each try, without an account where the phone has none', async () => {
    const codes = codesWith()
    const tries = () =>
      kit.db.read<{ account_id: string | null; result: string }>(
        systemScope(1),
        sql`select account_id, facts->>'result' as result from audit_entries
          where region_id = 1 and action = 'signInWithCode' order by seq`,
      )
    const before = (await tries()).length
    const code = await codes.request(1, phone)
    await expect(codes.redeem(1, phone, wrongOf(code))).rejects.toMatchObject({ code: 'auth.wrongCode' })
    await codes.redeem(1, phone, code)
    await expect(codes.redeem(1, phone, code)).rejects.toMatchObject({ code: 'auth.wrongCode' })
    const [unknown, entered, again] = (await tries()).slice(before)
    expect(unknown).toEqual({ account_id: null, result: 'refused' })
    expect(entered).toEqual({ account_id: expect.any(String), result: 'entered' })
    expect(again).toEqual({ ...entered, result: 'refused' })
  })

  test('lives five minutes', async () => {
    const codes = codesWith()
    const code = await codes.request(1, phone)
    kit.db.setShift(5 * MINUTE + 1000)
    await expect(codes.redeem(1, phone, code)).rejects.toMatchObject({ code: 'auth.wrongCode' })
  })

  test('belongs to its phone, and a newer one takes its place', async () => {
    const codes = codesWith()
    const code = await codes.request(1, phone)
    const other = String(phoneNumber + 5000)
    await expect(codes.redeem(1, other, code)).rejects.toMatchObject({ code: 'auth.wrongCode' })
    kit.db.setShift(2 * MINUTE)
    const newer = await codes.request(1, phone)
    if (newer !== code)
      await expect(codes.redeem(1, phone, code)).rejects.toMatchObject({ code: 'auth.wrongCode' })
    expect((await codes.redeem(1, phone, newer)).token).toBeTruthy()
  })

  test('is not lost when the person cannot be written', async () => {
    const code = await codesWith().request(1, phone)
    const failing = codesWith({
      findOrCreatePerson: async () => {
        throw new Error('the register is away')
      },
    })
    await expect(failing.redeem(1, phone, code)).rejects.toThrow('the register is away')
    expect((await codesWith().redeem(1, phone, code)).token).toBeTruthy()
  })

  test('opens no staff account and no closed one', async () => {
    const codes = codesWith()
    const staff = await kit.db.globalTransaction((tx) => createStaffAccount(tx, `staff${phone}`))
    await kit.db.global(sql`update accounts set phone_hmac = ${crypto.lookUp(phone)} where id = ${staff}`)
    await expect(codes.redeem(1, phone, await codes.request(1, phone))).rejects.toMatchObject({
      code: 'auth.staffDoor',
    })
    kit.db.setShift(2 * MINUTE)
    await kit.db.global(sql`update accounts set disabled_at = app_now() where id = ${staff}`)
    await expect(codes.redeem(1, phone, await codes.request(1, phone))).rejects.toMatchObject({
      code: 'auth.accountClosed',
    })
  })
})

describe('the limits of codes', () => {
  test('one a minute, however many ask at once', async () => {
    const codes = codesWith()
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => codes.request(1, phone)))
    expect(asked.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(sent).toHaveLength(1)
    await expect(codes.request(1, phone)).rejects.toMatchObject({ code: 'auth.codeTooSoon', status: 429 })
    kit.db.setShift(MINUTE + 1000)
    await codes.request(1, phone)
    expect(sent).toHaveLength(2)
  })

  test('ten a day', async () => {
    const codes = codesWith()
    for (let index = 0; index < 10; index += 1) {
      kit.db.setShift(index * 2 * MINUTE)
      await codes.request(1, phone)
    }
    kit.db.setShift(30 * MINUTE)
    await expect(codes.request(1, phone)).rejects.toMatchObject({ code: 'auth.codesSpent', status: 429 })
    kit.db.setShift(24 * 60 * MINUTE + 5000)
    await codes.request(1, phone)
    expect(sent).toHaveLength(11)
  })

  describe('a region’s budget', () => {
    const REGION = 7
    const request = (codes: ReturnType<typeof codesWith>, index: number) =>
      codes.request(REGION, String(phoneNumber + 6000 + index))
    const recorded = () =>
      kit.db.read<{ facts: object }>(
        systemScope(REGION),
        sql`select facts from audit_entries where region_id = ${REGION} and action = 'spendCodeBudget' order by seq`,
      )

    test('is never overdrawn, however many phones ask at once; the operators hear of 80 and of 100 percent once', async () => {
      const warned: object[] = []
      const codes = codesWith({ limits: { budgetPerDay: 10 }, warn: (line) => warned.push(line) })
      const asked = await Promise.allSettled(Array.from({ length: 24 }, (_, index) => request(codes, index)))
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
      expect(sent).toHaveLength(10)
      for (const answer of asked)
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'auth.budgetSpent' })
      expect(await recorded()).toEqual([
        { facts: { percent: 80, spent: 8, budget: 10 } },
        { facts: { percent: 100, spent: 10, budget: 10 } },
      ])
      expect(warned).toHaveLength(2)
      expect(warned[0]).toMatchObject({ region: REGION, percent: 80 })
    })

    test('is not another region’s, and is there again the next day', async () => {
      const codes = codesWith({ limits: { budgetPerDay: 10 } })
      await expect(request(codes, 50)).rejects.toMatchObject({ code: 'auth.budgetSpent' })
      await codes.request(8, phone)
      kit.db.setShift(24 * 60 * MINUTE + 5000)
      await request(codes, 51)
      expect(sent).toHaveLength(2)
    })
  })

  test('a message that did not leave is said, and still counts', async () => {
    const codes = codesWith({ sender: { send: () => Promise.reject(new Error('channel down')) } })
    await expect(codes.request(1, phone)).rejects.toMatchObject({ code: 'auth.codeNotSent', status: 503 })
    await expect(codes.request(1, phone)).rejects.toMatchObject({ code: 'auth.codeTooSoon' })
  })
})
