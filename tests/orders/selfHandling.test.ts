import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { orderFacts } from '../../apps/server/src/rooms/orders/index.ts'
import { type Cast, openCast, PLAYS } from './cast.ts'
import { openTown, RETURNING, SELF_HANDLED, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

/** A neighbour's order of the item; the dice say that it is a plain request. */
async function placed(item: string): Promise<{ id: string; version: number; item: string }> {
  const order = { id: newId(), version: 1, item }
  await PLAYS.placeOrder(town, cast, { actor: cast.resident, order, dice: item === RETURNING ? 1 : 5 })
  return order
}
const close = (order: { id: string; version: number; item: string }, actor = cast.gridWorker) =>
  PLAYS.selfHandle(town, cast, { actor, order, dice: 1 })

it('is closed on the evidence or followed up, as chance draws it, and earns nobody points', async () => {
  const states = new Set<string>()
  // Half of them are drawn here: that forty fall on one side is one chance in 500,000,000,000.
  for (let n = 0; n < 40 && states.size < 2; n += 1) {
    const order = await placed(SELF_HANDLED)
    const { state } = await close(order)
    states.add(state)
    const [event] = await town.admin<{ sampled: boolean; role: string }>(
      `select (facts ->> 'sampled')::boolean as sampled, actor_role as role from order_events where order_id = $1 and verb = 'selfHandle'`,
      [order.id],
    )
    expect(event).toEqual({ sampled: state === 'followUp', role: 'gridWorker' })
    expect(
      await town.admin('select clock from order_clocks where order_id = $1 and stopped_at is null', [
        order.id,
      ]),
    ).toEqual(state === 'followUp' ? [{ clock: 'followUp' }] : [])
    expect(await orderFacts(town.db, 1, order.id)).toMatchObject({ result: 'solved', handlerPersonId: null })
  }
  expect([...states].sort()).toEqual(['closed', 'followUp'])
})

it('is not for every matter, and not for everybody', async () => {
  await expect(close(await placed(RETURNING))).rejects.toMatchObject({ code: 'orders.notSelfHandled' })
  const order = await placed(SELF_HANDLED)
  for (const actor of [cast.resident, cast.desk, cast.helperOne])
    await expect(close(order, actor)).rejects.toMatchObject({ status: expect.any(Number) })
  const [row] = await town.admin('select state, version from orders where id = $1', [order.id])
  expect(row).toEqual({ state: 'submitted', version: 1 })
})
