import { presetOf } from '@linli/presets'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { claimOrder } from '../../apps/server/src/rooms/orders/actions/claimOrder.ts'
import { contactRequester } from '../../apps/server/src/rooms/orders/actions/handleOrder.ts'
import { offerOrder } from '../../apps/server/src/rooms/orders/actions/offerOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { BUILDING, COMMUNITY, openTown, RETURNING, type Town } from './town.ts'

let town: Town
let desk: Actor
/** Ordinary items that anybody may claim; this one stays with its helper. */
const STAYING =
  presetOf('xihu').catalogue.find(
    ({ key, grabbable, urgency, skill }) =>
      key !== RETURNING && grabbable && urgency === 'ordinary' && skill === null,
  )?.key ?? ''

beforeAll(async () => {
  town = await openTown()
  desk = await town.person(
    '李值班',
    (['intake', 'dispatcher'] as const).map((role) => ({ role, areaPath: COMMUNITY, unitId: null })),
  )
})
afterAll(() => town.close())

async function offered(item = STAYING): Promise<string> {
  const by = town.by(desk)
  if (!('actor' in by)) throw new Error('a person')
  const { id } = await placeOrder(
    town.needs,
    { actor: desk, remember: by.remember },
    { id: newId(), channel: 'telephone', kind: 'help', item, detail: '请人来看看', path: BUILDING },
  )
  await acceptOrder(town.needs, 1, id, town.by(desk, 1), {
    version: 1,
    item,
    kind: 'help',
    urgency: 'ordinary',
    path: BUILDING,
  })
  await offerOrder(town.needs, id, town.by(desk, 2))
  return id
}
const passClocks = (id: string) =>
  town.admin(
    `update order_clocks set due_at = now() - interval '1 second' where order_id = $1 and stopped_at is null`,
    [id],
  )
const waveOf = async (id: string) =>
  (
    await town.admin<{ offer_wave: number; offer_path: string }>(
      'select offer_wave, offer_path from orders where id = $1',
      [id],
    )
  )[0]

it('widens an unanswered offer wave by wave, then tells once that it is at its widest', async () => {
  const id = await offered()
  expect(await waveOf(id)).toMatchObject({ offer_wave: 1, offer_path: '/s01/c01/g01/' })
  const { waves } = await town.needs.rules(1)
  for (const { wave } of waves.slice(1)) {
    await passClocks(id)
    await fireDeadlines(town.needs, 1)
    expect(await waveOf(id)).toMatchObject({ offer_wave: wave })
  }
  await passClocks(id)
  await fireDeadlines(town.needs, 1)
  await fireDeadlines(town.needs, 1)
  expect(
    await town.admin(`select 1 from outbox where topic = 'orders.deadlinePassed.1' and payload->>'id' = $1`, [
      id,
    ]),
  ).toHaveLength(1)
})

it('fires each deadline once although several look at the same moment', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => offered()))
  for (const id of ids) await town.admin(`update orders set offer_wave = 99 where id = $1`, [id])
  for (const id of ids) await passClocks(id)
  await Promise.all(Array.from({ length: 6 }, () => fireDeadlines(town.needs, 1)))
  const told = await town.admin<{ id: string }>(
    `select payload->>'id' as id from outbox where topic = 'orders.deadlinePassed.1' and payload->>'id' = any($1)`,
    [ids],
  )
  expect(told.map(({ id }) => id).sort()).toEqual([...ids].sort())
})

it('fires all that an outage left behind at the next look, not a hundred at a time', async () => {
  await town.admin(
    `insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at)
      select 1, gen_random_uuid(), o.id, 'late' || n, 1, 1, 'minute', now() - interval '2 hours', now() - interval '1 hour'
      from (select id from orders order by id limit 1) o, generate_series(1, 250) n`,
  )
  expect(await fireDeadlines(town.needs, 1)).toBe(250)
  await town.admin(`delete from order_clocks where clock like 'late%'`)
})

/** An order of the item, claimed by the helper: version 4. */
async function claimed(of: string, helper: Actor): Promise<string> {
  const id = await offered(of)
  await claimOrder(town.needs, helper, id, town.by(helper))
  return id
}
const standing = async (id: string) =>
  (
    await town.admin<{ state: string; assignee: string | null; wave: number; contacted: string | null }>(
      'select state, assignee_person_id as assignee, offer_wave as wave, contacted_at as contacted from orders where id = $1',
      [id],
    )
  )[0]
const running = (id: string) =>
  town.admin('select clock from order_clocks where order_id = $1 and stopped_at is null', [id])

it('gives back to the pool what was not done in time, once, and the next helper may claim it', async () => {
  const [first, second] = [await town.helper('孙志愿'), await town.helper('周志愿')]
  const id = await claimed(RETURNING, first)
  await contactRequester(town.needs, id, town.by(first, 4), { version: 4, how: 'phone' })
  expect(await fireDeadlines(town.needs, 1)).toBe(0)
  await passClocks(id)
  await Promise.all([fireDeadlines(town.needs, 1), fireDeadlines(town.needs, 1)])
  expect(await standing(id)).toEqual({ state: 'offered', assignee: null, wave: 1, contacted: null })
  expect(await running(id)).toEqual([{ clock: 'claim' }])
  const [event] = await town.admin(
    `select actor_role, from_state from order_events where order_id = $1 and verb = 'giveBack'`,
    [id],
  )
  expect(event).toEqual({ actor_role: 'system', from_state: 'inProgress' })
  await claimOrder(town.needs, second, id, town.by(second))
  expect(await standing(id)).toMatchObject({ state: 'inProgress', assignee: second.personId })
})

it('leaves what does not return with the one who has it, and tells of the deadline', async () => {
  const helper = await town.helper('吴志愿')
  const id = await claimed(STAYING, helper)
  await passClocks(id)
  await fireDeadlines(town.needs, 1)
  expect(await standing(id)).toMatchObject({ state: 'inProgress', assignee: helper.personId })
  expect(
    await town.admin(`select 1 from outbox where topic = 'orders.deadlinePassed.1' and payload->>'id' = $1`, [
      id,
    ]),
  ).not.toHaveLength(0)
})

it('widens once an offer that two instances saw overdue: the next wave has its own time', async () => {
  const id = await offered()
  await passClocks(id)
  const { db } = town.needs
  let hasMet = false
  // The other instance takes its step between our look and ours.
  const late: typeof db.read = async (...asked) => {
    const rows = await db.read(...asked)
    if (!hasMet && rows.some((row) => 'id' in row && row.id === id)) {
      hasMet = true
      await fireDeadlines(town.needs, 1)
    }
    return rows as never // whatever the caller asked for, as it came
  }
  await fireDeadlines({ ...town.needs, db: { ...db, read: late } }, 1)
  expect(hasMet).toBe(true)
  expect(await waveOf(id)).toMatchObject({ offer_wave: 2 })
})
