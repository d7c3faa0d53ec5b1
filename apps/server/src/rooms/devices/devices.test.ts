import type { MyPresses, PressPage, PressView } from '@linli/contract/devices/shapes'
import type { Static } from '@linli/contract/schema'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse } from '../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../tests/kit/houseCast.ts'
import { type PlantedDevice, plantDevice } from '../../../../../tests/kit/houseDevices.ts'
import { HERE, THERE } from '../../../../../tests/kit/houseGround.ts'
import { plantPerson } from '../../../../../tests/kit/houseRows.ts'
import { buildWorld, type World } from '../../../../../tests/kit/houseWorld.ts'
import { newId } from '../../kernel/ids.ts'
import { hear } from './actions/hear.ts'
import { goOnPresses, tendQuiet } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
type Press = Static<typeof PressView>

let world: World
let desk: Actor
let worker: Actor
let neighbour: Actor

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  desk = await actorOf(world, 'intake')
  worker = await actorOf(world, 'gridWorker')
  neighbour = await actorOf(world, 'helper')
})
afterEach(() => world.house.db.setShift(0))
afterAll(async () => {
  await world.close()
})

const needs = () => world.house.furniture.deviceNeeds
const press = (device: PlantedDevice, key = newId(), kind: 'press' | 'test' | 'cancel' = 'press') =>
  hear(needs(), { region: 1, serial: device.serial, kind, key, battery: null }, 'broker')
const beat = (device: PlantedDevice, battery: number | null = null) =>
  hear(needs(), { region: 1, serial: device.serial, kind: 'heartbeat', key: newId(), battery }, 'broker')

async function ask<T = unknown>(actor: Actor, id: string, input: Parameters<World['ask']>[2] = {}) {
  const operation = world.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  const { status, body } = await world.ask(operation, actor.token, input)
  return { status, body: body as T }
}
const at = (id: string, body?: unknown) => ({ params: { id }, ...(body === undefined ? {} : { body }) })

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await world.admin.query(text, values)).rows as T[]
}
type Facts = {
  id: string
  version: number
  orderId: string
  state: string
  urgency: string
  item: string | null
}
/** The device's newest press with its order, and how many presses and orders there are. */
async function pressOf(device: PlantedDevice): Promise<Facts> {
  const [row] = await rows<Facts>(
    `select p.id, p.version, p.order_id as "orderId", o.state, o.urgency, o.item from device_presses p join orders o on o.region_id = p.region_id and o.id = p.order_id
     where p.region_id = 1 and p.device_id = $1 order by p.pressed_at desc limit 1`,
    device.id,
  )
  if (!row) throw new Error('no press')
  return row
}
const counts = async (device: PlantedDevice) =>
  (
    await rows<{ presses: number; orders: number; times: number }>(
      `select count(*)::int as presses, count(distinct order_id)::int as orders, coalesce(sum(presses), 0)::int as times from device_presses where region_id = 1 and device_id = $1`,
      device.id,
    )
  )[0]
