import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { helpersAsked } from '../../apps/server/src/rooms/orders/index.ts'
import type { OrderNeeds } from '../../apps/server/src/rooms/orders/needs.ts'
import { proposeOffers } from '../../apps/server/src/rooms/orders/offers/proposeOffers.ts'
import { getOffer } from '../../apps/server/src/rooms/orders/offers/views/getOffer.ts'
import { listMyOffers } from '../../apps/server/src/rooms/orders/offers/views/listMyOffers.ts'
import { type Cast, GRABBABLE, offer, openCast, PLAYS } from './cast.ts'
import { COMMUNITY, openTown, type Town } from './town.ts'

// Whoever is not chosen reads why, from what was recorded when the wave asked; the desk reads the same of an order.

let town: Town
let cast: Cast
beforeAll(async () => {
  town = await openTown()
  cast = await openCast(town)
})
afterAll(() => town.close())

const NEXT_GRID = '/s01/c01/g02/'

it('tells each helper why they have an order or not, and the desk who was in which wave', async () => {
  const far = await town.helper('隔网格', NEXT_GRID)
  const uncleared = await town.helper('没资质', undefined, { homeEntry: false })
  const full = await town.helper('手上满', undefined, { quota: 0 })
  const away = await town.helper('请了假')
  await town.admin(`update helpers set on_leave_until = now() + interval '3 days' where person_id = $1`, [
    away.personId,
  ])
  const paired = await town.helper('结了对', NEXT_GRID)
  await town.admin(
    `insert into pairings (region_id, id, plan_id, rule, path, taker_id, person_id, accepted, from_on) values (1, $1, $1, 'x', $2, $3, $4, true, current_date)`,
    [newId(), COMMUNITY, paired.personId, cast.resident.personId],
  )
  const id = newId()
  await offer(town, cast, id)
  const asked = await helpersAsked(town.needs, 1, id)
  expect(asked).toEqual(expect.arrayContaining([cast.helperOne.personId, paired.personId]))
  for (const one of [far, uncleared, full, away, cast.resident]) expect(asked).not.toContain(one.personId)

  const seen = await getOffer(town.needs, cast.dispatcher, id, 'zh')
  expect(seen.waves).toMatchObject([{ version: 3, wave: 1, level: '网格', asked: asked.length }])
  expect(seen.next?.level).toBe('社区')
  const reasonOf = (personId: string) => seen.people.find((one) => one.personId === personId)?.reason
  expect([far, uncleared, full, away, paired].map(({ personId }) => reasonOf(personId))).toEqual([
    'area',
    'homeEntry',
    'quota',
    'leave',
    null,
  ])
  expect(seen.people.find(({ personId }) => personId === full.personId)).toMatchObject({
    name: '手**',
    held: 0,
    quota: 0,
  })
  const looks = await town.admin(
    `select 1 from audit_entries where action = 'getOffer' and subject_id = $1 and person_id = $2`,
    [id, cast.dispatcher.personId],
  )
  expect(looks).toHaveLength(1)

  await PLAYS.claimOrder(town, cast, {
    actor: cast.helperTwo,
    order: { id, version: 3, item: GRABBABLE },
    dice: 1,
  })
  const [mine] = (await listMyOffers(town.needs, cast.helperOne, 'zh')).items
  expect(mine).toMatchObject({ reason: null, end: 'claimed', wave: 1, level: '网格' })
  expect((await listMyOffers(town.needs, far, 'zh')).items).toMatchObject([
    { reason: 'area', end: 'claimed' },
  ])
  expect((await listMyOffers(town.needs, uncleared, 'en')).items).toMatchObject([{ reason: 'homeEntry' }])
  expect((await listMyOffers(town.needs, cast.helperTwo, 'zh')).items).toEqual([]) // who has it needs no reason
  expect((await listMyOffers(town.needs, cast.resident, 'zh')).items).toEqual([])
  expect(JSON.stringify(mine)).not.toContain(cast.helperTwo.personId)
  expect(await helpersAsked(town.needs, 1, id)).toEqual([])
})

it('lets whoever is paired claim from the first wave on', async () => {
  const paired = await town.helper('远处结对', '/s01/c02/')
  await town.admin(
    `insert into pairings (region_id, id, plan_id, rule, path, taker_id, person_id, accepted, from_on) values (1, $1, $1, 'y', $2, $3, $4, true, current_date)`,
    [newId(), COMMUNITY, paired.personId, cast.resident.personId],
  )
  const id = newId()
  await offer(town, cast, id)
  const order = { id, version: 3, item: GRABBABLE }
  expect(await PLAYS.claimOrder(town, cast, { actor: paired, order, dice: 1 })).toMatchObject({
    state: 'inProgress',
  })
})

it('proposes pairs while helpers are short, says for whom there is nobody and why, and does nothing itself', async () => {
  await town.admin(`update helpers set on_leave_until = now() + interval '3 days'`)
  const free = await town.helper('有空')
  const uncleared = await town.helper('没资质的', undefined, { homeEntry: false })
  const ids = Array.from({ length: 5 }, () => newId())
  for (const id of ids) await offer(town, cast, id)
  const found = await proposeOffers(town.needs, cast.dispatcher, 'zh')
  expect(found).toMatchObject({ short: true, free: 2, method: 'best' })
  expect(found.pairs).toHaveLength(1)
  expect(found.pairs[0]).toMatchObject({
    helper: { personId: free.personId, name: '有空' },
    measured: false,
    reasons: expect.arrayContaining(['leastWay', 'homeEntry', 'free']),
  })
  expect(found.left).toHaveLength(found.waiting - 1)
  expect(found.left[0]?.reasons).toEqual(expect.arrayContaining([{ reason: 'homeEntry', people: 1 }]))
  expect(JSON.stringify(found)).not.toContain(uncleared.personId)
  const states = await town.admin<{ state: string }>(
    `select distinct state from orders where id = any($1::uuid[])`,
    [ids],
  )
  expect(states).toEqual([{ state: 'offered' }])

  const rules = await town.needs.rules(1)
  const hurried: OrderNeeds = {
    ...town.needs,
    rules: async () => ({ ...rules, offers: { ...rules.offers, seconds: -1 } }),
  }
  expect(await proposeOffers(hurried, cast.dispatcher, 'zh')).toMatchObject({
    method: 'nearestFirst',
    pairs: [{ helper: { personId: free.personId }, reasons: expect.arrayContaining(['nearest']) }],
  })
  const patient: OrderNeeds = {
    ...town.needs,
    rules: async () => ({ ...rules, offers: { ...rules.offers, shortagePercent: 2000 } }),
  }
  expect(await proposeOffers(patient, cast.dispatcher, 'zh')).toMatchObject({
    short: false,
    pairs: [],
  })
})
