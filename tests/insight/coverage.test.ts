import type { Coverage } from '@linli/contract/insight/coverage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { plantPlan } from '../kit/houseCare.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { plantDuty } from '../kit/houseDuties.ts'
import { breakGround, type Ground, HERE, THERE } from '../kit/houseGround.ts'
import { plantMerchant } from '../kit/houseMerchants.ts'
import { plantHousehold, plantPerson } from '../kit/houseRows.ts'

// What the ground promises and holds: each figure against rows that were planted one by one.

let house: TestHouse
let leader: Actor
let region: Actor

const count = () => house.house.furniture.countGround(1, true)
async function coverage(area?: string, reader = region): Promise<Coverage> {
  const found = house.operations.find(({ id }) => id === 'getCoverage')
  if (!found) throw new Error('no operation getCoverage')
  const { status, body } = await house.ask(found, reader.token, area === undefined ? {} : { query: { area } })
  expect(status).toBe(200)
  return body as Coverage
}
const run = (text: string, ...values: unknown[]) => house.admin.query(text, values)

async function plantCampaign(toOn: string): Promise<string> {
  const id = newId()
  await run(
    `insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
     values (1, $1, 'homeVisits', '敲门行动', '/s01/', current_date - 3, ${toOn}, $2, now())`,
    id,
    newId(),
  )
  return id
}
const plantVisit = (ground: Ground, campaign: string, household: string, outcome: string) =>
  run(
    `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
     values (1, $1, $2, $3, $4, $5, $6, '{}', $7, '{}', '{}', $8, clock_timestamp(), now())`,
    newId(),
    newId(),
    campaign,
    household,
    ground.path,
    newId(),
    outcome,
    newId(),
  )

beforeAll(async () => {
  house = await openTestHouse()
  await breakGround(house)
  leader = await actorOf(house, 'leader')
  region = await actorOf(house, 'leader', true)
})
afterAll(() => house.close())

test('an empty ground promises nothing, and says when that was seen', async () => {
  await count()
  const { ground, areas, counted, isBehind } = await coverage('/')
  expect(ground).toMatchObject({ homes: 0, care: null, visits: [], reach: { grids: 2, placed: 0 } })
  expect(areas.map(({ path }) => path)).toEqual(['/s01/'])
  expect(counted.every(({ at }) => at !== null)).toBe(true)
  expect(isBehind).toBe(false)
})

test('homes, who looks after them, and whom a running campaign met', async () => {
  const homes = [await plantHousehold(house, HERE), await plantHousehold(house, HERE)]
  const closed = await plantHousehold(house, HERE)
  const there = await plantHousehold(house, THERE)
  await run('update households set closed_at = now() where id = $1', closed)
  for (const home of [...homes.slice(0, 1), closed])
    await run(
      `insert into pairings (region_id, id, plan_id, rule, path, taker_id, household_id, accepted, from_on)
       values (1, $1, $2, 'hubHouseholds', $3, $4, $5, true, current_date)`,
      newId(),
      newId(),
      HERE.path,
      newId(),
      home,
    )
  const running = await plantCampaign('current_date + 1')
  const over = await plantCampaign('current_date - 2')
  await plantVisit(HERE, running, homes[0] ?? '', 'notHome')
  await plantVisit(HERE, running, homes[0] ?? '', 'met')
  await plantVisit(HERE, running, homes[1] ?? '', 'notHome')
  await plantVisit(HERE, over, homes[1] ?? '', 'met')
  await count()
  const all = await coverage('/')
  expect(all.ground.homes).toBe(3)
  expect(all.ground.pairs).toEqual([{ rule: 'hubHouseholds', held: 1, homes: 3 }])
  expect(all.ground.visits).toEqual([{ campaign: running, met: 1, tried: 2, homes: 3 }])
  expect(all.campaigns.map(({ id, name }) => [id, name])).toEqual([[running, '敲门行动']])
  const below = await coverage('/s01/')
  expect(below.areas.map(({ path, ground }) => [path, ground.homes, ground.visits[0]?.met])).toEqual([
    [HERE.community, 2, 1],
    [THERE.community, 1, 0],
  ])
  expect(there).toBeTruthy()
})

