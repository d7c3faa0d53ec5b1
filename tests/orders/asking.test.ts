import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { askExtension } from '../../apps/server/src/rooms/orders/actions/asking.ts'
import { mergeOrder } from '../../apps/server/src/rooms/orders/actions/mergeOrder.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { type Cast, GRABBABLE, openCast, PLAYS } from './cast.ts'
import { openTown, type Town } from './town.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

type Verb = keyof typeof PLAYS
const play = (verb: Verb, actor: Actor, id: string, version: number, dice = 0, other?: string) =>
  PLAYS[verb](town, cast, {
    actor,
    order: { id, version, item: GRABBABLE },
    dice,
    ...(other ? { other } : {}),
  })
const page = (actor: Actor, id: string) => orderPage(town.needs, actor, id, 'zh', '')
const later = (milliseconds: number) => town.db.setShift(town.db.shift() + milliseconds)

/** An ordinary order of the resident, accepted by the desk: version 2. */
async function accepted(): Promise<string> {
  const id = newId()
  await play('placeOrder', cast.resident, id, 1, 1)
  await play('acceptOrder', cast.desk, id, 1, 1)
  return id
}
/** The same with the property company, signed for. @returns its id and version */
async function withUnit(): Promise<{ id: string; version: number }> {
  const id = await accepted()
  let { version } = await play('dispatchOrder', cast.dispatcher, id, 2, 0)
  ;({ version } = await play('signOrder', cast.unitHandler, id, version))
  return { id, version }
}

describe('more is asked of the requester', () => {
  it('twice at most; the time for accepting stands still, and goes on when it is told', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1, 1)
    let version = 1
    for (let time = 1; time <= 2; time += 1) {
      ;({ version } = await play('askSupplement', cast.desk, id, version))
      const waiting = await page(cast.resident, id)
      expect(waiting.owner.kind).toBe('requester')
      expect(waiting.due?.clock).toBe('supplement')
      expect(waiting.actions).toContain('supplementOrder')
      ;({ version } = await play('supplementOrder', cast.resident, id, version))
      expect((await page(cast.desk, id)).due?.clock).toBe('accept')
    }
    await expect(play('askSupplement', cast.desk, id, version)).rejects.toMatchObject({
      code: 'orders.supplementsUsed',
    })
  })

  it('and not told in time, the house closes it; nobody closes it earlier', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1, 1)
    const { version } = await play('askSupplement', cast.desk, id, 1)
    await expect(play('lapseSupplement', cast.desk, id, version)).rejects.toMatchObject({
      code: 'orders.stillTime',
    })
    later(20 * DAY)
    await fireDeadlines(town.needs, 1)
    expect(await page(cast.resident, id)).toMatchObject({ state: 'closed', result: 'notSupplied' })
  })
})

