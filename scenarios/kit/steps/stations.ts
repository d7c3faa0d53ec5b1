import { STATES } from '@linli/contract'
import type { PlaceView } from '@linli/contract/places/shapes'
import type { GuestEntered } from '@linli/contract/stations/endpoints'
import { expect } from 'vitest'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { OPEN_ALWAYS } from '../../../tests/kit/houseStations.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { type Answer, ask, type Person } from '../town.ts'

type Station = { id: string; slug: string; path: string; secret: string; numbers: number[] }
const stations = new WeakMap<World, Station>()

/** The station that a scenario is about. */
export function stationOf(world: World): Station {
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

/** Stations and guests. */
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
]
