import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type House, openHouse } from '../../apps/server/src/house/openHouse.ts'
import { MIGRATIONS, migrateDatabase, migrationsHere } from '../../apps/server/src/kernel/db/migrate.ts'
import { migrationFindings } from '../../apps/server/src/kernel/db/migrateRules.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { isLong, say, sized } from '../durability/form.ts'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'

// The version before goes on serving while the next one brings the schema on, then both serve side by side. What the next
// version brings is made up here: it adds columns, a table, a checked constraint and an index to the busiest tables.

const REQUESTS = sized(1000, 10_000)
const AT_ONCE = 6
const CITIZENS = 24

let world: World
let directory: string
let next: House
let ownerUrl: string
let citizens: Actor[]

const number = (ahead: number): string => String(migrationsHere() + ahead).padStart(4, '0')
const texts = [
  `alter table orders add column test_words text, add column test_count integer not null default 0;
   alter table orders add constraint orders_test_count check (test_count >= 0) not valid;
   create table test_lamps (region_id integer not null, id uuid not null, primary key (region_id, id));
   select net_region('test_lamps');`,
  'alter table order_events add column test_words text;',
  `alter table people add column test_words text default 'none';`,
  'alter table orders validate constraint orders_test_count;',
  `-- postgres-migrations disable-transaction
   create index concurrently if not exists orders_test on orders (region_id, test_count);`,
]
const steps = Object.fromEntries(texts.map((text, at) => [`${number(at + 1)}_test_step${at}.sql`, text]))

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  const path = new URL(String(world.house.db.pool.options.connectionString)).pathname
  ownerUrl = Object.assign(new URL(inject('server').ownerUrl), { pathname: path }).href
  directory = await mkdtemp(join(tmpdir(), 'linli-side-'))
  await cp(MIGRATIONS, directory, { recursive: true })
  for (const [name, text] of Object.entries(steps)) await writeFile(join(directory, name), text)
  citizens = await Promise.all(Array.from({ length: CITIZENS }, () => actorOf(world, 'resident')))
}, 240_000)
afterAll(async () => {
  await next?.close()
  await world.close()
  await rm(directory, { recursive: true, force: true })
})

type Ask = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: object }
/** Of three requests one places an order, two read. */
const askOf = (n: number): Ask => {
  if (n % 3 === 0)
    return {
      method: 'POST',
      url: '/api/orders',
      payload: {
        id: newId(),
        channel: 'hand',
        kind: 'help',
        item: world.item,
        detail: `灯不亮了 ${n}`,
        path: HERE.path,
      },
    }
  return { method: 'GET', url: `/api${pathOf(n % 3 === 1 ? 'listMyOrders' : 'listNotices')}` }
}

test('what the next version brings keeps the rules for what may run beside', () => {
  expect(Object.entries(steps).flatMap(([name, text]) => migrationFindings(name, text))).toEqual([])
})

test('no request fails while the schema is brought on under a long report, and both versions serve afterwards', async () => {
  const houses: House[] = [world.house]
  const failed: string[] = []
  let asked = 0
  let placed = 0
  const one = async (n: number): Promise<void> => {
    const { app } = houses[n % houses.length] ?? world.house
    const { method, url, payload } = askOf(n)
    const answer = await app.inject({
      method,
      url,
      remoteAddress: `10.0.${n % 200}.${n % 250}`,
      headers: {
        authorization: `Bearer ${citizens[n % CITIZENS]?.token}`,
        ...(payload ? { 'idempotency-key': crypto.randomUUID() } : {}),
      },
      ...(payload ? { payload } : {}),
    })
    if (answer.statusCode >= 300)
      failed.push(`${method} ${url} ${answer.statusCode} ${answer.payload.slice(0, 200)}`)
    else if (method === 'POST') placed += 1
  }
  let migrated = false
  const worker = async (): Promise<void> => {
    while (asked < REQUESTS || !migrated) await one(asked++)
  }
  const before = await countOrders()
  const load = Promise.all(Array.from({ length: AT_ONCE }, worker))

  // A report that reads orders for longer than anybody would wait behind it.
  const report = new pg.Client({ connectionString: ownerUrl })
  await report.connect()
  await report.query("begin; select set_config('app.region', '1', true); select count(*) from orders")
  let waits = 0
  const applied = await migrateDatabase(ownerUrl, {
    directory,
    onWait: () => {
      waits += 1
      if (waits === 2) void report.query('commit')
    },
  })
  await report.end()
  expect(waits).toBeGreaterThanOrEqual(2)
  expect(applied.at(-1)).toBe(`test_step${texts.length - 1}`)
  next = await openHouse({
    ownerUrl,
    appUrl: String(world.house.db.pool.options.connectionString),
    config: world.house.config,
    log: false,
  })
  houses.push(next)
  migrated = true
  const half = asked
  while (asked < half + REQUESTS / 10) await one(asked++)
  await load
  say(
    `${asked} requests over two versions, ${placed} orders, ${waits} times the migration stepped back${isLong ? ' (long)' : ''}`,
  )
  expect(failed).toEqual([])
  expect(await countOrders()).toBe(before + placed)
  for (const house of houses)
    expect((await house.app.inject('/readyz')).json()).toMatchObject({ status: 'ready' })
}, 600_000)

test('when something that the version before uses is taken away, it says so and is no longer ready', async () => {
  await writeFile(
    join(directory, `${number(texts.length + 1)}_test_takes.sql`),
    `select schema_needs(${migrationsHere() + texts.length}); alter table orders drop column test_words;`,
  )
  await migrateDatabase(ownerUrl, directory)
  const answer = await world.house.app.inject('/readyz')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ checks: { migrations: false, database: true } })
})

function pathOf(operation: string): string {
  const found = world.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  return found.path
}

async function countOrders(): Promise<number> {
  const { rows } = await world.admin.query<{ n: number }>(
    'select count(*)::int as n from orders where region_id = 1',
  )
  return rows[0]?.n ?? -1
}
