import { STATES } from '@linli/contract'
import type { PlaceView } from '@linli/contract/places/shapes'
import type { GuestEntered } from '@linli/contract/stations/endpoints'
import { expect } from 'vitest'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { planInWorker } from '../../../apps/server/src/rooms/duties/index.ts'
import type { RosterPlan, RosterTask } from '../../../apps/server/src/rooms/duties/rules/rosterTask.ts'
import { OPEN_ALWAYS } from '../../../tests/kit/houseStations.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { type Answer, ask, type Person } from '../town.ts'

type Station = { id: string; slug: string; path: string; secret: string; numbers: number[] }
const stations = new WeakMap<World, Station>()
const plans = new WeakMap<World, { task: RosterTask; plan: RosterPlan }>()

function stationOf(world: World): Station {
  const station = stations.get(world)
  if (!station) throw new Error('还没有驿站')
  return station
}
async function told(
  world: World,
  person: Person | undefined,
  path: string,
  body: object,
): Promise<Answer['body']> {
  const answer = await ask(world, person, 'POST', path, body)
  if (answer.status >= 300) throw new Error(`没有办成：${JSON.stringify(answer.body)}`)
  return answer.body
}
/** Somebody who is known to nobody, by the token of their phone. */
const stranger = (token: string): Person => ({
  name: '游客',
  phone: '',
  personId: '',
  accountId: '',
  token,
  path: '',
  roles: [],
})

async function guest(
  world: World,
  path: string,
  body: object,
): Promise<{ person: Person; secret: string | null }> {
  const entered = (await told(world, undefined, path, { ...body, bearer: true })) as unknown as GuestEntered // the operation's answer
  return { person: stranger(entered.token ?? ''), secret: entered.secret }
}

const DAY = 1440
/** Three shifts of eight hours, round the clock. */
const ROUND = [0, 480, 960].map((start, n) => ({ key: `s${n}`, start, minutes: 480 }))

async function plan(world: World, task: RosterTask): Promise<void> {
  plans.set(world, { task, plan: await planInWorker(task) })
}
const members = (count: number): RosterTask['members'] =>
  Array.from({ length: count }, (_, n) => ({
    id: `m${n}`,
    skills: [],
    offDays: [],
    offShifts: [],
    wishes: [],
    busy: [],
  }))

/** Stations, guests and rosters of posts. */
export const stationSteps = [
  step<World>('{}在{}开了{}，一年三百六十五天有人', async (world, [name = '', path = '', title = '']) => {
    const id = newId()
    const { slug } = await told(world, personOf(world, name), '/stations', {
      id,
      kind: 'fixed',
      name: title,
      path,
      address: '游客中心旁',
      position: null,
      photos: [],
      phone: null,
      facilities: [],
      stepFree: true,
      hours: OPEN_ALWAYS,
      from: null,
      to: null,
    })
    stations.set(world, { id, slug: String(slug), path, secret: '', numbers: [] })
  }),
  step<World>('驿站页上能点{}和{}', async (world, items) => {
    const { body } = await ask(world, undefined, 'GET', '/place')
    const { items: all } = body as unknown as PlaceView // the operation's answer
    const atStation = all.filter((item) => item.atStation).map(({ name }) => name.zh)
    for (const item of items) expect(atStation).toContain(item)
  }),
  step<World>('{}从驿站页点{}', async (world, [name = '', item = '']) => {
    const { path } = stationOf(world)
    const row = world.preset.catalogue.find((one) => one.atStation && one.name.zh === item)
    if (!row) throw new Error(`驿站页上没有${item}`)
    const id = newId()
    const body = { id, channel: 'hand', kind: row.kind, item: row.key, detail: item, path }
    await told(world, personOf(world, name), '/orders', body)
    world.orderId = id
  }),
  step<World>('一位游客扫码求助{}', async (world, [detail = '']) => {
    const station = stationOf(world)
    const { person, secret } = await guest(world, `/stations/at/${station.slug}/guests`, {})
    const id = newId()
    const body = { id, channel: 'guest', kind: 'help', detail, path: station.path }
    await told(world, person, '/orders', body)
    world.orderId = id
    stations.set(world, { ...station, secret: secret ?? '' })
  }),
  step<World>('游客凭自己的链接看到这张单是{}', async (world, [state = '']) => {
    const { person } = await guest(world, '/guests/return', { secret: stationOf(world).secret })
    const { body } = await ask(world, person, 'GET', `/orders/${world.orderId}`)
    expect(STATES[body['state'] as keyof typeof STATES]?.zh).toBe(state) // the contract's states
  }),
  step<World>('没有链接的人看不到这张单', async (world) => {
    const { slug } = stationOf(world)
    const { person } = await guest(world, `/stations/at/${slug}/guests`, {})
    expect((await ask(world, person, 'GET', `/orders/${world.orderId}`)).status).toBe(404)
  }),
  step<World>('{}在驿站取号，{}给没带手机的人取号', async (world, [name = '', desk = '']) => {
    const station = stationOf(world)
    const own = await told(world, personOf(world, name), `/stations/${station.id}/numbers`, { id: newId() })
    const at = `/stations/${station.id}/numbers/at-counter`
    const other = await told(world, personOf(world, desk), at, { id: newId() })
    stations.set(world, { ...station, numbers: [Number(own['number']), Number(other['number'])] })
  }),
  step<World>('{}按先后叫号', async (world, [desk = '']) => {
    const { id, numbers } = stationOf(world)
    for (const number of numbers) {
      const called = await told(world, personOf(world, desk), `/stations/${id}/numbers/next`, {
        counter: '一窗',
      })
      expect(called['number']).toBe(number)
    }
  }),
  step<World>('{n}个点位三班倒，{n}人排{n}天', async (world, [gates = '', people = '', days = '']) =>
    plan(world, {
      days: Number(days),
      firstWeekday: 1,
      freeDays: [],
      restMinutes: 11 * 60,
      weekMinutes: 56 * 60,
      shifts: ROUND,
      posts: Array.from({ length: Number(gates) }, (_, n) => ({ id: `p${n}`, needed: 1, skill: null })),
      members: members(Number(people)),
    }),
  ),
  step<World>('一个驿站全年午间和节假日值班，{n}人排{n}天', async (world, [people = '', days = '']) =>
    plan(world, {
      days: Number(days),
      firstWeekday: 1,
      freeDays: Array.from({ length: Number(days) }, (_, day) => day).filter((day) => day % 7 >= 5),
      restMinutes: 11 * 60,
      weekMinutes: 40 * 60,
      shifts: [
        { key: 'lunch', start: 720, minutes: 120, on: 'workday' },
        { key: 'free', start: 540, minutes: 480, on: 'freeDay' },
      ],
      posts: [{ id: 'desk', needed: 1, skill: null }],
      members: members(Number(people)),
    }),
  ),
  step<World>('没有空岗，没有人连着上班，最多和最少的人相差不到一班', async (world) => {
    const made = plans.get(world)
    if (!made) throw new Error('还没有排班')
    const { task, plan: done } = made
    expect(done.gaps).toEqual([])
    const served = Map.groupBy(done.duties, ({ member }) => member)
    for (const duties of served.values()) {
      const times = duties
        .map(({ day, shift }) => day * DAY + (task.shifts[shift]?.start ?? 0))
        .sort((a, b) => a - b)
      for (const [n, at] of times.entries()) {
        const before = times[n - 1]
        if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(task.restMinutes)
      }
    }
    const longest = Math.max(...task.shifts.map(({ minutes }) => minutes))
    expect(done.minutes.most - done.minutes.least).toBeLessThanOrEqual(longest)
  }),
]
