import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { openOwnerPool } from '../db/ownerPool.ts'
import { newId } from '../ids.ts'
import { migrateJobs, startWorker } from '../jobs/worker.ts'
import type { LiveEvent } from '../live/hub.ts'
import { type Listeners, oneByOne } from './listeners.ts'
import { outboxStatement } from './outbox.ts'
import { LIVE_CHANNEL, startRelay } from './relay.ts'

let kit: TestDatabase
let pool: pg.Pool
let ear: pg.Client
let heard: LiveEvent[] = []
let longest = 0
const errors: Error[] = []
const onError = (error: Error) => void errors.push(error)

beforeAll(async () => {
  kit = await testDatabase()
  await migrateJobs(kit.ownerUrl)
  pool = openOwnerPool(kit.ownerUrl, onError)
  ear = new pg.Client({ connectionString: kit.appUrl })
  await ear.connect()
  await ear.query(`listen ${LIVE_CHANNEL}`)
  ear.on('notification', ({ payload = '[]' }) => {
    longest = Math.max(longest, Buffer.byteLength(payload))
    heard.push(...(JSON.parse(payload) as LiveEvent[])) // the relay's own message
  })
})
afterAll(async () => {
  await ear.end()
  await pool.end()
  await kit.close()
})
beforeEach(() => {
  heard = []
  errors.length = 0
})

async function happened(
  count: number,
  payload: (n: number) => object = () => ({}),
  region = 1,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await kit.db.commit(
    { region },
    ids.map((id, n) => outboxStatement(region, 'things.happened.1', { id, path: '/c1/', ...payload(n) })),
  )
  return ids
}
const waiting = async (region = 1) =>
  (await kit.db.read({ region }, sql`select 1 from outbox where relayed_at is null`)).length
const relayOf = (listeners: Listeners) =>
  startRelay(pool, [{ name: 'things', listeners }], { everyMilliseconds: 60_000, onError })
