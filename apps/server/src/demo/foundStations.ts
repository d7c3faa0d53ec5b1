import { whoseAreaIs } from '../drive/cast.ts'
import { idFrom } from '../drive/chance.ts'
import { dayAfter, dayOf } from '../rooms/stations/index.ts'
import { firstAdministrators } from './administrators.ts'
import { type Ground, inBatches } from './ground.ts'
import { ALWAYS, hoursOf, span } from './hours.ts'
import { placeIn } from './life/ground.ts'
import type { Town } from './stagedTown.ts'

const keyed = (...name: (string | number)[]): { key: string } => ({ key: idFrom('stations', ...name) })
const WORKING = [span('08:30', '12:00'), span('12:00', '14:00', true), span('14:00', '17:30')]
const FREE = [span('09:00', '16:00', true)]
/** One in each community. The first never closes, so that there is somebody whenever a newcomer looks. */
const STATIONS = [
  {
    place: '议事厅',
    facilities: ['water', 'toilet', 'charging', 'rest', 'umbrella', 'wifi'],
    stepFree: true,
  },
  { place: '阅览室', facilities: ['water', 'reading', 'charging', 'microwave'], stepFree: true },
  { place: '活动室', facilities: ['water', 'rest', 'firstAid', 'glasses'], stepFree: false },
  { place: '母婴室', facilities: ['water', 'nursing', 'toilet'], stepFree: true },
  { place: '歇脚亭', facilities: ['rest', 'charging', 'wheelchair'], stepFree: true },
] as const
const SHIFTS = [
  { key: 'lunch', name: '午间', start: '12:00', minutes: 120, on: 'workday' },
  { key: 'free', name: '周末和节假日', start: '09:00', minutes: 420, on: 'freeDay' },
] as const
const ROSTER_DAYS = 30
const ON_ROSTER = 8
const WAITING = 4

/**
 * Stations for the demo town, by the rooms' own operations: hours, things to book and to lend, and a month's roster of
 * one of them. Safe to repeat.
 */
export async function foundStations(ground: Ground, town: Town): Promise<void> {
  const { call, tokens, map, setting } = town
  const { admin } = await firstAdministrators(ground, tokens)
  const communities = setting.layout.areasOf('community').slice(0, STATIONS.length)
  for (const [at, way] of communities.entries()) {
    const { place, facilities, stepFree } = STATIONS[at] ?? STATIONS[0]
    const id = stationId(at)
    const community = way.at(-1) ?? ''
    const body = {
      id,
      kind: 'fixed' as const,
      name: `${community}驿站`,
      path: map.pathOf(...way),
      address: `${community}办事大厅一楼`,
      position: placeIn(town, map.pathOf(...way), 3),
      phone: null,
      facilities: [...facilities],
      stepFree,
      photos: [],
      hours: at === 0 ? hoursOf(ALWAYS, ALWAYS) : hoursOf(WORKING, FREE),
      from: null,
      to: null,
    }
    await call('addStation', { body, ...keyed('station', at) }, admin)
    const room = { id: idFrom('stations', 'room', at), kind: 'room' as const, name: place }
    await call(
      'addBookable',
      { params: { id }, body: { ...room, minutes: 60, seats: 2, daysAhead: 7 }, ...keyed('room', at) },
      admin,
    )
    const umbrella = { id: idFrom('stations', 'umbrella', at), name: '雨伞', pieces: 6, days: 3 }
    await call('addLendable', { params: { id }, body: umbrella, ...keyed('umbrella', at) }, admin)
  }
  await lendOne(town)
  await planMonth(ground, town, admin)
}

const stationId = (at: number): string => idFrom('stations', 'station', at)

async function lendOne({ call, cast, map, setting }: Town): Promise<void> {
  const [way] = setting.layout.areasOf('community')
  const duty = await whoseAreaIs(cast.duty, map.pathOf(...(way ?? []))).token()
  const body = { id: idFrom('stations', 'loan'), tag: '07' }
  await call('lend', { params: { id: idFrom('stations', 'umbrella', 0) }, body, ...keyed('loan') }, duty)
}

/** Helpers of the area are asked, some say yes, and the office accepts what is proposed. */
async function planMonth(ground: Ground, { call, cast, map, setting }: Town, admin: string): Promise<void> {
  const [way] = setting.layout.areasOf('community')
  const id = idFrom('stations', 'roster')
  const today = dayOf(Date.now())
  const body = {
    id,
    purpose: 'duty' as const,
    title: '驿站午间和周末值班',
    path: map.pathOf(...(way ?? [])),
    stationId: stationId(0),
    fromOn: today,
    toOn: dayAfter(today, ROSTER_DAYS),
    restHours: 11,
    weekHours: 20,
    shifts: SHIFTS.map((shift) => ({ ...shift })),
    posts: [
      { name: '服务台', place: '进门右手', tasks: '接待、登记、借还雨伞；遇到急事打电话找社区', needed: 1 },
    ],
  }
  await call('openRoster', { body, ...keyed('roster') }, admin)
  await call('askMembers', { params: { id }, body: {}, ...keyed('ask') }, admin)
  await inBatches(cast.helpers, ON_ROSTER, async (helper) => {
    const token = await helper.token()
    const { asked } = await call('myDuties', {}, token)
    if (asked.some((roster) => roster.id === id))
      await call(
        'answerRoster',
        { params: { id }, body: { comes: true, showName: true }, ...keyed('answer', helper.phone) },
        token,
      )
  })
  const opened = await call('getRoster', { params: { id } }, admin)
  if (opened.state === 'open' && opened.coming > 0)
    await call('proposeRoster', { params: { id }, body: { version: opened.version } }, admin)
  await ground.settle()
  const proposed = await call('getRoster', { params: { id } }, admin)
  if (proposed.state === 'proposed')
    await call('acceptRoster', { params: { id }, body: { version: proposed.version } }, admin)
}

/** A town that was founded before there were stations has none. */
export async function hasStations({ call }: Town): Promise<boolean> {
  return (await call('listStations', { query: {} })).items.length > 0
}

/** Some neighbours wait at the counter today; who waits already counts. */
export async function queueToday({ call, cast, map, setting }: Town): Promise<void> {
  const [way] = setting.layout.areasOf('community')
  const duty = await whoseAreaIs(cast.duty, map.pathOf(...(way ?? []))).token()
  const { items } = await call('listNumbers', { params: { id: stationId(0) } }, duty)
  const today = dayOf(Date.now())
  for (const [at, resident] of cast.residents.slice(items.length, WAITING).entries())
    await call(
      'takeNumber',
      {
        params: { id: stationId(0) },
        body: { id: idFrom('stations', 'number', today, items.length + at) },
        ...keyed('number', today, items.length + at),
      },
      await resident.token(),
    )
}
