import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type HouseAnswer, openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { plantOrder } from '../kit/houseOrders.ts'
import { plantPerson } from '../kit/houseRows.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'

// Whom an order complains about comes across it nowhere: not as somebody to give it to, not in the pool, not in a notice.
// It goes past them to whoever stands above.

let world: World
let officer: Actor
let worker: Actor
let handler: Actor
let requester = ''

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  officer = await actorOf(world, 'dispatcher')
  worker = await actorOf(world, 'gridWorker')
  handler = await actorOf(world, 'unitHandler')
  requester = await plantPerson(world, HERE)
})
afterAll(() => world.close())

function ask(who: Actor, id: string, input: object = {}): Promise<HouseAnswer> {
  const found = world.operations.find((operation) => operation.id === id)
  if (!found) throw new Error(`no operation ${id}`)
  return world.ask(found, who.token, input)
}
type About = { aboutPerson?: string; aboutUnit?: string | null }
const complaint = (state: 'accepted' | 'offered', about: About): Promise<string> =>
  plantOrder(world, world.item, { ground: HERE, state, requester, ...about })
const give = async (id: string, verb: string, assignee: object): Promise<[number, string]> => {
  const { status, body } = await ask(officer, verb, { params: { id }, body: { version: 1, assignee } })
  return [status, (body as { code?: string }).code ?? '']
}

describe.each([
  ['the person', () => ({ aboutPerson: worker.personId }), () => ({ personId: worker.personId })],
  ['the unit', () => ({ aboutUnit: handler.unitId }), () => ({ unitId: handler.unitId })],
] as const)('%s complained of', (_, about, assignee) => {
  test('is nobody to give the order to', async () => {
    const id = await complaint('accepted', about())
    const { text, status } = await ask(officer, 'listCandidates', { params: { id } })
    const [named] = Object.values(assignee())
    expect([status, text.includes(String(named))]).toEqual([200, false])
    expect(await give(id, 'dispatchOrder', assignee())).toEqual([422, 'orders.complainedOf'])
    const offered = await complaint('offered', about())
    expect(await give(offered, 'assignOrder', assignee())).toEqual([422, 'orders.complainedOf'])
    expect(
      await give(id, 'dispatchOrder', { personId: await plantPerson(world, HERE, { helper: true }) }),
    ).toEqual([200, ''])
  })
})

test('a helper finds no complaint of the own person in the pool, and is not asked to take it', async () => {
  const id = await complaint('accepted', { aboutPerson: worker.personId })
  const other = await actorOf(world, 'helper')
  await world.admin.query('update helpers set serves_path = $2 where person_id = any($1::uuid[])', [
    [worker.personId, other.personId],
    HERE.community,
  ])
  expect((await ask(officer, 'offerOrder', { params: { id }, body: { version: 1 } })).status).toBe(200)
  await world.house.settle()
  const sees = async (who: Actor) =>
    await Promise.all(
      ['listClaims', 'listNotices'].map(async (list) => (await ask(who, list)).text.includes(id)),
    )
  await expect.poll(() => sees(other)).toEqual([true, true])
  expect(await sees(worker)).toEqual([false, false])
  expect((await ask(worker, 'claimOrder', { params: { id }, body: {} })).status).toBe(404)
  expect((await ask(other, 'claimOrder', { params: { id }, body: {} })).status).toBe(200)
})

test('a complaint of the desk itself is read one level up', async () => {
  const id = await complaint('accepted', { aboutPerson: officer.personId })
  const above = await actorOf(world, 'dispatcher', true)
  expect((await ask(officer, 'getOrder', { params: { id } })).status).toBe(404)
  expect(await give(id, 'dispatchOrder', { personId: worker.personId })).toEqual([404, 'kernel.notFound'])
  expect((await ask(above, 'getOrder', { params: { id } })).status).toBe(200)
  const listed = await Promise.all(
    [officer, above].map(async (who) =>
      (await ask(who, 'listOrders', { query: { state: 'accepted' } })).text.includes(id),
    ),
  )
  expect(listed).toEqual([false, true])
})

test('somebody of another region is no subject, and the answer is that of nobody', async () => {
  const intake = await actorOf(world, 'intake')
  const abroad = await plantPerson(world, { ...HERE, region: 2 })
  const body = { channel: 'counter', kind: 'complaint', detail: '态度不好。', path: HERE.path }
  const [there, nowhere] = await Promise.all(
    [abroad, newId()].map((aboutPersonId) =>
      ask(intake, 'placeOrder', { body: { ...body, id: newId(), aboutPersonId } }),
    ),
  )
  expect([there?.status, there?.body]).toEqual([nowhere?.status, nowhere?.body])
  expect(there?.status).toBe(422)
})
