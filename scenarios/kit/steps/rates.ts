import type { LedgerTotals } from '@linli/contract/ledgers/shapes'
import { expect } from 'vitest'
import { facts, move, type World } from '../moves.ts'
import { step } from '../run.ts'
import { told } from '../tell.ts'
import { bring, found, recordOf, takenBy } from './visits.ts'

/** Orders that came of the visits of a scenario, in the order in which they were told. */
const issues = new WeakMap<World, readonly string[]>()
const issuesOf = (world: World): readonly string[] => issues.get(world) ?? []

/** 走访、问题、办结: how many visits bring a matter, and how many matters are solved. */
export const rateSteps = [
  step<World>(
    '{}走访{n}户，其中{n}户各说了一件{}',
    async (world, [name = '', doors = '0', told = '0', item = '']) => {
      const taken = takenBy(world)
      const orders: string[] = []
      for (let at = 0; at < Number(told); at += 1) {
        const door = taken.households[at]
        if (door) orders.push(await found(world, name, door, item))
      }
      const records = Array.from({ length: Number(doors) }, (_, at) =>
        recordOf(taken, at, { orders: orders.slice(at, at + 1) }),
      )
      await bring(world, name, records)
      issues.set(world, orders)
    },
  ),
  step<World>('{}当场解答或解决了其中{n}件，每件写明依据', async (world, [name = '', count = '0']) => {
    for (const id of issuesOf(world).slice(0, Number(count))) {
      world.orderId = id
      const { version } = await facts(world)
      const answer = { version, answer: '当场说明白了', source: '社区办事指南' }
      await told(world, name, 'POST', `/orders/${id}/answer`, answer)
    }
  }),
  step<World>('其余{n}件由{}报给{}', async (world, [count = '0', name = '', unit = '']) => {
    const rest = issuesOf(world).slice(-Number(count))
    for (const id of rest) {
      world.orderId = id
      for (const [word, fields] of [
        ['受理', new Map<string, string>()],
        ['派单', new Map([['派给', unit]])],
      ] as const) {
        const { status, body } = await move(world, name, word, fields)
        if (status >= 300) throw new Error(`做不成${word}：${JSON.stringify(body)}`)
      }
    }
  }),
  step<World>(
    '{}在{}上看到{n}件，办结{n}件，办结率百分之{n}',
    async (world, [name = '', ledger = '', all = '', closed = '', rate = '']) => {
      const { items } = await told<{ items: { key: string; name: { zh: string } }[] }>(
        world,
        name,
        'GET',
        '/ledgers',
      )
      const key = items.find((one) => one.name.zh === ledger)?.key
      const count = async (filter: string) =>
        (await told<LedgerTotals>(world, name, 'GET', `/ledgers/${key}/totals${filter}`)).count
      const [whole, done] = [await count(''), await count('?only=state:closed')]
      expect([whole, done]).toEqual([Number(all), Number(closed)])
      expect(Math.round((done / whole) * 100)).toBe(Number(rate))
    },
  ),
]