const told = async (kind: string, personId: string): Promise<number> => {
  await world.house.settle()
  const [row] = await rows<{ count: number }>(
    `select count(*)::int as count from notices where region_id = 1 and kind = $1 and person_id = $2`,
    kind,
    personId,
  )
  return row?.count ?? 0
}
/** Lets so much time pass for the database's clock, from now on. */
const later = (milliseconds: number): void => world.house.db.setShift(world.house.db.shift() + milliseconds)
const goOn = () => goOnPresses(needs(), 1)
describe('a press', () => {
  it('is an order at once, with who pressed, where, and the number to call', async () => {
    const device = await plantDevice(world, HERE)
    expect(await press(device)).toBe('placed')
    const { orderId, state } = await pressOf(device)
    expect(state).toBe('submitted')
    const [order] = await rows(
      `select channel, requester_id, beneficiary_id, path, contact_phone_tail from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id where o.id = $1`,
      orderId,
    )
    expect(order).toMatchObject({
      channel: 'device',
      requester_id: device.person,
      beneficiary_id: device.person,
      path: HERE.path,
      contact_phone_tail: '1380001',
    })
    expect(await told('devicePressed', desk.personId)).toBeGreaterThan(0)
  })

  it('joins the one that lives, and the order says so', async () => {
    const device = await plantDevice(world, HERE)
    await press(device)
    expect(await press(device)).toBe('joined')
    expect(await press(device)).toBe('joined')
    expect(await counts(device)).toEqual({ presses: 1, orders: 1, times: 3 })
    const { orderId } = await pressOf(device)
    const notes = await rows(`select 1 from order_events where order_id = $1 and verb = 'addNote'`, orderId)
    expect(notes.length).toBe(2)
  })

  it('counts once, however often it is sent', async () => {
    const device = await plantDevice(world, HERE)
    expect(await press(device, 'one')).toBe('placed')
    expect(await press(device, 'one')).toBe('repeated')
    expect(await counts(device)).toEqual({ presses: 1, orders: 1, times: 1 })
  })

  it('is of a device that is known here and in use; in stock it is a trial', async () => {
    const stock = await plantDevice(world, HERE, { inStock: true })
    expect(await press(stock)).toBe('noted')
    expect(await counts(stock)).toEqual({ presses: 0, orders: 0, times: 0 })
    expect(await press({ ...stock, serial: 'nobody-1' })).toBe('unknown')
    const [tested] = await rows(`select tested_at is not null as tested from devices where id = $1`, stock.id)
    expect(tested).toEqual({ tested: true })
  })

  it('makes one order of presses at the same instant, of many devices, each sent twice and pressed twice', async () => {
    const devices: PlantedDevice[] = []
    for (let count = 0; count < 200; count += 1) devices.push(await plantDevice(world, THERE))
    const heard = await Promise.all(
      devices.flatMap((device) => {
        const [one, two] = [newId(), newId()]
        return [press(device, one), press(device, two), press(device, one), press(device, two)]
      }),
    )
    for (const what of ['placed', 'joined'] as const)
      expect(heard.filter((one) => one === what).length, what).toBe(200)
    expect(heard.filter((one) => one === 'repeated').length).toBe(400)
    const [sum] = await rows(
      `select count(*)::int as presses, count(distinct order_id)::int as orders, sum(presses)::int as times, (select count(*)::int from orders where channel = 'device' and path = $2) as placed
       from device_presses where region_id = 1 and device_id = any($1::uuid[])`,
      devices.map(({ id }) => id),
      THERE.path,
    )
    expect(sum).toEqual({ presses: 200, orders: 200, times: 400, placed: 200 })
    await world.admin.query(
      `update device_presses set stage = 'ended', outcome = 'settled', ended_at = now() where path = $1 and ended_at is null`,
      [THERE.path],
    )
  })

  it('has room for one that lives also where two instances hear at once', async () => {
    const device = await plantDevice(world, HERE)
    const other = { ...needs(), db: world.house.db }
    // Beside the turns of one process: each goes to the database by itself.
    const insert = (id: string) =>
      other.db.pool.connect().then(async (client) => {
        try {
          await client.query(`begin; set local app.region = '1'; set local app.system = 'on'`)
          await client.query(
            `insert into device_presses (region_id, id, device_id, person_id, path, order_id, stage, presses, pressed_at, last_at, wave, version) values (1, $1, $2, $3, $4, $1, 'calling', 1, now(), now(), 0, 1)`,
            [id, device.id, device.person, HERE.path],
          )
          await client.query('commit')
          return true
        } catch {
          await client.query('rollback')
          return false
        } finally {
          client.release()
        }
      })
    const won = await Promise.all(Array.from({ length: 8 }, () => insert(newId())))
    expect(won.filter(Boolean).length).toBe(1)
  })
})

