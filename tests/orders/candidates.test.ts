import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { listCandidates } from '../../apps/server/src/rooms/orders/views/candidates.ts'
import { type Cast, GRABBABLE, openCast, PLAYS } from './cast.ts'
import { BUILDING, COMMUNITY, GRID, openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number, dice = 1) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })

/** The grant that a post gives, from `days` from now on, ended when `ended`. */
const serves = (
  { accountId }: Actor,
  areaPath: string,
  { days = -1, ended = false, role = 'gridWorker' } = {},
) =>
  town.admin(
    `insert into grants (region_id, id, account_id, role, area_path, from_at, to_at)
      values (1, $1, $2, $3, $4, now() + $5::int * interval '1 day', case when $6::boolean then now() - interval '1 hour' end)`,
    [newId(), accountId, role, areaPath, days, ended],
  )

async function peopleFor(id: string) {
  const { people } = await listCandidates(town.needs, cast.dispatcher, id, 'zh')
  return people
}

it('offers the grid workers of the place before the helpers, the nearest level first, with load and post', async () => {
  const wide = await town.person('社区网格')
  const everywhere = await town.helper('全区志愿', '/')
  const both = await town.helper('又网格又志愿')
  const others = [
    [await town.person('邻网格'), '/s01/c01/g02/', {}],
    [await town.person('卸任网格'), GRID, { ended: true }],
    [await town.person('未到任'), GRID, { days: 2 }],
    [await town.person('楼长'), BUILDING, { role: 'buildingHead' }],
    [cast.resident, GRID, {}], // whose own order it is
  ] as const
  await serves(wide, COMMUNITY)
  await serves(cast.gridWorker, GRID)
  await serves(cast.gridWorker, COMMUNITY) // a second post does not list the person twice
  await serves(both, COMMUNITY)
  for (const [actor, path, how] of others) await serves(actor, path, how)

  const held = newId()
  await play('placeOrder', cast.resident, held, 1)
  await play('acceptOrder', cast.desk, held, 1)
  expect((await peopleFor(held)).slice(0, 3)).toMatchObject([
    { name: '冯网格', openOrders: 0, quota: null, reasons: ['网格员', '手上没有单'] },
    { name: '又网格又志愿', quota: 3, reasons: expect.arrayContaining(['网格员', '就在附近']) },
    { name: '社区网格', quota: null },
  ])
  const ids = (await peopleFor(held)).map(({ assignee }) => assignee.personId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [actor] of others) expect(ids).not.toContain(actor.personId)
  expect(ids).toContain(cast.helperOne.personId)
  expect(ids).toContain(everywhere.personId)

  await play('dispatchOrder', cast.dispatcher, held, 2, 2) // dice 2: to the grid worker
  const next = newId()
  await play('placeOrder', cast.resident, next, 1)
  await play('acceptOrder', cast.desk, next, 1)
  expect((await peopleFor(next))[0]).toMatchObject({ name: '冯网格', openOrders: 1, reasons: ['网格员'] })
})
