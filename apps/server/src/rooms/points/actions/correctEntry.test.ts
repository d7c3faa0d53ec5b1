import type { LedgerPage, MyPoints, PointsProof } from '@linli/contract/points/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { pointsRoom } from '../http.ts'
import { neighbours, someFacts } from '../testing.ts'
import { settleOrder } from './settleOrder.ts'

type Ledger = Static<typeof LedgerPage>
type Problem = { code: string; detail?: string; errors?: { field: string }[] }

let test: TestDatabase
let rooms: ServedRooms
let world: ReturnType<typeof neighbours>
let admin: Actor
let helper: Actor

beforeAll(async () => {
  test = await testDatabase()
  world = neighbours(test.db)
  const optInStatement = () => sql`select refuse('notHelper')`
  rooms = await serveRooms(test.db, [pointsRoom({ ...world.needs, optInStatement })])
  admin = await rooms.signIn('张主任', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  helper = await rooms.signIn('王大力')
})
afterAll(async () => {
  await rooms.close()
  await test.close()
})

/** A closed order of the helper's. @returns its posted entry */
async function earn(by: Actor = helper, community = '/c03/'): Promise<string> {
  const order = someFacts({
    handlerPersonId: by.personId,
    requesterPersonId: newId(),
    community,
    state: 'closed',
    result: 'solved',
  })
  world.orders.set(order.id, order)
  await settleOrder(world.needs, 1, order.id)
  const [row] = await test.db.read<{ id: string }>(
    systemScope(1),
    sql`select id from point_entries where region_id = 1 and order_id = ${order.id}::uuid and phase = 'posted'`,
  )
  return row?.id ?? ''
}
const correct = <T>(by: Actor, entry: string, body: object, key?: string) =>
  rooms.send<T>(by, `/points/entries/${entry}/corrections`, body, key)
const balanceOf = async (who: Actor) => (await rooms.read<MyPoints>(who, '/me/points')).body.balance

describe('correcting an entry', () => {
  it('gives back by a new entry that names the wrong one, audited and answered once', async () => {
    const entry = await earn()
    const before = await balanceOf(helper)
    const key = newId()
    const first = await correct<{ id: string }>(admin, entry, { reason: 'notDone' }, key)
    expect(first.status).toBe(201)
    expect((await correct(admin, entry, { reason: 'notDone' }, key)).body).toEqual(first.body)
    expect(await balanceOf(helper)).toBe(before - 99)

    const { body } = await rooms.read<Ledger>(admin, `/points/entries?account=${await accountOf(helper)}`)
    const [newest, wrong] = body.items
    expect(newest).toMatchObject({
      id: first.body.id,
      kind: 'correction',
      corrects: entry,
      reason: 'notDone',
    })
    expect(newest?.giver.name).toBe('王**')
    expect(wrong).toMatchObject({ id: entry, amount: 99, correctedBy: first.body.id, mayCorrect: false })
    const audited = await test.db.read(
      systemScope(1),
      sql`select reason from audit_entries where region_id = 1 and action = 'correctEntry' and subject_id = ${entry}::uuid`,
    )
    expect(audited).toEqual([{ reason: 'notDone' }])
    const twice = await correct<Problem>(admin, entry, { reason: 'notDone' })
    expect({ status: twice.status, code: twice.body.code }).toEqual({
      status: 409,
      code: 'points.alreadyCorrected',
    })
  })

  it('corrects a part, and a correction in its turn', async () => {
    const entry = await earn()
    const before = await balanceOf(helper)
    const part = await correct<{ id: string }>(admin, entry, { reason: 'wrongAmount', amount: 49 })
    expect(await balanceOf(helper)).toBe(before - 49)
    await correct(admin, part.body.id, { reason: 'wrongCorrection' })
    expect(await balanceOf(helper)).toBe(before)
  })

  it('never takes a balance below 0, whoever asks at once', async () => {
    const poor = await rooms.signIn('李小明')
    const [one, two] = [await earn(poor), await earn(poor)]
    await test.db.commit(systemScope(1), [
      sql`update point_accounts set balance = balance - 99 where region_id = 1 and person_id = ${poor.personId}::uuid`,
    ])
    const answers = await Promise.all(
      [one, two].map((entry) => correct<Problem>(admin, entry, { reason: 'duplicate' })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('points.balanceTooLow')
    expect(await balanceOf(poor)).toBe(0)
    const month = new Date().toISOString().slice(0, 7)
    const { body } = await rooms.read<PointsProof>(admin, `/points/proofs/${month}`)
    // The balance that was tampered with above is found out.
    expect(body).toMatchObject({ holds: false, unequalAccounts: 1, total: -99 })
    await test.db.commit(systemScope(1), [
      sql`update point_accounts set balance = balance + 99 where region_id = 1 and person_id = ${poor.personId}::uuid`,
    ])
  })

  it('is refused for pending entries, too much, the own account, and outside of the own area', async () => {
    const entry = await earn()
    const [pending] = await test.db.read<{ settles: string }>(
      systemScope(1),
      sql`select settles from point_entries where region_id = 1 and id = ${entry}::uuid`,
    )
    const tooEarly = await correct<Problem>(admin, pending?.settles ?? '', { reason: 'notDone' })
    expect(tooEarly.body.code).toBe('points.notPosted')
    const tooMuch = await correct<Problem>(admin, entry, { reason: 'wrongAmount', amount: 100 })
    expect(tooMuch.status).toBe(400)
    const own = await correct<Problem>(admin, await earn(admin), { reason: 'notDone' })
    expect(own.body.code).toBe('points.ownAccount')
    const elsewhere = await rooms.signIn('刘主任', [{ role: 'regionAdmin', areaPath: '/c05/', unitId: null }])
    expect((await correct(elsewhere, entry, { reason: 'notDone' })).status).toBe(404)
    const auditor = await rooms.signIn('陈审计', [{ role: 'auditor', areaPath: '/', unitId: null }])
    expect((await correct(auditor, entry, { reason: 'notDone' })).status).toBe(403)
    expect((await correct(admin, newId(), { reason: 'notDone' })).status).toBe(404)
    expect((await correct(admin, entry, { reason: 'punish' })).status).toBe(400)
  })
})

async function accountOf(who: Actor): Promise<string> {
  const [row] = await test.db.read<{ id: string }>(
    systemScope(1),
    sql`select id from point_accounts where region_id = 1 and person_id = ${who.personId}::uuid`,
  )
  return row?.id ?? ''
}
