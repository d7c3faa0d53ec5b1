import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'

// The matrix gives everybody a grant over one community. What concerns the whole region is for whose grant covers it.

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const statusOf = async (operation: string, { token }: Actor): Promise<number> => {
  const found = house.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  return (await house.ask(found, token, { params: { month: '2026-01' } })).status
}

test.each(['listAudit', 'checkAudit', 'getProof'])(
  '%s: of the whole region, not of one community',
  async (operation) => {
    for (const role of ['auditor', 'regionAdmin'] as const) {
      const narrow = await actorOf(house, role)
      const wide = await actorOf(house, role)
      await house.admin.query(`update grants set area_path = '/' where account_id = $1`, [wide.accountId])
      expect([await statusOf(operation, narrow), await statusOf(operation, wide)]).toEqual([403, 200])
    }
    const dispatcher = await actorOf(house, 'dispatcher')
    await house.admin.query(`update grants set area_path = '/' where account_id = $1`, [dispatcher.accountId])
    expect(await statusOf(operation, dispatcher)).toBe(403)
  },
)
