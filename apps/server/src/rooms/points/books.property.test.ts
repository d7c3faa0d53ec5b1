import fc from 'fast-check'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openShelf, type ShelfTown } from '../../../../../tests/kit/shelf.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { systemScope } from '../../kernel/auth/actor.ts'
import { expireRedemptions, remindRedemptions } from './actions/endWaiting.ts'

// Whatever is earned, redeemed, collected, left, forgotten and given back, one after the other or at once: no balance below
// what is held, no piece below none, and books that balance.

const HOUR = 3600_000
let town: ShelfTown
beforeAll(async () => {
  town = await openShelf()
})
afterEach(() => town.db.setShift(0))
afterAll(() => town.close())

const VERBS = ['earn', 'redeem', 'redeem', 'collect', 'cancel', 'refund', 'wait'] as const
type Step = { verb: (typeof VERBS)[number]; who: number; what: number; quantity: number; chosen: number }
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...VERBS),
  who: fc.nat(2),
  what: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 3 }),
  chosen: fc.nat(50),
})
/** Steps of one inner list are taken at once. */
const life = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })

type Run = { people: Actor[]; rewards: { id: string; stock: number }[] }

async function take(run: Run, { verb, who, what, quantity, chosen }: Step): Promise<number> {
  const [person, reward] = [run.people[who], run.rewards[what]]
  if (!person || !reward) throw new Error('the run has no such person or reward')
  if (verb === 'wait') {
    town.db.setShift(town.db.shift() + 9 * HOUR)
    await remindRedemptions(town.db, 1)
    await expireRedemptions(town.db, 1)
    return 200
  }
  if (verb === 'earn') {
    await town.earn(person, 10 * quantity)
    return 200
  }
  if (verb === 'redeem')
    return (await town.redeem(person, reward.id, { quantity, points: 10 * quantity })).status
  const mine = await town.mine(person)
  const one = mine[chosen % Math.max(1, mine.length)]
  if (!one) return 200
  if (verb === 'collect') return (await town.collect(town.clerk, one.code ?? '00000000')).status
  if (verb === 'cancel') return (await town.cancel(person, one.id)).status
  return (await town.refund(town.admin, one.id)).status
}

async function check(run: Run): Promise<void> {
  const [books] = await town.db.read<{ low: number; stock: number; balance: number; promised: number }>(
    systemScope(1),
    sql`select min(balance - held) filter (where kind <> 'issuer') as low, sum(balance)::bigint as balance, sum(pending - held)::bigint as promised,
      (select min(stock) from rewards where region_id = 1) as stock from point_accounts where region_id = 1`,
  )
  expect(books?.low ?? 0).toBeGreaterThanOrEqual(0)
  expect(books?.stock ?? 0).toBeGreaterThanOrEqual(0)
  expect({ balance: books?.balance, promised: books?.promised }).toEqual({ balance: 0, promised: 0 })
  for (const reward of run.rewards) {
    const [out] = await town.db.read<{ pieces: number }>(
      systemScope(1),
      sql`select coalesce(sum(quantity), 0)::bigint as pieces from redemptions
        where region_id = 1 and reward_id = ${reward.id}::uuid and state in ('held', 'collected')`,
    )
    expect(await town.stockOf(reward.id)).toBe(reward.stock - (out?.pieces ?? 0))
  }
  for (const person of run.people) {
    const held = (await town.mine(person)).filter(({ state }) => state === 'held')
    expect((await town.purse(person)).held).toBe(held.reduce((all, { points }) => all + points, 0))
  }
}

it('keeps the books whatever is earned and redeemed, in any order and at once', async () => {
  const seed = Date.now() % 2 ** 31
  console.info(`redemption property, seed ${seed}`)
  const counts: { [status: number]: number } = {}
  const property = fc.asyncProperty(life, async (rounds) => {
    town.db.setShift(0)
    const run: Run = {
      people: await Promise.all([0, 20, 60].map((points) => town.neighbour(points))),
      rewards: await Promise.all(
        [2, 5, 9].map(async (stock) => ({ id: await town.reward({ stock, monthlyLimit: 4 }), stock })),
      ),
    }
    for (const steps of rounds)
      for (const status of await Promise.all(steps.map((one) => take(run, one))))
        counts[status] = (counts[status] ?? 0) + 1
    await check(run)
    town.db.setShift(0)
    expect(await town.proof()).toMatchObject({ holds: true, total: 0, unequalAccounts: 0 })
  })
  await fc.assert(property, { seed, numRuns: 25 })
  // Nothing but success and refusals in words, and both of them came up.
  expect(Object.keys(counts).every((status) => ['200', '201', '404', '409'].includes(status))).toBe(true)
  expect(counts[201] ?? 0).toBeGreaterThan(0)
}, 120_000)
