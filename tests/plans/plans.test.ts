import type { GuestEntered } from '@linli/contract/stations/endpoints'
import type pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { ownerTransaction } from '../../apps/server/src/kernel/db/ownerPool.ts'
import { sweep } from '../../apps/server/src/kernel/db/sweep.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { countAnew, insightRulesOf } from '../../apps/server/src/rooms/insight/index.ts'
import { archivePast, fireDeadlines, recountDeadlines } from '../../apps/server/src/rooms/orders/index.ts'
import { placeRules } from '../../apps/server/src/rooms/places/index.ts'
import { type HouseAnswer, type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf, castOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { plantApiKey } from '../kit/houseKeys.ts'
import { plantStation } from '../kit/houseStations.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS, deciding } from '../matrix/builders/index.ts'
import { type Call, prepare } from '../matrix/calls.ts'
import { allowed } from '../matrix/relations.ts'
import { ASKS } from './asks.ts'
import { faultsOf, partialIndexes } from './explain.ts'
import { fillHouse } from './fillHouse.ts'
import { drive, type Heard, listen, type Statement } from './heard.ts'

// Every statement of the house, heard while every operation, list and background job is driven against a county's year,
// and PostgreSQL's plan of each: a view that reads a table whole is quick with ten orders and dead with a million.

let world: World
let cast: Actor[]
let heard: Heard[]
let partial: ReadonlySet<string>

beforeAll(async () => {
  let owner: pg.Pool | undefined
  const opened = await openTestHouse({
    moreRooms: ({ ownerPool }) => {
      owner = ownerPool
      return []
    },
  })
  world = await buildWorld(opened)
  if (!owner) throw new Error('the house has no pool of its owner')
  await fillHouse(world.admin, { open: 6_000, closed: 18_000 })
  const rules = async () => insightRulesOf(await placeRules(world.house.db, 1))
  await ownerTransaction(owner, 1, (tx) => countAnew({ rules }, tx, 1))
  await world.admin.query('analyze order_states, order_days')
  while (await world.house.furniture.sealAudit(1)); // as a house does in time
  cast = await castOf(world)
  for (const role of ['intake', 'leader'] as const) cast.push(await actorOf(world, role, true))
  const pools = [listen(world.house.db.pool), listen(owner)]
  await driveOperations()
  await driveGuest()
  await driveLists()
  await driveDoor()
  await driveClockwork()
  heard = pools.flat().filter(({ opening }) => !isElsewhere(opening))
  partial = await partialIndexes(world.admin)
}, 600_000)
afterAll(() => world.close())

/** Every operation, by one person of each kind whom the policy lets in. */
async function driveOperations(): Promise<void> {
  for (const operation of world.operations) {
    const builder = BUILDERS[operation.id]
    if (!builder) throw new Error(`no builder of ${operation.id}`)
    const authz = deciding(operation, world.operations)
    const calls = builder.cells.flatMap((cell): Call[] =>
      cast
        .filter((actor) => allowed(authz, actor, cell))
        .filter((actor, at, all) => all.findIndex(({ isWide }) => isWide === actor.isWide) === at)
        .map((actor) => ({ operation, builder, cell, actor, outcome: 'letIn' })),
    )
    for (const { actor, input } of await prepare(world, calls))
      await drive(`${operation.id}${actor.isWide ? ' of the region' : ''}`, () =>
        world.ask(operation, actor.token, input),
      )
  }
}

/** What a guest alone may do, whom the cast does not hold. */
async function driveGuest(): Promise<void> {
  const ask = (id: string, token: string | undefined, input: Input): Promise<HouseAnswer> => {
    const operation = world.operations.find((one) => one.id === id)
    if (!operation) throw new Error(`no operation ${id}`)
    return drive(id, () => world.ask(operation, token, input))
  }
  const { slug } = await plantStation(world, HERE)
  const entered = await ask('enterAsGuest', undefined, { params: { slug }, body: { bearer: true } })
  const { token } = entered.body as GuestEntered // the operation's own answer
  const phone = '13911113333'
  const sent = await ask('sendGuestCode', token, { body: { phone } })
  const { demoCode: code } = sent.body as { demoCode?: string } // shown in the test house's demo
  await ask('confirmGuestPhone', token, { body: { phone, code } })
  expect((await ask('getGuest', token, {})).status).toBe(200)
}

/** Every list with every filter, by everybody who may ask for it. */
async function driveLists(): Promise<void> {
  for (const { operation: id, query } of ASKS) {
    const operation = world.operations.find((one) => one.id === id)
    if (!operation) throw new Error(`no operation ${id}`)
    for (const { token, isWide } of cast)
      await drive(`${id} ${JSON.stringify(query)}${isWide ? ' of the region' : ''}`, () =>
        world.ask(operation, token, { query }),
      )
  }
}

/** The door of other systems, which is no operation: what anybody asks there, and what a key does. */
async function driveDoor(): Promise<void> {
  const { key } = await plantApiKey(world, 1)
  const { rows } = await world.admin.query<{ number: string; item: string }>(
    'select number, item from orders where region_id = 1 and item is not null order by placed_at desc limit 1',
  )
  const { number = '', item = '' } = rows[0] ?? {}
  const ask = (path: string, query: { [name: string]: string }) =>
    drive(`door ${path} ${Object.keys(query).join(' ')}`, () =>
      world.house.app.inject({ url: `/open311/v2/${path}.json`, query: { api_key: key, ...query } }),
    )
  for (const query of [
    {},
    { service_code: item },
    { status: 'open' },
    { service_request_id: number },
    { page: '2' },
  ])
    await ask('requests', query)
  for (const query of [{}, { service_request_id: number }]) await ask('servicerequestupdates', query)
  const send = (path: string, form: { [name: string]: string }) =>
    drive(`door ${path}`, () =>
      world.house.app.inject({
        method: 'POST',
        url: `/open311/v2/${path}.json`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': newId() },
        payload: new URLSearchParams({ api_key: key, ...form }).toString(),
      }),
    )
  const { rows: areas } = await world.admin.query<{ slug: string }>(
    'select qr_slug as slug from areas where region_id = 1 and path = $1',
    [HERE.path],
  )
  const sent = await send('requests', {
    service_code: item,
    address_id: areas[0]?.slug ?? '',
    'attribute[DOOR]': '2-301',
    phone: '13805711111',
  })
  const [placed] = sent.json<{ service_request_id: string }[]>()
  expect(sent.statusCode).toBe(200)
  await ask('tokens/01890000-0000-7000-8000-000000000000', {})
  const note = await send('servicerequestupdates', {
    service_request_id: placed?.service_request_id ?? '',
    description: '又灭了',
  })
  expect(note.statusCode).toBe(200)
}

/** What runs without being asked: relay, listeners, counters, deadlines, deliveries, seals. */
async function driveClockwork(): Promise<void> {
  const { house } = world
  await house.settle()
  await drive('limits counted anew', () => recountDeadlines(house.orderNeeds, 1))
  await drive('deadlines', () => fireDeadlines(house.orderNeeds, 1))
  await drive('the archive', () => archivePast(house.orderNeeds, 1))
  await drive('redemptions that wait', () => house.furniture.endWaiting(1))
  await drive('alarms of care', () => house.furniture.alarmCare(1))
  await drive('counts of the ground', () => house.furniture.countGround(1, true))
  await drive('deliveries', () => house.furniture.deliver(1))
  await drive('seals', () => house.furniture.sealAudit(1))
  await drive('sweeping', () => sweep(house.db, 1))
}

/** The other region is nearly empty: reading all of it is right there. */
const isElsewhere = (opening: Statement | undefined): boolean => {
  const at = opening?.values.indexOf('app.region') ?? -1
  return at !== -1 && opening?.values[at + 1] !== '1'
}

/** The stream and the empty form of a register ask the database nothing; the place's rules are remembered. */
const SILENT = [
  'getMapSettings',
  'formLedgers',
  'live',
  'getPlace',
  'registerTemplate',
  'defaultLedgerTemplate',
  'pointsRules',
  // The doors of others stand open onto peers, which only their own tests have.
  'listDoors',
  'finishWeChat',
  'bindWeChat',
  'startSingleSignOn',
  'finishSingleSignOn',
  'confirmSingleSignOn',
  'myDoors',
  'listCampaignKinds',
  'getProcess',
]

test('the whole house was heard', () => {
  const driven = new Set(heard.map((one) => one.driven.split(' ')[0]))
  const silent = world.operations.map(({ id }) => id).filter((id) => !driven.has(id))
  expect(SILENT).toEqual(expect.arrayContaining(silent))
  expect(heard.length).toBeGreaterThan(300)
  for (const verb of ['select', 'insert', 'update'])
    expect(heard.some(({ text }) => new RegExp(`\\b${verb}\\b`, 'i').test(text))).toBe(true)
})

test('no statement reads a table whole that grows', async () => {
  const faults: string[] = []
  const said = new Set<string>()
  for (const one of heard) {
    if (said.has(one.text)) continue
    const found = await faultsOf(one, partial)
    if (found.length > 0) said.add(one.text)
    faults.push(...found)
  }
  expect(faults.join('\n')).toBe('')
}, 600_000)

test('a plan is made once for all values only where it asks for one community', () => {
  const once = heard.filter(
    ({ opening, text }) => opening?.values.includes('force_generic_plan') && /from orders o\b/.test(text),
  )
  expect(once.length).toBeGreaterThan(0)
  expect(once.filter(({ text }) => !text.includes('o.community = ')).map(({ driven }) => driven)).toEqual([])
})

test('a statement that reads a table whole is caught, with its view and table', async () => {
  const { db } = world.house
  const planted = listen(db.pool)
  await drive('planted', () =>
    db.read(systemScope(1), sql`select count(*) from orders where region_id = ${1} and round = ${7}`),
  )
  const [one] = planted
  expect(one).toBeDefined()
  expect(one ? (await faultsOf(one, partial)).join() : '').toMatch(
    /reads all of orders .*driven by planted: select count/,
  )
})
