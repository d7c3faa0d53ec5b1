import { presetOf } from '@linli/presets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { acceptOrder } from '../../apps/server/src/rooms/orders/actions/acceptOrder.ts'
import { dispatchOrder } from '../../apps/server/src/rooms/orders/actions/dispatchOrder.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { listCandidates } from '../../apps/server/src/rooms/orders/views/candidates.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { type Cast, GRABBABLE, openCast, PLAYS } from './cast.ts'
import { BUILDING, openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number, dice = 1) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: GRABBABLE }, dice })

describe('names of helpers', () => {
  const namesFor = async (actor: Actor, id: string) =>
    (await listCandidates(town.needs, actor, id, 'zh')).people.map(({ name }) => name)

  it('are answered to the order’s own dispatcher while somebody is to be chosen, and to nobody else', async () => {
    const id = newId()
    await play('placeOrder', cast.resident, id, 1)
    await expect(namesFor(cast.dispatcher, id)).rejects.toMatchObject({ code: 'orders.notNow' })
    await play('acceptOrder', cast.desk, id, 1)
    expect(await namesFor(cast.dispatcher, id)).toContain('孙志愿')
    const elsewhere = await town.person('外区', [{ role: 'dispatcher', areaPath: '/s01/c02/', unitId: null }])
    await expect(namesFor(elsewhere, id)).rejects.toMatchObject({ status: 404 })
    for (const actor of [cast.desk, cast.reviewer, cast.gridWorker])
      await expect(namesFor(actor, id)).rejects.toMatchObject({ status: 403 })
    await play('offerOrder', cast.dispatcher, id, 2)
    expect(await namesFor(cast.dispatcher, id)).toContain('孙志愿')
    await play('claimOrder', cast.helperOne, id, 3)
    await expect(namesFor(cast.dispatcher, id)).rejects.toMatchObject({ code: 'orders.notNow' })
  })
})

describe('the address of an anonymous order', () => {
  const rules = presetOf('xihu').catalogue
  const atTheDoor = rules.find(({ homeEntry, evidence }) => homeEntry && !evidence.includes('beforePhoto'))
  const elsewhere = rules.find(({ homeEntry, evidence }) => !homeEntry && !evidence.includes('beforePhoto'))

  /** An order of the item, in the helper's hands, as its handler and the desk see it. */
  async function seenAt(item: string | undefined, secrecy: object) {
    if (!item) throw new Error('the preset has no such item')
    const by = town.by(cast.resident)
    if (!('actor' in by)) throw new Error('a person')
    const { id } = await placeOrder(town.needs, by, {
      id: newId(),
      channel: 'hand',
      kind: 'help',
      item,
      detail: '想请人来看看',
      path: BUILDING,
      address: '1栋 501',
      contactPhone: '19900001234',
      contactName: '王小明',
      ...secrecy,
    })
    const accepted = { version: 1, item, kind: 'help', urgency: 'ordinary', path: BUILDING } as const
    await acceptOrder(town.needs, 1, id, town.by(cast.desk, 1), accepted)
    const handler = await town.helper('承办人')
    const given = { version: 2, assignee: { personId: handler.personId } }
    await dispatchOrder(town.needs, 1, id, town.by(cast.dispatcher, 2), given)
    const page = (actor: Actor) => orderPage(town.needs, actor, id, 'zh', '')
    return { handler: await page(handler), desk: await page(cast.desk), own: await page(cast.resident) }
  }

  it.each([[{ anonymous: true }], [{ confidential: true }]])(
    'with %o: the handler reads it when the work is at the door, not when it would only say who asked',
    async (secrecy) => {
      const door = await seenAt(atTheDoor?.key, secrecy)
      expect(door.handler).toMatchObject({ address: '1栋 501', contactName: null, contactPhone: null })
      const outside = await seenAt(elsewhere?.key, secrecy)
      expect(outside.handler).toMatchObject({ address: null, contactName: null, contactPhone: null })
      expect(outside.handler.place).toContain('1栋')
      for (const { desk, own } of [door, outside])
        expect([desk.address, own.address]).toEqual(['1栋 501', '1栋 501'])
    },
  )

  it('of an order without such a wish is the handler’s to read', async () => {
    expect((await seenAt(elsewhere?.key, {})).handler.address).toBe('1栋 501')
  })
})
