import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../tests/kit/database.ts'
import { isDrawnId } from '../drive/chance.ts'
import { CallFailed, clientOf } from '../drive/client.ts'
import { inProcess } from '../drive/wire.ts'
import { type House, openHouse } from '../house/openHouse.ts'
import { systemScope } from '../kernel/auth/actor.ts'
import { readConfig } from '../kernel/config.ts'
import { installPreset } from '../rooms/places/index.ts'
import { FoundingStopped, foundDemo } from './found.ts'
import { openDemo } from './index.ts'
import { needsOf } from './needs.ts'
import { planOrders } from './plan.ts'
import { FOUNDER, SEAT_PEOPLE } from './roster.ts'
import { startNeighbours } from './simulate.ts'
import { openStage } from './stage.ts'
import type { Town } from './stagedTown.ts'

const ORDERS = 40
const DAY = 24 * 3600_000

async function opened(database: TestDatabase, folder: string, demo: '0' | '1'): Promise<House> {
  const config = readConfig({ DATA_DIR: folder, PORT: '0', DEMO: demo }, Object.keys(PRESETS))
  const { ownerUrl, appUrl } = database
  return openHouse({ ownerUrl, appUrl, config, log: false, moreRooms: openDemo().rooms })
}

describe('the demo town', () => {
  let database: TestDatabase
  let house: House
  let folder: string
  let town: Town

  beforeAll(async () => {
    database = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'linli-demo-'))
    house = await opened(database, folder, '1')
    await installPreset(house.db, 1, presetOf('xihu'), true)
    let lines = 0
    const stopped = () => lines > 5
    const say = () => {
      lines += 1
    }
    await expect(foundDemo(house, say, { stopped, orders: ORDERS })).rejects.toBeInstanceOf(FoundingStopped)
    town = await foundDemo(house, () => undefined, { orders: ORDERS })
  }, 180_000)
  afterAll(async () => {
    await house?.close()
    await database?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const token = (seat: keyof typeof SEAT_PEOPLE) => town.tokens(SEAT_PEOPLE[seat].phone)
  const everyOrder = async () =>
    (await town.call('listOrders', { query: { limit: 100 } }, await token('duty'))).items

  test('an interrupted founding goes on: each planned order is there once, over six days, its steps in order', async () => {
    const rows = (await everyOrder()).filter(({ id }) => isDrawnId(id))
    expect(rows.map(({ id }) => id).sort()).toEqual(
      planOrders(town.setting, ORDERS)
        .map(({ id }) => id)
        .sort(),
    )
    const placed = rows.map(({ placedAt }) => Date.parse(placedAt))
    expect(Math.max(...placed) - Math.min(...placed)).toBeGreaterThan(4 * DAY)
    const states = rows.map(({ state }) => state)
    expect(states).toContain('closed')
    expect(states.some((state) => state !== 'closed' && state !== 'cancelled')).toBe(true)
    expect(rows.some(({ photo }) => photo !== null)).toBe(true)
    for (const { id } of rows) {
      const { timeline } = await town.call('getOrder', { params: { id } }, await token('duty'))
      const moments = timeline.map(({ at }) => Date.parse(at))
      expect(moments).toEqual([...moments].sort((a, b) => a - b))
    }
  })

  test('founding a founded town changes nothing', async () => {
    // What people did: a clock of a living order may run out at any moment, and the system then takes its step.
    const everyStep = () =>
      house.db.read(
        systemScope(1),
        sql`select order_id, verb, at from order_events where region_id = 1 and actor_role <> 'system' order by order_id, at, version`,
      )
    const before = await everyStep()
    expect(before.length).toBeGreaterThan(ORDERS)
    await foundDemo(house, () => undefined, { orders: ORDERS })
    expect(await everyStep()).toEqual(before)
  })

  test.each(['unitHandler', 'gridWorker'] as const)(
    'the seat %s has two orders to sign for, given by an officer on duty',
    async (seat) => {
      const { items } = await town.call('listMyTasks', { query: {} }, await token(seat))
      expect(items.map(({ state }) => state)).toEqual(['dispatched', 'dispatched'])
      for (const { id } of items) {
        const order = await town.call('getOrder', { params: { id } }, await token(seat))
        expect(order.actions).toContain('signOrder')
        const seen = await town.call('getOrder', { params: { id } }, await token('duty'))
        expect(seen.timeline.map(({ verb }) => verb)).toEqual(['placeOrder', 'acceptOrder', 'dispatchOrder'])
        expect(town.cast.duty.map(({ name }) => name)).toContain(seen.timeline.at(-1)?.actorName)
      }
    },
  )

  test('its stations are full of life: hours, something to book and to lend, a roster in force, people waiting', async () => {
    const { items } = await town.call('listStations', { query: {} })
    expect(items.length).toBeGreaterThan(3)
    const open = items.find(({ open: now }) => now.state === 'open')
    const station = await town.call('getStation', { params: { slug: open?.slug ?? '' } })
    expect(station.bookables).toHaveLength(1)
    expect(station.lendables).toMatchObject([{ name: '雨伞', free: 5 }])
    const { waiting } = await town.call('getQueue', { params: { slug: station.slug } })
    expect(waiting).toBe(4)
    const rosters = await town.call('listRosters', { query: {} }, await town.tokens(FOUNDER.phone))
    expect(rosters.items).toMatchObject([{ state: 'accepted', purpose: 'duty' }])
  })

  test('around the orders there is a life: ground on a map, shops, activities, a round of visits, who reports', async () => {
    const admin = await town.tokens(FOUNDER.phone)
    const { items: shops } = await town.call('listMerchants', { query: {} })
    expect(shops).toHaveLength(8)
    const [shop] = shops
    const at = await town.call('getMerchant', { params: { slug: shop?.slug ?? '' } })
    const { longitude, latitude } = at.position
    const point = { longitude: longitude / 1e7, latitude: latitude / 1e7 }
    const { area } = await town.call('areaAtPoint', { query: point }, admin)
    expect(area?.path, 'a shop stands in the grid that it says').toBe(at.path)
    const { items: activities } = await town.call('listActivities', { query: {} })
    expect(new Set(activities.map(({ title }) => title)).size).toBe(4)
    const { items: rounds } = await town.call('listCampaigns', { query: {} }, admin)
    const params = { id: rounds[0]?.id ?? '' }
    const { grids } = await town.call('campaignProgress', { params }, admin)
    expect(grids.some(({ met }) => met > 0)).toBe(true)
    const { items: checkIns } = await town.call('listCheckIns', { query: {} }, admin)
    expect(checkIns.map(({ state }) => state).sort()).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'asked',
    ])
  })

  test('the seat of the unit has a redemption to hand over and others in its statement, once', async () => {
    const mine = await token('unitHandler')
    const { items } = await town.call('listRedemptions', { query: {} }, mine)
    expect(items.map(({ state }) => state).sort()).toEqual(['collected', 'collected', 'held'])
    const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7)
    const statement = await town.call('getSettlement', { params: { month }, query: {} }, mine)
    expect(statement).toMatchObject({ holds: true, total: { pieces: 2 } })
    const shelf = await town.call('listRewards', { query: {} }, await token('resident'))
    expect(shelf.items.map(({ source }) => source?.document)).toHaveLength(PRESETS.xihu.rewards.length)
  })

  test('what leaves the hand of a seat is made up for at the next start', async () => {
    const mine = await token('gridWorker')
    const tasks = () => town.call('listMyTasks', { query: {} }, mine)
    const [first] = (await tasks()).items
    const body = { version: first?.version ?? 0, reason: '已经自己解决了，谢谢。' }
    await town.call('cancelOrder', { params: { id: first?.id ?? '' }, body }, await token('duty'))
    expect((await tasks()).items).toHaveLength(1)
    await foundDemo(house, () => undefined, { orders: ORDERS })
    expect((await tasks()).items).toHaveLength(2)
  })

  test('a seat gives a token that speaks for its person, or the cookie', async () => {
    const call = clientOf(inProcess(house.app))
    const seats = await call('listSeats', {})
    expect(seats.map(({ seat }) => seat).sort()).toEqual(Object.keys(SEAT_PEOPLE).sort())
    for (const { seat, person } of seats) {
      const { token: own } = await call('takeSeat', { params: { seat }, body: { bearer: true } })
      expect((await call('whoAmI', {}, own ?? '')).person.name).toBe(person)
    }
    const taken = await call('takeSeat', { params: { seat: 'helper' }, body: { bearer: true } })
    const me = await call('whoAmI', {}, taken.token ?? '')
    expect(me.person.name).toBe(SEAT_PEOPLE.helper.name)
    expect(me.roles.map(({ role }) => role)).toContain('helper')
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/demo/seats/duty/sign-in',
      payload: {},
    })
    expect(answer.json().token).toBeNull()
    expect(answer.headers['set-cookie']).toMatch(/^linli_session=.*HttpOnly/)
  })

  test('the neighbours leave alone what a visitor has touched', { timeout: 60_000 }, async () => {
    const rows = await everyOrder()
    const open = rows.find(
      ({ state }) => state === 'inProgress' || state === 'handled' || state === 'followUp',
    )
    const body = { version: open?.version ?? 0, text: '我来看过这张单。' }
    await town.call('addNote', { params: { id: open?.id ?? '' }, body }, await token('duty'))
    const noted = (await everyOrder()).find(({ id }) => id === open?.id)
    const stage = openStage()
    const errors: Error[] = []
    const neighbours = startNeighbours(town, stage, (error) => errors.push(error), {
      shortest: 1,
      longest: 2,
    })
    await expect.poll(() => stage.orders, { timeout: 40_000, interval: 100 }).toBeGreaterThan(5)
    await neighbours.stop()
    expect(errors).toEqual([])
    const after = await town.call('getOrder', { params: { id: open?.id ?? '' } }, await token('duty'))
    expect(after.version).toBe(noted?.version)
  })

  test('outside a demo nobody finds a seat', async () => {
    const other = await opened(database, folder, '0')
    try {
      const call = clientOf(inProcess(other.app))
      const refusals = await Promise.allSettled([
        call('listSeats', {}),
        call('takeSeat', { params: { seat: 'duty' }, body: { bearer: true } }),
        call('getPace', {}),
        call('setPace', { body: { running: false } }),
      ])
      for (const refusal of refusals)
        expect(
          refusal.status === 'rejected' && refusal.reason instanceof CallFailed && refusal.reason.status,
        ).toBe(404)
    } finally {
      await other.close()
    }
  })
})

test('the needs of every place are different ones', () => {
  for (const preset of Object.values(PRESETS)) {
    const needs = needsOf(preset.catalogue)
    expect(new Set(needs.map(({ text }) => text)).size, preset.key).toBe(needs.length)
    expect(needs.length, preset.key).toBeGreaterThan(20)
  }
})
