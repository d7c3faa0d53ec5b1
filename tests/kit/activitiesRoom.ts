import { tmpdir } from 'node:os'
import type { DeskActivityView, MySignup, SignupResult } from '@linli/contract/activities/shapes'
import sql from 'sql-template-tag'
import { type Actor, systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import type { Row } from '../../apps/server/src/kernel/db/database.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { activitiesRoom } from '../../apps/server/src/rooms/activities/http.ts'
import type { Companion } from '../../apps/server/src/rooms/activities/needs.ts'
import { holdRoom, releaseSlots, stationsRoom } from '../../apps/server/src/rooms/stations/index.ts'
import { testDatabase } from './database.ts'
import { OPEN_ALWAYS } from './houseStations.ts'
import { serveRooms } from './rooms.ts'

export const HOUR = 3_600_000
export type Problem = { code: string; errors: { field: string; message: string }[] }
type Wish = { part?: string; wait?: boolean; personId?: string; guardian?: boolean }

/** So many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()
/** An activity as it is written, the day after tomorrow. */
export const WRITTEN = {
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

/** The activities' room and the stations' on a database of their own, with two people at the desk of `/c03/`. */
export async function openActivities() {
  const test = await testDatabase()
  const { db } = test
  /** Who belongs to whose household. */
  const companions: { of: string; companion: Companion }[] = []
  for (const code of ['c03', 'c04'])
    await db.commit(systemScope(1), [
      sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (1, ${newId()}, ${`/${code}/`}, '/', 'community', ${code}, ${code}, ${`abcdefgh${code}`}, app_now())`,
    ])
  const shared = {
    db,
    storage: localStorage(tmpdir()),
    personByPhone: async () => undefined,
    newPersonStatement: (
      _region: number,
      person: { readonly id: string; readonly name: string | null; readonly path: string },
    ) =>
      sql`insert into people (region_id, id, name, phone_tail, path, created_at) values (1, ${person.id}, ${person.name ?? ''}, '1380001', ${person.path}, app_now())`,
  }
  const calendar = { db, terms: async () => ({ facilities: [], calendar: new Map() }) }
  const rooms = await serveRooms(db, [
    stationsRoom({ ...shared, ...calendar }),
    activitiesRoom({
      ...shared,
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
      rooms: { hold: (region, wanted) => holdRoom(calendar, region, wanted), release: releaseSlots },
    }),
  ])
  const duty = [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }] as const
  const admin = await rooms.signIn('管理员', duty)
  const second = await rooms.signIn('另一位', duty)

  const plan = async (change: object = {}) => {
    const id = newId()
    const { body, status } = await rooms.send<{ slug: string; dates: number } & Problem>(
      admin,
      '/activities',
      { id, ...WRITTEN, repeat: null, ...change },
    )
    return { id, ...body, status }
  }

  return {
    test,
    rooms,
    admin,
    second,
    companions,
    plan,
    /** Planned, and shown to everybody. */
    async published(change: object = {}) {
      const activity = await plan(change)
      const { status } = await rooms.send(admin, `/activities/${activity.id}/publication`, { rest: true })
      if (status !== 200) throw new Error(`not published: ${status}`)
      return activity
    },
    /** A station that never closes, and rooms of it by the hour, for one party at a time. */
    async station(names: readonly string[]): Promise<{ id: string; rooms: string[] }> {
      const id = newId()
      const made = await rooms.send(admin, '/stations', {
        id,
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
      })
      if (made.status !== 201) throw new Error(`no station: ${made.status}`)
      const ids = names.map(() => newId())
      for (const [n, name] of names.entries()) {
        const hourly = { kind: 'room', name, minutes: 60, seats: 1, daysAhead: 30 }
        const { status } = await rooms.send(admin, `/stations/${id}/bookables`, { id: ids[n], ...hourly })
        if (status !== 201) throw new Error(`no room: ${status}`)
      }
      return { id, rooms: ids }
    },
    book: (who: Actor, bookableId: string, startsAt: string, wait: boolean) =>
      rooms.send<Problem & { state: string; id: string }>(who, '/bookings', {
        id: newId(),
        bookableId,
        startsAt,
        wait,
      }),
    signUp: (who: Actor, activityId: string, { part = 'attend', wait = false, ...more }: Wish = {}) =>
      rooms.send<SignupResult & Problem>(who, '/activity-signups', {
        id: newId(),
        activityId,
        part,
        wait,
        ...more,
      }),
    /** For this date and what is to come of its series. */
    signUpAll: (who: Actor, activityId: string, more: object = {}) =>
      rooms.send<{ dates: number; waiting: number } & Problem>(who, '/activity-signups/series', {
        id: newId(),
        activityId,
        part: 'attend',
        wait: false,
        ...more,
      }),
    cancel: (who: Actor, id: string) =>
      rooms.send<SignupResult & Problem>(who, `/activity-signups/${id}/cancellation`),
    mine: async (who: Actor) =>
      (await rooms.read<{ items: MySignup[] }>(who, '/activity-signups/mine')).body.items,
    desk: async (id: string) => (await rooms.read<DeskActivityView>(admin, `/activities/${id}`)).body,
    /** What was told to whom about an activity. */
    told: (id: string) =>
      db
        .read<Row & { topic: string; people: string[] | null }>(
          systemScope(1),
          sql`select topic, payload -> 'people' as people from outbox where region_id = 1 and payload ->> 'id' = ${id} order by at, id`,
        )
        .then((rows) => rows.map(({ topic, people }) => [topic.split('.')[1], ...(people ?? [])])),
    people: (count: number) => Promise.all(Array.from({ length: count }, (_, n) => rooms.signIn(`居民${n}`))),
    async close() {
      await rooms.close()
      await test.close()
    },
  }
}
export type ActivitiesHouse = Awaited<ReturnType<typeof openActivities>>