describe('a return', () => {
  it('is one thing at a time, decided by another; granted, nobody has the order', async () => {
    const { id, version } = await withUnit()
    let now = await play('askReturn', cast.unitHandler, id, version, 0)
    expect((await page(cast.dispatcher, id)).ask).toMatchObject({ kind: 'return' })
    await expect(play('askExtension', cast.unitHandler, id, now.version)).rejects.toMatchObject({
      code: 'orders.alreadyAsked',
    })
    await expect(play('grantReturn', cast.unitHandler, id, now.version)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    now = await play('grantReturn', cast.dispatcher, id, now.version)
    const returned = await page(cast.dispatcher, id)
    expect(returned).toMatchObject({ state: 'accepted', ask: null, owner: { kind: 'dispatcher' } })
    expect(returned.due?.clock).toBe('dispatch')
  })

  it('that was refused is final: whose it is has been ruled', async () => {
    const { id, version } = await withUnit()
    const asked = await play('askReturn', cast.unitHandler, id, version, 1)
    const refused = await play('refuseReturn', cast.dispatcher, id, asked.version)
    await expect(play('askReturn', cast.unitHandler, id, refused.version)).rejects.toMatchObject({
      code: 'orders.hostWasRuled',
    })
    expect((await page(cast.unitHandler, id)).actions).not.toContain('askReturn')
  })

  it('has its term: after a week it is too late', async () => {
    const { id, version } = await withUnit()
    later(8 * DAY)
    await expect(play('askReturn', cast.unitHandler, id, version)).rejects.toMatchObject({
      code: 'orders.tooLateToReturn',
    })
  })

  it('lapses when the order is handled all the same', async () => {
    const { id, version } = await withUnit()
    const asked = await play('askReturn', cast.unitHandler, id, version, 1)
    await play('handleOrder', cast.unitHandler, id, asked.version, 1)
    const after = await page(cast.dispatcher, id)
    expect(after.ask).toBeNull()
    expect(after.clocks.filter(({ clock, stoppedAt }) => clock === 'ruling' && stoppedAt === null)).toEqual(
      [],
    )
    const rows = await town.admin<{ outcome: string }>(`select outcome from order_asks where order_id = $1`, [
      id,
    ])
    expect(rows).toEqual([{ outcome: 'lapsed' }])
  })

  it('asked twice at the same moment is asked once', async () => {
    const { id, version } = await withUnit()
    const both = await Promise.allSettled([
      play('askReturn', cast.unitHandler, id, version),
      play('askReturn', cast.unitHandler, id, version, 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a pause', () => {
  it('needs a first contact; its time stands still and is whole again when it goes on', async () => {
    const { id, version } = await withUnit()
    await expect(play('askPause', cast.unitHandler, id, version)).rejects.toMatchObject({
      code: 'orders.contactMissing',
    })
    let now = await play('contactRequester', cast.unitHandler, id, version)
    now = await play('askPause', cast.unitHandler, id, now.version)
    now = await play('grantPause', cast.dispatcher, id, now.version)
    const paused = await page(cast.resident, id)
    expect(paused).toMatchObject({ state: 'paused', due: { clock: 'pauseReview' } })
    later(20 * DAY)
    now = await play('resumeOrder', cast.unitHandler, id, now.version)
    const resumed = await page(cast.resident, id)
    expect(resumed.overdue).toBe(false)
    expect(resumed.due?.clock).toBe('handle')
    // Five work days were left when it stopped: they are still to come.
    expect(Date.parse(resumed.due?.at ?? '')).toBeGreaterThan(Date.now() + town.db.shift() + 3 * DAY)
  })

  it('promises no day that is over', async () => {
    const { id, version } = await withUnit()
    const now = await play('contactRequester', cast.unitHandler, id, version)
    await expect(play('askPause', cast.unitHandler, id, now.version, 2)).rejects.toMatchObject({
      code: 'orders.inThePast',
    })
  })
})

describe('an extension', () => {
  const wish = (id: string, version: number, amount: number) =>
    askExtension(town.needs, id, town.by(cast.unitHandler, version), {
      version,
      reason: '工程量大',
      amount,
      unit: 'workDay',
    })

  it('is given once, within the place’s most, and both limits stay', async () => {
    const { id, version } = await withUnit()
    await expect(wish(id, version, 11)).rejects.toMatchObject({ code: 'orders.extensionTooLong' })
    const before = (await page(cast.resident, id)).clocks.find(({ clock }) => clock === 'handle')
    let now = await wish(id, version, 3)
    now = await play('grantExtension', cast.dispatcher, id, now.version)
    const after = (await page(cast.resident, id)).clocks.find(({ clock }) => clock === 'handle')
    expect(Date.parse(after?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? '') + 2 * DAY)
    expect(after?.firstDueAt).toBe(before?.dueAt)
    await expect(wish(id, now.version, 1)).rejects.toMatchObject({ code: 'orders.extendedBefore' })
  })

  it('comes before the limit is over, or not at all', async () => {
    const { id, version } = await withUnit()
    later(30 * DAY)
    await expect(wish(id, version, 1)).rejects.toMatchObject({ code: 'orders.limitPassed' })
  })
})

describe('handing on, urging, supervising', () => {
  it('goes down the host’s own tree only, and keeps the limit', async () => {
    const { id, version } = await withUnit()
    const limit = (await page(cast.dispatcher, id)).clocks.find(({ clock }) => clock === 'handle')?.dueAt
    await expect(play('transferOrder', cast.unitHandler, id, version, 0)).rejects.toMatchObject({
      code: 'orders.notBelow',
    })
    await play('transferOrder', cast.unitHandler, id, version, 1)
    const after = await page(cast.dispatcher, id)
    expect(after).toMatchObject({ state: 'dispatched', owner: { kind: 'unit', name: '物业一站' } })
    expect(after.clocks.find(({ clock, stoppedAt }) => clock === 'handle' && !stoppedAt)?.dueAt).toBe(limit)
  })

  it('urges once a day', async () => {
    const id = await accepted()
    const urged = await play('urgeOrder', cast.resident, id, 2)
    await expect(play('urgeOrder', cast.resident, id, urged.version)).rejects.toMatchObject({
      code: 'orders.urgedBefore',
    })
    later(DAY)
    await expect(play('urgeOrder', cast.resident, id, urged.version)).resolves.toMatchObject({
      state: 'accepted',
    })
  })

  it('waits for the answer to a supervision, with a limit of its own', async () => {
    const { id, version } = await withUnit()
    await expect(play('answerSupervision', cast.unitHandler, id, version)).rejects.toMatchObject({
      code: 'orders.notSupervised',
    })
    const now = await play('superviseOrder', cast.dispatcher, id, version, 1)
    const supervised = await page(cast.unitHandler, id)
    expect(supervised.supervision).toBe('orange')
    expect(supervised.clocks.some(({ clock }) => clock === 'supervision')).toBe(true)
    await play('answerSupervision', cast.unitHandler, id, now.version)
    expect((await page(cast.dispatcher, id)).supervision).toBeNull()
  })
})

describe('merging', () => {
  it('follows another order, which tells what follows it; undone within a day, it is taken in anew', async () => {
    const [child, target] = [await accepted(), await accepted()]
    const merged = await play('mergeOrder', cast.dispatcher, child, 2, 0, target)
    expect(merged.state).toBe('merged')
    const own = await page(cast.resident, child)
    expect(own.mergedInto?.id).toBe(target)
    expect(own.due).toBeNull()
    expect((await page(cast.dispatcher, target)).merged.map(({ id }) => id)).toEqual([child])
    const undone = await play('unmergeOrder', cast.dispatcher, child, merged.version)
    expect(undone.state).toBe('submitted')
    const again = await page(cast.resident, child)
    expect(again).toMatchObject({ mergedInto: null, due: { clock: 'accept' } })
  })

  it('is final after a day', async () => {
    const [child, target] = [await accepted(), await accepted()]
    const merged = await play('mergeOrder', cast.dispatcher, child, 2, 0, target)
    later(DAY + HOUR)
    await expect(play('unmergeOrder', cast.dispatcher, child, merged.version)).rejects.toMatchObject({
      code: 'orders.mergedForGood',
    })
  })

  it('of two orders into one another at the same moment leaves one of them standing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await accepted(), await accepted()]
      const both = await Promise.allSettled([
        play('mergeOrder', cast.dispatcher, one, 2, 0, two),
        play('mergeOrder', cast.dispatcher, two, 2, 0, one),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      for (const answer of both)
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'orders.unmergeable' })
    }
  })

  it('takes neither itself, nor one of another reach of readers, nor one that is long closed', async () => {
    const [child, target] = [await accepted(), await accepted()]
    const into = (id: string) =>
      mergeOrder(town.needs, 1, child, town.by(cast.admin, 2), { version: 2, into: id })
    await expect(into(child)).rejects.toMatchObject({ code: 'orders.unmergeable' })
    await expect(into(newId())).rejects.toMatchObject({ code: 'orders.unmergeable' })
    await town.admin(`update orders set restriction = 'media' where id = $1`, [target])
    await expect(into(target)).rejects.toMatchObject({ code: 'orders.unmergeable' })
    await town.admin(
      `update orders set restriction = 'none', state = 'closed', closed_at = now() - interval '400 days' where id = $1`,
      [target],
    )
    await expect(into(target)).rejects.toMatchObject({ code: 'orders.unmergeable' })
  })
})
