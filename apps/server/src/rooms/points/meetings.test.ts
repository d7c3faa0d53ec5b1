import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { holdRows } from '../../../../../tests/kit/heldRow.ts'
import { openShelf, type ShelfTown } from '../../../../../tests/kit/shelf.ts'
import { systemScope } from '../../kernel/auth/actor.ts'
import { type Database, openDatabase } from '../../kernel/db/database.ts'
import { expireRedemptions, remindRedemptions } from './actions/endWaiting.ts'

// Those who want the same thing at the same moment, on real PostgreSQL.

const DAY_AND_MORE = 25 * 3600_000
let town: ShelfTown
/** Another instance of the house, whose clock says that the day is over. */
let tomorrow: Database
beforeAll(async () => {
  town = await openShelf()
  tomorrow = openDatabase({ url: town.test.appUrl, poolSize: 4 })
  tomorrow.setShift(DAY_AND_MORE)
})
afterEach(() => town.db.setShift(0))
afterAll(async () => {
  await tomorrow.close()
  await town.close()
})

/** So that now the one and now the other comes first. */
const later = (turn: number): Promise<void> => setTimeout(turn * 4)
const won = (answers: readonly { status: number }[]) => answers.filter(({ status }) => status < 300).length
const sound = async () =>
  expect(await town.proof()).toMatchObject({ holds: true, total: 0, unequalAccounts: 0 })

