import type { AgreementView, PublicAgreement } from '@linli/contract/partners/agreementShapes'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { plantUnit } from '../../../../../../tests/kit/housePartners.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { agreementsRoom, remindPromises } from '../index.ts'
import { keepByOrders } from './store.ts'

const AREA = '/s01/c01/'
const source = { document: '测试', mechanism: '测试' }
let database: TestDatabase
let admin: pg.Pool
let served: ServedRooms
let office: Actor
let liaison: Actor
let unitId: string

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  unitId = await plantUnit({ admin }, 1)
  served = await serveRooms(database.db, [
    agreementsRoom({
      db: database.db,
      terms: async () => ({
        skills: [],
        checkInChoices: [],
        conduct: [],
        partnerRule: { needsLetter: false, letterDays: 365, remindDays: 7, source },
        posts: [],
      }),
      units: async () => [{ id: unitId, name: { zh: '区财政局', en: 'Finance bureau' } }],
      areaExists: async (_, path) => path === AREA,
    }),
  ])
  office = await served.signIn('调度员', [{ role: 'dispatcher', areaPath: AREA, unitId: null }])
  liaison = await served.signIn('联络员', [{ role: 'unitHandler', areaPath: null, unitId }])
})
afterAll(async () => {
  await served.close()
  await admin.end()
  await database.close()
})

type Ended = { code?: string }
const day = (ahead: number) => new Date(Date.now() + (ahead * 24 + 8) * 3600_000).toISOString().slice(0, 10)
const proposal = (more: object = {}) => {
  const [id, task, funds, theirs] = [newId(), newId(), newId(), newId()]
  const body = {
    id,
    unitId,
    path: AREA,
    title: '2026 年结对共建协议',
    fromOn: day(-10),
    toOn: day(300),
    isPublic: true,
    promises: [
      { id: task, kind: 'task', side: 'unit', words: '给小区装十盏路灯', dueOn: day(5) },
      { id: funds, kind: 'funds', side: 'unit', words: '帮扶资金', dueOn: day(60), fen: 4_000_000 },
      { id: theirs, kind: 'task', side: 'community', words: '提供居民需求清单', dueOn: day(-1) },
    ],
    ...more,
  }
  return { body, id, task, funds, theirs }
}
const signed = async () => {
  const made = proposal()
  expect((await served.send(liaison, '/agreements', made.body)).status).toBe(201)
  expect(
    (await served.send(office, `/agreements/${made.id}/answer`, { version: 1, signs: true })).status,
  ).toBe(200)
  return made
}
const see = async (id: string, by = office) =>
  (await served.read<AgreementView>(by, `/agreements/${id}`)).body
const code = async (asked: Promise<{ status: number; body: Ended }>) => {
  const { status, body } = await asked
  return body.code ? `${status} ${body.code}` : `${status}`
}

