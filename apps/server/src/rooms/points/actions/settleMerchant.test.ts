import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { aRule, NEIGHBOUR, neighbours, someFacts } from '../testing.ts'
import { merchantEarnings } from '../views/merchantEarnings.ts'
import { proofOf } from '../views/proof.ts'
import { rederivedBalances, rederivedPromises } from '../views/rederived.ts'
import { MERCHANT_SERVICE, settleMerchant } from './settleMerchant.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const rule = aRule({
  key: MERCHANT_SERVICE,
  appliesTo: MERCHANT_SERVICE,
  amount: 5,
  dailyCap: 12,
  pairWeeklyCap: 2,
})
const unitId = newId()
const clerk = newId()
const confirmed = {
  state: 'closed',
  result: 'solved',
  score: 5,
  handlerPersonId: null,
  handlerUnitId: unitId,
} as const

function shop() {
  const { needs, orders } = neighbours(test.db, [rule])
  const settle = (change: Parameters<typeof someFacts>[0]) => {
    const facts = someFacts({ ...confirmed, ...change })
    orders.set(facts.id, facts)
    const merchant = async (_region: number, unit: string) => (unit === unitId ? [clerk] : undefined)
    return settleMerchant({ ...needs, merchantMembers: merchant }, 1, facts.id)
  }
  return settle
}

describe('points of a merchant', () => {
  it('come from services that the neighbour confirmed, once each and within the caps', async () => {
    const settle = shop()
    const id = newId()
    expect(await Promise.all([settle({ id }), settle({ id })])).toContain(true)
    expect(await settle({ id })).toBe(false)
    expect(await merchantEarnings(test.db, 1, unitId, 12)).toEqual({ services: 1, points: 5 })
    expect(await settle({ requesterPersonId: newId() })).toBe(true)
    expect(await settle({ requesterPersonId: newId() })).toBe(true) // two of the day's twelve are left
    expect(await settle({ requesterPersonId: newId() })).toBe(false)
    expect(await merchantEarnings(test.db, 1, unitId, 12)).toEqual({ services: 3, points: 12 })
  })

  it('do not come without the neighbour’s own word, from other units, nor for the merchant’s own people', async () => {
    const settle = shop()
    const unconfirmed: readonly Partial<OrderFacts>[] = [
      { score: null },
      { score: 2 },
      { result: 'answered' },
      { state: 'followUp' },
      { handlerUnitId: newId() },
      { handlerUnitId: null },
      { requesterPersonId: clerk },
      { requesterPersonId: null },
    ]
    for (const change of unconfirmed) expect(await settle(change)).toBe(false)
    expect(NEIGHBOUR).not.toBe(clerk)
  })

  it('leave the books of people and their proof as they are', async () => {
    expect((await rederivedBalances(test.db, 1)).differences).toEqual([])
    expect((await rederivedPromises(test.db, 1)).differences).toEqual([])
    const proof = await proofOf(test.db, 1, new Date().toISOString().slice(0, 7))
    expect(proof).toMatchObject({ issued: 0, balances: 0, holds: true })
  })
})
