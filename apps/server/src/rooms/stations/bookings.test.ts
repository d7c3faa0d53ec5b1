import { tmpdir } from 'node:os'
import type { Static } from '@linli/contract/schema'
import type {
  BookingList,
  BookingResult,
  MyBookings,
  SlotList,
  StationList,
  StationView,
} from '@linli/contract/stations/shapes'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { stationsRoom } from './http.ts'
import { remindBookings } from './jobs.ts'
import { fileClock } from './store/stations.ts'

const HOUR = 3_600_000
type Problem = { code: string }
let test: TestDatabase
let rooms: ServedRooms
let admin: Actor
let onDuty: Actor
let callers: { id: string; phone: string; path: string }[] = []

beforeAll(async () => {
  test = await testDatabase()
  const here = sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
    values (1, ${newId()}, '/c03/', '/', 'community', 'c03', '桃源社区', 'abcdefghjk', app_now())`
  await test.db.commit(systemScope(1), [here])
  rooms = await serveRooms(test.db, [
    stationsRoom({
      db: test.db,
      storage: localStorage(tmpdir()),
      terms: async () => ({
        facilities: [{ key: 'water', name: { zh: '饮水', en: 'Water' } }],
        calendar: new Map(),
      }),
      personByPhone: async (_region, phone) => {
        const known = callers.find((one) => one.phone === phone)
        return known && { personId: known.id }
      },
      newPersonStatement: (_region, person) => {
        callers = [...callers, person]
        return sql`insert into people (region_id, id, name, phone_tail, path, created_at) values (1, ${person.id}, ${person.name ?? ''}, '1380001', ${person.path}, app_now())`
      },
    }),
  ])
  admin = await rooms.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }])
  onDuty = await rooms.signIn('值班员', [{ role: 'intake', areaPath: '/c03/', unitId: null }])
})
afterEach(() => test.db.setShift(0))
afterAll(async () => {
  await rooms.close()
  await test.close()
})

const written = {
  kind: 'fixed',
  name: '桥头驿站',
  path: '/c03/',
  address: '桥头 1 号',
  position: { longitude: 1159000000, latitude: 286800000, system: 'wgs84' },
  photos: [],
  phone: '079112345678',
  facilities: ['water'],
  stepFree: true,
  hours: OPEN_ALWAYS,
  from: null,
  to: null,
}
const addStation = async (change: object = {}) => {
  const id = newId()
  const { body } = await rooms.send<{ slug: string }>(admin, '/stations', { id, ...written, ...change })
  return { id, slug: body.slug }
}
const addRoom = async (seats: number, stationId?: string) => {
  const id = newId()
  const station = stationId ?? (await addStation()).id
  const answer = await rooms.send(admin, `/stations/${station}/bookables`, {
    id,
    kind: 'room',
    name: '议事厅',
    minutes: 60,
    seats,
    daysAhead: 7,
  })
  expect(answer.status).toBe(201)
  return id
}
/** A whole hour so many hours from now. */
const inHours = (hours: number): string =>
  new Date((Math.floor(Date.now() / HOUR) + hours) * HOUR).toISOString()
const book = (who: Actor, bookableId: string, startsAt: string, wait = false, id = newId(), key = newId()) =>
  rooms.send<BookingResult & Problem>(who, '/bookings', { id, bookableId, startsAt, wait }, key)
const mine = async (who: Actor) =>
  (await rooms.read<Static<typeof MyBookings>>(who, '/bookings/mine')).body.items
const cancel = (who: Actor, id: string) =>
  rooms.send<BookingResult & Problem>(who, `/bookings/${id}/cancellation`)
const slotOf = async (bookableId: string) =>
  (
    await test.db.read<Row & { seats: number; taken: number; waiting: number }>(
      systemScope(1),
      sql`select seats, taken, waiting from booking_slots where region_id = 1 and bookable_id = ${bookableId}::uuid`,
    )
  )[0]
/** What was told to whom, by booking. */
const told = (id: string) =>
  test.db
    .read<Row & { topic: string; people: string[] }>(
      systemScope(1),
      sql`select topic, payload -> 'people' as people from outbox where region_id = 1 and payload ->> 'id' = ${id} order by at, id`,
    )
    .then((rows) => rows.map(({ topic, people }) => [topic.split('.')[1], ...people]))

describe('stations', () => {
  it('are found by everybody, with hours, ways and facilities, and by nobody once they are closed', async () => {
    const { id, slug } = await addStation({ name: '河边;驿站:一号' })
    const list = await rooms.read<Static<typeof StationList>>(undefined, '/stations')
    expect(list.body.items.find((one) => one.slug === slug)).toMatchObject({
      stepFree: true,
      facilities: ['water'],
      open: { state: 'open', until: null, next: null },
    })
    expect(list.body.facilities).toEqual([{ key: 'water', name: { zh: '饮水', en: 'Water' } }])
    const page = await rooms.read<StationView>(undefined, `/stations/at/${slug}`)
    expect(page.body.days).toHaveLength(7)
    const { links } = page.body
    // GCJ-02 lies half a kilometre from WGS-84 here, BD-09 further.
    expect(links?.geo).toMatch(/^geo:28\.680000,115\.900000\?q=/)
    expect(new URL(links?.amap ?? '').searchParams.get('position')).toMatch(/^115\.90\d{4},28\.67\d{4}$/)
    expect(new URL(links?.tencent ?? '').searchParams.get('marker')).toMatch(
      /^coord:28\.67\d{4},115\.90\d{4};title:河边 驿站 一号;addr:桥头 1 号$/,
    )
    expect(new URL(links?.baidu ?? '').searchParams.get('coord_type')).toBe('bd09ll')
    // Read off a map of GCJ-02 it comes back there to the same place.
    const position = { longitude: 1159000000, latitude: 286800000, system: 'gcj02' }
    const { slug: measured } = await addStation({ position })
    const there = (await rooms.read<StationView>(undefined, `/stations/at/${measured}`)).body.links?.amap
    expect(new URL(there ?? '').searchParams.get('position')).toBe('115.900000,28.680000')
    expect(await rooms.send(admin, `/stations/${id}/closing`, { version: 1 })).toMatchObject({ status: 200 })
    expect((await rooms.read(undefined, `/stations/at/${slug}`)).status).toBe(404)
    expect((await rooms.send<Problem>(admin, `/stations/${id}/closing`, { version: 2 })).body.code).toBe(
      'stations.changed',
    )
  })

  it('are written by the administration of their area, one change after another', async () => {
    const { id, slug } = await addStation()
    const change = { ...written, version: 1, name: '新名' }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => rooms.send<Problem>(admin, `/stations/${id}/changes`, change)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(['stations.changed']))
    expect((await rooms.read<StationView>(undefined, `/stations/at/${slug}`)).body.version).toBe(2)
    const elsewhere = { ...change, version: 2, path: '/c04/' }
    expect((await rooms.send(admin, `/stations/${id}/changes`, elsewhere)).status).toBe(403)
    const unknown = await rooms.send<Problem>(admin, '/stations', {
      id: newId(),
      ...written,
      facilities: ['pool'],
    })
    expect(unknown.body.code).toBe('kernel.invalid')
    const mobile = await rooms.send(admin, '/stations', { id: newId(), ...written, kind: 'mobile' })
    expect(mobile.status).toBe(400)
  })

  it('show pictures of the place, which outlast the limit of loose photos while they are shown', async () => {
    const [shown, loose] = [newId(), newId()]
    for (const id of [shown, loose])
      await test.db.commit(systemScope(1), [
        sql`insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at)
          values (1, ${id}, 'photo', 'image/webp', 1, '', ${id}, ${admin.personId}, app_now())`,
      ])
    const { id } = await addStation({ photos: [shown] })
    const counting = async () =>
      (
        await test.db.read<Row & { id: string }>(
          systemScope(1),
          sql`select t.id from files t where t.region_id = 1 and t.id = any(${[shown, loose]}::uuid[]) and ${fileClock(sql`t.at`)} is not null`,
        )
      ).map((file) => file.id)
    expect(await counting()).toEqual([loose])
    const foreign = await rooms.signIn('另一位', [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }])
    const theirs = await rooms.send<Problem>(foreign, '/stations', {
      ...written,
      id: newId(),
      photos: [loose],
    })
    expect(theirs.body.code).toBe('kernel.invalid')
    await rooms.send(admin, `/stations/${id}/closing`, { version: 1 })
    expect((await counting()).sort()).toEqual([shown, loose].sort())
  })

  it('give their hours to a calendar', async () => {
    const { slug } = await addStation({ name: '日历,驿站' })
    const { bytes, status } = await rooms.read(undefined, `/stations/at/${slug}/calendar`)
    const text = bytes.toString('utf8')
    expect(status).toBe(200)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(60)
    expect(text).toContain('SUMMARY:日历\\,驿站')
    const again = (await rooms.read(undefined, `/stations/at/${slug}/calendar`)).bytes.toString('utf8')
    const ids = (feed: string) => feed.match(/UID:\S+/g)
    expect(ids(again)).toEqual(ids(text))
    expect(new Set(ids(text)).size).toBe(60)
  })
})

describe('bookings', () => {
  it('500 who ask at once for 100 seats: exactly 100 have one', async () => {
    const room = await addRoom(100)
    const startsAt = inHours(3)
    const people: Actor[] = []
    while (people.length < 500)
      people.push(...(await Promise.all(Array.from({ length: 20 }, () => rooms.signIn('居民')))))
    const answers = await Promise.all(people.map((who, n) => book(who, room, startsAt, n % 5 === 0)))
    const states = Map.groupBy(answers, ({ status, body }) => (status === 201 ? body.state : body.code))
    expect(states.get('booked')).toHaveLength(100)
    const waiting = states.get('waiting') ?? []
    expect([...states.keys()].sort()).toEqual(['booked', 'stations.full', 'waiting'])
    expect((states.get('stations.full')?.length ?? 0) + waiting.length).toBe(400)
    expect(await slotOf(room)).toEqual({ seats: 100, taken: 100, waiting: waiting.length })
    const rows = await test.db.read(
      systemScope(1),
      sql`select state, count(*)::int as n, count(distinct turn)::int as turns from bookings where bookable_id = ${room}::uuid group by state order by state`,
    )
    expect(rows).toEqual([
      { state: 'booked', n: 100, turns: 100 },
      { state: 'waiting', n: waiting.length, turns: waiting.length },
    ])
  })

  it('moves the waiting up in the order they asked, each once, however many cancel at once', async () => {
    const room = await addRoom(2)
    const startsAt = inHours(3)
    const people = await Promise.all(Array.from({ length: 6 }, () => rooms.signIn('居民')))
    const ids: string[] = []
    for (const who of people) {
      const { body } = await book(who, room, startsAt, true)
      ids.push(body.id)
    }
    const state = async (n: number) => {
      const [one] = await mine(people[n] as Actor) // six were made
      return [one?.state, one?.before]
    }
    expect(await state(1)).toEqual(['booked', null])
    expect(await state(5)).toEqual(['waiting', 3])
    const answers = await Promise.all([0, 1, 2].map((n) => cancel(people[n] as Actor, ids[n] ?? '')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await state(3)).toEqual(['booked', null])
    expect(await state(4)).toEqual(['booked', null])
    expect(await state(5)).toEqual(['waiting', 0])
    expect(await told(ids[3] ?? '')).toEqual([
      ['booked', people[3]?.personId],
      ['bookingMovedUp', people[3]?.personId],
    ])
    expect(await slotOf(room)).toEqual({ seats: 2, taken: 2, waiting: 1 })
    expect((await cancel(people[0] as Actor, ids[0] ?? '')).body.code).toBe('stations.notOpen')
    expect((await cancel(people[0] as Actor, ids[5] ?? '')).status).toBe(404)
  })

  it('takes a slot of the hours, once a person, not too far ahead, and repeats the same answer', async () => {
    const room = await addRoom(3)
    const [who, startsAt, id, key] = [await rooms.signIn('居民'), inHours(2), newId(), newId()]
    const first = await book(who, room, startsAt, false, id, key)
    expect(first).toMatchObject({ status: 201, body: { id, state: 'booked' } })
    expect((await book(who, room, startsAt, false, id, key)).body).toEqual(first.body)
    expect((await book(who, room, startsAt)).body.code).toBe('stations.alreadyBooked')
    const half = new Date(Date.parse(startsAt) + HOUR / 2).toISOString()
    for (const wrong of [half, inHours(-1), inHours(24 * 9)])
      expect((await book(who, room, wrong)).body.code, wrong).toBe('stations.noSlot')
    expect((await book(who, newId(), startsAt)).status).toBe(404)
    expect((await slotOf(room))?.taken).toBe(1)
    const day = new Date(Date.parse(startsAt) + 8 * HOUR).toISOString().slice(0, 10)
    const { body } = await rooms.read<Static<typeof SlotList>>(
      undefined,
      `/bookables/${room}/slots?day=${day}`,
    )
    expect(body.items.find((slot) => slot.startsAt === startsAt)).toMatchObject({ free: 2, waiting: 0 })
    expect(body.items.every((slot) => Date.parse(slot.startsAt) > Date.now())).toBe(true)
  })

  it('leaves seats for others: nobody holds more than ten, however many are asked for at once', async () => {
    const [who, room] = [await rooms.signIn('居民'), await addRoom(5)]
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => book(who, room, inHours(n + 2))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(['stations.tooMany']))
  })

  it('are made by those on duty for somebody who rings, on record, and shown masked', async () => {
    const { id: station } = await addStation()
    const room = await addRoom(1, station)
    const startsAt = inHours(2)
    const ask = { bookableId: room, startsAt, wait: false, phone: '13800000001', name: '李秀英' }
    const id = newId()
    const answer = await rooms.send<BookingResult>(onDuty, '/bookings/by-telephone', { id, ...ask })
    expect(answer).toMatchObject({ status: 201, body: { state: 'booked' } })
    const person = callers.at(-1)?.id
    expect(await told(id)).toEqual([['bookingMade', person]])
    const day = new Date(Date.parse(startsAt) + 8 * HOUR).toISOString().slice(0, 10)
    const list = await rooms.read<Static<typeof BookingList>>(
      onDuty,
      `/stations/${station}/bookings?day=${day}`,
    )
    expect(list.body.items).toEqual([
      expect.objectContaining({ id, name: '李**', phone: '138****0001', byTelephone: true, mayCancel: true }),
    ])
    const twice = await rooms.send<Problem>(onDuty, '/bookings/by-telephone', { id: newId(), ...ask })
    expect(twice.body.code).toBe('stations.alreadyBooked')
    const other = await rooms.signIn('外区值班员', [{ role: 'intake', areaPath: '/c04/', unitId: null }])
    expect((await rooms.send(other, '/bookings/by-telephone', { id: newId(), ...ask })).status).toBe(403)
    expect((await rooms.read(other, `/stations/${station}/bookings?day=${day}`)).status).toBe(403)
    expect((await cancel(other, id)).status).toBe(404)
    expect((await cancel(onDuty, id)).status).toBe(200)
    expect(await told(id)).toEqual([
      ['bookingMade', person],
      ['bookingCancelled', person],
    ])
    const [entry] = await test.db.read<Row & { person: string }>(
      systemScope(1),
      sql`select person_id as person from audit_entries where action = 'bookFor' and subject_id = ${id}::uuid`,
    )
    expect(entry?.person).toBe(onDuty.personId)
  })

  it('end when the room is closed, and tell everybody concerned by one event', async () => {
    const room = await addRoom(1)
    const people = await Promise.all([rooms.signIn('甲'), rooms.signIn('乙')])
    for (const who of people) await book(who, room, inHours(3), true)
    expect((await rooms.send(admin, `/bookables/${room}/closing`)).status).toBe(200)
    for (const who of people) expect((await mine(who))[0]?.state).toBe('cancelled')
    const [[event, ...concerned] = []] = await told(room)
    expect(event).toBe('bookingCancelled')
    expect(new Set(concerned)).toEqual(new Set(people.map((one) => one.personId)))
    expect(await slotOf(room)).toMatchObject({ taken: 0, waiting: 0 })
    const third = await rooms.signIn('丙')
    expect((await book(third, room, inHours(3))).body.code).toBe('stations.notBookable')
    expect((await rooms.send<Problem>(admin, `/bookables/${room}/closing`)).body.code).toBe(
      'stations.notBookable',
    )
  })

  it('are brought to mind once, a day before, and nobody is reminded of what was cancelled', async () => {
    const room = await addRoom(2)
    const [stays, leaves] = await Promise.all([rooms.signIn('甲'), rooms.signIn('乙')])
    const startsAt = inHours(30)
    const first = await book(stays, room, startsAt)
    const second = await book(leaves, room, startsAt)
    await cancel(leaves, second.body.id)
    await remindBookings(test.db, 1)
    expect(await told(first.body.id)).toHaveLength(1)
    test.db.setShift(8 * HOUR)
    await Promise.all([remindBookings(test.db, 1), remindBookings(test.db, 1)])
    expect((await told(first.body.id)).map(([event]) => event)).toEqual(['booked', 'bookingDue'])
    expect((await told(second.body.id)).map(([event]) => event)).toEqual(['booked'])
  })
})
