import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdRows } from '../../../../../../tests/kit/heldRow.ts'
import { type Input, openTestHouse, type TestHouse } from '../../../../../../tests/kit/house.ts'
import { actorOf } from '../../../../../../tests/kit/houseCast.ts'
import { breakGround, HERE } from '../../../../../../tests/kit/houseGround.ts'
import { plantOrder } from '../../../../../../tests/kit/houseOrders.ts'
import { plantPerson, plantTeam } from '../../../../../../tests/kit/houseRows.ts'

let house: TestHouse
let holder: pg.Client

beforeAll(async () => {
  house = await openTestHouse()
  await breakGround(house)
  const { connectionParameters } = house.admin as pg.Client & { connectionParameters: pg.ClientConfig }
  holder = new pg.Client(connectionParameters)
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await house.close()
})

async function ask(token: string | undefined, operation: string, input: Input) {
  const found = house.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  const { status, body } = await house.ask(found, token, input)
  return { status, code: (body as { code?: string } | null)?.code } // refusals name themselves
}

it.each(['closed', 'given'] as const)(
  'of closing a team and giving it an order at the same moment the first stands: %s',
  async (first) => {
    const admin = await actorOf(house, 'regionAdmin', true)
    const dispatcher = await actorOf(house, 'dispatcher')
    const requester = await plantPerson(house, HERE)
    const team = await plantTeam(house, HERE, 'volunteers')
    const order = await plantOrder(house, 'lightBulb', { ground: HERE, state: 'accepted', requester })
    const closing = () =>
      ask(admin.token, 'closeTeam', { params: { id: team }, body: { words: '活动期已经结束' } })
    const giving = () =>
      ask(dispatcher.token, 'dispatchOrder', {
        params: { id: order },
        body: { version: 1, assignee: { teamId: team } },
      })
    const query = async (text: string, values: unknown[] = []) => (await holder.query(text, values)).rows
    const held = await holdRows(query, 'select 1 from teams where id = $1 for update', [team])
    const one = first === 'closed' ? closing() : giving()
    await held.waiting(1, one)
    const two = first === 'closed' ? giving() : closing()
    await held.waiting(2, two)
    await held.release()
    const answers = await Promise.all([one, two])
    expect(answers).toEqual([
      { status: 200, code: undefined },
      first === 'closed'
        ? { status: 422, code: 'orders.unknownAssignee' }
        : { status: 409, code: 'people.teamBusy' },
    ])
  },
)
