import fc from 'fast-check'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SettlingNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { entryStatement } from '../store/ledger.ts'
import { aRule, NEIGHBOUR, neighbours, someFacts } from '../testing.ts'
import { myPoints } from '../views/myPoints.ts'
import { proofOf } from '../views/proof.ts'
import { settleOrder } from './settleOrder.ts'

let test: TestDatabase
let month: string
beforeAll(async () => {
  test = await testDatabase()
  const [now] = await test.db.global<{ month: string }>(
    sql`select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
  )
  month = now?.month ?? ''
})
afterAll(() => test.close())

const of = (person: string) => myPoints(test.db, { region: 1, person }, person, {})
const proof = () => proofOf(test.db, 1, month)
const closed = { state: 'closed', result: 'solved' } as const

describe('settling an order', () => {
  it('promises at follow-up, posts at closing, and tells each once', async () => {
    const { needs, orders } = neighbours(test.db)
    const helper = newId()
    const order = someFacts({ handlerPersonId: helper })
    orders.set(order.id, order)
    await settleOrder(needs, 1, order.id)
    expect(await of(helper)).toMatchObject({ balance: 0, pending: 99 })
    orders.set(order.id, { ...order, ...closed })
    await settleOrder(needs, 1, order.id)
    await settleOrder(needs, 1, order.id)
    expect(await of(helper)).toMatchObject({ balance: 99, pending: 0 })
    const told = await test.db.read<{ topic: string; people: string[] }>(
      systemScope(1),
      sql`select topic, payload->'people' as people from outbox where region_id = 1 and payload->>'orderId' = ${order.id} order by seq`,
    )
    expect(told).toEqual([
      { topic: 'points.pointsPromised.1', people: [helper] },
      { topic: 'points.pointsPosted.1', people: [helper] },
    ])
  })

  it('catches up when only the closing is heard of', async () => {
    const { needs, orders } = neighbours(test.db)
    const helper = newId()
    const order = someFacts({ handlerPersonId: helper, ...closed })
    orders.set(order.id, order)
    await settleOrder(needs, 1, order.id)
    const { balance, pending, entries } = await of(helper)
    expect({ balance, pending }).toEqual({ balance: 99, pending: 0 })
    expect(entries.items.map(({ phase }) => phase)).toEqual(['posted', 'pending'])
  })

  it('voids at rework and lets the next round earn', async () => {
    const { needs, orders } = neighbours(test.db)
    const helper = newId()
    const order = someFacts({ handlerPersonId: helper })
    for (const step of [order, { ...order, state: 'rework', round: 2 } as const]) {
      orders.set(order.id, step)
      await settleOrder(needs, 1, order.id)
    }
    expect(await of(helper)).toMatchObject({ balance: 0, pending: 0 })
    orders.set(order.id, { ...order, ...closed, round: 2 })
    await settleOrder(needs, 1, order.id)
    expect(await of(helper)).toMatchObject({ balance: 99, pending: 0 })
  })

  it('takes back what was earned when a closed order is done again, and lets the next round earn', async () => {
    const { needs, orders } = neighbours(test.db)
    const helper = newId()
    const order = someFacts({ handlerPersonId: helper, ...closed })
    orders.set(order.id, order)
    await settleOrder(needs, 1, order.id)
    orders.set(order.id, { ...order, state: 'rework', result: null, round: 2 })
    await Promise.all([1, 2, 3].map(() => settleOrder(needs, 1, order.id)))
    const { balance, entries } = await of(helper)
    expect(balance).toBe(0)
    expect(entries.items[0]).toMatchObject({ kind: 'correction', reason: 'doneAgain' })
    orders.set(order.id, { ...order, round: 2 })
    await settleOrder(needs, 1, order.id)
    expect(await of(helper)).toMatchObject({ balance: 99, pending: 0 })
    expect(await proof()).toMatchObject({ holds: true, total: 0 })
  })

  it('leaves with the helper what was spent in good faith', async () => {
    const { needs, orders } = neighbours(test.db)
    const helper = newId()
    const order = someFacts({ handlerPersonId: helper, ...closed })
    orders.set(order.id, order)
    await settleOrder(needs, 1, order.id)
    const [account] = await test.db.read<{ debit: string; credit: string }>(
      systemScope(1),
      sql`select debit_account as debit, credit_account as credit from point_entries where region_id = 1 and order_id = ${order.id}::uuid limit 1`,
    )
    const [debitAccount, creditAccount] = [account?.credit ?? '', account?.debit ?? '']
    const spent = {
      id: newId(),
      phase: 'posted',
      kind: 'correction',
      debitAccount,
      creditAccount,
      amount: 60,
    } as const
    await test.db.commit(systemScope(1), [entryStatement(1, spent)])
    orders.set(order.id, { ...order, state: 'followUp', result: null, round: 2 })
    await settleOrder(needs, 1, order.id)
    expect(await of(helper)).toMatchObject({ balance: 39, pending: 99 })
  })

  it('earns nothing without consent, for the family, or for a unit', async () => {
    const { needs, orders, optedOut, family } = neighbours(test.db)
    const [silent, relative] = [newId(), newId()]
    optedOut.add(silent)
    family.push(NEIGHBOUR)
    const refused = [someFacts({ handlerPersonId: silent }), someFacts({ handlerPersonId: relative })]
    for (const order of [...refused, someFacts({ handlerPersonId: null })]) {
      orders.set(order.id, order)
      await settleOrder(needs, 1, order.id)
    }
    for (const person of [silent, relative])
      expect(await of(person)).toEqual({
        balance: 0,
        pending: 0,
        held: 0,
        entries: { items: [], next: null },
      })
  })

  it('stops at the day’s cap, even when orders close at once', async () => {
    const { needs, orders } = neighbours(test.db, [aRule({ dailyCap: 250 })])
    const helper = newId()
    const many = Array.from({ length: 6 }, () =>
      someFacts({ handlerPersonId: helper, requesterPersonId: newId(), ...closed }),
    )
    for (const order of many) orders.set(order.id, order)
    await Promise.all(many.map(({ id }) => settleOrder(needs, 1, id)))
    expect(await of(helper)).toMatchObject({ balance: 250, pending: 0 })
  })

  it('stops at the week’s cap of one pair', async () => {
    const { needs, orders } = neighbours(test.db, [aRule({ pairWeeklyCap: 2 })])
    const helper = newId()
    const many = Array.from({ length: 4 }, () => someFacts({ handlerPersonId: helper, ...closed }))
    for (const order of many) {
      orders.set(order.id, order)
      await test.db.commit(systemScope(1), [orderRow(order)])
    }
    await Promise.all(many.map(({ id }) => settleOrder(needs, 1, id)))
    expect(await of(helper)).toMatchObject({ balance: 198 })
    const elsewhere = someFacts({ handlerPersonId: helper, requesterPersonId: newId(), ...closed })
    orders.set(elsewhere.id, elsewhere)
    await settleOrder(needs, 1, elsewhere.id)
    expect(await of(helper)).toMatchObject({ balance: 297 })
  })

  it('keeps the books whatever comes, repeated, reordered and at once', async () => {
    const seed = Date.now() % 2 ** 31
    console.info(`settleOrder property, seed ${seed}`)
    const property = fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 3 }), async (lives) => {
      const { needs, orders } = neighbours(test.db, [aRule({ dailyCap: 100_000 })])
      const helper = newId()
      const walked = await Promise.all(lives.map((steps) => live(steps, helper, needs, orders)))
      expect(await proof()).toMatchObject({ holds: true, total: 0, unequalAccounts: 0 })
      const { balance, pending } = await of(helper)
      // However the settlements met: each order that closed well earned once, each that waits is promised once.
      expect(balance).toBe(99 * walked.filter(earned).length)
      expect(pending).toBe(99 * walked.filter(({ state }) => state === 'followUp').length)
    })
    await fc.assert(property, { seed, numRuns: 40 })
  }, 60_000)
})

type Step = { change: Partial<OrderFacts>; settlements: number; slowness: number; waits: boolean }
const earned = ({ state, result, score }: OrderFacts) =>
  state === 'closed' && result === 'solved' && (score === null || score >= 3)

/** What an order may go through: up to three rounds, each followed up, then closed, called back or left waiting. */
const life: fc.Arbitrary<Step[]> = fc
  .record({
    rounds: fc.integer({ min: 1, max: 3 }),
    end: fc.constantFrom('closed', 'closed', 'followUp', 'cancelled'),
    result: fc.constantFrom('solved', 'partlySolved'),
    score: fc.constantFrom(null, 1, 5),
    speeds: fc.array(
      fc.record({
        settlements: fc.integer({ min: 0, max: 3 }),
        slowness: fc.constantFrom(0, 3, 30),
        waits: fc.boolean(),
      }),
      { minLength: 10, maxLength: 10 },
    ),
  })
  .map(({ rounds, end, result, score, speeds }) => {
    const changes: Partial<OrderFacts>[] = Array.from({ length: rounds }, (_, index) => index + 1).flatMap(
      (round) => [
        { round, state: round === 1 ? 'inProgress' : 'rework' },
        { round, state: 'handled' },
        { round, state: 'followUp' },
      ],
    )
    if (end === 'closed') changes.push({ state: 'closed', result, score } as Partial<OrderFacts>)
    if (end === 'cancelled') changes.push({ round: rounds + 1, state: 'cancelled' })
    return changes.map((change, index) => ({
      change,
      ...(speeds[index] ?? { settlements: 1, slowness: 0, waits: true }),
    }))
  })

/** Lives through the steps while settlements run, some on an old sight of the order; the last event is told at least once. */
async function live(
  steps: readonly Step[],
  helper: string,
  needs: SettlingNeeds,
  orders: Map<string, OrderFacts>,
): Promise<OrderFacts> {
  let order = someFacts({ handlerPersonId: helper, requesterPersonId: newId() })
  const running: Promise<void>[] = []
  for (const { change, settlements, slowness, waits } of steps) {
    order = { ...order, ...change }
    orders.set(order.id, order)
    const slow: SettlingNeeds = {
      ...needs,
      orderFacts: async (_region, id) => {
        const seen = orders.get(id)
        for (let turn = 0; turn < slowness; turn += 1) await test.db.read({ region: 1 }, sql`select 1`)
        return seen
      },
    }
    for (let n = 0; n < settlements; n += 1) running.push(settleOrder(slow, 1, order.id))
    if (waits) await running.at(-1)
  }
  await Promise.all([...running, settleOrder(needs, 1, order.id)])
  return order
}

/** An order as the orders room would keep it, as far as the pair of helper and neighbour is read from it. */
const orderRow = (order: OrderFacts) => sql`
  insert into orders (region_id, id, number, version, state, kind, channel, urgency, path, community, placed_at, placed_by, requester_id)
  values (1, ${order.id}, ${order.id.slice(-12)}, 1, 'closed', 'help', 'hand', 'ordinary', '/c03/g01/', '/c03/', app_now(), ${order.requesterPersonId}, ${order.requesterPersonId})`
