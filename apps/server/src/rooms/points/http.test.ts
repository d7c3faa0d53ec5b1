import type { AccountPage, LedgerPage, MyPoints, PointsProof } from '@linli/contract/points/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { proveMonth } from './actions/proveMonth.ts'
import { settleOrder } from './actions/settleOrder.ts'
import { pointsRoom } from './http.ts'
import { proveLastMonth } from './jobs.ts'
import { aRule, neighbours, someFacts } from './testing.ts'

let test: TestDatabase
let rooms: ServedRooms
let helper: Actor
let auditor: Actor
const orders: string[] = []

beforeAll(async () => {
  test = await testDatabase()
  const world = neighbours(test.db)
  const optInStatement = (region: number, person: string, optedIn: boolean) => {
    if (optedIn) world.optedOut.delete(person)
    else world.optedOut.add(person)
    return person === helper.personId ? sql`select 1 where ${region} = 1` : sql`select refuse('notHelper')`
  }
  rooms = await serveRooms(test.db, [pointsRoom({ ...world.needs, optInStatement })])
  helper = await rooms.signIn('王大力')
  auditor = await rooms.signIn('陈审计', [{ role: 'auditor', areaPath: '/', unitId: null }])
  const other = await rooms.signIn('赵敏')
  const done = [helper, helper, helper, other].map((by, index) =>
    someFacts({
      handlerPersonId: by.personId,
      requesterPersonId: helper.personId === by.personId ? other.personId : newId(),
      community: index < 3 ? '/c03/' : '/c05/',
      state: 'closed',
      result: 'solved',
    }),
  )
  for (const order of done) {
    orders.push(order.id)
    world.orders.set(order.id, order)
    await test.db.commit(systemScope(1), [
      sql`insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id)
        values (1, ${order.id}, ${`261121-${orders.length}`}, 1, 'closed', 'help', 'hand', 'ordinary', 'changeBulb', ${order.community}, ${order.community}, app_now(), ${order.requesterPersonId}, ${order.requesterPersonId})`,
      sql`insert into order_parties (region_id, id, order_id, role, person_id) values (1, ${newId()}, ${order.id}, 'assignee', ${order.handlerPersonId})`,
    ])
    await settleOrder(world.needs, 1, order.id)
  }
  await test.db.commit(systemScope(1), [
    sql`insert into policy_versions (region_id, id, kind, key, version, origin, body, from_at)
      values (1, ${newId()}, 'item', 'changeBulb', 1, 'preset', '{"name":{"zh":"换灯泡","en":"Changing a bulb"}}', app_now())`,
  ])
})
afterAll(async () => {
  await rooms.close()
  await test.close()
})

