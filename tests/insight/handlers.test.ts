import type { Figures } from '@linli/contract/insight/shapes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { ask, openTown, seat, until } from '../../scenarios/kit/town.ts'

const HELPERS = ['陈建国', '刘小燕', '黄志强']
const HOUR = 3600_000
/** Milliseconds from now to an hour of tomorrow in Beijing, which keeps eight hours ahead of UTC. */
const toTomorrow = (hour: number): number => {
  const sinceMidnight = (Date.now() + 8 * HOUR) % (24 * HOUR)
  return (24 + hour) * HOUR - sinceMidnight
}

let world: World
beforeAll(async () => {
  const town = await openTown('xihu')
  world = { ...town, orderId: '', placedBy: '', lastAnswers: [], winner: '', loser: '' }
  for (const [name, post, where] of [
    ['何平', '居民', '/s01/c01/g01/b1/e1/'],
    ['何领导', '领导', '/'],
    ['郑伟', '区级管理员', '/'],
    ...HELPERS.map((name) => [name, '志愿者', '/s01/c01/g01/']),
  ] as const)
    await seat(town, 'xihu', {
      name: name ?? '',
      post: post ?? '',
      where: where ?? '',
      phone: '',
      skill: post === '志愿者' ? '水暖' : '',
      homeEntry: post === '志愿者',
    })
})
afterAll(() => world.close())

const handlersToday = async (): Promise<number | null> => {
  const { status, body } = await ask(world, world.people.get('何领导'), 'GET', '/insight/figures')
  expect(status).toBe(200)
  return (body as Figures).handlersToday
}

it('counts who handled since midnight in Beijing, from three people up', async () => {
  const { db } = world.house
  db.setShift(toTomorrow(9))
  for (const [index, name] of HELPERS.entries()) {
    expect([index, await handlersToday()]).toEqual([index, null])
    await place(world, '何平', '水龙头水管小修', new Map())
    await until(async () => {
      const { body } = await ask(world, world.people.get(name), 'GET', '/claims')
      return JSON.stringify(body).includes(world.orderId) ? null : 'the order is not on the claim board'
    })
    for (const word of ['抢单', '首次联系', '办好了']) {
      const { status, body } = await move(world, name, word, new Map([['照片', '办理前、办理后']]))
      expect([word, status, body['code']]).toEqual([word, 200, undefined])
    }
  }
  expect(await handlersToday()).toBe(3)
  db.setShift(toTomorrow(23))
  expect(await handlersToday()).toBe(3)
  db.setShift(toTomorrow(25))
  expect(await handlersToday()).toBeNull()
})
