import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { raiseObjection } from '../../apps/server/src/rooms/orders/actions/ending.ts'
import { handleOrder } from '../../apps/server/src/rooms/orders/actions/handleOrder.ts'
import { mergeOrder } from '../../apps/server/src/rooms/orders/actions/mergeOrder.ts'
import { archivePast } from '../../apps/server/src/rooms/orders/jobs.ts'
import { automatically } from '../../apps/server/src/rooms/orders/listeners.ts'
import { listOrders } from '../../apps/server/src/rooms/orders/views/lists.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { type Cast, openCast, PLAYS, work } from './cast.ts'
import { faultsOf, keptOf } from './invariants.ts'
import { openTown, SELF_HANDLED, type Town } from './town.ts'

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
    order: { id, version, item: SELF_HANDLED },
    dice,
    ...(other ? { other } : {}),
  })
const page = (actor: Actor, id: string) => orderPage(town.needs, actor, id, 'zh', '')
const later = (milliseconds: number) => town.db.setShift(town.db.shift() + milliseconds)
const code = (wrong: string) => ({ code: `orders.${wrong}` })
const sound = async (...ids: string[]) =>
  expect((await keptOf(town, ids)).flatMap((order) => faultsOf(order))).toEqual([])

type At = { readonly id: string; readonly version: number }
/** An order of the resident that the company handled, as it says without solving it, and that is followed up. */
async function unsolved(): Promise<At> {
  const id = newId()
  await work(town, cast, id)
  let { version } = await handleOrder(town.needs, id, town.by(cast.unitHandler, 5), {
    version: 5,
    reply: '现在还装不了。',
    resolved: 'notSolved',
    reason: '楼龄太老',
  })
  ;({ version } = await play('approveHandling', cast.reviewer, id, version))
  return { id, version }
}
/** The same, closed as explained by the reviewer. */
async function explained(): Promise<At> {
  const { id, version } = await unsolved()
  const asked = await play('askExplained', cast.unitHandler, id, version)
  return { id, version: (await play('grantExplained', cast.reviewer, id, asked.version)).version }
}
async function answered(): Promise<At> {
  const id = newId()
  await play('placeOrder', cast.resident, id, 1, 1)
  return { id, version: (await play('answerOrder', cast.desk, id, 1)).version }
}

describe('closing as explained', () => {
  it('takes two signatures, tells the requester why and by which rule, and counts apart', async () => {
    const { id, version } = await unsolved()
    const asked = await play('askExplained', cast.caller, id, version)
    expect((await page(cast.resident, id)).ask?.kind).toBe('explained')
    await expect(play('grantExplained', cast.caller, id, asked.version)).rejects.toMatchObject({
      status: 403,
    })
    const closed = await play('grantExplained', cast.reviewer, id, asked.version)
    expect(closed.state).toBe('closed')
    const own = await page(cast.resident, id)
    expect(own).toMatchObject({ result: 'explained', ask: null, due: null })
    expect(own.timeline.flatMap(({ remarks }) => remarks).join()).toContain('依据：既有住宅加装电梯办法')
    expect(own.actions).toContain('requestReview')
    await sound(id)
  })

  it('is not signed twice by one person, whichever roles they hold', async () => {
    const { id, version } = await unsolved()
    const both = cast.helperTwo // reviews and calls
    const asked = await play('askExplained', both, id, version)
    await expect(play('grantExplained', both, id, asked.version)).rejects.toMatchObject(code('ownAsk'))
  })

  it('is not for what is said to be solved', async () => {
    const id = newId()
    await work(town, cast, id)
    const handled = await play('handleOrder', cast.unitHandler, id, 5, 1)
    const { version } = await play('approveHandling', cast.reviewer, id, handled.version)
    await expect(play('askExplained', cast.unitHandler, id, version)).rejects.toMatchObject(
      code('solvedAlready'),
    )
  })

  it('refused, it is followed up as before', async () => {
    const { id, version } = await unsolved()
    const asked = await play('askExplained', cast.unitHandler, id, version)
    const refused = await play('refuseExplained', cast.reviewer, id, asked.version)
    expect(refused.state).toBe('followUp')
    expect((await page(cast.caller, id)).due?.clock).toBe('followUp')
  })
})

