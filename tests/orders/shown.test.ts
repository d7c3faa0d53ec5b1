import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { addNote } from '../../apps/server/src/rooms/orders/actions/intake.ts'
import { placeOrder } from '../../apps/server/src/rooms/orders/actions/placeOrder.ts'
import { listOrders } from '../../apps/server/src/rooms/orders/views/lists.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { listShown } from '../../apps/server/src/rooms/orders/views/shown.ts'
import { type Cast, GRABBABLE, offer, openCast, PLAYS } from './cast.ts'
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

async function photoOf({ personId }: Actor): Promise<string> {
  const id = newId()
  await town.admin(
    `insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at) values (1, $1, 'photo', 'image/webp', 1, '', 'key', $2, now())`,
    [id, personId],
  )
  return id
}

it('shows each photo once: what was sent with the order beside its words, a note’s in the history', async () => {
  const { resident } = cast
  const [first, noted] = [await photoOf(resident), await photoOf(resident)]
  const by = town.by(resident)
  if (!('actor' in by)) throw new Error('a person')
  const { id } = await placeOrder(town.needs, by, {
    id: newId(),
    channel: 'hand',
    kind: 'help',
    item: GRABBABLE,
    detail: '灯不亮了',
    path: BUILDING,
    photos: [first],
  })
  await addNote(town.needs, id, town.by(resident, 1), { version: 1, text: '又坏了一盏', photos: [noted] })
  for (const reader of [resident, cast.desk]) {
    const { photos, timeline } = await orderPage(town.needs, reader, id, 'zh', '')
    expect(photos).toEqual([first])
    expect(timeline.map((entry) => entry.photos)).toEqual([[], [noted]])
  }
})

it('says in the queue how often somebody was called in vain', async () => {
  const id = newId()
  await offer(town, cast, id)
  await play('claimOrder', cast.helperOne, id, 3)
  await play('handleOrder', cast.helperOne, id, 4)
  await play('approveHandling', cast.reviewer, id, 5)
  const called = async () =>
    (await listOrders(town.needs, cast.caller, 'zh', { state: ['followUp'] })).items.map(
      (row) => row.callsTried,
    )
  expect(await called()).toEqual([0])
  await play('recordCall', cast.caller, id, 6)
  expect(await called()).toEqual([1])
})

it('writes the text for the neighbours’ group in one language, whoever copies it', async () => {
  const id = newId()
  await offer(town, cast, id)
  const [zh, en] = await Promise.all(
    (['zh', 'en'] as const).map((language) => orderPage(town.needs, cast.dispatcher, id, language, 'link')),
  )
  expect(en?.groupText).toBe('桃苑社区：换灯泡 link')
  expect(zh?.groupText).toBe(en?.groupText)
  await play('cancelOrder', cast.resident, id, 3)
})

it('lets the requester take the consent back at any time, and the publisher withdraw only what is shown', async () => {
  const id = newId()
  const { resident, publisher, caller } = cast
  const helper = await town.helper('丁帮手', undefined, { skills: [] })
  const offers = async (actor: Actor) =>
    (await orderPage(town.needs, actor, id, 'zh', '')).actions.includes('hideOrder')
  await offer(town, cast, id)
  await play('claimOrder', helper, id, 3)
  await play('handleOrder', helper, id, 4)
  await play('approveHandling', cast.reviewer, id, 5)
  await expect(play('hideOrder', resident, id, 6)).rejects.toMatchObject({ code: 'orders.noConsent' })
  await play('consentToShow', resident, id, 6)
  await play('reworkOrder', caller, id, 7)
  expect([await offers(resident), await offers(publisher)]).toEqual([true, false])
  await expect(play('hideOrder', publisher, id, 8)).rejects.toMatchObject({
    code: 'orders.notShown',
    status: 409,
  })
  await play('hideOrder', resident, id, 8)
  expect((await orderPage(town.needs, resident, id, 'zh', '')).consentedToShow).toBe(false)

  await play('handleOrder', helper, id, 9)
  await play('approveHandling', cast.reviewer, id, 10)
  await play('rateOrder', resident, id, 11, 0) // dice 0: solved, and satisfied
  await expect(play('showOrder', publisher, id, 12)).rejects.toMatchObject({ code: 'orders.noConsent' })
  await play('consentToShow', resident, id, 12)
  expect(await offers(publisher)).toBe(false)
  await play('showOrder', publisher, id, 13)
  expect(await offers(publisher)).toBe(true)
  const shownIn = async (path?: string) =>
    (await listShown(town.needs, 1, path === undefined ? {} : { path })).items.map(
      ({ community }) => community,
    )
  const [street = '', community = ''] = BUILDING.split('/').slice(1)
  for (const path of [undefined, '/', `/${street}/`, `/${street}/${community}/`, BUILDING])
    expect(await shownIn(path), path).toEqual(['桃苑社区'])
  for (const path of [`/${street}/${community}0/`, `/${street}0/`])
    expect(await shownIn(path), path).toEqual([])
  await play('hideOrder', publisher, id, 14)
  expect(await shownIn()).toEqual([])
  expect(await offers(resident)).toBe(false)
})
