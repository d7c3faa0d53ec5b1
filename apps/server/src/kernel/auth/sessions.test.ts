import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { newId } from '../ids.ts'
import { closeAccount, findOrCreateAccount } from './accounts.ts'
import { systemScope } from './actor.ts'
import { createSession, DOORS, type Door, openSessions } from './sessions.ts'
import { newToken } from './tokens.ts'

let kit: TestDatabase
let accountId = ''
const personId = newId()

const open = (door: Door = 'phone', region = 1) =>
  kit.db.globalTransaction((tx) => createSession(tx, { accountId, region, personId }, door))
const grant = (
  region: number,
  role: string,
  area: string | null,
  unit: string | null,
  from: string,
  to: string | null,
) =>
  kit.db.commit(systemScope(region), [
    sql`insert into grants (region_id, id, account_id, role, area_path, unit_id, from_at, to_at)
      values (${region}, ${newId()}, ${accountId}, ${role}, ${area}, ${unit}, app_now() + ${from}::interval, app_now() + ${to}::interval)`,
  ])

beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(() => kit.close())
beforeEach(async () => {
  kit.db.setShift(0)
  accountId = (
    await kit.db.globalTransaction((tx) =>
      findOrCreateAccount(tx, softwareProvider(randomBytes(32)), '13812340001'),
    )
  ).id
})

describe('a session', () => {
  test('is found by its token only, which is not stored', async () => {
    const { token, sessionId } = await open()
    const sessions = openSessions(kit.db)
    expect((await sessions.resolve(token))?.sessionId).toBe(sessionId)
    expect(await sessions.resolve(newToken())).toBeUndefined()
    expect(await sessions.resolve("' or 1=1 --")).toBeUndefined()
    const [row] = await kit.db.global<{ all: string }>(
      sql`select s::text as all from sessions s where id = ${sessionId}`,
    )
    expect(row?.all).toContain(sessionId)
    expect(row?.all).not.toContain(Buffer.from(token).toString('hex'))
    expect(row?.all).not.toContain(token)
  })

  test('carries the grants that hold now, in its region, with units and teams', async () => {
    const unit = newId()
    const team = newId()
    await grant(1, 'gridWorker', '/c01/g1/', null, '-1 day', null)
    await grant(1, 'unitHandler', null, unit, '-1 day', '1 day')
    await grant(1, 'reviewer', '/c01/', null, '-2 days', '-1 day')
    await grant(1, 'leader', '/', null, '1 hour', null)
    await grant(2, 'regionAdmin', '/', null, '-1 day', null)
    await kit.db.commit(systemScope(1), [
      sql`insert into team_members (region_id, id, team_id, person_id, from_at) values (1, ${newId()}, ${team}, ${personId}, app_now())`,
      sql`insert into team_members (region_id, id, team_id, person_id, from_at, to_at) values (1, ${newId()}, ${newId()}, ${personId}, app_now(), app_now())`,
    ])
    const actor = await openSessions(kit.db).resolve((await open()).token)
    expect(actor?.grants).toHaveLength(2)
    expect(actor?.grants).toContainEqual({ role: 'gridWorker', areaPath: '/c01/g1/', unitId: null })
    expect(actor?.grants).toContainEqual({ role: 'unitHandler', areaPath: null, unitId: unit })
    expect(actor).toMatchObject({ region: 1, accountId, personId, units: [unit], teams: [team] })
    const elsewhere = await openSessions(kit.db).resolve((await open('phone', 2)).token)
    expect(elsewhere).toMatchObject({ region: 2, grants: [{ role: 'regionAdmin' }], units: [], teams: [] })
  })

  test.each(Object.entries(DOORS).map(([door, { longest, idle }]) => [door as Door, longest, idle] as const))(
    'by %s ends after %i s, and after %i s without use, not a second sooner',
    async (door, longest, idle) => {
      const alive = async (token: string) => (await openSessions(kit.db).resolve(token)) !== undefined
      const at = (seconds: number) => kit.db.setShift(seconds * 1000)
      const unused = await open(door)
      const used = await open(door)
      for (let now = idle / 2; now < longest; now += idle / 2) {
        at(now)
        expect(await alive(used.token)).toBe(true)
      }
      at(longest - 5)
      expect(await alive(used.token)).toBe(true)
      at(longest + 5)
      expect(await alive(used.token)).toBe(false)
      at(idle - 5)
      expect(await alive(unused.token)).toBe(true) // and is used again by being asked
      const idler = await open(door)
      at(idle - 5 + idle + 5)
      expect(await alive(idler.token)).toBe(false)
    },
  )

  test('counts as a proof of the person where its door is one', async () => {
    for (const [door, { proves }] of Object.entries(DOORS)) {
      const { token } = await open(door as Door)
      expect([door, (await openSessions(kit.db).resolve(token))?.isProved]).toEqual([door, proves])
    }
  })

  test('is ended by its owner only, at once', async () => {
    const sessions = openSessions(kit.db)
    const { token, sessionId } = await open()
    await open()
    expect(await sessions.list(accountId)).toHaveLength(2)
    expect(await sessions.revoke(newId(), sessionId)).toBe(false)
    expect(await sessions.resolve(token)).toBeDefined()
    expect(await sessions.revoke(accountId, sessionId)).toBe(true)
    expect(await sessions.resolve(token)).toBeUndefined()
    expect(await sessions.revoke(accountId, sessionId)).toBe(false)
    expect((await sessions.list(accountId)).map((session) => session.id)).not.toContain(sessionId)
  })

  test('ends with its account', async () => {
    const sessions = openSessions(kit.db)
    const { token } = await open()
    expect(await sessions.resolve(token)).toBeDefined()
    await kit.db.globalTransaction((tx) => closeAccount(tx, accountId))
    sessions.forget(accountId)
    expect(await sessions.resolve(token)).toBeUndefined()
  })

  test('lives in no closed account, whoever closed it', async () => {
    const { token, sessionId } = await open()
    await kit.db.global(sql`update accounts set disabled_at = app_now() where id = ${accountId}`)
    const sessions = openSessions(kit.db)
    expect(await sessions.resolve(token)).toBeUndefined()
    expect((await sessions.present([sessionId])).size).toBe(0)
  })

  test('shows a new grant as soon as it is told of it', async () => {
    const sessions = openSessions(kit.db)
    const { token } = await open()
    expect((await sessions.resolve(token))?.grants).toEqual([])
    await grant(1, 'caller', '/', null, '-1 minute', null)
    sessions.forget(accountId)
    expect((await sessions.resolve(token))?.grants).toMatchObject([{ role: 'caller' }])
  })
})