describe('a review', () => {
  it('begins a new round with the same hands; its answer has a time of its own while the order is closed', async () => {
    const { id, version } = await explained()
    const asked = await play('requestReview', cast.resident, id, version)
    const waiting = await page(cast.resident, id)
    expect(waiting).toMatchObject({ state: 'closed', due: { clock: 'appeal' }, ask: { kind: 'appeal' } })
    const again = await play('grantReview', cast.admin, id, asked.version)
    expect(again.state).toBe('rework')
    const now = await page(cast.unitHandler, id)
    expect(now).toMatchObject({ result: null, owner: { kind: 'unit' } })
    expect(now.actions).toContain('handleOrder')
    await sound(id)
  })

  it('is answered by somebody who had no part in the decision', async () => {
    const { id, version } = await unsolved()
    const first = await play('askExplained', cast.unitHandler, id, version)
    const closed = await play('grantExplained', cast.admin, id, first.version)
    const asked = await play('requestReview', cast.resident, id, closed.version)
    await expect(play('refuseReview', cast.admin, id, asked.version)).rejects.toMatchObject(
      code('decidedYourself'),
    )
    expect((await page(cast.admin, id)).actions).not.toContain('refuseReview')
  })

  it('that is refused is final, and the result stands', async () => {
    const { id, version } = await explained()
    const asked = await play('requestReview', cast.desk, id, version) // the requester rang up
    const refused = await play('refuseReview', cast.admin, id, asked.version)
    expect(await page(cast.resident, id)).toMatchObject({ state: 'closed', result: 'explained', due: null })
    await expect(play('requestReview', cast.resident, id, refused.version)).rejects.toMatchObject(
      code('appealedBefore'),
    )
    await sound(id)
  })

  it('of what nobody had takes it in anew: an answer given at once, a refusal', async () => {
    const one = await answered()
    const asked = await play('requestReview', cast.resident, one.id, one.version)
    await expect(play('grantReview', cast.admin, one.id, asked.version)).rejects.toMatchObject(
      code('nobodyHasIt'),
    )
    const anew = await play('readmitOrder', cast.admin, one.id, asked.version)
    expect(anew.state).toBe('submitted')
    expect(await page(cast.resident, one.id)).toMatchObject({ result: null, due: { clock: 'accept' } })
    const id = newId()
    await play('placeOrder', cast.resident, id, 1, 1)
    const refused = await play('refuseOrder', cast.desk, id, 1)
    const review = await play('requestReview', cast.resident, id, refused.version)
    const taken = await play('readmitOrder', cast.admin, id, review.version)
    expect(taken.state).toBe('submitted')
    await sound(one.id, id)
  })

  it('comes within its days, or not at all', async () => {
    const { id, version } = await answered()
    later(30 * DAY + HOUR)
    await expect(play('requestReview', cast.resident, id, version)).rejects.toMatchObject(
      code('appealTooLate'),
    )
  })
})

