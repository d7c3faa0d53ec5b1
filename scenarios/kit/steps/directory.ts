import type { Static } from '@linli/contract/schema'
import type { MyBookings, SlotList, StationList, StationView } from '@linli/contract/stations/shapes'
import { expect } from 'vitest'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { OPEN_ALWAYS } from '../../../tests/kit/houseStations.ts'
import type { World } from '../moves.ts'
import { step } from '../run.ts'
import { dayOf, told } from '../tell.ts'
import { ask, openAreas } from '../town.ts'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** The station and what can be booked in it that a scenario is about. */
const opened = new WeakMap<World, { readonly id: string; readonly slug: string; readonly bookable: string }>()
function stationOf(world: World) {
  const station = opened.get(world)
  if (!station) throw new Error('还没有驿站')
  return station
}
const publicly = async <T>(world: World, path: string): Promise<T> => {
  const { status, body } = await ask(world, undefined, 'GET', path)
  expect(status).toBe(200)
  return body as T // the contract's answer to this path
}

async function open(
  world: World,
  { who, path, name, ...more }: { who: string; path: string; name: string } & Record<string, unknown>,
): Promise<void> {
  await openAreas(world.house, world.preset, path)
  const id = newId()
  const { slug } = await told<{ slug: string }>(world, who, 'POST', '/stations', {
    id,
    kind: 'fixed',
    name,
    path,
    address: '桥头 1 号',
    position: { longitude: 1159000000, latitude: 286800000, system: 'wgs84' },
    photos: [],
    phone: null,
    facilities: [],
    stepFree: true,
    hours: OPEN_ALWAYS,
    from: null,
    to: null,
    ...more,
  })
  opened.set(world, { id, slug, bookable: '' })
}
const facilityKeys = ({ preset }: World, words: string): string[] =>
  words.split('、').map((zh) => {
    const found = preset.facilities.find(({ name }) => name.zh === zh)
    if (!found) throw new Error(`本地的设施清单里没有“${zh}”`)
    return found.key
  })

/** 驿站目录, 错时开放 and 场地预约. */
export const directorySteps = [
  step<World>('{}登记{}的{}，有{}，标在图上', async (world, [who = '', path = '', name = '', has = '']) =>
    open(world, { who, path, name, facilities: facilityKeys(world, has) }),
  ),
  step<World>(
    '{}在节日里开出{}的{}，从明天到第{n}天',
    async (world, [who = '', path = '', name = '', days = '0']) => {
      const at = (ahead: number) => `${dayOf(world, ahead)}T01:00:00.000Z`
      await open(world, { who, path, name, kind: 'mobile', from: at(1), to: at(Number(days)) })
    },
  ),
  step<World>('不用登录就找得到{}，有{}，一按就能导航', async (world, [name = '', has = '']) => {
    const { items, facilities } = await publicly<Static<typeof StationList>>(world, '/stations')
    const card = items.find((one) => one.name === name)
    const shown = facilities.flatMap((one) => (card?.facilities.includes(one.key) ? [one.name.zh] : []))
    expect(shown.toSorted()).toEqual(has.split('、').toSorted())
    const { links } = await publicly<StationView>(world, `/stations/at/${card?.slug}`)
    for (const link of Object.values(links ?? {})) expect(link).toContain('115.9')
    expect(Object.keys(links ?? {})).toHaveLength(4)
  }),
  step<World>('不用登录就看得到{}是流动的，写明从哪天到哪天', async (world, [name = '']) => {
    const { items } = await publicly<Static<typeof StationList>>(world, '/stations')
    expect(items.find((one) => one.name === name)).toMatchObject({
      kind: 'mobile',
      from: expect.any(String),
      to: expect.any(String),
    })
  }),
  step<World>(
    '{}登记{}的{}，工作日{n}点到{n}点，周末{n}点到{n}点有人值班',
    async (world, [who = '', path = '', name = '', ...hours]) => {
      const [from, to, freeFrom, freeTo] = hours.map((hour) => `${hour.padStart(2, '0')}:00`)
      const week = Object.fromEntries(
        DAYS.map((day, at) => [
          day,
          at < 5 ? [{ from, to, duty: false }] : [{ from: freeFrom, to: freeTo, duty: true }],
        ]),
      )
      const hoursOf = { week, holidays: [{ from: freeFrom, to: freeTo, duty: true }], days: [] }
      await open(world, { who, path, name, hours: hoursOf })
    },
  ),
  step<World>('居民看到下班后的{n}点开着，周末是值班', async (world, [hour = '0']) => {
    const { days } = await publicly<StationView>(world, `/stations/at/${stationOf(world).slug}`)
    expect(days.length).toBeGreaterThanOrEqual(7)
    const after = (iso: string) => Number(hour) <= new Date(Date.parse(iso) + 8 * 3_600_000).getUTCHours()
    const spans = days.flatMap((day) => day.spans)
    expect(spans.filter(({ duty }) => !duty).every(({ to }) => after(to))).toBe(true)
    expect(spans.filter(({ duty }) => duty).length).toBeGreaterThan(0)
    const weekend = days.filter(({ day }) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
    expect(weekend.filter(({ holiday }) => !holiday).some((day) => day.spans.some(({ duty }) => duty))).toBe(
      true,
    )
  }),
  step<World>(
    '{}让居民可以预约{}，一次{n}分钟，{n}个名额',
    async (world, [who = '', name = '', minutes = '0', seats = '0']) => {
      const station = stationOf(world)
      const bookable = newId()
      await told(world, who, 'POST', `/stations/${station.id}/bookables`, {
        id: bookable,
        kind: 'room',
        name,
        minutes: Number(minutes),
        seats: Number(seats),
        daysAhead: 7,
      })
      opened.set(world, { ...station, bookable })
    },
  ),
  step<World>('{}约好明天的第一个时段，{}再约同一时段排进候补', async (world, [first = '', second = '']) => {
    const { bookable: bookableId } = stationOf(world)
    const { items } = await publicly<Static<typeof SlotList>>(
      world,
      `/bookables/${bookableId}/slots?day=${dayOf(world, 1)}`,
    )
    const startsAt = items[0]?.startsAt
    const booked = { id: newId(), bookableId, startsAt, wait: false }
    expect(await told(world, first, 'POST', '/bookings', booked)).toMatchObject({ state: 'booked' })
    const waits = { id: newId(), bookableId, startsAt, wait: true }
    expect(await told(world, second, 'POST', '/bookings', waits)).toMatchObject({ state: 'waiting' })
  }),
  step<World>('{}不来了，取消以后{}自动约上', async (world, [first = '', second = '']) => {
    const mine = async (name: string) =>
      (await told<Static<typeof MyBookings>>(world, name, 'GET', '/bookings/mine')).items[0]
    await told(world, first, 'POST', `/bookings/${(await mine(first))?.id}/cancellation`)
    expect((await mine(second))?.state).toBe('booked')
  }),
]
