import type { State } from '@linli/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refused } from '../../apps/server/src/kernel/db/database.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { Problem } from '../../apps/server/src/kernel/problem.ts'
import { rederived } from '../../apps/server/src/rooms/orders/index.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { fittingStep, offer, openCast, PLAYS } from './cast.ts'
import { keptOf } from './invariants.ts'
import { openTown, type Town } from './town.ts'

const DAY = 86_400_000
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const compared = async () => rederived(town.db, 1, await town.needs.rules(1))

/** Lives two orders through steps that the dice choose; every sixth time a day passes and the deadlines fire. */
async function live(offered: boolean, dice: readonly number[]): Promise<void> {
  const cast = await openCast(town)
  const ids = [newId(), newId()]
  if (offered) for (const id of ids) await offer(town, cast, id)
  for (const [n, die] of dice.entries()) {
    if (die % 6 === 0) {
      town.db.setShift(town.db.shift() + DAY)
      await fireDeadlines(town.needs, 1)
    }
    const id = ids[n % 2] ?? newId()
    const order = (await keptOf(town, ids)).find((one) => one.id === id)
    const target = order ?? { id, version: 1, state: null as State | null, item: null, assignee: null }
    const { verb, name } =
      order === undefined
        ? { verb: 'placeOrder' as const, name: 'resident' as const }
        : fittingStep(order, cast, die)
    try {
      await PLAYS[verb](town, cast, { actor: cast[name], order: target, dice: die })
    } catch (error) {
      if (!(error instanceof Problem || error instanceof Refused)) throw error
    }
  }
}

it('tells every order, its clocks and its due time from the events alone, whatever happened', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  console.info(`rederived: seed ${seed} (SEED=${seed} repeats it)`)
  const plays = fc.asyncProperty(
    fc.boolean(),
    fc.array(fc.nat({ max: 9999 }), { minLength: 12, maxLength: 40, size: 'max' }),
    live,
  )
  await fc.assert(plays, { seed, numRuns: 20, interruptAfterTimeLimit: 60_000 })
  const found = await compared()
  expect(found.states).toEqual([])
  expect(found.times).toEqual([])
  expect(found.orders).toBeGreaterThan(10)
  expect(found.clocks).toBeGreaterThan(found.orders)
}, 90_000)

it('names the row and the column that were tampered with', async () => {
  const [order] = await town.admin<{ id: string; number: string }>(
    `select o.id, o.number from orders o where exists (select from order_clocks c where c.order_id = o.id) order by o.id limit 1`,
  )
  const [clock] = await town.admin<{ id: string }>(
    'select id from order_clocks where order_id = $1 order by started_at limit 1',
    [order?.id],
  )
  const { number } = order ?? { number: '' }
  await town.admin('update orders set calls_tried = calls_tried + 7 where id = $1', [order?.id])
  expect((await compared()).states).toEqual([
    expect.stringMatching(`^${number}: calls_tried is .* its events say`),
  ])
  await town.admin('update orders set calls_tried = calls_tried - 7 where id = $1', [order?.id])

  await town.admin(`update order_clocks set due_at = due_at + interval '1 second' where id = $1`, [clock?.id])
  expect((await compared()).times).toEqual(
    expect.arrayContaining([expect.stringContaining(`${number}: the clock`)]),
  )
  await town.admin(`update order_clocks set due_at = due_at - interval '1 second' where id = $1`, [clock?.id])
  expect(await compared()).toMatchObject({ states: [], times: [] })
})
