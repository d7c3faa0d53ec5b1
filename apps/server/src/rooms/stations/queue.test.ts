import type { Static } from '@linli/contract/schema'
import type { LendingView, LoanResult, MyNumbers, QueueView } from '@linli/contract/stations/queueShapes'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { type Answer, type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId, newSlug } from '../../kernel/ids.ts'
import { remindBorrowers } from './jobs.ts'
import { lendingRoom, queueRoom } from './queueRoom.ts'

let test: TestDatabase
let rooms: ServedRooms
let desk: Actor
let admin: Actor
let known: Actor

beforeAll(async () => {
  test = await testDatabase()
  const { db } = test
  rooms = await serveRooms(db, [
    queueRoom({ db }),
    lendingRoom({ db, personByPhone: async (_, phone) => (phone === '13800000001' ? known : undefined) }),
  ])
  desk = await rooms.signIn('值班员', [{ role: 'intake', areaPath: '/c03/', unitId: null }])
  admin = await rooms.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }])
  known = await rooms.signIn('老王')
})
afterEach(() => test.db.setShift(0))
afterAll(async () => {
  await rooms.close()
  await test.close()
})

async function station(): Promise<{ id: string; slug: string }> {
  const [id, slug] = [newId(), newSlug()]
  await test.db.commit(systemScope(1), [
    sql`insert into stations (region_id, id, slug, kind, name, path, address, step_free, hours, version, opened_at)
      values (1, ${id}, ${slug}, 'fixed', '桥头驿站', '/c03/', '桥头 1 号', true, ${JSON.stringify(OPEN_ALWAYS)}::jsonb, 1, app_now())`,
  ])
  return { id, slug }
}
type Number = { id: string; number: number }
const said = ({ status, body }: Answer<unknown>): string =>
  typeof body === 'object' && body !== null && 'code' in body ? `${status} ${String(body.code)}` : `${status}`
const take = (who: Actor, at: string, id = newId()) =>
  rooms.send<Number>(who, `/stations/${at}/numbers`, { id })
const call = (at: string, counter = '1 号窗口') =>
  rooms.send<{ id: string | null; number: number | null }>(desk, `/stations/${at}/numbers/next`, { counter })
const wall = async (slug: string) =>
  (await rooms.read<QueueView>(undefined, `/stations/at/${slug}/queue`)).body
const mine = async (who: Actor) =>
  (await rooms.read<Static<typeof MyNumbers>>(who, '/numbers/mine')).body.items

