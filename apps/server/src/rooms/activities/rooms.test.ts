import { tmpdir } from 'node:os'
import type { DeskActivityView } from '@linli/contract/activities/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { holdRoom, releaseSlots, stationsRoom } from '../stations/index.ts'
import { activitiesRoom } from './http.ts'

const DAY = 86_400_000
type Problem = { code: string; errors: { field: string; message: string }[] }
let test: TestDatabase
let rooms: ServedRooms
let admin: Actor
let neighbour: Actor
const station = newId()
const room = newId()

beforeAll(async () => {
  test = await testDatabase()
  const { db } = test
  await db.commit(systemScope(1), [
    sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
      values (1, ${newId()}, '/c03/', '/', 'community', 'c03', 'c03', 'abcdefghc03', app_now())`,
  ])
  const storage = localStorage(tmpdir())
  const terms = async () => ({ facilities: [], calendar: new Map() })
  const strangers = {
    personByPhone: async () => undefined,
    newPersonStatement: () => sql`select 1`,
  }
  rooms = await serveRooms(db, [
    stationsRoom({ db, storage, terms, ...strangers }),
    activitiesRoom({
      db,
      storage,
      terms: async () => ({
        kinds: [{ key: 'sport', name: { zh: '运动', en: 'Sport' }, health: false }],
        themes: [],
        days: new Map(),
      }),
      companionsOf: async () => [],
      ...strangers,
      rooms: { hold: (region, wanted) => holdRoom({ db, terms }, region, wanted), release: releaseSlots },
    }),
  ])
  admin = await rooms.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }])
  neighbour = await rooms.signIn('王秀兰', [{ role: 'resident', areaPath: '/c03/', unitId: null }])
  const made = [
    await rooms.send(admin, '/stations', {
      id: station,
      kind: 'fixed',
      name: '东湖驿站',
      path: '/c03/',
      address: '滨湖路 1 号',
      position: null,
      phone: null,
      facilities: [],
      stepFree: true,
      photos: [],
      hours: OPEN_ALWAYS,
      from: null,
      to: null,
    }),
    await rooms.send(admin, `/stations/${station}/bookables`, {
      id: room,
      kind: 'room',
      name: '活动室',
      minutes: 60,
      seats: 1,
      daysAhead: 30,
    }),
  ]
  expect(made.map(({ status }) => status)).toEqual([201, 201])
})
afterAll(async () => {
  await rooms.close()
  await test.close()
})

/** A moment at ten in the morning, so many days on. */
const at = (days: number, minutes = 0): string =>
  new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY + 2 * 3_600_000 + minutes * 60_000).toISOString()
const body = (days: number, from = 0, to = 90) => ({
  kind: 'sport',
  theme: null,
  title: '太极',
  words: '一起来',
  unitId: null,
  path: '/c03/',
  stationId: station,
  roomId: room,
  place: '东湖驿站 活动室',
  startsAt: at(days, from),
  endsAt: at(days, to),
  forWhom: null,
  bring: null,
  phone: null,
  signUp: true,
  seats: 20,
  helpers: 0,
})
const plan = async (days: number, from = 0, to = 90) => {
  const id = newId()
  const { status, body: said } = await rooms.send<Problem>(admin, '/activities', {
    id,
    ...body(days, from, to),
    repeat: null,
  })
  return { id, status, said }
}
const book = (startsAt: string, wait: boolean) =>
  rooms.send<Problem & { state: string; id: string }>(neighbour, '/bookings', {
    id: newId(),
    bookableId: room,
    startsAt,
    wait,
  })

it('holds every slot it lies over; a resident may only wait, and has the room when it is called off', async () => {
  const { id, status } = await plan(3)
  expect(status).toBe(201)
  expect((await book(at(3, 60), false)).body.code).toBe('stations.full')
  const waiting = await book(at(3, 60), true)
  expect(waiting.body.state).toBe('waiting')
  expect((await book(at(3, 120), false)).body.state).toBe('booked') // behind the activity
  const off = await rooms.send(admin, `/activities/${id}/calling-off`, { rest: false, reason: '下雨' })
  expect(off.status).toBe(200)
  const rows = await test.db.read(
    systemScope(1),
    sql`select b.state, s.taken, s.waiting, s.held_by as "heldBy" from bookings b
      join booking_slots s on s.region_id = b.region_id and s.bookable_id = b.bookable_id and s.starts_at = b.starts_at
      where b.region_id = 1 and b.id = ${waiting.body.id}::uuid`,
  )
  expect(rows).toEqual([{ state: 'booked', taken: 1, waiting: 0, heldBy: null }])
  expect((await book(at(3), false)).body.state).toBe('booked')
})

it('is refused a room that somebody has, and then nothing of the plan stands', async () => {
  expect((await book(at(5, 60), false)).body.state).toBe('booked')
  const refused = await plan(5)
  expect(refused.said.code).toBe('activities.roomTaken')
  const read = await rooms.read<Problem>(admin, `/activities/${refused.id}`)
  expect(read.status).toBe(404)
  expect((await book(at(5), false)).body.state).toBe('booked')
  const second = await plan(6)
  expect(second.status).toBe(201)
  expect((await plan(6, 60, 120)).said.code).toBe('activities.roomTaken')
})

it('takes the room along when its time moves, and gives it up when asked to', async () => {
  const { id } = await plan(8)
  const desk = async () => (await rooms.read<DeskActivityView>(admin, `/activities/${id}`)).body
  const move = async (wanted: object) =>
    rooms.send<Problem>(admin, `/activities/${id}/changes`, { version: (await desk()).version, ...wanted })
  expect((await move(body(8, 60, 150))).status).toBe(200)
  expect((await book(at(8), false)).body.state).toBe('booked') // given back
  expect((await book(at(8, 120), false)).body.code).toBe('stations.full') // held anew
  expect((await desk()).roomId).toBe(room)
  const { roomId: _, ...without } = body(8, 60, 150)
  expect((await move(without)).status).toBe(200)
  expect((await book(at(8, 120), false)).body.state).toBe('booked')
  expect((await desk()).roomId).toBeNull()
})

it('is refused a room of another station', async () => {
  const { status, body: said } = await rooms.send<Problem>(admin, '/activities', {
    id: newId(),
    ...body(9),
    stationId: null,
    repeat: null,
  })
  expect(status).toBe(400)
  expect(said.errors[0]?.field).toBe('roomId')
})