const jobs = async () =>
  (await pool.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n as number // one row, one count
/** How many events wait in jobs. */
const events = async () =>
  (
    await pool.query(
      `select coalesce(sum(json_array_length(payload -> 'events')), 0)::int as n from graphile_worker._private_jobs`,
    )
  ).rows[0].n as number // one row, one sum

async function working<T>(listeners: Listeners, work: () => Promise<T>): Promise<T> {
  const runner = await startWorker(pool, [{ name: 'things', listeners }], onError)
  try {
    return await work()
  } finally {
    await runner.stop()
  }
}

describe('the relay', () => {
  it('brings every event of a long row to every listener that takes it, at least once', async () => {
    const told = { one: new Set<string>(), all: new Set<string>() }
    const listeners: Listeners = {
      'things.happened.1': oneByOne(async ({ payload }) => void told.one.add(String(payload.id))),
      'things.*': {
        hear: async (events) => {
          for (const { payload } of events) told.all.add(String(payload.id))
        },
      },
      'things.other.1': oneByOne(async () => Promise.reject(new Error('not mine'))),
      'things.happened.*': oneByOne(
        async () => Promise.reject(new Error('no news')),
        () => false,
      ),
    }
    const ids = await happened(450)
    const relay = relayOf(listeners)
    await relay.idle()
    await relay.stop()
    expect(await waiting()).toBe(0)
    await working(listeners, () =>
      vi.waitUntil(() => told.one.size + told.all.size === 2 * ids.length, { timeout: 15_000 }),
    )
    expect([...told.one].sort()).toEqual([...ids].sort())
    expect(errors).toEqual([])
  })

  it('two at the same moment lose nothing and tell nothing twice', async () => {
    const ids = await happened(600)
    const listeners: Listeners = { 'things.*': oneByOne(async () => undefined) }
    const relays = [relayOf(listeners), relayOf(listeners)]
    await Promise.all(relays.map((relay) => relay.idle()))
    await Promise.all(relays.map((relay) => relay.stop()))
    expect(await waiting()).toBe(0)
    expect(await events()).toBe(ids.length)
    await vi.waitUntil(() => heard.length >= ids.length)
    expect(heard.map(({ id }) => id).sort()).toEqual([...ids].sort())
    await pool.query('delete from graphile_worker._private_jobs')
  })

  it('serves each region and tells which one', async () => {
    const [id] = await happened(1, () => ({}), 2)
    const relay = relayOf({})
    await relay.idle()
    await relay.stop()
    await vi.waitUntil(() => heard.length > 0)
    expect(heard).toEqual([
      { region: 2, topic: 'things.happened.1', id, path: '/c1/', people: [], units: [], teams: [] },
    ])
    expect(await waiting(2)).toBe(0)
  })

  it('sends many events in several notifications, each small enough for PostgreSQL', async () => {
    const ids = await happened(200, () => ({ people: [newId(), newId(), newId()] }))
    const relay = relayOf({})
    await relay.idle()
    await relay.stop()
    await vi.waitUntil(() => heard.length >= ids.length)
    expect(heard.map(({ id }) => id)).toEqual(ids)
    expect(longest).toBeLessThan(8000)
    expect(errors).toEqual([])
  })

  it('tells one event to any number of people, units and teams', async () => {
    const people = Array.from({ length: 500 }, () => newId())
    const units = Array.from({ length: 300 }, () => newId())
    const [id] = await happened(1, () => ({ people, units, teams: ['team'] }))
    const relay = relayOf({})
    await relay.idle()
    await relay.stop()
    expect(errors).toEqual([])
    await vi.waitUntil(() => heard.flatMap((event) => event.units).length >= units.length)
    expect(new Set(heard.map((event) => event.id))).toEqual(new Set([id]))
    expect(heard.flatMap((event) => event.people).sort()).toEqual([...people].sort())
    expect(heard.flatMap((event) => event.units).sort()).toEqual([...units].sort())
    expect(heard.flatMap((event) => event.teams)).toEqual(['team'])
    expect(longest).toBeLessThan(8000)
  })

  it('marks nothing that it could not hand on, and comes again', async () => {
    await pool.query('alter table graphile_worker._private_jobs rename to hidden')
    const ids = await happened(3)
    const relay = relayOf({ 'things.*': oneByOne(async () => undefined) })
    await relay.idle()
    expect(errors.length).toBeGreaterThan(0)
    expect(await waiting()).toBe(ids.length)
    await pool.query('alter table graphile_worker.hidden rename to _private_jobs')
    await relay.idle()
    await relay.stop()
    expect(await waiting()).toBe(0)
    expect(await events()).toBe(ids.length)
    await pool.query('delete from graphile_worker._private_jobs')
  })
})

describe('a listener', () => {
  it('that fails twice is asked a third time, and each failure is reported', async () => {
    const tries: string[] = []
    const listeners: Listeners = {
      'things.happened.1': oneByOne(async ({ payload }) => {
        tries.push(String(payload.id))
        if (tries.length < 3) throw new Error(`failed ${tries.length}`)
      }),
    }
    const [id] = await happened(1)
    const relay = relayOf(listeners)
    await relay.idle()
    await relay.stop()
    await working(listeners, async () => {
      await vi.waitUntil(
        async () => {
          // The pauses between tries are the library's; the test does not wait for them.
          await pool.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()')
          return tries.length === 3
        },
        { timeout: 15_000, interval: 50 },
      )
      await vi.waitUntil(async () => (await jobs()) === 0)
    })
    expect(tries).toEqual([id, id, id])
    expect(errors.map(({ message }) => message)).toEqual(['failed 1', 'failed 2'])
  })

  it('that cannot bear one event hears the others all the same', async () => {
    const heardOf = new Set<string>()
    const ids = await happened(30)
    const bad = ids[7] ?? ''
    const listeners: Listeners = {
      'things.happened.1': oneByOne(async ({ payload }) => {
        if (payload.id === bad) throw new Error('a bad event')
        heardOf.add(String(payload.id))
      }),
    }
    const relay = relayOf(listeners)
    await relay.idle()
    await relay.stop()
    await working(listeners, async () => {
      await vi.waitUntil(() => heardOf.size === ids.length - 1, { timeout: 15_000 })
      await vi.waitUntil(async () => (await jobs()) === 1, { timeout: 15_000 })
    })
    expect([...heardOf].sort()).toEqual(ids.filter((id) => id !== bad).sort())
    expect(new Set(errors.map(({ message }) => message))).toEqual(new Set(['a bad event']))
    await pool.query('delete from graphile_worker._private_jobs')
  })

  it('that is gone leaves its job in the table, where an operator sees it', async () => {
    const relay = relayOf({ 'things.happened.1': oneByOne(async () => undefined) })
    await happened(1)
    await relay.idle()
    await relay.stop()
    await working({}, () =>
      vi.waitUntil(
        async () =>
          (await pool.query('select 1 from graphile_worker.jobs where last_error like $1', ['%no listener%']))
            .rows.length === 1,
        { timeout: 15_000 },
      ),
    )
    await pool.query('delete from graphile_worker._private_jobs')
  })
})
