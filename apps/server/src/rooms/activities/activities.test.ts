import { tmpdir } from 'node:os'
import type {
  ActivityView,
  DeskActivityView,
  MySignup,
  SignupResult,
} from '@linli/contract/activities/shapes'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { byText } from '../../../../../tests/kit/byText.ts'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { holdRoom, releaseSlots } from '../stations/index.ts'
import { activitiesRoom } from './http.ts'
import { followActivities, forgetArrivals, heldActivities, remindSignups } from './index.ts'
import type { Companion } from './needs.ts'
import { activityFileClock } from './store/photos.ts'

const HOUR = 3_600_000
type Problem = { code: string }
let test: TestDatabase
let rooms: ServedRooms
let admin: Actor
let second: Actor
let companions: { of: string; companion: Companion }[] = []

beforeAll(async () => {
  test = await testDatabase()
  for (const code of ['c03', 'c04'])
    await test.db.commit(systemScope(1), [
      sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (1, ${newId()}, ${`/${code}/`}, '/', 'community', ${code}, ${code}, ${`abcdefgh${code}`}, app_now())`,
    ])
  rooms = await serveRooms(test.db, [
    activitiesRoom({
      db: test.db,
      storage: localStorage(tmpdir()),
      terms: async () => ({
        kinds: [
          { key: 'afterSchool', name: { zh: '四点半课堂', en: 'After school' }, health: false },
          { key: 'freeClinic', name: { zh: '义诊', en: 'Free clinic' }, health: true },
        ],
        themes: [{ key: 'neighbours', name: { zh: '邻里节', en: 'Neighbours' }, months: [9] }],
        days: new Map(),
      }),
      companionsOf: async (_region, personId) =>
        companions.filter((one) => one.of === personId).map((one) => one.companion),
      personByPhone: async () => undefined,
      newPersonStatement: (_region, person) =>
        sql`insert into people (region_id, id, name, phone_tail, path, created_at) values (1, ${person.id}, ${person.name ?? ''}, '1380001', ${person.path}, app_now())`,
      rooms: {
        hold: (region, wanted) =>
          holdRoom(
            { db: test.db, terms: async () => ({ facilities: [], calendar: new Map() }) },
            region,
            wanted,
          ),
        release: releaseSlots,
      },
    }),
  ])
  const desk = [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }] as const
  admin = await rooms.signIn('管理员', desk)
  second = await rooms.signIn('另一位', desk)
})
afterEach(() => test.db.setShift(0))
afterAll(async () => {
  await rooms.close()
  await test.close()
})

const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()
const written = {
  kind: 'afterSchool',
  theme: 'neighbours',
  title: '四点半课堂',
  words: '写作业、读书',
  unitId: null,
  path: '/c03/',
  stationId: null,
  place: '桥头 1 号',
  startsAt: inHours(48),
  endsAt: inHours(50),
  forWhom: '小学生',
  bring: '作业',
  phone: '079112345678',
  signUp: true,
  seats: 2,
  helpers: 1,
}
const plan = async (change: object = {}) => {
  const id = newId()
  const answer = await rooms.send<{ slug: string; dates: number } & Problem>(admin, '/activities', {
    id,
    ...written,
    repeat: null,
    ...change,
  })
  return { id, ...answer.body, status: answer.status }
}
const published = async (change: object = {}) => {
  const activity = await plan(change)
  const answer = await rooms.send(admin, `/activities/${activity.id}/publication`, { rest: true })
  expect(answer.status).toBe(200)
  return activity
}
type Wish = { part?: string; wait?: boolean; personId?: string; guardian?: boolean }
const signUp = (who: Actor, activityId: string, { part = 'attend', wait = false, ...more }: Wish = {}) =>
  rooms.send<SignupResult & Problem>(who, '/activity-signups', {
    id: newId(),
    activityId,
    part,
    wait,
    ...more,
  })
const cancel = (who: Actor, id: string) =>
  rooms.send<SignupResult & Problem>(who, `/activity-signups/${id}/cancellation`)
const mine = async (who: Actor) =>
  (await rooms.read<{ items: MySignup[] }>(who, '/activity-signups/mine')).body.items
const desk = async (id: string) => (await rooms.read<DeskActivityView>(admin, `/activities/${id}`)).body
/** What was told to whom about an activity. */
const told = (id: string) =>
  test.db
    .read<Row & { topic: string; people: string[] | null }>(
      systemScope(1),
      sql`select topic, payload -> 'people' as people from outbox where region_id = 1 and payload ->> 'id' = ${id} order by at, id`,
    )
    .then((rows) => rows.map(({ topic, people }) => [topic.split('.')[1], ...(people ?? [])]))
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => rooms.signIn(`居民${n}`)))
const addPhoto = async (activityId: string, people = 'agreed') => {
  const fileId = newId()
  await test.db.commit(systemScope(1), [
    sql`insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at)
      values (1, ${fileId}, 'photo', 'image/webp', 1, '', ${fileId}, ${admin.personId}, app_now())`,
  ])
  const answer = await rooms.send<Problem>(admin, `/activities/${activityId}/photos`, { fileId, people })
  expect(answer.status).toBe(201)
  return fileId
}

describe('planning', () => {
  it('shows nothing before it is published, then to everybody, also as a calendar', async () => {
    const { id, slug } = await plan({ title: '邻里节' })
    expect((await rooms.read(undefined, `/activities/at/${slug}`)).status).toBe(404)
    expect((await rooms.send(admin, `/activities/${id}/publication`, { rest: false })).status).toBe(200)
    expect(
      (await rooms.send<Problem>(admin, `/activities/${id}/publication`, { rest: false })).body.code,
    ).toBe('activities.changed')
    const page = await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)
    expect(page.body).toMatchObject({
      title: '邻里节',
      themeName: { zh: '邻里节' },
      health: false,
      seats: [
        { part: 'attend', seats: 2, taken: 0, waiting: 0 },
        { part: 'help', seats: 1, taken: 0, waiting: 0 },
      ],
    })
    const feed = await rooms.read(undefined, '/activities/calendar?area=/c03/')
    expect(feed.bytes.toString()).toContain('SUMMARY:邻里节')
    const list = await rooms.read<{ items: { slug: string }[] }>(undefined, '/activities?kind=afterSchool')
    expect(list.body.items.map((one) => one.slug)).toContain(slug)
  })

  it('plans a series of dates, publishes and calls off what is to come of it', async () => {
    const day = (days: number) =>
      new Date(Date.now() + days * 24 * HOUR + 8 * HOUR).toISOString().slice(0, 10)
    const { id, dates } = await plan({ repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], until: day(8) } })
    expect(dates).toBeGreaterThan(5)
    const answer = await rooms.send<{ dates: number }>(admin, `/activities/${id}/publication`, { rest: true })
    expect(answer.body.dates).toBe(dates)
    const off = { rest: true, reason: '放假' }
    const called = await rooms.send<{ dates: number }>(admin, `/activities/${id}/calling-off`, off)
    expect(called.body.dates).toBe(dates)
    expect((await plan({ repeat: { weekdays: [1], until: day(-3) } })).code).toBe('activities.noDates')
  })

  it('is refused outside the own area, for unknown kinds and places that are not there', async () => {
    expect((await plan({ path: '/c04/' })).status).toBe(403)
    for (const wrong of [
      { kind: 'party' },
      { theme: 'none' },
      { stationId: newId() },
      { endsAt: written.startsAt },
    ])
      expect((await plan(wrong)).code).toBe('kernel.invalid')
  })
})

describe('signing up', () => {
  it('gives as many seats as there are among thirty-two who press at once, and moves up once', async () => {
    const { id } = await published({ seats: 1 })
    const many = await people(32)
    const answers = await Promise.all(many.map((who) => signUp(who, id, { wait: true })))
    const states = answers.map(({ body }) => body.state)
    expect(states.filter((state) => state === 'signedUp')).toHaveLength(1)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(31)
    const winner = many[states.indexOf('signedUp')]
    const seat = answers.find(({ body }) => body.state === 'signedUp')?.body.id
    if (!winner || !seat) throw new Error('nobody has the seat')
    const ends = await Promise.all([cancel(winner, seat), cancel(winner, seat)])
    expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await desk(id)).seats[0]).toEqual({ part: 'attend', seats: 1, taken: 1, waiting: 30 })
    expect((await told(id)).filter(([event]) => event === 'signupMovedUp')).toHaveLength(1)
  })

  it('refuses who is late without waiting, a second time, and what is not open', async () => {
    const { id } = await published({ seats: 1 })
    const [one, two] = await people(2)
    if (!one || !two) throw new Error('nobody there')
    expect((await signUp(one, id)).body.state).toBe('signedUp')
    expect((await signUp(one, id)).body.code).toBe('activities.alreadySignedUp')
    expect((await signUp(two, id)).body.code).toBe('activities.full')
    expect((await signUp(two, (await plan()).id)).body.code).toBe('activities.notOpen')
    expect((await signUp(two, (await published({ signUp: false })).id)).body.code).toBe('activities.notOpen')
    expect(
      (await signUp(two, (await published({ helpers: 0 })).id, { part: 'help', wait: true })).body.code,
    ).toBe('activities.notOpen')
  })

  it('never runs out where no number is set', async () => {
    const { id } = await published({ seats: null })
    const answers = await Promise.all((await people(5)).map((who) => signUp(who, id)))
    expect(answers.every(({ body }) => body.state === 'signedUp')).toBe(true)
  })

  it('is for a member of the own household, a child by its guardian who agrees, and nobody else’s', async () => {
    const { id } = await published({ seats: null })
    const [mother, father, stranger] = await people(3)
    const child = await rooms.signIn('小宝')
    if (!mother || !father || !stranger) throw new Error('nobody there')
    const of = (parent: Actor, who: Actor, guardianId: string | null) => ({
      of: parent.personId,
      companion: { personId: who.personId, name: '', isChild: guardianId !== null, guardianId },
    })
    companions = [
      of(mother, child, mother.personId),
      of(father, child, mother.personId),
      of(mother, father, null),
    ]
    const wish = { personId: child.personId, guardian: true }
    expect((await signUp(stranger, id, wish)).body.code).toBe('activities.notOfHousehold')
    expect((await signUp(father, id, wish)).body.code).toBe('activities.guardianOnly')
    expect((await signUp(mother, id, { personId: child.personId })).body.code).toBe('activities.guardianOnly')
    const made = await signUp(mother, id, wish)
    expect(made.body.state).toBe('signedUp')
    expect((await signUp(mother, id, { personId: father.personId })).body.state).toBe('signedUp')
    expect((await mine(mother)).map(({ forName }) => forName).sort(byText)).toEqual(['小宝', '居民1'])
    expect(await mine(stranger)).toEqual([])
    expect((await cancel(stranger, made.body.id)).status).toBe(404)
    expect((await cancel(mother, made.body.id)).status).toBe(200)
  })

  it('is taken by telephone, told to the person, and cancelled by the desk', async () => {
    const { id } = await published()
    const body = {
      id: newId(),
      activityId: id,
      part: 'attend',
      wait: false,
      phone: '13800138000',
      name: '王奶奶',
    }
    expect((await rooms.send(admin, '/activity-signups/by-telephone', body)).status).toBe(201)
    const [seen] = (await desk(id)).signups
    expect(seen).toMatchObject({ name: '王**', how: 'staff', state: 'signedUp' })
    await cancel(admin, body.id)
    expect((await told(id)).map(([event]) => event)).toEqual(['signupMade', 'signupCancelled'])
  })
})

describe('signing up for a series', () => {
  const DAILY = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: inHours(48 + 4 * 24).slice(0, 10) }
  const series = (change: object = {}) => published({ repeat: DAILY, ...change })
  const signUpAll = (who: Actor, activityId: string, more: object = {}) =>
    rooms.send<{ dates: number; waiting: number } & Problem>(who, '/activity-signups/series', {
      id: newId(),
      activityId,
      part: 'attend',
      wait: false,
      ...more,
    })

  it('takes a seat of every date, each to be cancelled alone, and says how many there are', async () => {
    const { id, slug, dates } = await series({ seats: 5 })
    const view = (await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)).body
    expect(view.seriesDates).toBe(dates)
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    const answer = await signUpAll(who, id)
    expect(answer.body).toMatchObject({ dates, waiting: 0 })
    const signups = await mine(who)
    expect(signups).toHaveLength(dates)
    expect((await cancel(who, signups[0]?.id ?? '')).status).toBe(200)
    expect((await mine(who)).filter(({ state }) => state === 'signedUp')).toHaveLength(dates - 1)
    expect((await signUpAll(who, id)).body.dates).toBe(1) // only what is missing
    expect((await signUpAll(who, id)).body.code).toBe('activities.alreadySignedUp')
  })

  it('gives no seat of any date twice among many who press at once, and leaves out what is full', async () => {
    const { id, dates } = await series({ seats: 2 })
    const many = await people(8)
    const answers = await Promise.all(many.map((who, at) => signUpAll(who, id, { wait: at % 2 === 0 })))
    const made = answers.map(({ body }) => ({ dates: body.dates ?? 0, waiting: body.waiting ?? 0 }))
    const sum = (of: (one: { dates: number; waiting: number }) => number) =>
      made.reduce((all, one) => all + of(one), 0)
    expect(sum((one) => one.dates - one.waiting)).toBe(2 * dates)
    expect((await desk(id)).seats[0]).toMatchObject({ seats: 2, taken: 2 })
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('activities.full')
    expect(answers.some(({ status }) => status === 409)).toBe(true)
  })

  it('of a single date is that date, and of what is not published nothing', async () => {
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    expect((await signUpAll(who, (await published()).id)).body.dates).toBe(1)
    expect((await signUpAll(who, (await plan({ repeat: DAILY })).id)).body.code).toBe('activities.notOpen')
  })
})

describe('changes', () => {
  it('tells those signed up when time or place change or it is called off, and not else', async () => {
    const { id } = await published()
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    await signUp(who, id)
    const change = (version: number, more: object) =>
      rooms.send<Problem>(admin, `/activities/${id}/changes`, { ...written, version, ...more })
    expect((await change(2, { bring: '水' })).status).toBe(200)
    expect((await change(2, {})).body.code).toBe('activities.changed')
    expect((await change(3, { place: '河边 2 号' })).status).toBe(200)
    await rooms.send(admin, `/activities/${id}/calling-off`, { rest: false, reason: '下大雨' })
    expect((await told(id)).slice(1)).toEqual([
      ['activityChanged', who.personId],
      ['activityCalledOff', who.personId],
    ])
    expect((await mine(who))[0]).toMatchObject({ activityState: 'calledOff' })
  })

  it('gives more seats to those who wait longest, and never fewer than are taken', async () => {
    const { id } = await published({ seats: 2 })
    const four = await people(4)
    for (const who of four) await signUp(who, id, { wait: true })
    const change = (version: number, seats: number) =>
      rooms.send<Problem>(admin, `/activities/${id}/changes`, { ...written, version, seats })
    expect((await change(2, 1)).body.code).toBe('activities.seatsTaken')
    expect((await change(2, 3)).status).toBe(200)
    expect((await desk(id)).seats[0]).toEqual({ part: 'attend', seats: 3, taken: 3, waiting: 1 })
    expect((await told(id)).at(-1)).toEqual(['signupMovedUp', four[2]?.personId])
  })
})

describe('at the door', () => {
  it('checks in by the code or the desk, once each, counts heads, and forgets who came', async () => {
    const { id, slug } = await published({ startsAt: inHours(0.5), endsAt: inHours(2) })
    const [one, two, helper] = await people(3)
    if (!one || !two || !helper) throw new Error('nobody there')
    await signUp(one, id)
    const other = await signUp(two, id)
    const help = await signUp(helper, id, { part: 'help' })
    const { doorCode } = await desk(id)
    const arrive = (who: Actor, code: string) =>
      rooms.send<{ arrived: number } & Problem>(who, `/activities/at/${slug}/arrivals`, { code })
    expect((await arrive(one, doorCode === '000000' ? '000001' : '000000')).body.code).toBe(
      'activities.wrongCode',
    )
    expect((await arrive(one, doorCode)).body.arrived).toBe(1)
    expect((await arrive(one, doorCode)).body.code).toBe('activities.notSignedUp')
    expect((await rooms.send(admin, `/activity-signups/${other.body.id}/arrival`)).status).toBe(200)
    expect((await desk(id)).arrived).toBe(2)
    const sum = { heads: 17, words: '来了十七个人。', helped: [{ signupId: help.body.id, minutes: 90 }] }
    const sumUp = (body: object) => rooms.send<Problem>(admin, `/activities/${id}/summary`, body)
    expect((await sumUp(sum)).body.code).toBe('activities.notNow')
    test.db.setShift(HOUR)
    expect((await sumUp({ ...sum, helped: [{ signupId: other.body.id, minutes: 9 }] })).body.code).toBe(
      'activities.notAHelper',
    )
    expect((await sumUp(sum)).status).toBe(200)
    expect((await sumUp(sum)).body.code).toBe('activities.changed')
    const held = await desk(id)
    expect(held).toMatchObject({ heads: 17, helpedMinutes: 90, state: 'held' })
    expect(held.signups.map(({ part, arrived }) => [part, arrived])).toEqual([
      ['attend', false],
      ['attend', false],
      ['help', false],
    ])
    const rows = await heldActivities(
      test.db,
      systemScope(1),
      [{ lo: '/c03/', hi: '/c030' }],
      inHours(-1),
      inHours(3),
    )
    expect(rows.find((row) => row.id === id)).toMatchObject({ heads: 17, helpers: 1, helpedMinutes: 90 })
    expect((await told(id)).some(([event]) => event === 'helpConfirmed')).toBe(true)
  })

  it('reminds once, and forgets who came a day after even without a summary', async () => {
    const { id, slug } = await published({ startsAt: inHours(30), endsAt: inHours(31) })
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    await signUp(who, id)
    await remindSignups(test.db, 1)
    test.db.setShift(7 * HOUR)
    await remindSignups(test.db, 1)
    await remindSignups(test.db, 1)
    expect((await told(id)).filter(([event]) => event === 'signupDue')).toEqual([['signupDue', who.personId]])
    test.db.setShift(30 * HOUR)
    const { doorCode } = await desk(id)
    await rooms.send(who, `/activities/at/${slug}/arrivals`, { code: doorCode })
    test.db.setShift(60 * HOUR)
    expect(await forgetArrivals(test.db, 1)).toBeGreaterThan(0)
    expect((await desk(id)).signups.every(({ arrived }) => !arrived)).toBe(true)
    expect((await desk(id)).arrived).toBe(1)
  })
})

describe('photos', () => {
  it('are shown only after somebody else has looked, and go for good when somebody objects', async () => {
    const { id, slug } = await published()
    const photo = await addPhoto(id)
    const shown = async () =>
      (await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)).body.photos
    expect(await shown()).toEqual([])
    expect((await rooms.read(undefined, `/activities/at/${slug}/photos/${photo}`)).status).toBe(404)
    const check = (who: Actor, show: boolean) =>
      rooms.send<Problem>(who, `/activity-photos/${photo}/check`, { show })
    expect((await check(admin, true)).body.code).toBe('activities.ownPhoto')
    expect((await check(second, true)).status).toBe(200)
    expect(await shown()).toEqual([photo])
    const counting = async () =>
      test.db.read(
        systemScope(1),
        sql`select t.id from files t where t.region_id = 1 and t.id = ${photo} and ${activityFileClock(sql`t.at`)} is not null`,
      )
    expect(await counting()).toEqual([])
    const [neighbour] = await people(1)
    if (!neighbour) throw new Error('nobody there')
    const object = () => rooms.send(neighbour, `/activities/at/${slug}/photos/${photo}/objection`)
    expect((await object()).status).toBe(200)
    expect((await object()).status).toBe(404)
    expect(await shown()).toEqual([])
    expect((await check(second, true)).status).toBe(404)
    expect(await counting()).toHaveLength(1)
  })
})

it('follows a redraw to the successor of its area', async () => {
  const { id } = await published()
  await test.db.commit(systemScope(1), [
    sql`insert into area_successions (region_id, id, from_path, to_path, is_main, redraw_id) values (1, ${newId()}, '/c03/', '/c04/', true, ${newId()})`,
  ])
  expect(await followActivities(test.db, 1)).toBeGreaterThan(0)
  expect(await followActivities(test.db, 1)).toBe(0)
  const rows = await test.db.read<Row & { path: string }>(
    systemScope(1),
    sql`select path from activities where region_id = 1 and id = ${id}`,
  )
  expect(rows).toEqual([{ path: '/c04/' }])
})
