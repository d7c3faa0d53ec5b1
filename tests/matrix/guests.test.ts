import type { GuestEntered, GuestView } from '@linli/contract/stations/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { HouseAnswer, Input } from '../kit/house.ts'
import { openTestHouse } from '../kit/house.ts'
import { actorOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { plantStation } from '../kit/houseStations.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'

// A guest has neither address nor account: what they may do is listed by the house itself, and everything else is
// closed. What is theirs is theirs by the secret alone.

let world: World
beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
})
afterAll(() => world.close())

async function ask(id: string, token: string | undefined, input: Input = {}): Promise<HouseAnswer> {
  const operation = world.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return world.ask(operation, token, input)
}
const codeOf = ({ status, body }: HouseAnswer): string =>
  typeof body === 'object' && body !== null && 'code' in body ? `${status} ${String(body.code)}` : `${status}`

async function guestAt(slug: string): Promise<{ token: string; secret: string }> {
  const { body } = await ask('enterAsGuest', undefined, { params: { slug }, body: { bearer: true } })
  const { token, secret } = body as GuestEntered // the operation's own answer
  if (!token || !secret) throw new Error('no guest came in')
  return { token, secret }
}
const request = (path: string, more: object = {}) => ({
  body: { id: newId(), channel: 'guest', kind: 'help', detail: '老人走散了，在东门', path, ...more },
})

describe('a guest', () => {
  it('is let into nothing that the house does not open to guests', async () => {
    const { token } = await guestAt((await plantStation(world, HERE)).slug)
    const closed = world.operations.filter(
      (one) => one['x-authz'].access !== 'public' && one['x-guests'] !== true && one['x-kind'] !== 'stream',
    )
    expect(closed.length).toBeGreaterThan(200)
    const open: string[] = []
    for (const operation of closed) {
      // The gate stands before anything is read: what is aimed at does not matter.
      const names = operation.path.match(/(?<=\{)\w+(?=\})/g) ?? []
      const params = Object.fromEntries(names.map((name) => [name, newId()]))
      const answer = await world.ask(operation, token, { params, body: {} })
      if (answer.status !== 403) open.push(`${operation.id}: ${codeOf(answer)}`)
    }
    expect(open).toEqual([])
    const opened = world.operations.filter((one) => one['x-guests'] === true).map(({ id }) => id)
    expect(opened.sort()).toEqual([
      'addNote',
      'cancelOrder',
      'confirmGuestPhone',
      'endNumber',
      'getGuest',
      'getOrder',
      'listMyOrders',
      'myNumbers',
      'placeOrder',
      'rateOrder',
      'requestReview', // of their own matter's result
      'sendGuestCode',
      'suggestOrder', // two items for one's own words
      'takeNumber',
      'uploadPhoto',
      'uploadVoice',
      'whoAmI',
    ])
  }, 300_000)

  it('asks where they are, by their own door, and finds back by the secret', async () => {
    const { slug } = await plantStation(world, HERE)
    const guest = await guestAt(slug)
    const placed = request(HERE.community)
    expect((await ask('placeOrder', guest.token, placed)).status).toBe(201)
    const elsewhere = await ask('placeOrder', guest.token, request('/s01/c101/'))
    expect(codeOf(elsewhere)).toBe('409 orders.notAtThisStation')
    expect((await ask('placeOrder', guest.token, request(HERE.community, { channel: 'hand' }))).status).toBe(
      403,
    )
    const resident = await actorOf(world, 'resident')
    expect((await ask('placeOrder', resident.token, request(HERE.community))).status).toBe(403)

    const back = await ask('returnAsGuest', undefined, { body: { secret: guest.secret, bearer: true } })
    const { token } = back.body as GuestEntered // the operation's own answer
    expect(await ask('getOrder', token, { params: { id: placed.body.id } })).toMatchObject({
      status: 200,
      body: { detail: '老人走散了，在东门', channel: 'guest' },
    })
    const other = await guestAt(slug)
    expect((await ask('getOrder', other.token, { params: { id: placed.body.id } })).status).toBe(404)
    expect((await ask('getOrder', undefined, { params: { id: placed.body.id } })).status).toBe(401)
    const intake = await actorOf(world, 'intake')
    expect((await ask('getOrder', intake.token, { params: { id: placed.body.id } })).body).toMatchObject({
      contactPhone: null,
      mayReveal: false,
    })
  })

  it('asks for three things at once and no more', async () => {
    const { token } = await guestAt((await plantStation(world, HERE)).slug)
    const answers: string[] = []
    for (let n = 0; n < 4; n += 1)
      answers.push(codeOf(await ask('placeOrder', token, request(HERE.community))))
    expect(answers).toEqual(['201', '201', '201', '409 orders.tooManyOfGuest'])
  })

  it('is not rung up at a number that did not answer a code', async () => {
    const { token } = await guestAt((await plantStation(world, HERE)).slug)
    const mine = request(HERE.community, { contactPhone: '13911112222' })
    await ask('placeOrder', token, mine)
    const kept = async (id: string) =>
      (
        await world.admin.query<{ tail: string | null }>(
          'select contact_phone_tail as tail from order_texts where order_id = $1',
          [id],
        )
      ).rows[0]?.tail
    expect(await kept(mine.body.id)).toBeNull()
    const phone = '13911113333'
    const sent = await ask('sendGuestCode', token, { body: { phone } })
    const code = String((sent.body as { demoCode?: string }).demoCode) // shown in the test house's demo
    const wrong = code === '000000' ? '111111' : '000000'
    expect((await ask('confirmGuestPhone', token, { body: { phone, code: wrong } })).status).toBe(401)
    const confirmed = await ask('confirmGuestPhone', token, { body: { phone, code } })
    expect((confirmed.body as GuestView).phone).toBe('139****3333') // the operation's own answer
    const second = request(HERE.community)
    await ask('placeOrder', token, second)
    expect(await kept(second.body.id)).toContain('3333')
  })

  it('is forgotten ninety days later, once nothing of theirs is open', async () => {
    const { slug } = await plantStation(world, HERE)
    const [open, done] = [await guestAt(slug), await guestAt(slug)]
    const [asked, over] = [request(HERE.community), request(HERE.community)]
    await ask('placeOrder', open.token, asked)
    await ask('placeOrder', done.token, over)
    await world.admin.query(`update orders set state = 'closed', closed_at = now() where id = $1`, [
      over.body.id,
    ])
    await world.admin.query(
      `update guests set came_at = now() - interval '91 days'
      where person_id in (select placed_by from orders where id = any($1))`,
      [[asked.body.id, over.body.id]],
    )
    await world.house.furniture.ownData.eraseGuests(1)
    const { rows } = await world.admin.query<{ id: string; detail: string }>(
      'select order_id as id, detail from order_texts where order_id = any($1)',
      [[asked.body.id, over.body.id]],
    )
    expect(new Map(rows.map(({ id, detail }) => [id, detail]))).toEqual(
      new Map([
        [asked.body.id, '老人走散了，在东门'],
        [over.body.id, ''],
      ]),
    )
    expect(codeOf(await ask('returnAsGuest', undefined, { body: { secret: done.secret } }))).toBe(
      '404 stations.linkOver',
    )
    expect((await ask('returnAsGuest', undefined, { body: { secret: open.secret } })).status).toBe(200)
  })
})
