import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { breakGround, HERE, THERE } from '../kit/houseGround.ts'
import { plantOrder } from '../kit/houseOrders.ts'
import { plantPerson } from '../kit/houseRows.ts'

// Who was kept from seeing something is written down like who saw it; and that cannot be used to fill the book.

let house: TestHouse
let dispatcher: Actor
beforeAll(async () => {
  house = await openTestHouse()
  await breakGround(house)
  dispatcher = await actorOf(house, 'dispatcher')
})
afterAll(() => house.close())

async function ask(who: Actor, operation: string, input: object): Promise<number> {
  const found = house.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  return (await house.ask(found, who.token, input)).status
}
type Row = { action: string; kind: string; subject: string | null; code: string | null; person: string }
const rowsOf = async (who: Actor): Promise<Row[]> =>
  (
    await house.admin.query<Row>(
      `select action, subject_kind as kind, subject_id as subject, facts->>'refused' as code, person_id as person
       from audit_entries where account_id = $1 order by seq`,
      [who.accountId],
    )
  ).rows

test('a look at another area’s order or person, and a reveal, are recorded though they were refused', async () => {
  const far = await plantPerson(house, THERE, { phone: true })
  const order = await plantOrder(house, 'noise', { ground: THERE, state: 'accepted', requester: far })
  const reason = { body: { reason: '看看' } }
  expect(await ask(dispatcher, 'getOrder', { params: { id: order } })).toBe(404)
  expect(await ask(dispatcher, 'revealContact', { params: { id: order }, ...reason })).toBe(404)
  expect(await ask(dispatcher, 'getPerson', { params: { id: far } })).toBe(403)
  expect(await ask(dispatcher, 'revealPhone', { params: { id: far }, ...reason })).toBe(403)
  const about = (action: string, kind: string, subject: string, code: string) => ({
    action,
    kind,
    subject,
    code,
    person: dispatcher.personId,
  })
  expect(await rowsOf(dispatcher)).toEqual([
    about('getOrder', 'order', order, 'kernel.notFound'),
    about('revealContact', 'order', order, 'kernel.notFound'),
    about('getPerson', 'person', far, 'kernel.forbidden'),
    about('revealPhone', 'person', far, 'kernel.forbidden'),
  ])
})

test('whom a role keeps out before anything is read, and who asks for an anonymous neighbour’s number', async () => {
  const leader = await actorOf(house, 'leader')
  const id = await plantPerson(house, HERE, { phone: true })
  expect(await ask(leader, 'getPerson', { params: { id } })).toBe(403)
  expect(await ask(leader, 'findPersonByPhone', { body: { phone: '13811110001' } })).toBe(403)
  const helper = await actorOf(house, 'helper')
  const assignee = { person: helper.personId }
  const order = await plantOrder(house, 'noise', {
    ground: HERE,
    state: 'inProgress',
    requester: id,
    assignee,
  })
  await house.admin.query('update orders set anonymous = true where id = $1', [order])
  expect(await ask(helper, 'revealContact', { params: { id: order }, body: { reason: '问路' } })).toBe(403)
  expect(await rowsOf(leader)).toMatchObject([
    { action: 'getPerson', kind: 'person', subject: id },
    { action: 'findPersonByPhone', kind: 'person', subject: null },
  ])
  expect(await rowsOf(helper)).toMatchObject([{ action: 'revealContact', code: 'orders.contactHidden' }])
})

test('the same attempt again and again is one row, and a storm of guesses is a few', async () => {
  const curious = await actorOf(house, 'resident')
  const order = await plantOrder(house, 'noise', {
    ground: HERE,
    state: 'accepted',
    requester: await plantPerson(house, HERE),
  })
  const again = Array.from({ length: 10 }, () => ask(curious, 'getOrder', { params: { id: order } }))
  expect(new Set(await Promise.all(again)).size).toBe(1)
  expect(await rowsOf(curious)).toHaveLength(1)
  for (let index = 0; index < 60; index += 1) await ask(curious, 'getOrder', { params: { id: newId() } })
  expect((await rowsOf(curious)).length).toBeLessThanOrEqual(60) // two minutes' worth, should the minute turn
})

test('a visitor, a wrong input and a step that comes too late are no refusals of this kind', async () => {
  const count = async () =>
    (await house.admin.query(`select 1 from audit_entries where facts->>'refused' is not null`)).rowCount
  const before = await count()
  const order = await plantOrder(house, 'noise', {
    ground: HERE,
    state: 'closed',
    requester: await plantPerson(house, HERE),
  })
  const visitor: Actor = { ...dispatcher, token: undefined }
  expect(await ask(visitor, 'getOrder', { params: { id: order } })).toBe(401)
  expect(await ask(dispatcher, 'revealContact', { params: { id: order }, body: {} })).toBe(400)
  expect(await ask(dispatcher, 'dispatchOrder', { params: { id: order }, body: { version: 9 } })).toBe(400)
  expect(await count()).toBe(before)
})

test('the record says which entries were refusals, and shows them alone', async () => {
  const auditor = await actorOf(house, 'auditor', true)
  const listAudit = house.operations.find(({ id }) => id === 'listAudit')
  if (!listAudit) throw new Error('no operation listAudit')
  const { body } = await house.ask(listAudit, auditor.token, { query: { refused: 'true', limit: '3' } })
  const { items } = body as { items: { refused: boolean }[] }
  expect(items.map(({ refused }) => refused)).toEqual([true, true, true])
})