describe('numbers', () => {
  it('go out in order, one to a person, and the wall shows no people', async () => {
    const { id, slug } = await station()
    const [one, two] = [await rooms.signIn('甲'), await rooms.signIn('乙')]
    expect((await take(one, id)).body.number).toBe(1)
    expect(said(await take(one, id))).toBe('409 stations.numberTaken')
    const atCounter = await rooms.send<Number>(desk, `/stations/${id}/numbers/at-counter`, { id: newId() })
    expect(atCounter.body.number).toBe(2)
    expect((await take(two, id)).body.number).toBe(3)
    expect(await mine(two)).toMatchObject([{ number: 3, state: 'waiting', before: 2, counter: null }])
    expect((await call(id)).body.number).toBe(1)
    expect((await call(id, '2 号窗口')).body.number).toBe(2)
    expect(await mine(one)).toMatchObject([{ number: 1, state: 'called', counter: '1 号窗口', before: null }])
    expect(await wall(slug)).toEqual({
      station: '桥头驿站',
      waiting: 1,
      called: [
        { number: 2, counter: '2 号窗口' },
        { number: 1, counter: '1 号窗口' },
      ],
    })
  })

  it('gives every caller at once another number, and every taker too', async () => {
    const { id } = await station()
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => rooms.signIn(`人${n}`)))
    const taken = await Promise.all(people.map((person) => take(person, id)))
    expect(taken.map(({ body }) => body.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    )
    const called = await Promise.all(Array.from({ length: 12 }, () => call(id)))
    const numbers = called.flatMap(({ body }) => body.number ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect((await call(id)).body).toEqual({ id: null, number: null })
  })

  it('are called again without anything being kept of it, and end once', async () => {
    const { id, slug } = await station()
    const person = await rooms.signIn('丙')
    const ticket = (await take(person, id)).body
    expect(said(await rooms.send(desk, `/numbers/${ticket.id}/again`, { counter: '1' }))).toBe(
      '409 stations.numberOver',
    )
    await call(id)
    expect((await rooms.send(desk, `/numbers/${ticket.id}/again`, { counter: '3 号窗口' })).status).toBe(200)
    expect((await wall(slug)).called).toEqual([{ number: 1, counter: '3 号窗口' }])
    const columns = await test.db.read<Row & { name: string }>(
      systemScope(1),
      sql`select column_name as name from information_schema.columns where table_name = 'queue_tickets' and column_name ~ 'miss|absent|show|times|calls'`,
    )
    expect(columns).toEqual([])
    expect((await rooms.send(person, `/numbers/${ticket.id}/end`)).status).toBe(200)
    expect(said(await rooms.send(desk, `/numbers/${ticket.id}/end`))).toBe('409 stations.numberOver')
    expect((await take(person, id)).body.number).toBe(2)
  })

  it('are nobody else’s to end or call', async () => {
    const { id } = await station()
    const [person, other] = [await rooms.signIn('丁'), await rooms.signIn('戊')]
    const ticket = (await take(person, id)).body
    expect((await rooms.send(other, `/numbers/${ticket.id}/end`)).status).toBe(404)
    expect((await rooms.send(other, `/stations/${id}/numbers/next`, { counter: '1' })).status).toBe(403)
    const far = await rooms.signIn('外区', [{ role: 'intake', areaPath: '/c04/', unitId: null }])
    expect((await rooms.read(far, `/stations/${id}/numbers`)).status).toBe(403)
  })
})

describe('what is lent', () => {
  const thing = async (pieces = 1) => {
    const [{ id: at }, id] = [await station(), newId()]
    await rooms.send(admin, `/stations/${at}/lendables`, { id, name: '雨伞', pieces, days: 3 })
    return { at, id }
  }
  const lend = (id: string, more: object = {}) =>
    rooms.send<LoanResult>(desk, `/lendables/${id}/loans`, { id: newId(), ...more })

  it('goes out once a piece, to whoever asks first', async () => {
    const { at, id } = await thing(3)
    const answers = await Promise.all(Array.from({ length: 8 }, () => lend(id, { tag: '7' })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(new Set(answers.map(said))).toEqual(new Set(['201', '409 stations.nothingLeft']))
    const { body } = await rooms.read<LendingView>(desk, `/stations/${at}/lending`)
    expect(body.things).toMatchObject([{ name: '雨伞', pieces: 3, free: 0 }])
    expect(body.out).toHaveLength(3)
    const loan = body.out[0]?.id ?? ''
    const backs = await Promise.all([1, 2].map(() => rooms.send(desk, `/loans/${loan}/return`)))
    expect(backs.map(said).sort()).toEqual(['200', '409 stations.isBack'])
    expect((await lend(id)).status).toBe(201)
  })

  it('keeps who it was only to remind them once, and forgets it when the piece is back', async () => {
    const { id } = await thing(2)
    const unknown = await lend(id, { phone: '13800000009' })
    expect(unknown.body.isReminded).toBe(false)
    const { body: loan } = await lend(id, { phone: '13800000001' })
    expect(loan.isReminded).toBe(true)
    expect((await rooms.read(known, '/loans/mine')).body).toMatchObject({
      items: [{ name: '雨伞', station: '桥头驿站' }],
    })
    expect(await remindBorrowers(test.db, 1)).toBe(0)
    test.db.setShift(2.5 * 24 * 3_600_000)
    expect(await remindBorrowers(test.db, 1)).toBe(1)
    expect(await remindBorrowers(test.db, 1)).toBe(0)
    test.db.setShift(0)
    await rooms.send(desk, `/loans/${loan.id}/return`)
    const kept = await test.db.read<Row>(
      systemScope(1),
      sql`select person_id as "personId", tag from loans where region_id = 1 and id = ${loan.id}::uuid`,
    )
    expect(kept).toEqual([{ personId: null, tag: null }])
  })
})