describe('an objection of a unit', () => {
  const object = (id: string, version: number, against: 'ruling' | 'supervision' | 'rating') =>
    raiseObjection(town.needs, id, town.by(cast.unitHandler, version), {
      version,
      against,
      reason: '职责清单不是这样写的',
    })

  it('to a ruling gives the order to other hands; whoever ruled does not answer', async () => {
    const id = newId()
    await work(town, cast, id)
    const asked = await play('askReturn', cast.unitHandler, id, 5)
    const ruled = await play('refuseReturn', cast.dispatcher, id, asked.version)
    await expect(object(id, ruled.version, 'rating')).rejects.toMatchObject(code('nothingToObject'))
    const now = await object(id, ruled.version, 'ruling')
    await expect(play('liftSupervision', cast.admin, id, now.version)).rejects.toMatchObject(
      code('otherObjection'),
    )
    const overruled = await play('overruleReturn', cast.admin, id, now.version)
    expect(overruled.state).toBe('accepted')
    expect((await page(cast.dispatcher, id)).due?.clock).toBe('dispatch')
    await sound(id)
  })

  it('to a supervision stands while the work goes on; once dismissed, it is not raised again', async () => {
    const id = newId()
    await work(town, cast, id)
    const under = await play('superviseOrder', cast.dispatcher, id, 5)
    let now = await object(id, under.version, 'supervision')
    now = await play('handleOrder', cast.unitHandler, id, now.version, 1)
    const seen = await page(cast.admin, id)
    expect(seen).toMatchObject({ state: 'handled', ask: { kind: 'objection' } })
    expect(seen.clocks.some(({ clock, stoppedAt }) => clock === 'objection' && stoppedAt === null)).toBe(true)
    now = await play('dismissObjection', cast.admin, id, now.version)
    await expect(object(id, now.version, 'supervision')).rejects.toMatchObject(code('nothingToObject'))
    expect((await page(cast.unitHandler, id)).supervision).toBe('yellow')
    await sound(id)
  })

  it('to a judgement comes within five work days', async () => {
    const { id, version } = await unsolved()
    const rated = await play('rateOrder', cast.resident, id, version, 11) // not solved, very dissatisfied
    expect(rated.state).toBe('followUp')
    later(9 * DAY)
    await expect(object(id, rated.version, 'rating')).rejects.toMatchObject(code('nothingToObject'))
    later(-8 * DAY)
    const now = await object(id, rated.version, 'rating')
    await play('discountRating', cast.admin, id, now.version)
    expect((await page(cast.resident, id)).rating?.score).toBe(1)
    await sound(id)
  })
})

describe('something new', () => {
  it('merged into a closed order reopens it, once; nothing new leaves it closed', async () => {
    const target = await explained()
    const merging = async (newFacts: boolean) => {
      const child = newId()
      await play('placeOrder', cast.resident, child, 1, 1)
      await play('acceptOrder', cast.desk, child, 1, 1)
      const by = town.by(cast.dispatcher, 2)
      await mergeOrder(town.needs, 1, child, by, { version: 2, into: target.id, newFacts })
      return child
    }
    const quiet = await merging(false)
    expect((await page(cast.resident, target.id)).state).toBe('closed')
    const child = await merging(true)
    const heard = automatically(town.needs)['orders.orderMerged.1']
    const [told] = await town.admin<{ id: string; payload: { [key: string]: unknown } }>(
      `select id, payload from outbox where topic = 'orders.orderMerged.1' and payload->>'id' = $1`,
      [child],
    )
    for (let time = 0; time < 2; time += 1)
      await heard?.hear([
        {
          id: told?.id ?? '',
          topic: 'orders.orderMerged.1',
          region: 1,
          payload: told?.payload ?? {},
          at: '',
        },
      ])
    const now = await page(cast.unitHandler, target.id)
    expect(now).toMatchObject({ state: 'rework', result: null })
    expect(now.timeline.filter(({ verb }) => verb === 'reopenOrder')).toHaveLength(1)
    await sound(target.id, quiet, child)
  })
})

describe('the archive', () => {
  it('takes what may not be reviewed any more, keeps it to be found, and changes it no more', async () => {
    const [done, asked] = [await answered(), await explained()]
    later(29 * DAY)
    await archivePast(town.needs, 1)
    expect((await page(cast.resident, done.id)).state).toBe('closed')
    await town.admin(
      `insert into order_asks (region_id, id, order_id, kind, round, version, asked_by, asked_role, asked_at) select 1, $2, $1, 'appeal', 1, 9, $2, 'resident', now()`,
      [asked.id, newId()],
    )
    later(3 * DAY)
    await archivePast(town.needs, 1)
    await archivePast(town.needs, 1)
    const own = await page(cast.resident, done.id)
    expect(own.state).toBe('archived')
    expect(own.actions).toEqual([])
    expect(own.timeline.filter(({ verb }) => verb === 'archiveOrder')).toHaveLength(1)
    expect((await page(cast.resident, asked.id)).state).toBe('closed')
    const found = await listOrders(town.needs, cast.desk, 'zh', { q: own.number })
    expect(found.items.map(({ id }) => id)).toEqual([done.id])
    await expect(play('rateOrder', cast.resident, done.id, own.version)).rejects.toMatchObject(code('notNow'))
    await sound(done.id)
  })
})
