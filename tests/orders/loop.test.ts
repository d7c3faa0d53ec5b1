import { presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { claimOrder } from '../../apps/server/src/rooms/orders/actions/claimOrder.ts'
import { dispatchOrder } from '../../apps/server/src/rooms/orders/actions/dispatchOrder.ts'
import { closeOrder, rateOrder, reworkOrder } from '../../apps/server/src/rooms/orders/actions/followUp.ts'
import {
  contactRequester,
  handleOrder,
  signOrder,
} from '../../apps/server/src/rooms/orders/actions/handleOrder.ts'
import { refuseOrder } from '../../apps/server/src/rooms/orders/actions/intake.ts'
import { offerOrder, widenOffer } from '../../apps/server/src/rooms/orders/actions/offerOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { approveHandling } from '../../apps/server/src/rooms/orders/actions/reviewHandling.ts'
import { listViews, saveView } from '../../apps/server/src/rooms/orders/store/savedViews.ts'
import { claimBoard } from '../../apps/server/src/rooms/orders/views/claimBoard.ts'
import {
  countOrders,
  listMyOrders,
  listMyTasks,
  listOrders,
} from '../../apps/server/src/rooms/orders/views/lists.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { holdRows } from '../kit/heldRow.ts'
import { BUILDING, COMMUNITY, openTown, STREET, type Town } from './town.ts'

let town: Town
let resident: Actor
let desk: Actor
let reviewer: Actor
let caller: Actor
let helper: Actor
let itemKey = ''

beforeAll(async () => {
  town = await openTown()
  const at = (role: 'intake' | 'dispatcher' | 'reviewer' | 'caller') => ({
    role,
    areaPath: COMMUNITY,
    unitId: null,
  })
  resident = await town.person('王小明')
  desk = await town.person('李值班', [at('intake'), at('dispatcher')])
  reviewer = await town.person('赵审核', [at('reviewer')])
  caller = await town.person('钱回访', [at('caller')])
  helper = await town.helper('孙志愿')
  const rules = await town.needs.rules(1)
  itemKey =
    presetOf('xihu').catalogue.find(
      ({ grabbable, evidence }) => grabbable && !evidence.some((kind) => kind.endsWith('Photo')),
    )?.key ?? ''
  expect(rules.item(itemKey)).toBeDefined()
})
afterAll(() => town.close())

const place = (actor: Actor, more: object = {}) =>
  placeOrder(
    town.needs,
    { actor, remember: (result) => rememberOf(actor, result) },
    {
      id: newId(),
      channel: 'hand',
      kind: 'help',
      item: itemKey,
      detail: '家里的灯不亮了，想请人来看看。',
      path: BUILDING,
      contactPhone: '19900001234',
      contactName: '王小明',
      ...more,
    },
  )
const rememberOf = (
  actor: Actor,
  result: { id: string; number: string; version: number; state: 'submitted' | string },
) => {
  const by = town.by(actor)
  if (!('actor' in by)) throw new Error('a person')
  return by.remember(result as never)
}

async function offered(): Promise<{ id: string; version: number }> {
  const { id } = await place(resident)
  await acceptOrder(town.needs, 1, id, town.by(desk, 1), {
    version: 1,
    item: itemKey,
    kind: 'help',
    urgency: 'ordinary',
    path: BUILDING,
  })
  return offerOrder(town.needs, id, town.by(desk, 2))
}

describe('the loop', () => {
  it('runs from placing to closing, one event a verb, clocks stopped at the end', async () => {
    const { id } = await offered()
    const claimed = await claimOrder(town.needs, helper, id, town.by(helper))
    expect(claimed).toMatchObject({ state: 'inProgress', version: 4 })
    await contactRequester(town.needs, id, town.by(helper, 4), { version: 4, how: 'phone' })
    await handleOrder(town.needs, id, town.by(helper, 5), {
      version: 5,
      reply: '换了新灯泡，亮了。',
      resolved: 'solved',
    })
    await approveHandling(town.needs, id, town.by(reviewer, 6), { version: 6 })
    const rated = await rateOrder(town.needs, 1, id, town.by(resident, 7), {
      version: 7,
      resolved: 'solved',
      score: 5,
      comment: '谢谢',
    })
    expect(rated).toMatchObject({ state: 'closed', version: 8 })
    const events = await town.admin<{ verb: string; version: number }>(
      'select verb, version from order_events where order_id = $1 order by version',
      [id],
    )
    expect(events.map(({ verb }) => verb)).toEqual([
      'placeOrder',
      'acceptOrder',
      'offerOrder',
      'claimOrder',
      'contactRequester',
      'handleOrder',
      'approveHandling',
      'rateOrder',
    ])
    expect(
      await town.admin('select 1 from order_clocks where order_id = $1 and stopped_at is null', [id]),
    ).toEqual([])
    const view = await orderPage(town.needs, resident, id, 'zh', 'https://x/c')
    expect(view.timeline).toHaveLength(8)
    expect(view.rating?.score).toBe(5)
    expect(view.contactPhone).toBe('199****1234')
    expect(view.owner.kind).toBe('nobody')
  })

  it('has exactly one winner when many helpers press at once', async () => {
    const { id } = await offered()
    const helpers = await Promise.all(Array.from({ length: 8 }, (_, n) => town.helper(`志愿${n}`)))
    const tries = await Promise.allSettled(
      helpers.map((one) => claimOrder(town.needs, one, id, town.by(one))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const lost of tries)
      if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'orders.alreadyClaimed' })
    expect(
      await town.admin('select 1 from order_events where order_id = $1 and verb = $2', [id, 'claimOrder']),
    ).toHaveLength(1)
  })

  it('never lets one helper pass the quota, however many claims run at once', async () => {
    const one = await town.helper('限额', undefined, { quota: 2 })
    const orders = await Promise.all(Array.from({ length: 6 }, () => offered()))
    const tries = await Promise.allSettled(
      orders.map(({ id }) => claimOrder(town.needs, one, id, town.by(one))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const lost of tries)
      if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'orders.quotaReached' })
  })

  it('counts the quota after a claim that is not committed yet, not beside it', async () => {
    const one = await town.helper('一单', undefined, { quota: 1 })
    const [first, second] = [await offered(), await offered()]
    const held = await holdRows(town.admin, 'select 1 from orders where id = $1 for update', [first.id])
    const earlier = claimOrder(town.needs, one, first.id, town.by(one))
    await held.waiting(1, earlier)
    const later = claimOrder(town.needs, one, second.id, town.by(one))
    await held.waiting(2, later)
    await held.release()
    const tries = await Promise.allSettled([earlier, later])
    expect(tries.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(tries[1]).toMatchObject({ reason: { code: 'orders.quotaReached' } })
  })

  it('refuses a stale version, a wrong state, a stranger and the handler as reviewer', async () => {
    const { id } = await offered()
    await expect(widenOffer(town.needs, id, town.by(desk, 1))).rejects.toMatchObject({ code: 'kernel.stale' })
    await expect(approveHandling(town.needs, id, town.by(reviewer, 3), { version: 3 })).rejects.toMatchObject(
      { code: 'orders.notNow' },
    )
    const stranger = await town.person('路人')
    await expect(orderPage(town.needs, stranger, id, 'zh', '')).rejects.toMatchObject({
      code: 'kernel.notFound',
    })
    await expect(
      refuseOrder(town.needs, id, town.by(helper, 3), { version: 3, reason: 'petition', channel: '信访' }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('goes to rework when dissatisfied, and a third round waits for the administrator', async () => {
    const { id } = await offered()
    await claimOrder(town.needs, helper, id, town.by(helper))
    let version = 4
    for (const round of [1, 2, 3]) {
      await handleOrder(town.needs, id, town.by(helper, version), {
        version,
        reply: `第${round}次办理`,
        resolved: 'solved',
        contacted: 'visit',
      })
      await approveHandling(town.needs, id, town.by(reviewer, version + 1), { version: version + 1 })
      const rated = await rateOrder(town.needs, 1, id, town.by(resident, version + 2), {
        version: version + 2,
        resolved: 'notSolved',
        score: 1,
      })
      expect(rated.state).toBe('followUp')
      version += 3
      const again = reworkOrder(town.needs, id, town.by(caller, version), { version, reason: '还是不亮' })
      if (round < 3) {
        expect((await again).state).toBe('rework')
        version += 1
      } else await expect(again).rejects.toMatchObject({ code: 'orders.reworkRoundsUsed' })
    }
    expect((await orderPage(town.needs, resident, id, 'zh', '')).owner.kind).toBe('admin')
    await expect(
      closeOrder(town.needs, 1, id, town.by(caller, version), { version, reached: false }),
    ).rejects.toMatchObject({ code: 'orders.moreCallsNeeded' })
  })

  it('lists in scope only, finds Chinese words, and shows the claim board without personal data', async () => {
    const { id } = await offered()
    const found = await listOrders(town.needs, desk, 'zh', { q: '灯不亮', limit: 50 })
    expect(found.items.map((row) => row.id)).toContain(id)
    const elsewhere = await town.person('外区', [{ role: 'intake', areaPath: '/s01/c02/', unitId: null }])
    expect((await listOrders(town.needs, elsewhere, 'zh', {})).items).toEqual([])
    const first = await listOrders(town.needs, desk, 'zh', { limit: 2 })
    const second = await listOrders(town.needs, desk, 'zh', {
      limit: 2,
      ...(first.next ? { after: first.next } : {}),
    })
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(4)
    expect((await listMyOrders(town.needs, resident, 'zh', {})).items.length).toBeGreaterThan(3)
    await town.count()
    expect((await countOrders(town.needs, desk)).states['offered']).toBeGreaterThan(0)
    const fresh = await town.helper('看板')
    const board = await claimBoard(town.needs, fresh, 'zh')
    expect(board.items.map((card) => card.id)).toContain(id)
    expect(JSON.stringify(board)).not.toMatch(/王小明|1234|不亮/)
  })

  it('goes to a team, whose member signs for it and from then on has it', async () => {
    const member = await town.person('队员', [{ role: 'helper', areaPath: STREET, unitId: null }])
    const outsider = await town.person('别队队员', [{ role: 'helper', areaPath: STREET, unitId: null }])
    const teamId = newId()
    await town.admin(
      `insert into teams (region_id, id, kind, name, path, opened_at) values (1, $1, 'volunteers', '桃苑水电队', '/s01/c01/', now())`,
      [teamId],
    )
    const inTeam = { ...member, teams: [teamId] }
    const { id } = await place(resident)
    await acceptOrder(town.needs, 1, id, town.by(desk, 1), {
      version: 1,
      item: itemKey,
      kind: 'help',
      urgency: 'ordinary',
      path: BUILDING,
    })
    await dispatchOrder(town.needs, 1, id, town.by(desk, 2), { version: 2, assignee: { teamId } })
    expect((await listMyTasks(town.needs, inTeam, 'zh', {})).items.map((row) => row.id)).toContain(id)
    await expect(signOrder(town.needs, id, town.by(outsider, 3))).rejects.toMatchObject({ status: 403 })
    expect((await signOrder(town.needs, id, town.by(inTeam, 3))).state).toBe('inProgress')
    const view = await orderPage(town.needs, inTeam, id, 'zh', '')
    expect(view.owner).toEqual({ kind: 'person', name: '队员' })
    expect(view.actions).toContain('handleOrder')
  })

  it('registers the person it is placed for with the order, or not at all', async () => {
    const people = () => town.admin('select 1 from people')
    const before = (await people()).length
    const forNeighbour = {
      channel: 'proxy',
      forAnother: true,
      contactPhone: '19900007777',
      contactName: '邻居',
    }
    const refused = place(resident, { ...forNeighbour, photos: [newId()] })
    await expect(refused).rejects.toMatchObject({ code: 'orders.photoNotYours' })
    expect(await people()).toHaveLength(before)
    const { id } = await place(resident, forNeighbour)
    expect(await people()).toHaveLength(before + 1)
    expect(
      (await town.admin<{ requester_id: string }>('select requester_id from orders where id = $1', [id]))[0]
        ?.requester_id,
    ).not.toBe(resident.personId)
  })

  it('keeps a saved view once: its id cannot name a second one', async () => {
    const view = { id: newId(), name: '超时的', filters: { overdue: true } }
    const remember = () => sql`select 1`
    await saveView(town.db, desk, view, remember)
    await expect(saveView(town.db, desk, { ...view, name: '别的' }, remember)).rejects.toMatchObject({
      code: 'kernel.keyReused',
    })
    expect((await listViews(town.db, desk)).filter(({ id }) => id === view.id)).toEqual([view])
  })

  it('hides the contact of an anonymous order from its handler', async () => {
    const { id } = await place(resident, { anonymous: true })
    await acceptOrder(town.needs, 1, id, town.by(desk, 1), {
      version: 1,
      item: itemKey,
      kind: 'help',
      urgency: 'ordinary',
      path: BUILDING,
    })
    await offerOrder(town.needs, id, town.by(desk, 2))
    const one = await town.helper('匿名单承办')
    await claimOrder(town.needs, one, id, town.by(one))
    const view = await orderPage(town.needs, one, id, 'zh', '')
    expect(view).toMatchObject({ contactName: null, contactPhone: null, mayReveal: false })
  })
})
