import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { dispatchOrder } from '../../apps/server/src/rooms/orders/actions/dispatchOrder.ts'
import { callUnits } from '../../apps/server/src/rooms/orders/actions/joint.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { listMyTasks } from '../../apps/server/src/rooms/orders/views/lists.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { rederived } from '../../apps/server/src/rooms/orders/views/rederived.ts'
import { type Cast, GRABBABLE, openCast, PLAYS } from './cast.ts'
import { openTown, type Town } from './town.ts'

const DAY = 24 * 3_600_000

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

type Verb = keyof typeof PLAYS
const play = (verb: Verb, actor: Actor, id: string, version: number, dice = 0) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })
const page = (actor: Actor, id: string) => orderPage(town.needs, actor, id, 'zh', '')
const callsOf = async (actor: Actor, id: string) =>
  (await page(actor, id)).calls.map(({ unitName, how, answer, judged, ended }) =>
    [unitName, how, answer, judged, ended].join(' '),
  )

/** An order of the resident that the property company has signed for. */
async function withUnit(): Promise<{ id: string; version: number }> {
  const id = newId()
  await play('placeOrder', cast.resident, id, 1, 1)
  await play('acceptOrder', cast.desk, id, 1, 1)
  await play('dispatchOrder', cast.dispatcher, id, 2, 0)
  return { id, version: (await play('signOrder', cast.unitHandler, id, 3)).version }
}
const call = (verb: 'callCoHosts' | 'whistleUnits', id: string, version: number, unitIds: string[]) =>
  callUnits(town.needs, 1, verb, id, town.by(cast.unitHandler, version), {
    version,
    unitIds,
    task: '修掉挡灯的枝条',
  })
const running = (id: string) =>
  town.admin<{ clock: string; unit: string | null }>(
    `select clock, unit_id as unit from order_clocks where order_id = $1 and stopped_at is null order by clock, unit_id`,
    [id],
  )

describe('会办: units are called to help', () => {
  it('each with a clock of its own; the host keeps the order, and its time runs on', async () => {
    const { id, version } = await withUnit()
    const before = await page(cast.unitHandler, id)
    const called = await call('callCoHosts', id, version, [cast.park, cast.branch])
    expect(called.state).toBe('joint')
    expect(await running(id)).toEqual(
      expect.arrayContaining([
        { clock: 'coHost', unit: cast.park },
        { clock: 'coHost', unit: cast.branch },
        { clock: 'meeting', unit: null },
        { clock: 'handle', unit: null },
      ]),
    )
    const now = await page(cast.unitHandler, id)
    const limitOf = ({ clocks }: typeof now) => clocks.find(({ clock }) => clock === 'handle')?.dueAt
    expect([now.owner.name, limitOf(now)]).toEqual([before.owner.name, limitOf(before)])
  })

  it('is done only when every unit has answered or was released (一哨联办)', async () => {
    const { id, version } = await withUnit()
    let now = await call('whistleUnits', id, version, [cast.park, cast.branch])
    await expect(play('handleOrder', cast.unitHandler, id, now.version, 1)).rejects.toMatchObject({
      code: 'orders.coHostsSilent',
    })
    now = await play('answerCall', cast.coHandler, id, now.version, 0)
    expect(await running(id)).toContainEqual({ clock: 'whistle', unit: cast.branch })
    expect(await running(id)).not.toContainEqual({ clock: 'whistle', unit: cast.park })
    await expect(play('answerCall', cast.coHandler, id, now.version, 0)).rejects.toMatchObject({
      code: 'orders.notCalled',
    })
    now = await play('judgeAnswer', cast.unitHandler, id, now.version, 0)
    now = await play('releaseCoHost', cast.unitHandler, id, now.version, 1)
    expect((await callsOf(cast.dispatcher, id)).sort()).toEqual([
      '园林所 whistle done helped false',
      '物业一站 whistle   true',
    ])
    now = await play('handleOrder', cast.unitHandler, id, now.version, 1)
    expect(now.state).toBe('handled')
  })

  it('is read by who was called, without name, number and address, and stands among their tasks until they answer', async () => {
    const { id, version } = await withUnit()
    await expect(page(cast.coHandler, id)).rejects.toMatchObject({ code: 'kernel.notFound' })
    const { version: called } = await call('callCoHosts', id, version, [cast.park])
    const seen = await page(cast.coHandler, id)
    expect([seen.contactName, seen.contactPhone, seen.address, seen.mayReveal]).toEqual([
      null,
      null,
      null,
      false,
    ])
    expect(seen.actions).toEqual(['answerCall'])
    // What is wanted of them is for those who do the work, not for whoever waits.
    const said = async (actor: Actor) => (await page(actor, id)).timeline.flatMap(({ remarks }) => remarks)
    expect(await said(cast.coHandler)).toContain('修掉挡灯的枝条')
    expect(await said(cast.unitHandler)).toContain('修掉挡灯的枝条')
    expect(await said(cast.resident)).not.toContain('修掉挡灯的枝条')
    const tasks = async () =>
      (await listMyTasks(town.needs, cast.coHandler, 'zh', {})).items.map((row) => row.id)
    expect(await tasks()).toContain(id)
    await play('answerCall', cast.coHandler, id, called, 0)
    expect(await tasks()).not.toContain(id)
  })

  it('two who call the same unit at once call it once', async () => {
    const { id, version } = await withUnit()
    const tries = await Promise.allSettled([1, 2].map(() => call('whistleUnits', id, version, [cast.park])))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await callsOf(cast.dispatcher, id)).toEqual(['园林所 whistle   false'])
  })

  it('neither the host itself nor a unit that is asked already is called', async () => {
    const { id, version } = await withUnit()
    const { version: called } = await call('callCoHosts', id, version, [cast.park])
    for (const unit of [cast.unit, cast.park])
      await expect(call('callCoHosts', id, called, [unit])).rejects.toMatchObject({
        code: 'orders.alreadyCalled',
      })
  })

  it('ends when nobody has the order any more', async () => {
    const { id, version } = await withUnit()
    await call('callCoHosts', id, version, [cast.park])
    await play('cancelOrder', cast.resident, id, version + 1, 1)
    expect(await running(id)).toEqual([])
    expect(await callsOf(cast.resident, id)).toEqual(['园林所 joint   true'])
    await expect(page(cast.coHandler, id)).rejects.toMatchObject({ code: 'kernel.notFound' })
  })

  it('begins with the dispatch where co-hosts are named, and with signing it is 会办中', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1, 1)
    await play('acceptOrder', cast.desk, id, 1, 1)
    const { state, version } = await dispatchOrder(town.needs, 1, id, town.by(cast.dispatcher, 2), {
      version: 2,
      assignee: { unitId: cast.unit },
      coHosts: [cast.park],
    })
    expect(state).toBe('dispatched')
    expect(await running(id)).toContainEqual({ clock: 'coHost', unit: cast.park })
    expect((await play('signOrder', cast.unitHandler, id, version)).state).toBe('joint')
  })

  it('tells the unit, not the host, when its limit has passed; and the events tell the clocks again', async () => {
    const { id, version } = await withUnit()
    await call('whistleUnits', id, version, [cast.park])
    town.db.setShift(town.db.shift() + 2 * DAY)
    await fireDeadlines(town.needs, 1)
    const told = await town.admin<{ units: string[]; people: string[] }>(
      `select payload->'units' as units, payload->'people' as people from outbox
       where topic = 'orders.deadlinePassed.1' and payload->>'id' = $1 and payload->'facts'->>'clock' = 'whistle'`,
      [id],
    )
    expect(told).toEqual([{ units: [cast.park], people: [] }])
    const rules = await town.needs.rules(1)
    const { states, times } = await rederived(town.db, 1, rules)
    expect([...states, ...times]).toEqual([])
  })
})

