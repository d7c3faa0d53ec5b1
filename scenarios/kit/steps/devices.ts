import type { DevicePage, PressPage, PressView } from '@linli/contract/devices/shapes'
import { CALL_OUTCOMES, PRESS_ANSWERS } from '@linli/contract/devices/words'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { hear } from '../../../apps/server/src/rooms/devices/actions/hear.ts'
import { itemOf, personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask } from '../town.ts'
import { homeOf } from './home.ts'

const HOUR = 3_600_000
type Device = { readonly id: string; readonly serial: string; readonly holder: string }
const devices = new WeakMap<World, Device>()
const deviceOf = (world: World): Device => {
  const device = devices.get(world)
  if (!device) throw new Error('还没有装一键通')
  return device
}
const later = (world: World, milliseconds: number): void =>
  world.house.db.setShift(world.house.db.shift() + milliseconds)

async function must(answer: ReturnType<typeof ask>): Promise<Record<string, unknown>> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
  return body
}
const say = (world: World, kind: 'press' | 'test' | 'heartbeat', battery: number | null = null) =>
  hear(
    world.house.furniture.deviceNeeds,
    { region: 1, serial: deviceOf(world).serial, kind, key: newId(), battery },
    'broker',
  )
async function pressOf(world: World, name: string): Promise<Static<typeof PressView>> {
  const { items } = (await must(ask(world, personOf(world, name), 'GET', '/presses'))) as Static<
    typeof PressPage
  >
  const [press] = items
  if (!press) throw new Error('没有人按键')
  return (await must(ask(world, personOf(world, name), 'GET', `/presses/${press.id}`))) as Static<
    typeof PressView
  >
}
const inbox = async (world: World, name: string): Promise<string> => {
  await world.house.settle()
  return JSON.stringify((await ask(world, personOf(world, name), 'GET', '/me/notices')).body)
}
const codeOf = <Code extends string>(
  words: { readonly [code in Code]: { zh: string } },
  zh: string,
): Code => {
  const code = (Object.keys(words) as Code[]).find((one) => words[one].zh === zh)
  if (!code) throw new Error(`没有“${zh}”这个说法`)
  return code
}

