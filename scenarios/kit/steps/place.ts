import { expect } from 'vitest'
import { fireDeadlines } from '../../../apps/server/src/rooms/orders/index.ts'
import type { World } from '../moves.ts'
import { step } from '../run.ts'
import { ask, seat } from '../town.ts'

const DAY = 24 * 3600_000

/** The place itself, the people in it, its words and its time. */
export const placeSteps = [
  step<World>('{name}已经建好，下面的人各就各位', async (world, [place = ''], [, ...rows]) => {
    expect(place).toBe(world.preset.name.zh)
    for (const [name = '', post = '', where = '', phone = '', skill = '', entry = ''] of rows)
      await seat(world, world.preset.key, { name, post, where, phone, skill, homeEntry: entry === '是' })
  }),
  step<World>('过了{n}天', async (world, [days = '0']) => {
    const { db, furniture } = world.house
    db.setShift(db.shift() + Number(days) * DAY)
    await fireDeadlines(furniture.orderNeeds, 1)
    await world.house.settle()
  }),
  step<World>('{name}里写着{}', async (world, [place = '', words = '']) => {
    expect(place).toBe(world.preset.name.zh)
    const { body } = await ask(world, undefined, 'GET', '/place')
    expect(JSON.stringify(body['labels'])).toContain(words)
  }),
]