describe('上报请办: the level above decides', () => {
  const escalated = async () => {
    const { id, version } = await withUnit()
    return play('escalateOrder', cast.unitHandler, id, version)
  }

  it("stops the host's time meanwhile, and waits for somebody of a wider area", async () => {
    const { id, version } = await escalated()
    const waiting = await page(cast.admin, id)
    expect(waiting).toMatchObject({ state: 'escalated', owner: { kind: 'above' } })
    expect(await running(id)).toContainEqual({ clock: 'escalation', unit: null })
    expect(waiting.clocks.find(({ clock }) => clock === 'handle')?.pausedAt).not.toBeNull()
    expect((await page(cast.dispatcher, id)).actions).not.toContain('instructOrder')
    await expect(play('instructOrder', cast.dispatcher, id, version)).rejects.toMatchObject({
      code: 'orders.notAbove',
    })
  })

  it('and returns it with an instruction: what was left of the time runs on', async () => {
    const { id, version } = await escalated()
    expect((await play('instructOrder', cast.admin, id, version)).state).toBe('inProgress')
    const now = await page(cast.unitHandler, id)
    expect(now.clocks.find(({ clock }) => clock === 'handle')).toMatchObject({
      pausedAt: null,
      stoppedAt: null,
    })
    expect(now.clocks.find(({ clock }) => clock === 'escalation')?.stoppedAt).not.toBeNull()
  })

  it('or gives it to another unit, which does not return it', async () => {
    const { id, version } = await escalated()
    const taken = await play('takeOverOrder', cast.admin, id, version, 0)
    expect(taken.state).toBe('dispatched')
    const { version: signed } = await play('signOrder', cast.coHandler, id, taken.version)
    await expect(play('askReturn', cast.coHandler, id, signed, 1)).rejects.toMatchObject({
      code: 'orders.hostWasRuled',
    })
    await expect(page(cast.unitHandler, id)).rejects.toMatchObject({ code: 'kernel.notFound' })
  })

  it('or calls units together', async () => {
    const { id, version } = await escalated()
    expect((await play('conveneOrder', cast.admin, id, version, 0)).state).toBe('joint')
    expect(await running(id)).toContainEqual({ clock: 'coHost', unit: cast.park })
  })
})
