import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { listOrders } from '../../apps/server/src/rooms/orders/views/lists.ts'
import { type Cast, GRABBABLE, offer, openCast, PLAYS } from './cast.ts'
import { faultsOf, keptOf } from './invariants.ts'
import { BUILDING, COMMUNITY, openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number, dice = 1) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })

async function offered(): Promise<string> {
  const id = newId()
  await offer(town, cast, id)
  return id
}

describe('steps that meet', () => {
  it('a note or a wider wave at the same moment does not cost a helper the order', async () => {
    for (const verb of ['addNote', 'widenOffer'] as const) {
      const helper = await town.helper('志愿者', undefined, { skills: [] })
      const id = await offered()
      const [claimed] = await Promise.allSettled([
        play('claimOrder', helper, id, 3),
        play(verb, verb === 'addNote' ? cast.resident : cast.dispatcher, id, 3),
      ])
      expect(claimed).toMatchObject({ status: 'fulfilled', value: { state: 'inProgress' } })
      expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
    }
  })

  it('two reviewers at the same moment: one decides, the other is told to look again', async () => {
    const helper = await town.helper('志愿者', undefined, { skills: [] })
    const id = await offered()
    await play('claimOrder', helper, id, 3)
    await play('handleOrder', helper, id, 4)
    const both = await Promise.allSettled([
      play('approveHandling', cast.reviewer, id, 5),
      play('returnHandling', cast.admin, id, 5),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
  })

  it('a claim and the deadline’s own widening leave one order in one state', async () => {
    const helper = await town.helper('志愿者', undefined, { skills: [] })
    const id = await offered()
    town.db.setShift(town.db.shift() + 86_400_000)
    const [claimed] = await Promise.allSettled([
      play('claimOrder', helper, id, 3),
      fireDeadlines(town.needs, 1),
    ])
    expect(claimed.status).toBe('fulfilled')
    expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
  })
})

describe('an order whose place turns out to lie elsewhere', () => {
  it('is accepted into the other community, found by search there and no longer here', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1)
    await play('acceptOrder', cast.desk, id, 1, 9)
    const there = await town.person('外区', [{ role: 'intake', areaPath: '/s01/c02/', unitId: null }])
    const found = async (actor: Actor) =>
      (await listOrders(town.needs, actor, 'zh', { q: '灯不亮' })).items.map((row) => row.id)
    expect(await found(there)).toEqual([id])
    expect(await found(cast.desk)).not.toContain(id)
    expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
  })
})

describe('a grid worker who reports and handles the same matter', () => {
  it('does not judge the own work', async () => {
    const id = newId()
    const steps = [
      ['placeOrder', cast.gridWorker, 8], // dice 8: a grid report
      ['acceptOrder', cast.desk, 1],
      ['dispatchOrder', cast.dispatcher, 2], // dice 2: to the grid worker
      ['signOrder', cast.gridWorker, 1],
      ['handleOrder', cast.gridWorker, 1],
      ['approveHandling', cast.reviewer, 1],
    ] as const
    for (const [index, [verb, actor, dice]] of steps.entries())
      await play(verb, actor, id, Math.max(index, 1), dice)
    await expect(play('rateOrder', cast.gridWorker, id, 6)).rejects.toMatchObject({
      code: 'orders.ownHandling',
    })
    expect((await keptOf(town, [id])).map(({ state }) => state)).toEqual(['followUp'])
  })
})

describe('the client’s own id', () => {
  it('is one order however often it is sent', async () => {
    const id = newId()
    const both = await Promise.all([1, 2].map(() => play('placeOrder', cast.resident, id, 1)))
    expect(new Set(both.map(({ number }) => number)).size).toBe(1)
    expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
  })

  it('is that order to whoever repeats it, also after the desk has put it right', async () => {
    const id = newId()
    const placed = await play('placeOrder', cast.resident, id, 1)
    await play('acceptOrder', cast.desk, id, 1, 9) // the item's place lies in the neighbouring community
    expect(await play('placeOrder', cast.resident, id, 1)).toMatchObject({
      number: placed.number,
      version: 2,
    })
  })

  it.each([
    ['words', { detail: '水管漏了' }],
    ['place', { path: COMMUNITY }],
    ['item', { item: 'noise' }],
    ['address', { address: '1栋 502' }],
    ['number', { contactPhone: '19900005678' }],
    ['wish for secrecy', { anonymous: true }],
    ['kind', { kind: 'complaint' }],
  ] as const)('with another %s is refused in words, and the first order stays', async (_, change) => {
    const id = newId()
    const first = {
      id,
      channel: 'hand',
      kind: 'help',
      item: GRABBABLE,
      detail: '灯不亮了',
      path: BUILDING,
      address: '1栋 501',
      contactPhone: '19900001234',
    } as const
    const send = (body: Parameters<typeof placeOrder>[2]) => {
      const by = town.by(cast.resident)
      if (!('actor' in by)) throw new Error('a person')
      return placeOrder(town.needs, by, body)
    }
    const { number } = await send(first)
    await expect(send({ ...first, ...change })).rejects.toMatchObject({ code: 'orders.idTaken', status: 409 })
    expect(await send(first)).toMatchObject({ number, version: 1 })
    expect((await keptOf(town, [id])).flatMap(faultsOf)).toEqual([])
  })

  it('is refused, not tried for ever, when the number is taken by somebody the look-up does not find', async () => {
    const id = newId()
    const phone = '19900007777'
    await town.admin(
      `insert into people (region_id, id, name, path, phone_hmac, erased_at, created_at) values (1, $1, '', $2, $3, now(), now())`,
      [newId(), BUILDING, town.needs.crypto.lookUp(phone)],
    )
    let looks = 0
    const needs = {
      ...town.needs,
      personByPhone: (region: number, number: string) => {
        looks += 1
        return town.needs.personByPhone(region, number)
      },
    }
    const by = town.by(cast.resident)
    if (!('actor' in by)) throw new Error('a person')
    const body = {
      id,
      channel: 'proxy',
      kind: 'help',
      detail: '灯不亮了',
      path: BUILDING,
      contactPhone: phone,
    } as const
    await expect(placeOrder(needs, by, body)).rejects.toMatchObject({ constraint: 'people_phone' })
    expect(looks).toBe(2)
    expect(await keptOf(town, [id])).toEqual([])
  })

  it('of another person’s order is refused in words', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1)
    await expect(play('placeOrder', cast.stranger, id, 1)).rejects.toMatchObject({ code: 'kernel.keyReused' })
  })
})
