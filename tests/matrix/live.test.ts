import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { HERE, THERE } from '../kit/houseGround.ts'

// A live page hears what its reader may hear now, not what they might hear when the page was opened. What ends or
// changes does so behind this process's back, as another instance would do it.

let house: TestHouse
let port = 0
let reader: Actor
let page: Socket
let heard = ''

beforeAll(async () => {
  house = await openTestHouse()
  await house.house.app.listen({ port: 0, host: '127.0.0.1' })
  const address = house.house.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => house.close())
beforeEach(async () => {
  reader = await actorOf(house, 'dispatcher')
  heard = ''
  page = connect(port, '127.0.0.1')
  page.setEncoding('utf8').on('data', (data) => {
    heard += String(data)
  })
  page.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${reader.token}\r\n\r\n`)
  await vi.waitUntil(() => heard.includes('event: ready'))
  return async () => {
    page.destroy()
    await vi.waitUntil(() => house.house.hub.count() === 0)
  }
})

/** Something happens at a place; told whether the page hears of it. */
async function hears(path: string): Promise<boolean> {
  const [id, end] = [newId(), newId()]
  const event = { region: 1, topic: 'orders.orderPlaced.1', people: [], units: [], teams: [] }
  house.house.hub.publish([{ ...event, id, path }])
  house.house.hub.publish([{ ...event, id: end, path: null, people: [reader.personId] }])
  await vi.waitUntil(() => heard.includes(end))
  return heard.includes(id)
}
const WAIT = { timeout: 15_000, interval: 100 }
const closed = async () => {
  await vi.waitUntil(() => heard.endsWith('\r\n0\r\n\r\n'), WAIT) // the last piece of a chunked answer
  expect(house.house.hub.count()).toBe(0)
}

test.each([
  ['a session is revoked', 'update sessions set revoked_at = now() where account_id = $1'],
  ['a session runs out', `update sessions set expires_at = now() where account_id = $1`],
  ['an account is closed', 'update accounts set disabled_at = now() where id = $1'],
])('the stream ends when %s', async (_, end) => {
  expect(await hears(HERE.path)).toBe(true)
  await house.admin.query(end, [reader.accountId])
  await closed()
})

test('the stream follows the grants: what ends is heard no more, what begins is heard', async () => {
  expect([await hears(HERE.path), await hears(THERE.path)]).toEqual([true, false])
  await house.admin.query('update grants set area_path = $2 where account_id = $1', [
    reader.accountId,
    THERE.community,
  ])
  await vi.waitUntil(async () => !(await hears(HERE.path)), WAIT)
  expect(await hears(THERE.path)).toBe(true)
})

test('an open page is no use of the session: a desk left standing open ends with its stream', async () => {
  await house.admin.query(`update sessions set seen_at = now() - interval '3 hours' where account_id = $1`, [
    reader.accountId,
  ])
  await closed()
})
