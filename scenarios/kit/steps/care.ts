import type { CareView, MyCare } from '@linli/contract/care/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask } from '../town.ts'
import { homeOf } from './home.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A day of the region, so many days after today by the house's clock. */
const dayOf = (world: World, ahead = 0): string =>
  new Date(Date.now() + world.house.db.shift() + 8 * HOUR + ahead * DAY).toISOString().slice(0, 10)
/** Sets the house's clock to an hour of tomorrow. */
const tomorrowAt = (hour: number, world: World, day: string): void => {
  const moment = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
  world.house.db.setShift(moment - Date.now())
}
const plans = new WeakMap<World, string>()
const planOf = (world: World): string => plans.get(world) ?? ''

async function must(answer: ReturnType<typeof ask>): Promise<Record<string, unknown>> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
  return body
}
const inbox = async (world: World, name: string): Promise<string> =>
  JSON.stringify((await ask(world, personOf(world, name), 'GET', '/me/notices')).body)

/** 关爱计划. */
export const careSteps = [
  step<World>(
    '{}为{}安排关爱：{}来，{}替班',
    async (world, [desk = '', cared = '', carer = '', deputy = '']) => {
      const id = newId()
      const { careRhythms } = world.preset
      await must(
        ask(world, personOf(world, desk), 'POST', '/care-plans', {
          id,
          personId: personOf(world, cared).personId,
          householdId: await homeOf(world, cared),
          carerId: personOf(world, carer).personId,
          deputies: [personOf(world, deputy).personId],
          rhythms: careRhythms.map(({ key }) => key),
          from: dayOf(world),
          until: dayOf(world, 180),
          way: 'phone',
        }),
      )
      plans.set(world, id)
    },
  ),
  step<World>('{}在手机上同意关爱', async (world, [cared = '']) => {
    await must(
      ask(world, personOf(world, cared), 'POST', `/care-plans/${planOf(world)}/answer`, { agrees: true }),
    )
  }),
  step<World>('关爱按{}做', async (world, [words = '']) => {
    const names = world.preset.careRhythms.map(({ name }) => name.zh)
    expect(names).toContain(words)
  }),
  step<World>('{}第二天见到了{}，记了一下', async (world, [carer = '', cared = '']) => {
    tomorrowAt(10, world, dayOf(world, 1))
    const mine = (await must(ask(world, personOf(world, carer), 'GET', '/me/care'))) as MyCare // as the contract says
    expect(mine.carer.map(({ id }) => id)).toContain(planOf(world))
    const contact = {
      id: newId(),
      plan: planOf(world),
      rhythm: world.preset.careRhythms[1]?.key,
      outcome: 'seen',
      orders: [],
      at: new Date(Date.now() + world.house.db.shift()).toISOString(),
    }
    await must(ask(world, personOf(world, carer), 'POST', '/care-contacts', { contacts: [contact] }))
    const { body } = await ask(world, personOf(world, cared), 'GET', `/care-plans/${planOf(world)}`)
    expect((body as CareView).contacts).toMatchObject([{ by: carer, outcome: 'seen' }])
  }),
  step<World>(
    '又过一天没人联系，先后告诉了{}、{}和{}，最后自动点了一张单',
    async (world, [carer = '', deputy = '', desk = '']) => {
      const day = dayOf(world, 1)
      for (const hour of [18, 19, 20, 21]) {
        tomorrowAt(hour, world, day)
        await world.house.furniture.alarmCare(1)
        await world.house.furniture.alarmCare(1)
      }
      await world.house.settle()
      expect(await inbox(world, carer)).toContain('careContactMissing')
      expect(await inbox(world, deputy)).toContain('careStandInNeeded')
      expect(await inbox(world, desk)).toContain('careCommunityTold')
      const orders = await world.house.db.read<{ id: string; state: string }>(
        systemScope(1),
        sql`select id, state from orders where region_id = 1 and channel = 'care'`,
      )
      expect(orders).toMatchObject([{ state: 'submitted' }])
    },
  ),
  step<World>('{}不要关爱了，一按就停', async (world, [cared = '']) => {
    await must(ask(world, personOf(world, cared), 'POST', `/care-plans/${planOf(world)}/end`, {}))
    const { body } = await ask(world, personOf(world, cared), 'GET', `/care-plans/${planOf(world)}`)
    expect((body as CareView).ending).toBe('asked')
  }),
]