describe('at the same moment', () => {
  it('ten pieces go to exactly ten of fifty people', async () => {
    const eggs = await town.reward({ stock: 10 })
    const people = await Promise.all(Array.from({ length: 50 }, () => town.neighbour(10)))
    const answers = await Promise.all(people.map((person) => town.redeem(person, eggs)))
    expect(won(answers)).toBe(10)
    const refused = answers.filter(({ status }) => status >= 300)
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['points.soldOut']))
    expect(await town.stockOf(eggs)).toBe(0)
    const purses = await Promise.all(people.map((person) => town.purse(person)))
    expect(purses.filter(({ held }) => held === 10)).toHaveLength(10)
    expect(purses.filter(({ held }) => held === 0)).toHaveLength(40)
    await sound()
  })

  it('points for one redeem one, however often and for whatever a person asks', async () => {
    const rewards = await Promise.all(Array.from({ length: 4 }, () => town.reward()))
    for (let round = 0; round < 5; round += 1) {
      const person = await town.neighbour(10)
      const answers = await Promise.all([...rewards, ...rewards].map((reward) => town.redeem(person, reward)))
      expect(won(answers)).toBe(1)
      const codes = answers.flatMap(({ status, body }) => (status >= 300 ? [body.code] : []))
      expect(new Set(codes)).toEqual(new Set(['points.tooFewPoints']))
      expect(await town.purse(person)).toEqual({ balance: 10, held: 10 })
    }
    await sound()
  })

  it('the month’s limit is met exactly', async () => {
    const eggs = await town.reward({ monthlyLimit: 2 })
    const person = await town.neighbour(1000)
    const answers = await Promise.all(Array.from({ length: 8 }, () => town.redeem(person, eggs)))
    expect(won(answers)).toBe(2)
    expect(await town.purse(person)).toEqual({ balance: 1000, held: 20 })
  })

  it('the base is kept though two merchants’ rewards are asked for at once', async () => {
    const fee = { kind: 'feeOffset', base: 105, fen: 10 }
    const [here, there] = [await town.reward(fee), await town.reward({ ...fee, unit: town.company })]
    for (const reward of [here, there])
      expect((await town.redeem(await town.neighbour(200), reward)).status).toBe(201)
    const person = await town.neighbour(120)
    const admin = new pg.Client({ connectionString: town.test.adminUrl })
    await admin.connect()
    try {
      const query = async (text: string, values: unknown[] = []) => (await admin.query(text, values)).rows
      const account = 'select 1 from point_accounts where unit_id = $1 for update'
      const held = await holdRows(query, account, [town.shop])
      const earlier = town.redeem(person, here)
      await held.waiting(1, earlier)
      const second = town.redeem(person, there)
      await held.waiting(2, second)
      await held.release()
      const answers = await Promise.all([earlier, second])
      expect(answers.map(({ body }) => body.code)).toEqual([undefined, 'points.belowBase'])
    } finally {
      await admin.end()
    }
    expect(await town.purse(person)).toEqual({ balance: 120, held: 10 })
    await sound()
  })

  it('of collecting, cancelling and running out one wins', async () => {
    await expireRedemptions(tomorrow, 1) // what the tests above left waiting
    const eggs = await town.reward({ stock: 30 })
    const outcomes = { collected: 0, cancelled: 0, expired: 0 }
    for (let round = 0; round < 12; round += 1) {
      const person = await town.neighbour(10)
      const { body } = await town.redeem(person, eggs)
      const code = await town.codeOf(person, body.id)
      const [collected, cancelled, expired, expiredToo] = await Promise.all([
        town.collect(town.clerk, code),
        town.cancel(person, body.id),
        // Both jobs look at once; a round without them lets the other two meet.
        round % 3 === 0 ? 0 : later(round % 4).then(() => expireRedemptions(tomorrow, 1)),
        round % 3 === 0 ? 0 : later(round % 5).then(() => expireRedemptions(tomorrow, 1)),
      ])
      const winners = [collected.status === 200, cancelled.status === 200, expired + expiredToo > 0]
      expect(winners.filter(Boolean)).toHaveLength(1)
      const { state } = (await town.mine(person))[0] ?? {}
      if (state === 'collected' || state === 'cancelled' || state === 'expired') outcomes[state] += 1
      expect(await town.purse(person)).toEqual({ balance: state === 'collected' ? 0 : 10, held: 0 })
      expect((await town.told(person)).length).toBe(2)
    }
    console.info('of collecting, cancelling and running out', outcomes)
    expect(outcomes.collected + outcomes.cancelled + outcomes.expired).toBe(12)
    expect(await town.stockOf(eggs)).toBe(30 - outcomes.collected)
    await sound()
  })

  it('one of two refunds returns the points', async () => {
    const person = await town.neighbour(10)
    const eggs = await town.reward({ stock: 1 })
    const { body } = await town.redeem(person, eggs)
    await town.collect(town.clerk, await town.codeOf(person, body.id))
    const answers = await Promise.all(Array.from({ length: 4 }, () => town.refund(town.admin, body.id)))
    expect(won(answers)).toBe(1)
    expect(await town.purse(person)).toEqual({ balance: 10, held: 0 })
    expect(await town.stockOf(eggs)).toBe(1)
    await sound()
  })

  it('each is reminded and ended once by any number of jobs', async () => {
    const eggs = await town.reward()
    const people = await Promise.all(Array.from({ length: 20 }, () => town.neighbour(10)))
    await Promise.all(people.map((person) => town.redeem(person, eggs)))
    town.db.setShift(22.5 * 3600_000)
    await Promise.all(Array.from({ length: 5 }, () => remindRedemptions(town.db, 1)))
    await Promise.all(Array.from({ length: 5 }, () => expireRedemptions(tomorrow, 1)))
    for (const person of people)
      expect(await town.told(person)).toEqual(['redemptionHeld', 'redemptionDue', 'redemptionExpired'])
    const [left] = await town.db.read<{ held: number }>(
      systemScope(1),
      sql`select coalesce(sum(held), 0)::bigint as held from point_accounts where region_id = 1`,
    )
    const [waiting] = await town.db.read<{ points: number }>(
      systemScope(1),
      sql`select coalesce(sum(points), 0)::bigint as points from redemptions where region_id = 1 and state = 'held'`,
    )
    expect(left?.held).toBe(waiting?.points)
    town.db.setShift(0)
    await sound()
  })
})
