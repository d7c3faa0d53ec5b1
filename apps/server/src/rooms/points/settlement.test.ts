import { read, utils } from '@e965/xlsx'
import sql from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { openShelf } from '../../../../../tests/kit/shelf.ts'
import { systemScope } from '../../kernel/auth/actor.ts'

describe('the settlement statement', () => {
  it('adds up by merchant, at the terms of the day, and agrees with the ledger', async () => {
    const fresh = await openShelf()
    try {
      const person = await fresh.neighbour(1000)
      const eggs = await fresh.reward({ fen: 990 })
      const broom = await fresh.reward({ unit: fresh.company, fen: 500 })
      const take = async (rewardId: string, quantity: number, points: number) => {
        const { body } = await fresh.redeem(person, rewardId, { quantity, points })
        const code = await fresh.codeOf(person, body.id)
        const handler = await fresh.rooms.signIn('店员', [
          { role: 'unitHandler', areaPath: null, unitId: rewardId === broom ? fresh.company : fresh.shop },
        ])
        expect((await fresh.collect(handler, code)).status).toBe(200)
        return body.id
      }
      await take(eggs, 2, 20)
      const faulty = await take(eggs, 1, 10)
      await fresh.rooms.send(fresh.admin, `/points/rewards/${eggs}/changes`, {
        version: 1,
        points: 12,
        fen: 1100,
      })
      await take(eggs, 1, 12)
      await take(broom, 1, 10)
      await fresh.redeem(person, broom) // waits: no matter of a settlement
      await fresh.refund(fresh.admin, faulty)

      const whole = await fresh.settlement(fresh.admin)
      expect(whole).toMatchObject({ month: fresh.month, holds: true })
      expect(whole.total).toEqual({
        pieces: 5,
        points: 52,
        fen: 2 * 990 + 990 + 1100 + 500,
        refundedPieces: 1,
        refundedPoints: 10,
        refundedFen: 990,
        dueFen: 2 * 990 + 1100 + 500,
      })
      expect(whole.lines.map(({ eachPoints, eachFen, pieces }) => [eachPoints, eachFen, pieces])).toEqual(
        expect.arrayContaining([
          [10, 990, 3],
          [12, 1100, 1],
          [10, 500, 1],
        ]),
      )
      const own = await fresh.settlement(fresh.clerk)
      expect(own.merchants.map(({ merchant, dueFen }) => [merchant.id, dueFen])).toEqual([
        [fresh.shop, 2 * 990 + 1100],
      ])
      expect(own.holds).toBe(true)
      expect((await fresh.settlement(fresh.clerk, `?unit=${fresh.company}`)).merchants).toEqual([])
      expect((await fresh.settlement(fresh.admin, `?unit=${fresh.company}`)).total.dueFen).toBe(500)

      const { status, bytes } = await fresh.rooms.read(
        fresh.admin,
        `/points/settlements/${fresh.month}/statement.xlsx`,
      )
      expect(status).toBe(200)
      const sheet = read(bytes).Sheets['结算单']
      const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : []
      expect(rows.at(-1)?.at(-1)).toBe(whole.total.dueFen / 100)
      expect(rows[1]).toEqual(['与积分账核对', '一致'])

      expect((await fresh.list(fresh.clerk, '?state=collected')).map(({ merchant }) => merchant.id)).toEqual([
        fresh.shop,
        fresh.shop,
      ])
      expect((await fresh.list(fresh.admin, '?limit=2')).every(({ name }) => name === '王**')).toBe(true)
      expect(await fresh.proof()).toMatchObject({
        holds: true,
        issued: 1000,
        spent: 52,
        refunded: 10,
        balances: 958,
      })

      // A statement that the ledger does not bear out says so.
      await fresh.db.commit(systemScope(1), [
        sql`update redemptions set points = points + 1 where region_id = 1 and reward_id = ${broom}::uuid and state = 'collected'`,
      ])
      expect((await fresh.settlement(fresh.admin)).holds).toBe(false)
    } finally {
      await fresh.close()
    }
  })
})
