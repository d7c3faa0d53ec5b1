import type { State } from '@linli/contract'
import fc from 'fast-check'
import type pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { Refused } from '../../apps/server/src/kernel/db/database.ts'
import { openOwnerPool, ownerTransaction } from '../../apps/server/src/kernel/db/ownerPool.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { migrateJobs } from '../../apps/server/src/kernel/jobs/worker.ts'
import { startRelay } from '../../apps/server/src/kernel/outbox/relay.ts'
import { Problem } from '../../apps/server/src/kernel/problem.ts'
import {
  countAnew,
  insightRoom,
  insightRulesOf,
  unequalCounters,
} from '../../apps/server/src/rooms/insight/index.ts'
import { overdueByArea } from '../../apps/server/src/rooms/orders/index.ts'
import { helperGroups } from '../../apps/server/src/rooms/people/index.ts'
import { fittingStep, openCast, PLAYS } from './cast.ts'
import { keptOf } from './invariants.ts'
import { openTown, STREET, type Town } from './town.ts'

let town: Town
let pool: pg.Pool
const errors: Error[] = []
const rules = async () => insightRulesOf(town.place)
const needs = () => ({
  db: town.db,
  rules,
  overdueByArea,
  helperGroups: (region: number, area: string) => helperGroups(town.db, region, area),
})

beforeAll(async () => {
  town = await openTown()
  await migrateJobs(town.ownerUrl)
  pool = openOwnerPool(town.ownerUrl, (error) => errors.push(error))
})
afterAll(async () => {
  await pool.end()
  await town.close()
})

/** Lives some orders through steps that the dice choose. */
async function live(dice: readonly number[]): Promise<void> {
  const cast = await openCast(town)
  const ids = [newId(), newId()]
  for (const [n, die] of dice.entries()) {
    const kept = await keptOf(town, ids)
    const id = ids[n % 2] ?? newId()
    const order = kept.find((one) => one.id === id)
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

it('counts whatever happens exactly once, however many relays fold at the same moment', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  console.info(`counters: seed ${seed} (SEED=${seed} repeats it)`)
  const relays = [1, 2, 3].map(() =>
    startRelay(pool, [insightRoom(needs())], {
      everyMilliseconds: 5,
      onError: (error) => errors.push(error),
    }),
  )
  await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 9999 }), { minLength: 10, maxLength: 24 }), live), {
    seed,
    numRuns: 8,
    interruptAfterTimeLimit: 40_000,
  })
  await Promise.all(relays.map((relay) => relay.idle()))
  await Promise.all(relays.map((relay) => relay.stop()))
  expect(errors).toEqual([])
  expect(await unequalCounters(needs(), 1)).toEqual([])

  const counted = await town.db.read<{ state: string; orders: number }>(
    systemScope(1),
    sql`select state, sum(orders)::int as orders from order_states where region_id = 1 and area = ${STREET} group by state having sum(orders) <> 0 order by state`,
  )
  const there = await town.admin<{ state: string; orders: number }>(
    'select state, count(*)::int as orders from orders where region_id = 1 group by state order by state',
  )
  expect(counted).toEqual(there)
  expect(there.length).toBeGreaterThan(2)
}, 90_000)

it('names a counter that was tampered with, and makes all of them again', async () => {
  await town.admin(`update order_states set orders = orders + 1 where region_id = 1 and area = '/'`)
  expect((await unequalCounters(needs(), 1)).map(({ area }) => area)).toContain('/')
  await ownerTransaction(pool, 1, (tx) => countAnew(needs(), tx, 1))
  expect(await unequalCounters(needs(), 1)).toEqual([])
})

it('lets no request count', async () => {
  await expect(
    town.db.commit(systemScope(1), [sql`update order_states set orders = 0 where region_id = 1`]),
  ).rejects.toThrow(/permission denied/)
})