describe('the call back', () => {
  async function pressed(): Promise<{ device: PlantedDevice; id: string; orderId: string }> {
    const device = await plantDevice(world, HERE)
    await press(device)
    return { device, ...(await pressOf(device)) }
  }

  it('is taken by one officer', async () => {
    const { id } = await pressed()
    const other = await actorOf(world, 'dispatcher')
    const answers = await Promise.all(
      [desk, other].map((one) => ask(one, 'takePress', at(id, { version: 1 }))),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const { body } = await ask<Static<typeof PressPage>>(desk, 'listPresses')
    expect(body.items.find((one) => one.id === id)?.takenBy).toMatch(/\*/)
  })

  it('finds a service: it goes to 抢单 as the listed item', async () => {
    const { device, id } = await pressed()
    const wrong = at(id, { version: 1, outcome: 'service' })
    expect((await ask(desk, 'endPress', wrong)).status).toBe(422)
    const right = at(id, { version: 1, outcome: 'service', item: world.item })
    expect((await ask(desk, 'endPress', right)).status).toBe(200)
    expect(await pressOf(device)).toMatchObject({ state: 'offered', item: world.item })
  })

  it.each(['test', 'falseAlarm', 'reassurance'])('finds %s: that is an end of its own', async (outcome) => {
    const { device, id } = await pressed()
    expect((await ask(desk, 'endPress', at(id, { version: 1, outcome }))).status).toBe(200)
    expect(await pressOf(device)).toMatchObject({ state: 'closed' })
    const [ended] = await rows(`select stage, outcome, ended_by from device_presses where id = $1`, id)
    expect(ended).toEqual({ stage: 'ended', outcome, ended_by: desk.personId })
    // The next press is a new matter.
    expect(await press(device)).toBe('placed')
  })

  it('is also the grid worker’s, and nobody’s of another community', async () => {
    const { id } = await pressed()
    const far = await actorOf(world, 'intake', false, THERE)
    for (const [operation, body] of [
      ['takePress', { version: 1 }],
      ['endPress', { version: 1, outcome: 'test' }],
      ['raisePress', { cause: 'danger' }],
    ] as const)
      expect((await ask(far, operation, at(id, body))).status, operation).toBe(403)
    expect((await ask(far, 'getPress', at(id))).status).toBe(404)
    expect((await ask(worker, 'endPress', at(id, { version: 1, outcome: 'falseAlarm' }))).status).toBe(200)
  })

  it('shows the numbers with a reason, on record, while the press lives', async () => {
    const { id } = await pressed()
    const { body } = await ask<{ phone: string; contacts: { phone: string }[] }>(
      desk,
      'revealPress',
      at(id, { reason: '回拨' }),
    )
    expect(body.phone).toBe('13811110001')
    expect(body.contacts.length).toBe(1)
    const looks = await rows(
      `select reason from audit_entries where action = 'revealPress' and subject_id = $1`,
      id,
    )
    expect(looks).toEqual([{ reason: '回拨' }])
    await ask(desk, 'endPress', at(id, { version: 1, outcome: 'test' }))
    expect((await ask(desk, 'revealPress', at(id, { reason: '再看' }))).status).toBe(409)
  })

  it('stays when the device says cancel: somebody still calls', async () => {
    const { device, id } = await pressed()
    expect(await press(device, newId(), 'cancel')).toBe('joined')
    const { body } = await ask<Press>(desk, 'getPress', at(id))
    expect(body).toMatchObject({ stage: 'calling', isCancelled: true })
  })

  it('is over when the order is settled at the desk', async () => {
    const { device, orderId } = await pressed()
    const { version } = await (async () => {
      const [row] = await rows<{ version: number }>(`select version from orders where id = $1`, orderId)
      return row ?? { version: 0 }
    })()
    const answer = { version, answer: '已经说清楚了', source: '电话' }
    expect((await ask(desk, 'answerOrder', at(orderId, answer))).status).toBe(200)
    await world.house.settle()
    const [ended] = await rows(`select outcome from device_presses where device_id = $1`, device.id)
    expect(ended).toEqual({ outcome: 'settled' })
  })
})

describe('an emergency', () => {
  async function raised(cause: 'danger' | 'silence' = 'danger') {
    const device = await plantDevice(world, HERE)
    await press(device)
    const { id } = await pressOf(device)
    if (cause === 'danger') expect((await ask(desk, 'raisePress', at(id, { cause }))).status).toBe(200)
    return { device, id }
  }
  const stage = async (id: string) =>
    (
      await rows(
        `select stage, wave, why, ring_at is not null as rings, next_at is null as still from device_presses where id = $1`,
        id,
      )
    )[0]

  it('begins by itself when nobody calls back in time, and not before', async () => {
    const { device, id } = await raised('silence')
    later(50_000)
    await goOn()
    expect(await stage(id)).toMatchObject({ stage: 'calling' })
    later(11_000)
    await goOn()
    expect(await stage(id)).toMatchObject({ stage: 'emergency', wave: 1, why: 'silence' })
    expect(await pressOf(device)).toMatchObject({
      urgency: 'emergency',
      state: 'accepted',
      item: 'elderUnwell',
    })
    expect(await told('deviceAsked', worker.personId)).toBeGreaterThan(0)
  })

  it('waits longer once somebody has taken the call, and begins when the call has no result', async () => {
    const { id } = await raised('silence')
    await ask(desk, 'takePress', at(id, { version: 1 }))
    later(2 * MINUTE)
    await goOn()
    expect(await stage(id)).toMatchObject({ stage: 'calling' })
    later(4 * MINUTE)
    await goOn()
    expect(await stage(id)).toMatchObject({ stage: 'emergency', why: 'silence' })
  })

  it('asks louder and wider, and at last for somebody to be rung up, each once', async () => {
    const { id } = await raised()
    const waves: unknown[] = []
    for (let count = 0; count < 4; count += 1) {
      later(61_000)
      await Promise.all([goOn(), goOn()])
      waves.push(await stage(id))
    }
    expect(waves).toMatchObject([
      { wave: 2, rings: false },
      { wave: 3, rings: false },
      { wave: 3, rings: true, still: true },
      { wave: 3, rings: true },
    ])
    const [steps] = await rows(
      `select count(*) filter (where verb = 'wave')::int as waves, count(*) filter (where verb = 'louder')::int as louder, count(*) filter (where verb = 'ring')::int as rings from device_press_steps where press_id = $1`,
      id,
    )
    expect(steps).toEqual({ waves: 3, louder: 3, rings: 1 })
    expect(await told('deviceRing', desk.personId)).toBeGreaterThan(0)
    expect(await told('deviceAskedAgain', worker.personId)).toBeGreaterThan(0)
    const asked = await rows<{ why: string }>(
      `select distinct why from device_press_asked where press_id = $1 order by why`,
      id,
    )
    expect(asked.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['neighbours', 'pairedGridWorker', 'station']),
    )
  })

  it('is answered by whoever was asked: who goes has the order, and the waves stand still', async () => {
    const { device, id } = await raised()
    const { body } = await ask<Static<typeof MyPresses>>(worker, 'myPresses')
    expect(body.items.map((one) => one.id)).toContain(id)
    expect((await ask(neighbour, 'answerPress', at(id, { answer: 'going' }))).status).toBe(404)
    expect((await ask(worker, 'answerPress', at(id, { answer: 'going' }))).status).toBe(200)
    expect(await pressOf(device)).toMatchObject({ state: 'inProgress' })
    later(5 * MINUTE)
    await goOn()
    expect(await stage(id)).toMatchObject({ wave: 1 })
    expect((await ask(worker, 'answerPress', at(id, { answer: 'there' }))).status).toBe(200)
    expect(await stage(id)).toMatchObject({ wave: 1, still: true })
  })

  it('goes on when whoever went does not arrive', async () => {
    const { id } = await raised()
    await ask(worker, 'answerPress', at(id, { answer: 'going' }))
    later(31 * MINUTE)
    await goOn()
    await goOn()
    expect(await stage(id)).toMatchObject({ wave: 2 })
  })

  it('ends only after somebody saw or spoke to the person; the order is handled like any other', async () => {
    const { device, id } = await raised()
    const { version } = await pressOf(device)
    const ended = await ask<{ code: string }>(desk, 'endPress', at(id, { version, outcome: 'falseAlarm' }))
    expect(ended).toMatchObject({ status: 409, body: { code: 'devices.seenFirst' } })
    await expect(
      world.admin.query(
        `update device_presses set stage = 'ended', outcome = 'falseAlarm', ended_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('check')
    await ask(worker, 'answerPress', at(id, { answer: 'going' }))
    expect((await ask(worker, 'handOverPress', at(id, { service: 'ambulance' }))).status).toBe(200)
    expect((await ask(worker, 'seePress', at(id, { how: 'saw' }))).status).toBe(200)
    const [row] = await rows(
      `select p.stage, p.outcome, p.seen_by, o.contacted_at is not null as contacted, o.state from device_presses p join orders o on o.id = p.order_id where p.id = $1`,
      id,
    )
    expect(row).toEqual({
      stage: 'ended',
      outcome: 'seen',
      seen_by: worker.personId,
      contacted: true,
      state: 'inProgress',
    })
    const { body } = await ask<Press>(desk, 'getPress', at(id))
    expect(body.steps.map(({ verb }) => verb)).toEqual([
      'pressed',
      'danger',
      'wave',
      'going',
      'handedOver',
      'seen',
    ])
    expect(body.steps.find(({ verb }) => verb === 'handedOver')?.service).toBe('ambulance')
  })

  it('is not cancelled by a button, and pressing again joins it', async () => {
    const { device, id } = await raised()
    await press(device, newId(), 'cancel')
    expect(await press(device)).toBe('joined')
    expect(await stage(id)).toMatchObject({ stage: 'emergency' })
  })
})

describe('a silent device', () => {
  const DAY = 24 * HOUR
  const quiet = async (device: PlantedDevice) =>
    (
      await rows<{ orderId: string; state: string }>(
        `select d.quiet_order_id as "orderId", o.state from devices d left join orders o on o.id = d.quiet_order_id where d.id = $1`,
        device.id,
      )
    )[0]
  /** Everybody else is heard. */
  const alone = (device: PlantedDevice) =>
    world.admin.query(
      `update devices set heard_at = now() + interval '9 days', battery = 90 where region_id = 1 and id <> $1`,
      [device.id],
    )

  it('asks once that somebody looks after it, and asks no more when it is heard again', async () => {
    const device = await plantDevice(world, HERE)
    await alone(device)
    expect(await tendQuiet(needs(), 1)).toBe(0)
    later(DAY + MINUTE)
    expect((await Promise.all([tendQuiet(needs(), 1), tendQuiet(needs(), 1)])).reduce((a, b) => a + b)).toBe(
      1,
    )
    await world.house.settle()
    const before = await quiet(device)
    expect(before?.state).toBe('submitted')
    expect(await tendQuiet(needs(), 1)).toBe(0)
    await beat(device, 80)
    await world.house.settle()
    expect((await quiet(device))?.orderId).toBeNull()
    const [order] = await rows(`select state from orders where id = $1`, before?.orderId)
    expect(order).toEqual({ state: 'cancelled' })
  })

  it('asks for a battery that is low, also while it is heard', async () => {
    const device = await plantDevice(world, HERE)
    await alone(device)
    await beat(device, 12)
    expect(await tendQuiet(needs(), 1)).toBe(1)
    await world.house.settle()
    await beat(device, 11)
    expect((await quiet(device))?.state).toBe('submitted')
  })

  it('sends nobody to each door when very many are silent together', async () => {
    const person = await plantPerson(world, HERE)
    const device = await plantDevice(world, HERE, { person })
    await world.admin.query(
      `update devices set heard_at = now(), quiet_at = null, quiet_order_id = null, battery = 90 where region_id = 1`,
    )
    later(2 * DAY)
    expect(await tendQuiet(needs(), 1)).toBe(0)
    expect((await quiet(device))?.orderId).toBeNull()
  })
})