test('shifts that begin today, filled of wanted', async () => {
  const duty = await plantDuty(house, HERE, await plantPerson(house, HERE), { hours: 0, minutes: 5 })
  await run(
    `update rosters set from_on = (now() at time zone 'Asia/Shanghai')::date - 1, to_on = (now() at time zone 'Asia/Shanghai')::date + 1 where id = $1`,
    duty.rosterId,
  )
  await run(
    `update duties set starts_at = (now() at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai' + interval '8 hours',
      ends_at = (now() at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai' + interval '16 hours' where id = $1`,
    duty.id,
  )
  await count()
  const { ground } = await coverage(HERE.community)
  expect(ground.duties).toContainEqual({ kind: 'gate', filled: 1, wanted: 2 }) // a day and an evening shift of one post
  expect((await coverage(THERE.community)).ground.duties.map(({ wanted }) => wanted)).toEqual([0, 0, 0])
})

test('two people who are cared for are told nowhere, not by their contacts either; three are', async () => {
  const plan = await plantPlan(house, HERE)
  await plantPlan(house, HERE)
  await run(
    `insert into care_contacts (region_id, id, plan_id, person_id, rhythm, outcome, order_ids, by_person, device_at, at)
     select 1, gen_random_uuid(), $1, $2, 'dailyContact', outcome, '{}', $3, now() - ago, now()
     from (values ('spoke', interval '1 hour'), ('seen', interval '3 days'), ('notReached', interval '2 hours'), ('seen', interval '9 days')) c(outcome, ago)`,
    plan.id,
    plan.person,
    plan.carer,
  )
  await count()
  const { rows } = await run(`select 1 from ground_counts where what = 'care'`)
  expect(rows).toEqual([])
  for (const area of ['/', '/s01/', HERE.community]) expect((await coverage(area)).ground.care).toBeNull()
  await plantPlan(house, HERE)
  await count()
  expect((await coverage(HERE.community)).ground.care).toEqual({
    people: 3,
    promises: 3,
    inTime: 3,
    lastDay: 1,
    lastWeek: 2,
  })
  // One more elsewhere would be told by the wider area less this one: the one that is known is hidden with it.
  await plantPlan(house, THERE)
  await count()
  expect((await coverage('/s01/')).ground.care).toMatchObject({ people: 4 })
  expect((await coverage('/s01/')).areas.map(({ ground }) => ground.care)).toEqual([null, null])
})

test('grids within a walk of a service, and of how many it is known where they lie', async () => {
  await plantMerchant(house, HERE)
  await run(
    `insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
     values (1, $1, $2, 1159000100, 286800000, now(), $3)`,
    newId(),
    HERE.path,
    newId(),
  )
  await count()
  const { ground, services } = await coverage('/')
  expect(ground.reach).toMatchObject({ grids: 2, placed: 1 })
  const pharmacy = services.find(({ key }) => key === 'pharmacy')
  if (pharmacy) expect(ground.reach.services).toContainEqual({ service: 'pharmacy', reached: 1 })
  expect(ground.reach.services.reduce((sum, { reached }) => sum + reached, 0)).toBe(pharmacy ? 1 : 0)
})

test('what happened since is said, and counted again', async () => {
  await count()
  expect((await coverage('/')).isBehind).toBe(false)
  await run(
    `insert into outbox (region_id, id, topic, payload, at) values (1, $1, 'visits.visitsRecorded.1', '{}', now())`,
    newId(),
  )
  await house.house.settle()
  expect((await coverage('/')).isBehind).toBe(true)
  await count()
  expect((await coverage('/')).isBehind).toBe(false)
})

test('a leader of one community reads that community, and no other', async () => {
  expect((await coverage(undefined, leader)).area).toBe(HERE.community)
  const found = house.operations.find(({ id }) => id === 'getCoverage')
  if (!found) throw new Error('no operation getCoverage')
  for (const area of ['/', '/s01/', THERE.community, HERE.path])
    expect((await house.ask(found, leader.token, { query: { area } })).status, area).toBe(404)
})