describe('the own account', () => {
  it('shows balance and entries with order and item, page by page', async () => {
    const first = await rooms.read<MyPoints>(helper, '/me/points?limit=4')
    expect(first.body).toMatchObject({ optedIn: true, balance: 297, pending: 0 })
    expect(first.body.entries.items[0]).toMatchObject({
      phase: 'posted',
      amount: 99,
      order: { id: orders[2], number: '261121-3', item: { zh: '换灯泡', en: 'Changing a bulb' } },
    })
    const second = await rooms.read<MyPoints>(helper, `/me/points?limit=4&after=${first.body.entries.next}`)
    expect(second.body.entries).toMatchObject({ next: null })
    const ids = [...first.body.entries.items, ...second.body.entries.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
  })

  it('is empty for somebody who never earned, and needs a session and a whole cursor', async () => {
    const nobody = await rooms.signIn('周全')
    const { body } = await rooms.read<MyPoints>(nobody, '/me/points')
    expect(body).toMatchObject({ balance: 0, pending: 0, entries: { items: [], next: null } })
    expect((await rooms.read(undefined, '/me/points')).status).toBe(401)
    expect((await rooms.read(helper, '/me/points?after=zzz')).status).toBe(400)
  })

  it('takes part by choice, and says so to somebody who is no helper', async () => {
    expect((await rooms.send(helper, '/me/points/opt-out')).body).toEqual({ optedIn: false })
    expect((await rooms.read<MyPoints>(helper, '/me/points')).body).toMatchObject({
      optedIn: false,
      balance: 297,
    })
    expect((await rooms.send(helper, '/me/points/opt-in')).body).toEqual({ optedIn: true })
    const refused = await rooms.send<{ code: string }>(auditor, '/me/points/opt-in')
    expect(refused).toMatchObject({ status: 409, body: { code: 'points.notHelper' } })
  })
})

describe('the ledger', () => {
  const ledger = (who: Actor, query = '') =>
    rooms.read<Static<typeof LedgerPage>>(who, `/points/entries${query}`)

  it('is read by area, order and day, with masked names', async () => {
    const all = await ledger(auditor)
    expect(all.body.items).toHaveLength(8)
    expect(all.body.items.at(-1)?.receiver).toMatchObject({ kind: 'person', name: '王**' })
    expect(all.body.items.every(({ mayCorrect }) => !mayCorrect)).toBe(true)
    expect((await ledger(auditor, `?order=${orders[0]}`)).body.items.map(({ phase }) => phase)).toEqual([
      'posted',
      'pending',
    ])
    expect((await ledger(auditor, '?to=2020-01-01')).body.items).toEqual([])
    expect((await ledger(auditor, '?from=2020-01-01')).body.items).toHaveLength(8)
    const page = await ledger(auditor, '?limit=5')
    const rest = await ledger(auditor, `?limit=5&after=${page.body.next}`)
    expect(new Set([...page.body.items, ...rest.body.items].map(({ id }) => id)).size).toBe(8)
  })

  it('ends at the reader’s area, and is closed to residents', async () => {
    const near = await rooms.signIn('刘主任', [{ role: 'regionAdmin', areaPath: '/c05/', unitId: null }])
    const { body } = await ledger(near)
    expect(body.items.map(({ order }) => order?.id)).toEqual([orders[3], orders[3]])
    expect(body.items.map(({ mayCorrect }) => mayCorrect)).toEqual([true, false])
    const accounts = await rooms.read<Static<typeof AccountPage>>(near, '/points/accounts')
    expect(accounts.body.items.map(({ community }) => community)).toEqual(['/c05/', '/c05/'])
    expect((await ledger(helper)).status).toBe(403)
  })

  it('lists accounts with both sides of what was issued', async () => {
    const { body } = await rooms.read<Static<typeof AccountPage>>(auditor, '/points/accounts?path=/c03/')
    expect(Object.fromEntries(body.items.map(({ kind, balance }) => [kind, balance]))).toEqual({
      issuer: -297,
      person: 297,
    })
    const issuers = await rooms.read<Static<typeof AccountPage>>(
      auditor,
      '/points/accounts?kind=issuer&limit=1',
    )
    expect(issuers.body.items[0]?.community).toBe('/c03/')
    const next = await rooms.read<Static<typeof AccountPage>>(
      auditor,
      `/points/accounts?kind=issuer&limit=1&after=${issuers.body.next}`,
    )
    expect(next.body).toMatchObject({ items: [{ community: '/c05/', balance: -99 }], next: null })
  })

  it('shows the rules to everybody', async () => {
    const { key, amount, versionId } = aRule()
    const { body } = await rooms.read<{ items: object[] }>(helper, '/points/rules')
    expect(body.items).toEqual([expect.objectContaining({ key, amount, version: versionId })])
  })
})

describe('the month-end proof', () => {
  it('holds, is recorded once a month, and does not speak of months to come', async () => {
    const [now] = await test.db.global<{ month: string; last: string }>(
      sql`select to_char(t, 'YYYY-MM') as month, to_char(t - interval '1 month', 'YYYY-MM') as last
        from (select date_trunc('month', app_now() at time zone 'Asia/Shanghai') as t) months`,
    )
    const month = now?.month ?? ''
    const before = await rooms.read<PointsProof>(auditor, `/points/proofs/${month}`)
    expect(before.body).toMatchObject({
      issued: 396,
      spent: 0,
      expired: 0,
      reversed: 0,
      balances: 396,
      total: 0,
      unequalAccounts: 0,
      holds: true,
      recordedAt: null,
    })
    expect(await proveMonth(test.db, 1, month)).toEqual({ month, holds: true })
    const after = await rooms.read<PointsProof>(auditor, `/points/proofs/${month}`)
    expect(after.body).toMatchObject({ recordedHolds: true })
    // What was earned this month was not there at the end of the last.
    const last = await rooms.read<PointsProof>(auditor, `/points/proofs/${now?.last}`)
    expect(last.body).toMatchObject({ issued: 0, balances: 0, holds: true })
    expect(await proveLastMonth(test.db, 1)).toEqual({ month: now?.last, holds: true })
    expect(await proveLastMonth(test.db, 1)).toBeUndefined()
    expect((await rooms.read(auditor, '/points/proofs/2099-01')).status).toBe(404)
    expect((await rooms.read(auditor, '/points/proofs/2026-13')).status).toBe(400)
  })
})
