import type { DeskActivityView } from '@linli/contract/activities/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ActivitiesHouse,
  openActivities,
  type Problem,
  WRITTEN,
} from '../../../../../tests/kit/activitiesRoom.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

const DAY = 86_400_000
let test: ActivitiesHouse['test']
let rooms: ActivitiesHouse['rooms']
let admin: ActivitiesHouse['admin']
let signUpAll: ActivitiesHouse['signUpAll']
let told: ActivitiesHouse['told']
let people: ActivitiesHouse['people']
let house: ActivitiesHouse
let neighbour: Actor
let station: string
let room: string
let hall: string

beforeAll(async () => {
  house = await openActivities()
  ;({ test, rooms, admin, signUpAll, told, people } = house)
  const made = await house.station(['活动室', '多功能厅'])
  station = made.id
  ;[room = '', hall = ''] = made.rooms
  neighbour = await rooms.signIn('王秀兰', [{ role: 'resident', areaPath: '/c03/', unitId: null }])
})
afterAll(() => house.close())

/** A moment at ten in the morning, so many days on. */
const at = (days: number, minutes = 0): string =>
  new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY + 2 * 3_600_000 + minutes * 60_000).toISOString()
const body = (days: number, from = 0, to = 90) => ({
  ...WRITTEN,
  stationId: station,
  roomId: room,
  place: '东湖驿站 活动室',
  startsAt: at(days, from),
  endsAt: at(days, to),
  seats: 20,
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
const book = (startsAt: string, wait: boolean, which = room) => house.book(neighbour, which, startsAt, wait)
const deskOf = async (id: string) => (await rooms.read<DeskActivityView>(admin, `/activities/${id}`)).body

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
  const desk = () => deskOf(id)
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

it('moves into another room and another time at once, is refused one that somebody has, and keeps what it had then', async () => {
  const { id } = await plan(11)
  const move = async (wanted: object) =>
    rooms.send<Problem>(admin, `/activities/${id}/changes`, {
      version: (await deskOf(id)).version,
      ...wanted,
    })
  expect((await book(at(11, 60), false, hall)).body.state).toBe('booked')
  expect((await move({ ...body(11), roomId: hall })).body.code).toBe('activities.roomTaken')
  expect((await book(at(11), false)).body.code, 'the old room is still its own').toBe('stations.full')
  expect(await deskOf(id)).toMatchObject({ roomId: room, startsAt: at(11) })
  expect((await move({ ...body(11, 120, 180), roomId: hall })).status).toBe(200)
  expect(await deskOf(id)).toMatchObject({ roomId: hall, startsAt: at(11, 120) })
  expect((await book(at(11, 120), false, hall)).body.code).toBe('stations.full')
  expect((await book(at(11), false)).body.state, 'given back').toBe('booked')
})

it('gives up this date and all that follow at once: told once, rooms given back, earlier dates stand', async () => {
  const day = (days: number) => new Date(Date.parse(at(days)) + 8 * 3_600_000).toISOString().slice(0, 10)
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: day(18) }
  const id = newId()
  const planned = await rooms.send(admin, '/activities', { id, ...body(14), repeat: everyDay })
  expect(planned.status).toBe(201)
  await rooms.send(admin, `/activities/${id}/publication`, { rest: true })
  const [one, two] = await people(2)
  if (!one || !two) throw new Error('nobody there')
  for (const who of [one, two]) expect((await signUpAll(who, id)).body.dates).toBe(5)
  const dates = await test.db.read<{ id: string; state: string }>(
    systemScope(1),
    sql`select id, state from activities where region_id = 1 and series_id = ${id} order by starts_at`,
  )
  const third = dates[2]?.id ?? ''
  expect((await deskOf(third)).left).toEqual({ dates: 3, until: at(18) })
  const key = newId()
  const end = () =>
    rooms.send<{ dates: number }>(
      admin,
      `/activities/${third}/calling-off`,
      { rest: true, reason: '开春不办了' },
      key,
    )
  expect((await end()).body.dates).toBe(3)
  expect((await end()).body.dates, 'a repeat is answered the same').toBe(3)
  const states = await test.db.read<{ state: string }>(
    systemScope(1),
    sql`select state from activities where region_id = 1 and series_id = ${id} order by starts_at`,
  )
  expect(states.map(({ state }) => state)).toEqual([
    'published',
    'published',
    'calledOff',
    'calledOff',
    'calledOff',
  ])
  const notices = (await told(third)).filter(([event]) => event === 'activityCalledOff')
  expect(notices).toHaveLength(1)
  expect(notices[0]?.slice(1).toSorted()).toEqual([one.personId, two.personId].toSorted())
  expect((await book(at(15), false)).body.code, 'still held').toBe('stations.full')
  expect((await book(at(16), false)).body.state).toBe('booked')
  const held = await test.db.read<{ slots: number }>(
    systemScope(1),
    sql`select count(*)::int as slots from booking_slots where region_id = 1 and held_by in (select id from activities where region_id = 1 and series_id = ${id})`,
  )
  expect(held, 'two slots of each date that stands').toEqual([{ slots: 4 }])
  expect((await deskOf(id)).left).toEqual({ dates: 2, until: at(15) })
})
