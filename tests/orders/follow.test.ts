import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { insightRulesOf, unequalCounters } from '../../apps/server/src/rooms/insight/index.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { claimOrder } from '../../apps/server/src/rooms/orders/actions/claimOrder.ts'
import { offerOrder } from '../../apps/server/src/rooms/orders/actions/offerOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { followAreas, rederived } from '../../apps/server/src/rooms/orders/index.ts'
import { type Cast, GRABBABLE, openCast } from './cast.ts'
import { BUILDING, GRID, openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

/** The building ends, what lies in it lies under another code now. */
async function end(from: string, to: string): Promise<void> {
  await town.admin(
    `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, $2, $3, 'building', $4, $4, $5, now())`,
    [newId(), to, to.replace(/[^/]+\/$/, ''), to.split('/').at(-2), newSlug()],
  )
  await town.admin(`update areas set closed_at = now() where region_id = 1 and path = $1`, [from])
  await town.admin(
    `insert into area_successions (region_id, id, redraw_id, from_path, to_path, is_main) values (1, $1, $1, $2, $3, true)`,
    [newId(), from, to],
  )
}
async function offered(path: string): Promise<string> {
  const sender = town.by(cast.resident)
  if (!('actor' in sender)) throw new Error('a person')
  const { id } = await placeOrder(town.needs, sender, {
    id: newId(),
    channel: 'hand',
    kind: 'help',
    item: GRABBABLE,
    detail: '家里的灯不亮了。',
    path,
  })
  const system = { system: 1 } as const
  await acceptOrder(town.needs, 1, id, system, {
    version: 1,
    item: GRABBABLE,
    kind: 'help',
    urgency: 'ordinary',
    path,
  })
  await offerOrder(town.needs, id, system)
  return id
}

it('an order that is claimed while its area ends is claimed once and follows once, on two instances', async () => {
  let here = BUILDING
  for (let at = 1; at <= 6; at += 1) {
    const next = `${GRID}b9${at}/` // in the same grid: the helpers who were asked still are
    const id = await offered(here)
    await town.admin(`update helpers set quota = 50`)
    const claims = [cast.helperOne, cast.helperTwo].map((helper) =>
      claimOrder(town.needs, helper, id, town.by(helper)).then(
        () => 'won',
        () => 'lost',
      ),
    )
    await end(here, next)
    const follow = () => followAreas(town.needs, 1)
    await Promise.all([follow(), follow()])
    expect((await Promise.all(claims)).sort()).toEqual(['lost', 'won'])
    const [order] = await town.admin<{ path: string; community: string; held: boolean }>(
      `select path, community, assignee_person_id is not null as held from orders where id = $1`,
      [id],
    )
    expect(order).toEqual({ path: next, community: '/s01/c01/', held: true })
    const verbs = await town.admin<{ verb: string }>(
      `select verb from order_events where order_id = $1 order by verb`,
      [id],
    )
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'acceptOrder',
      'claimOrder',
      'followArea',
      'offerOrder',
      'placeOrder',
    ])
    here = next
  }
})

it('orders and counters say what the events say', async () => {
  await town.count()
  const rules = async () => insightRulesOf(town.place)
  expect(await unequalCounters({ db: town.db, rules }, 1)).toEqual([])
  expect(await rederived(town.db, 1, await town.needs.rules(1))).toMatchObject({ states: [], times: [] })
})