/** 一键通. */
export const deviceSteps = [
  step<World>(
    '{}登记一台一键通，{}把它装到{}家，家人是{}',
    async (world, [admin = '', keeper = '', holder = '', family = '']) => {
      const device = { id: newId(), serial: 'XH-000001', holder }
      const { path } = personOf(world, holder)
      await must(
        ask(world, personOf(world, admin), 'POST', '/devices', {
          id: device.id,
          serial: device.serial,
          kind: 'button',
          model: 'K-1',
          path,
        }),
      )
      devices.set(world, device)
      await say(world, 'test')
      await must(
        ask(world, personOf(world, keeper), 'POST', `/devices/${device.id}/bind`, {
          version: 1,
          personId: personOf(world, holder).personId,
          householdId: await homeOf(world, holder),
          language: 'dialect',
          contacts: [{ kind: 'family', name: family, phone: personOf(world, family).phone, nights: true }],
        }),
      )
    },
  ),
  step<World>('{}看得到这台设备在谁家、电量、信号和上次试按', async (world, [keeper = '']) => {
    await say(world, 'heartbeat', 86)
    const { items } = (await must(ask(world, personOf(world, keeper), 'GET', '/devices'))) as Static<
      typeof DevicePage
    >
    expect(items).toMatchObject([{ state: 'bound', battery: 86, isSilent: false }])
    expect(items[0]?.name).toMatch(/^.\*+$/)
    expect(items[0]?.testedAt).toBeTruthy()
  }),
  step<World>('一天没有信号，自动点一张单请人去看，只点一次，信号恢复就撤', async (world) => {
    const { tendQuiet } = world.house.furniture
    const orders = () =>
      world.house.db.read<{ state: string }>(
        systemScope(1),
        sql`select state from orders where region_id = 1 and channel = 'device' and urgency = 'ordinary'`,
      )
    later(world, 25 * HOUR)
    await tendQuiet(1)
    await tendQuiet(1)
    await world.house.settle()
    expect(await orders()).toMatchObject([{ state: 'submitted' }])
    await say(world, 'heartbeat', 85)
    await world.house.settle()
    expect(await orders()).toMatchObject([{ state: 'cancelled' }])
  }),
  step<World>('{}按下一键通', async (world, [holder = '']) => {
    expect(holder).toBe(deviceOf(world).holder)
    await say(world, 'press')
    const [row] = await world.house.db.read<{ id: string }>(
      systemScope(1),
      sql`select order_id as id from device_presses where region_id = 1 and ended_at is null`,
    )
    Object.assign(world, { orderId: row?.id ?? '', placedBy: holder })
  }),
  step<World>('又按了两次，还是这一张单', async (world) => {
    const before = world.orderId
    for (let count = 0; count < 2; count += 1) expect(await say(world, 'press')).toBe('joined')
    const rows = await world.house.db.read<{ id: string; presses: number }>(
      systemScope(1),
      sql`select order_id as id, presses from device_presses where region_id = 1 and ended_at is null`,
    )
    expect(rows).toMatchObject([{ id: before, presses: 3 }])
  }),
  step<World>('{}回拨，{}要{}', async (world, [officer = '', _holder = '', item = '']) => {
    expect(await inbox(world, officer)).toContain('devicePressed')
    const { id, version } = await pressOf(world, officer)
    await must(ask(world, personOf(world, officer), 'POST', `/presses/${id}/take`, { version }))
    const body = { version: version + 1, outcome: 'service', item: itemOf(world, item).key }
    await must(ask(world, personOf(world, officer), 'POST', `/presses/${id}/end`, body))
  }),
  step<World>('{}回拨，听出是{}', async (world, [officer = '', outcome = '']) => {
    const { id, version } = await pressOf(world, officer)
    const body = { version, outcome: codeOf(CALL_OUTCOMES, outcome) }
    await must(ask(world, personOf(world, officer), 'POST', `/presses/${id}/end`, body))
  }),
  step<World>(
    '没人回拨，先请{}，再请{}，还请了家人{}，最后告诉{}逐个打电话',
    async (world, [worker = '', desk = '', family = '', ringer = '']) => {
      const { rule } = await world.house.furniture.deviceNeeds.terms(1)
      const told: string[] = []
      for (const seconds of [rule.callBackSeconds, ...rule.waves.map((wave) => wave.seconds)]) {
        later(world, seconds * 1000 + 1000)
        await world.house.furniture.goOnPresses(1)
        for (const name of [worker, desk, family])
          if (!told.includes(name) && (await inbox(world, name)).includes('deviceAsked')) told.push(name)
      }
      expect(told).toEqual([worker, desk, family])
      expect(await inbox(world, worker)).toContain('deviceAskedAgain')
      expect(await inbox(world, ringer)).toContain('deviceRing')
    },
  ),
  step<World>('{}答复{}', async (world, [name = '', answer = '']) => {
    const { items } = (await must(ask(world, personOf(world, name), 'GET', '/me/presses'))) as Static<
      typeof PressPage
    >
    const body = { answer: codeOf(PRESS_ANSWERS, answer) }
    await must(ask(world, personOf(world, name), 'POST', `/presses/${items[0]?.id}/answer`, body))
  }),
  step<World>(
    '{}不能当误按结束它，{}交给了120，{}见到本人才结束',
    async (world, [officer = '', worker = '', seer = '']) => {
      const press = await pressOf(world, officer)
      const refused = await ask(world, personOf(world, officer), 'POST', `/presses/${press.id}/end`, {
        version: press.version,
        outcome: 'falseAlarm',
      })
      expect(refused).toMatchObject({ status: 409, body: { code: 'devices.seenFirst' } })
      await must(
        ask(world, personOf(world, worker), 'POST', `/presses/${press.id}/hand-over`, {
          service: 'ambulance',
        }),
      )
      await must(ask(world, personOf(world, seer), 'POST', `/presses/${press.id}/seen`, { how: 'saw' }))
      const { body } = await ask(world, personOf(world, officer), 'GET', `/presses/${press.id}`)
      expect(body).toMatchObject({ stage: 'ended', outcome: 'seen' })
    },
  ),
]