describe('an agreement', () => {
  it('is signed by the side that did not propose it, once', async () => {
    const { body, id } = proposal()
    await served.send(liaison, '/agreements', body)
    const answer = (by: Actor, signs: boolean) =>
      code(served.send<Ended>(by, `/agreements/${id}/answer`, { version: 1, signs }))
    expect(await answer(liaison, true)).toBe('403 kernel.forbidden')
    const both = await Promise.all([answer(office, true), answer(office, false)])
    expect(both.sort()).toEqual(['200', '409 partners.agreementMoved'])
    const stranger = await served.signIn('外人', [
      { role: 'dispatcher', areaPath: '/s01/c011/', unitId: null },
    ])
    expect((await served.read(stranger, `/agreements/${id}`)).status).toBe(403)
  })

  it('says funds with an amount, tasks without, and days in order', async () => {
    const post = (more: object) => code(served.send<Ended>(office, '/agreements', proposal(more).body))
    expect(await post({ toOn: day(-20) })).toBe('422 partners.spanTurned')
    const promise = { id: newId(), kind: 'funds', side: 'unit', words: '资金', dueOn: day(1) }
    expect(await post({ promises: [promise] })).toBe('422 partners.fundsUnclear')
    expect(await post({ unitId: newId() })).toBe('422 partners.unknownUnit')
  })

  it('counts what was kept, by the word of the other side', async () => {
    const { id, task, theirs } = await signed()
    expect(await see(id)).toMatchObject({
      state: 'signed',
      promises: 3,
      kept: 0,
      late: 1,
      fenPromised: 4_000_000,
    })
    expect(await code(served.send<Ended>(office, `/promises/${task}/report`))).toBe('403 kernel.forbidden')
    expect(await code(served.send<Ended>(office, `/promises/${task}/confirmation`, { kept: true }))).toBe(
      '409 partners.promiseMoved',
    )
    expect(await code(served.send<Ended>(liaison, `/promises/${task}/report`))).toBe('200')
    expect(await code(served.send<Ended>(liaison, `/promises/${task}/confirmation`, { kept: true }))).toBe(
      '403 kernel.forbidden',
    )
    expect(await code(served.send<Ended>(office, `/promises/${task}/confirmation`, { kept: false }))).toBe(
      '200',
    )
    await served.send(liaison, `/promises/${task}/report`)
    await served.send(office, `/promises/${task}/confirmation`, { kept: true })
    await served.send(office, `/promises/${theirs}/report`)
    await served.send(liaison, `/promises/${theirs}/confirmation`, { kept: true })
    expect(await see(id, liaison)).toMatchObject({ kept: 2, late: 0, side: 'unit' })
  })

  it('adds up funds to the fen, also when they are recorded at once and twice', async () => {
    const { id, funds } = await signed()
    const pay = (fen: number, by = office, payment = newId()) =>
      code(served.send<Ended>(by, `/promises/${funds}/payments`, { id: payment, fen, paidOn: day(0) }))
    expect(await pay(1, liaison)).toBe('403 kernel.forbidden')
    const one = newId()
    await Promise.all([pay(1_500_000, office, one), pay(1_500_000), pay(1)])
    expect(await pay(1_500_000, office, one)).toBe('422 kernel.keyReused')
    expect((await see(id)).items.find((item) => item.id === funds)).toMatchObject({
      paidFen: 3_000_001,
      state: 'open',
    })
    expect(await pay(999_999)).toBe('200')
    expect((await see(id)).items.find((item) => item.id === funds)).toMatchObject({
      paidFen: 4_000_000,
      state: 'kept',
    })
  })

  it('is read by everybody where both agreed to it, and names nobody', async () => {
    const { id } = await signed()
    const hidden = proposal({ isPublic: false })
    await served.send(office, '/agreements', hidden.body)
    await served.send(liaison, `/agreements/${hidden.id}/answer`, { version: 1, signs: true })
    const answer = await served.read<{ items: PublicAgreement[] }>(
      undefined,
      `/public-promises?path=${AREA}&limit=100`,
    )
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int from agreements where is_public and state = 'signed'`,
    )
    expect(answer.body.items).toHaveLength(rows[0]?.count ?? -1)
    expect(JSON.stringify(answer.body)).not.toMatch(/ersonId|owner|phone|联络员|调度员/)
    await served.send(office, `/agreements/${id}/ending`, { version: 2 })
    const after = await served.read<{ items: PublicAgreement[] }>(
      undefined,
      `/public-promises?path=${AREA}&limit=100`,
    )
    expect(after.body.items).toHaveLength((rows[0]?.count ?? 0) - 1)
  })
})

describe('a promise', () => {
  it('is reminded of once, before it is due', async () => {
    const { task } = await signed()
    await remindPromises(database.db, 1, 7)
    await remindPromises(database.db, 1, 7)
    const { rows } = await admin.query<{ payload: { people: string[] } }>(
      `select payload from outbox where topic = 'partners.promiseDue.1'`,
    )
    expect(rows.flatMap(({ payload }) => payload.people)).toContain(liaison.personId)
    const { rows: reminded } = await admin.query(
      'select 1 from agreement_promises where id = $1 and reminded_at is not null',
      [task],
    )
    expect(reminded).toHaveLength(1)
    const before = rows.length
    await remindPromises(database.db, 1, 7)
    const again = await admin.query(`select 1 from outbox where topic = 'partners.promiseDue.1'`)
    expect(again.rows).toHaveLength(before)
  })

  it('that is work is an order, and is kept when that is solved', async () => {
    const { id, task } = await signed()
    const order = newId()
    await admin.query(
      `insert into orders (region_id, id, number, version, state, kind, channel, urgency, path, community, placed_at, placed_by, result, closed_at)
       values (1, $1, '261122-00077-3', 1, 'inProgress', 'help', 'hand', 'ordinary', $2, $2, now(), $3, null, null)`,
      [order, AREA, newId()],
    )
    const link = (number: string) => code(served.send<Ended>(office, `/promises/${task}/order`, { number }))
    expect(await link('261122-00078-1')).toBe('422 partners.orderUnknown')
    expect(await link('261122-00077-3')).toBe('200')
    await keepByOrders(database.db, 1, [order])
    expect((await see(id)).items.find((item) => item.id === task)).toMatchObject({
      state: 'open',
      orderNumber: '261122-00077-3',
    })
    await database.db.commit(systemScope(1), [
      sql`update orders set state = 'closed', result = 'solved', closed_at = app_now() where region_id = 1 and id = ${order}`,
    ])
    await keepByOrders(database.db, 1, [order])
    expect((await see(id)).items.find((item) => item.id === task)).toMatchObject({ state: 'kept' })
  })
})
