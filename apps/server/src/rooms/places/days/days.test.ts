import type { CalendarYear, Weeks } from '@linli/contract/places/dayEndpoints'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { installPreset } from '../actions/installPreset.ts'
import { placeRules } from '../placeRules.ts'
import { daysRoom } from './http.ts'

let database: TestDatabase
let served: ServedRooms
let admin: Actor
beforeAll(async () => {
  database = await testDatabase()
  await installPreset(database.db, 1, PRESETS.xihu)
  served = await serveRooms(database.db, [daysRoom({ db: database.db })])
  admin = await served.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
})
afterAll(async () => {
  await served.close()
  await database.close()
})

const year = async (of: number) => (await served.read<CalendarYear>(admin, `/days?year=${of}`)).body
const set = (who: Actor, day: string, kind: string, name = '本地放假') =>
  served.send<{ code?: string }>(who, `/days/${day}`, { kind, name })
const kindOf = async (day: string) =>
  (await placeRules(database.db, 1)).calendar.find(({ key }) => key === day)?.kind

it('shows the days of a year and says which years the table does not know', async () => {
  const days = await year(2026)
  expect(days.items.filter(({ kind }) => kind === 'holiday')).toHaveLength(33)
  expect(days).toMatchObject({ years: [2026], changes: [] })
  expect((await year(2027)).items).toEqual([])
})

it('adds, changes and takes back a day; whoever reads the calendar sees it at once, and no preset undoes it', async () => {
  expect((await set(admin, '2027-10-01', 'holiday', '国庆节')).status).toBe(200)
  expect(await kindOf('2027-10-01')).toBe('holiday')
  expect((await set(admin, '2026-10-10', 'plain')).status).toBe(200)
  expect(await kindOf('2026-10-10')).toBeUndefined()
  expect((await set(admin, '2026-10-11', 'workday', '补班')).status).toBe(200)
  await installPreset(database.db, 1, { ...PRESETS.xihu, version: PRESETS.xihu.version + 1 })
  expect(await kindOf('2026-10-10')).toBeUndefined()
  expect(await kindOf('2027-10-01')).toBe('holiday')
  const changed = await year(2026)
  expect(changed.items.some(({ day }) => day === '2026-10-10')).toBe(false)
  expect(changed.items.find(({ day }) => day === '2026-10-11')).toMatchObject({
    kind: 'workday',
    isOwn: true,
  })
  expect(changed.years, 'a day of its own is not yet the year').toEqual([2026])
  expect(changed.changes.map(({ day, kind }) => [day, kind])).toEqual([
    ['2026-10-11', 'workday'],
    ['2026-10-10', null],
    ['2027-10-01', 'holiday'],
  ])
  expect(new Set(changed.changes.map(({ by }) => by))).toEqual(new Set(['郑*']))
  const neighbour = await served.signIn('王秀兰', [{ role: 'resident', areaPath: '/c01/', unitId: null }])
  const seen = await served.read<CalendarYear>(neighbour, '/days?year=2026')
  expect(new Set(seen.body.changes.map(({ by }) => by)), 'not for everybody').toEqual(new Set([null]))
  expect((await set(admin, '2026-10-11', 'holiday', '改了')).status).toBe(200)
  expect(await kindOf('2026-10-11')).toBe('holiday')
})

it('refuses a worked day that is one anyway, and everybody who does not administer the region', async () => {
  expect((await set(admin, '2026-10-12', 'workday')).status).toBe(400)
  const part = await served.signIn('社区', [{ role: 'regionAdmin', areaPath: '/c01/', unitId: null }])
  expect((await set(part, '2026-10-12', 'holiday')).status).toBe(403)
  expect((await served.read(part, '/days/2026-10-12/effects')).status).toBe(403)
  expect((await served.read(admin, '/days/2026-10-12/effects')).body).toEqual({
    stations: 0,
    duties: 0,
    activities: 0,
  })
})

it('shows the working week, takes another and a unit’s own, and says what moves with it', async () => {
  const weeks = async (who: Actor) => (await served.read<Weeks>(who, '/weeks')).body
  const before = await weeks(admin)
  expect(before.items.map(({ key, isOwn }) => [key, isOwn])).toEqual([['region', false]])
  expect(before.items[0]?.days[0]).toEqual([
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '17:30' },
  ])
  const days = [[{ from: '09:00', to: '17:00' }], [], [], [], [], [], []]
  const put = (who: Actor, key: string, to: unknown) =>
    served.send<{ code?: string }>(who, `/weeks/${key}`, { days: to })
  expect((await put(admin, 'region', days)).status).toBe(200)
  expect((await placeRules(database.db, 1)).weeks.find(({ key }) => key === 'region')?.days[0]).toEqual([
    ['09:00', '17:00'],
  ])
  await installPreset(database.db, 1, { ...PRESETS.xihu, version: PRESETS.xihu.version + 2 })
  const [unit] = await database.db.read<{ id: string }>(
    { region: 1, system: true },
    sql`select id from units where region_id = 1 order by key limit 1`,
  )
  const key = unit?.id ?? ''
  expect((await put(admin, key, days)).status).toBe(200)
  const after = await weeks(admin)
  expect(after.items.map((one) => [one.key, one.isOwn])).toEqual([
    ['region', true],
    [key, true],
  ])
  expect(after.limits).toBe(0)
  expect((await put(admin, key, null)).status).toBe(200)
  expect((await placeRules(database.db, 1)).weeks.map((one) => one.key)).toEqual(['region'])
  expect((await weeks(admin)).changes.map((one) => [one.key, one.by])).toEqual([
    [key, '郑*'],
    [key, '郑*'],
    ['region', '郑*'],
  ])
  for (const wrong of [null, days.map(() => []), [[{ from: '12:00', to: '09:00' }], ...days.slice(1)]])
    expect((await put(admin, 'region', wrong)).status).toBe(400)
  expect((await put(admin, '01900000-0000-7000-8000-000000000000', days)).status).toBe(400)
  const part = await served.signIn('社区二', [{ role: 'regionAdmin', areaPath: '/c01/', unitId: null }])
  expect((await put(part, 'region', days)).status).toBe(403)
  expect((await weeks(part)).limits).toBeNull()
})
