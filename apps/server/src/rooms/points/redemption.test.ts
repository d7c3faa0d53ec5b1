import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openShelf, type Problem, type ShelfTown } from '../../../../../tests/kit/shelf.ts'
import { systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { expireRedemptions, remindRedemptions } from './actions/endWaiting.ts'
import { foundShelf } from './actions/foundShelf.ts'

const HOUR = 3600_000
let town: ShelfTown
beforeAll(async () => {
  town = await openShelf()
})
afterEach(() => town.db.setShift(0))
afterAll(() => town.close())

describe('redeeming', () => {
  it('holds points and pieces, and the merchant’s digits turn them over', async () => {
    const person = await town.neighbour(50)
    const eggs = await town.reward({ stock: 5 })
    const key = newId()
    const id = newId()
    const first = await town.redeem(person, eggs, { id, quantity: 2, points: 20 }, key)
    expect(first).toMatchObject({ status: 201, body: { id, points: 20 } })
    expect(first.body.number).toMatch(/^D\d{6}-\d{6}$/)
    expect((await town.redeem(person, eggs, { id, quantity: 2, points: 20 }, key)).body).toEqual(first.body)
    expect(await town.purse(person)).toEqual({ balance: 50, held: 20 })
    expect(await town.stockOf(eggs)).toBe(3)

    const code = await town.codeOf(person, id)
    expect(code).toMatch(/^\d{8}$/)
    const seen = await town.rooms.send(town.clerk, '/points/redemptions/by-code', { code })
    expect(seen.body).toMatchObject({ id, quantity: 2, name: '王**', state: 'held', mayRefund: false })
    const again = newId()
    expect(await town.collect(town.clerk, code, again)).toMatchObject({
      status: 200,
      body: { id, state: 'collected' },
    })
    expect((await town.collect(town.clerk, code, again)).body).toEqual({ id, state: 'collected' })
    expect((await town.collect(town.clerk, code)).body.code).toBe('points.codeUnknown')
    expect(await town.purse(person)).toEqual({ balance: 30, held: 0 })
    expect((await town.mine(person))[0]).toMatchObject({
      id,
      state: 'collected',
      code: null,
      mayCancel: false,
    })
    expect(await town.told(person)).toEqual(['redemptionHeld', 'redemptionCollected'])
    expect(await town.proof()).toMatchObject({ holds: true, total: 0, unequalAccounts: 0 })
  })

  it('keeps the pick-up code from the database in clear and from other merchants', async () => {
    const person = await town.neighbour(10)
    const { body } = await town.redeem(person, await town.reward())
    const code = await town.codeOf(person, body.id)
    const [kept] = await town.db.read<{ row: string; answers: string }>(
      systemScope(1),
      sql`select to_jsonb(d)::text as row, (select string_agg(response::text, '') from commands where region_id = 1) as answers
        from redemptions d where region_id = 1 and id = ${body.id}::uuid`,
    )
    expect(`${kept?.row}${kept?.answers}`).not.toContain(code)
    const grant = { role: 'unitHandler', areaPath: null, unitId: town.company } as const
    const other = await town.rooms.signIn('赵店员', [grant])
    expect((await town.collect(other, code)).body.code).toBe('points.codeUnknown')
    expect((await town.rooms.send<Problem>(other, '/points/redemptions/by-code', { code })).body.code).toBe(
      'points.codeUnknown',
    )
    expect((await town.collect(person, code)).status).toBe(403)
    expect(await town.purse(person)).toEqual({ balance: 10, held: 10 })
  })

  it('needs a balance and nothing else, and says what is missing', async () => {
    const poor = await town.neighbour(9)
    const nobody = await town.neighbour(0)
    const eggs = await town.reward({ stock: 1 })
    for (const person of [poor, nobody])
      expect((await town.redeem(person, eggs)).body.code, person.personId).toMatch(
        /points\.(tooFewPoints|notOffered)/,
      )
    const person = await town.neighbour(100)
    expect((await town.redeem(person, eggs, { points: 9 })).body.code).toBe('points.termsChanged')
    expect((await town.redeem(person, eggs, { quantity: 2, points: 20 })).body.code).toBe('points.soldOut')
    expect((await town.redeem(person, newId())).body.code).toBe('points.notOffered')
    const elsewhere = await town.reward({ area: '/c05/' })
    expect((await town.redeem(person, elsewhere)).body.code).toBe('points.notOffered')
    expect((await town.redeem(person, eggs, { quantity: 0 })).status).toBe(400)
    expect(await town.purse(person)).toEqual({ balance: 100, held: 0 })
    expect(await town.stockOf(eggs)).toBe(1)
    const { body } = await town.redeem(person, eggs)
    expect(body.points).toBe(10)
    const twin = await town.redeem(await town.neighbour(100), await town.reward(), { id: body.id })
    expect(twin.body.code).toBe('kernel.keyReused')
  })

  it('offsets a fee with the points above the base only', async () => {
    const person = await town.neighbour(1025)
    const offset = await town.reward({ kind: 'feeOffset', base: 1000, fen: 10 })
    const [shown] = (await town.shelf(person)).items.filter(({ id }) => id === offset)
    expect(shown).toMatchObject({ most: 2, hindrance: null, base: 1000 })
    expect((await town.redeem(person, offset, { quantity: 3, points: 30 })).body.code).toBe(
      'points.belowBase',
    )
    expect((await town.redeem(person, offset, { quantity: 2, points: 20 })).status).toBe(201)
    expect((await town.redeem(person, offset)).body.code).toBe('points.belowBase')
    const [now] = (await town.shelf(person)).items.filter(({ id }) => id === offset)
    expect(now).toMatchObject({ most: 0, hindrance: 'belowBase', redeemedThisMonth: 2 })
  })

  it('ends at the month’s limit of one person; what was left or given back does not count', async () => {
    const person = await town.neighbour(100)
    const eggs = await town.reward({ monthlyLimit: 2 })
    const first = await town.redeem(person, eggs)
    const second = await town.redeem(person, eggs)
    expect((await town.redeem(person, eggs)).body.code).toBe('points.monthlyLimit')
    await town.cancel(person, first.body.id)
    await town.collect(town.clerk, await town.codeOf(person, second.body.id))
    await town.refund(town.admin, second.body.id)
    expect((await town.redeem(person, eggs, { quantity: 2, points: 20 })).status).toBe(201)
    expect((await town.redeem(await town.neighbour(10), eggs)).status).toBe(201)
  })
})

describe('leaving it and time running out', () => {
  it('frees points and pieces when the person cancels, and nobody else may', async () => {
    const person = await town.neighbour(10)
    const eggs = await town.reward({ stock: 1 })
    const { body } = await town.redeem(person, eggs)
    const code = await town.codeOf(person, body.id)
    expect((await town.cancel(await town.neighbour(0), body.id)).status).toBe(404)
    const key = newId()
    const left = await town.cancel(person, body.id, key)
    expect(left).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect((await town.cancel(person, body.id, key)).body).toEqual(left.body)
    expect((await town.cancel(person, body.id)).body.code).toBe('points.notHeld')
    expect(await town.purse(person)).toEqual({ balance: 10, held: 0 })
    expect(await town.stockOf(eggs)).toBe(1)
    expect((await town.collect(town.clerk, code)).body.code).toBe('points.codeUnknown')
  })

  it('reminds once before the end, then ends, with notice and without loss', async () => {
    const person = await town.neighbour(10)
    const eggs = await town.reward({ stock: 1 })
    const { body } = await town.redeem(person, eggs)
    const code = await town.codeOf(person, body.id)
    const tick = async () => [await remindRedemptions(town.db, 1), await expireRedemptions(town.db, 1)]
    await tick()
    expect(await town.told(person)).toEqual(['redemptionHeld'])
    town.db.setShift(22 * HOUR + 60_000)
    await tick()
    await tick()
    expect(await town.told(person)).toEqual(['redemptionHeld', 'redemptionDue'])
    town.db.setShift(24 * HOUR + 60_000)
    // Its time is over before any job has looked: the counter already refuses.
    expect((await town.collect(town.clerk, code)).body.code).toBe('points.notHeld')
    expect((await town.cancel(person, body.id)).body.code).toBe('points.notHeld')
    await tick()
    await tick()
    expect(await town.told(person)).toEqual(['redemptionHeld', 'redemptionDue', 'redemptionExpired'])
    expect(await town.purse(person)).toEqual({ balance: 10, held: 0 })
    expect(await town.stockOf(eggs)).toBe(1)
    expect((await town.mine(person))[0]).toMatchObject({ state: 'expired', code: null })
  })

  it('lets no correction take what is held', async () => {
    const person = await town.neighbour(10)
    await town.redeem(person, await town.reward())
    const [entry] = await town.db.read<{ id: string }>(
      systemScope(1),
      sql`select e.id from point_entries e join point_accounts a on a.region_id = e.region_id and a.id = e.credit_account
        where e.region_id = 1 and a.person_id = ${person.personId}::uuid and e.phase = 'posted'`,
    )
    const correct = await town.rooms.send<Problem>(town.admin, `/points/entries/${entry?.id}/corrections`, {
      reason: 'notDone',
    })
    expect(correct.body.code).toBe('points.balanceTooLow')
  })
})

describe('giving back', () => {
  it('returns the points by an entry that names the one it gives back, once', async () => {
    const person = await town.neighbour(10)
    const eggs = await town.reward({ stock: 1 })
    const { body } = await town.redeem(person, eggs)
    expect((await town.refund(town.admin, body.id)).body.code).toBe('points.notCollected')
    await town.collect(town.clerk, await town.codeOf(person, body.id))
    const entries = () =>
      town.db.read<{ id: string; kind: string; phase: string; corrects: string | null }>(
        systemScope(1),
        sql`select id, kind, phase, corrects from point_entries where region_id = 1 and redemption_id = ${body.id}::uuid order by at, id`,
      )
    const posted = (await entries()).find(({ phase }) => phase === 'posted')
    const wrongDoor = await town.rooms.send<Problem>(
      town.admin,
      `/points/entries/${posted?.id}/corrections`,
      { reason: 'notDone' },
    )
    expect(wrongDoor.body.code).toBe('points.notOfRedemption')

    expect((await town.refund(town.admin, body.id, { reason: 'faulty', restock: false })).status).toBe(200)
    expect((await town.refund(town.admin, body.id)).body.code).toBe('points.notCollected')
    expect(await entries()).toContainEqual(expect.objectContaining({ kind: 'refund', corrects: posted?.id }))
    expect(await town.purse(person)).toEqual({ balance: 10, held: 0 })
    expect(await town.stockOf(eggs)).toBe(0)
    const audited = await town.db.read(
      systemScope(1),
      sql`select action, reason from audit_entries where region_id = 1 and subject_id = ${body.id}::uuid order by at, id`,
    )
    expect(audited).toEqual([
      { action: 'redeemPoints', reason: null },
      { action: 'collectRedemption', reason: null },
      { action: 'refundRedemption', reason: 'faulty' },
    ])
  })

  it('is not for the own redemption, another area or the merchant', async () => {
    await town.earn(town.admin, 10)
    const own = await town.redeem(town.admin, await town.reward())
    await town.collect(town.clerk, await town.codeOf(town.admin, own.body.id))
    expect((await town.refund(town.admin, own.body.id)).body.code).toBe('points.ownRedemption')
    const far = await town.rooms.signIn('刘主任', [{ role: 'regionAdmin', areaPath: '/c05/', unitId: null }])
    expect((await town.refund(far, own.body.id)).status).toBe(404)
    expect((await town.refund(town.clerk, own.body.id)).status).toBe(403)
    expect((await town.refund(town.admin, own.body.id, { reason: 'punish', restock: true })).status).toBe(400)
  })
})

describe('the shelf and its keeping', () => {
  it('is founded once from the place’s data, and what the place changed stays', async () => {
    const fresh = await openShelf()
    try {
      const row = {
        key: 'soap',
        kind: 'goods',
        name: { zh: '肥皂', en: 'Soap' },
        merchant: 'unit0',
        points: 30,
        stock: 7,
        fen: 300,
        base: 0,
        monthlyLimit: 1,
        source: { document: '测试', mechanism: '测试' },
      } as const
      await foundShelf(fresh.db, 1, [row])
      const person = await fresh.neighbour(100)
      const [soap] = (await fresh.shelf(person)).items
      expect(soap).toMatchObject({ points: 30, stock: 7, most: 1, source: row.source })
      await fresh.rooms.send(fresh.admin, `/points/rewards/${soap?.id}/changes`, { version: 1, points: 40 })
      await foundShelf(fresh.db, 1, [row, { ...row, key: 'rice', points: 50 }])
      const { available, items } = await fresh.shelf(person)
      expect({ available, prices: items.map(({ points }) => points) }).toEqual({
        available: 100,
        prices: [40, 50],
      })
    } finally {
      await fresh.close()
    }
  })

  it('changes terms at the version that was seen, and pieces only by adding', async () => {
    const person = await town.neighbour(100)
    const eggs = await town.reward({ stock: 2 })
    const change = (body: object) =>
      town.rooms.send<Problem & { version: number }>(town.admin, `/points/rewards/${eggs}/changes`, body)
    await town.redeem(person, eggs)
    expect((await change({ version: 1, addStock: -2 })).body.code).toBe('points.stockTooLow')
    expect((await change({ version: 1, addStock: 3, points: 12 })).body.version).toBe(2)
    expect((await change({ version: 1, points: 9 })).body.code).toBe('points.rewardChanged')
    expect(await town.stockOf(eggs)).toBe(4)
    expect((await town.redeem(person, eggs)).body.code).toBe('points.termsChanged')
    // What was redeemed before keeps its terms.
    expect((await town.mine(person))[0]).toMatchObject({ points: 10, quantity: 1 })
    await change({ version: 2, to: new Date(Date.now() - 1000).toISOString() })
    expect((await town.redeem(person, eggs, { points: 12 })).body.code).toBe('points.notOffered')
    const { body } = await town.rooms.read<{ items: { id: string; offered: boolean; held: number }[] }>(
      town.clerk,
      '/points/rewards?limit=100',
    )
    expect(body.items.find(({ id }) => id === eggs)).toMatchObject({ offered: false, held: 1 })
    const endless = await town.reward()
    const useless = await town.rooms.send<Problem>(town.admin, `/points/rewards/${endless}/changes`, {
      version: 1,
      addStock: 1,
    })
    expect(useless.body.errors?.[0]?.field).toBe('addStock')
  })

  it('refuses a reward without merchant or place, or outside of the own area', async () => {
    const add = (by: typeof town.admin, change: object) =>
      town.rooms.send<Problem>(by, '/points/rewards', {
        id: newId(),
        kind: 'goods',
        name: { zh: '鸡蛋', en: 'Eggs' },
        unit: town.shop,
        area: '/c03/',
        points: 10,
        fen: 100,
        base: 0,
        monthlyLimit: null,
        stock: null,
        ...change,
      })
    expect((await add(town.admin, { unit: newId() })).body.errors?.[0]?.field).toBe('unit')
    expect((await add(town.admin, { area: '/c99/' })).body.errors?.[0]?.field).toBe('area')
    expect((await add(town.admin, { to: '2020-01-01T00:00:00Z' })).body.errors?.[0]?.field).toBe('to')
    const near = await town.rooms.signIn('刘主任', [{ role: 'regionAdmin', areaPath: '/c05/', unitId: null }])
    expect((await add(near, {})).status).toBe(403)
    expect((await add(near, { area: '/c05/' })).status).toBe(201)
  })
})
