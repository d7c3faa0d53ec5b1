import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrateDatabase, migrationsHere } from '../../apps/server/src/kernel/db/migrate.ts'
import { migrationFindings } from '../../apps/server/src/kernel/db/migrateRules.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type Folk, settle } from '../durability/folk.ts'
import { isLong, say, sized, until } from '../durability/form.ts'
import { Instance } from '../durability/instance.ts'
import { AUTOMATIC, orderBody } from '../durability/lives.ts'
import { openStand, type Stand } from '../durability/stand.ts'

// A town of two server processes is brought on to its next version as an operator does it: one is taken out, replaced and
// brings the schema on, while the other, of the version before, serves; then both serve side by side. What the next
// version brings is made up here: columns, a table, a checked constraint and an index on the busiest tables.

const REQUESTS = sized(1000, 10_000)
const AT_ONCE = 6
const CITIZENS = 24
const ROOT = resolve(import.meta.dirname, '../..')

let stand: Stand
let folk: Folk
/** Where the program of the next version lies. */
let release: string
let next: Instance | undefined

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
const migrationsThere = (): string => join(release, 'db/migrations')

/** The program in a folder of its own, with the next version's migrations. */
async function makeRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-next-'))
  await mkdir(join(folder, 'apps'))
  for (const part of ['package.json', 'apps/server', 'db'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true })
  for (const part of ['node_modules', 'packages', 'tools', 'apps/screens'])
    await symlink(join(ROOT, part), join(folder, part))
  for (const [name, text] of Object.entries(steps)) await writeFile(join(folder, 'db/migrations', name), text)
  return folder
}

beforeAll(async () => {
  stand = await openStand()
  stand.second.start()
  folk = await settle(stand.db, { residents: CITIZENS, helpers: 0 })
  release = await makeRelease()
  await stand.second.ready()
}, 300_000)
afterAll(async () => {
  await next?.stop()
  await stand?.close()
  if (release) await rm(release, { recursive: true, force: true })
}, 150_000)

type Answered = { readonly status: number; readonly text: string }

/** Neighbours who go on asking whatever happens to the servers; each answer that is no success is kept in words. */
class Neighbours {
  asked = 0
  placed = 0
  readonly failed: string[] = []
  /** Who takes requests now, as a balancer would send them. */
  serving: Instance[]
  readonly #underway = new Map<Instance, number>()

  constructor(serving: Instance[]) {
    this.serving = serving
  }

  /** Sends nothing more to a server, and waits until it has answered. */
  async leave(server: Instance): Promise<void> {
    this.serving = this.serving.filter((one) => one !== server)
    await until('the last answer', async () => !this.#underway.get(server))
  }

  /** Asks until told that it is enough. */
  async ask(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) await this.#one(this.asked++)
  }

  /** Of three requests one places an order, two read. */
  async #one(n: number): Promise<void> {
    const server = this.serving[n % this.serving.length]
    const citizen = folk.residents[n % CITIZENS]
    if (!server || !citizen) throw new Error('nobody serves, or nobody asks')
    this.#count(server, 1)
    const path = ['/orders', '/me/orders', '/me/notices'][n % 3] ?? ''
    const { status, text } = await send(server, path, citizen.token, n % 3 === 0)
    this.#count(server, -1)
    if (status < 200 || status >= 300)
      this.failed.push(`${path} at ${server.options.name}: ${status} ${text.slice(0, 200)}`)
    else if (n % 3 === 0) this.placed += 1
  }

  #count(server: Instance, by: number): void {
    this.#underway.set(server, (this.#underway.get(server) ?? 0) + by)
  }
}

async function send(server: Instance, path: string, token: string, places: boolean): Promise<Answered> {
  const order = places && {
    method: 'POST',
    body: JSON.stringify(orderBody(newId(), AUTOMATIC)),
  }
  try {
    const answer = await fetch(`${server.url}/api${path}`, {
      ...order,
      headers: {
        authorization: `Bearer ${token}`,
        ...(order ? { 'content-type': 'application/json', 'idempotency-key': newId() } : {}),
      },
      signal: AbortSignal.timeout(30_000),
    })
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    return { status: 0, text: String(error) }
  }
}

/** How many times a statement of the owner's was seen waiting for a lock, each time it began anew. */
async function waitsOfOwner(times: number): Promise<number> {
  const seen = new Set<string>()
  await until('the migration to wait and to step back', async () => {
    const rows = await stand.admin<{ one: string }>(
      `select pid || ' ' || query_start as one from pg_stat_activity where usename = 'linli_owner' and wait_event_type = 'Lock'`,
    )
    for (const { one } of rows) seen.add(one)
    return seen.size >= times
  })
  return seen.size
}

test('what the next version brings keeps the rules for what may run beside', () => {
  expect(Object.entries(steps).flatMap(([name, text]) => migrationFindings(name, text))).toEqual([])
})

test('no request fails while one of two is replaced and brings the schema on under a long report, and both versions serve afterwards', async () => {
  const before = await countOrders()
  const neighbours = new Neighbours([stand.first, stand.second])
  let isEnough = () => false
  const load = Promise.all(Array.from({ length: AT_ONCE }, () => neighbours.ask(() => isEnough())))

  await until('both to have served', async () => neighbours.asked > REQUESTS / 10)
  await neighbours.leave(stand.second)
  await stand.second.stop()

  // A report that reads orders for longer than anybody would wait behind it.
  const report = new pg.Client({ connectionString: stand.ownerUrl })
  await report.connect()
  await report.query('begin')
  await report.query("select set_config('app.region', '1', true)")
  await report.query('select count(*) from orders')
  next = new Instance({ ...stand.second.options, name: 'next', root: release })
  next.start()
  const waits = await waitsOfOwner(2)
  await report.query('commit')
  await report.end()
  await next.ready()

  neighbours.serving = [...neighbours.serving, next]
  const alone = neighbours.asked
  isEnough = () => neighbours.asked >= Math.max(REQUESTS, alone + REQUESTS / 2)
  await load
  say(
    `${neighbours.asked} requests to two processes, ${neighbours.asked - alone} of them to both versions side by side, ${neighbours.placed} orders, ${neighbours.failed.length} failed; the migration waited ${waits} times${isLong ? ' (long)' : ''}`,
  )
  expect(neighbours.failed).toEqual([])
  expect(await countOrders()).toBe(before + neighbours.placed)
  const columns = await stand.admin(
    `select from information_schema.columns where table_name = 'orders' and column_name like 'test\\_%'`,
  )
  expect(columns).toHaveLength(2)
  for (const { url } of [stand.first, next])
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready' })
}, 600_000)

test('when something that the version before uses is taken away, it says so and is no longer ready', async () => {
  await writeFile(
    join(migrationsThere(), `${number(texts.length + 1)}_test_takes.sql`),
    `select schema_needs(${migrationsHere() + texts.length}); alter table orders drop column test_words;`,
  )
  await migrateDatabase(stand.ownerUrl, migrationsThere())
  const answer = await fetch(`${stand.first.url}/readyz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ checks: { migrations: false, database: true } })
})

async function countOrders(): Promise<number> {
  const [row] = await stand.admin<{ n: number }>('select count(*)::int as n from orders where region_id = 1')
  return row?.n ?? -1
}
