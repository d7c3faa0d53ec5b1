import { presetOf } from '@linli/presets'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { offerOrder } from '../../apps/server/src/rooms/orders/actions/offerOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { BUILDING, COMMUNITY, openTown, type Town } from './town.ts'

let town: Town
let desk: Actor
const item =
  presetOf('xihu').catalogue.find(({ grabbable, urgency }) => grabbable && urgency === 'ordinary')?.key ?? ''

beforeAll(async () => {
  town = await openTown()
  desk = await town.person(
    '李值班',
    (['intake', 'dispatcher'] as const).map((role) => ({ role, areaPath: COMMUNITY, unitId: null })),
  )
})
afterAll(() => town.close())

async function offered(): Promise<string> {
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
