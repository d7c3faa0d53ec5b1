import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { LIVE_CHANNEL } from '../outbox/relay.ts'
import { createHub, type Hub, type LiveEvent } from './hub.ts'
import { listenLive } from './listen.ts'

let kit: TestDatabase
let admin: pg.Client
beforeAll(async () => {
  kit = await testDatabase()
  admin = new pg.Client({ connectionString: kit.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await kit.close()
})

const event: LiveEvent = { region: 1, topic: 'a.b.1', id: 'x', path: null, people: [], units: [], teams: [] }
const notify = () => admin.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify([event])])

/** Notifies until the hub has heard: the moment of listening cannot be seen from here. */
async function heardAgain(heard: unknown[]): Promise<void> {
  const before = heard.length
  await vi.waitUntil(
    async () => {
      await notify()
      return heard.length > before
    },
    { timeout: 15_000, interval: 50 },
  )
}

it('hears notifications, and again after its connection was killed', async () => {
  const heard: unknown[] = []
  const errors: Error[] = []
  const hub: Hub = { ...createHub(), publish: (events) => heard.push(...events) }
  const live = listenLive(kit.appUrl, hub, (error) => errors.push(error))
  await heardAgain(heard)
  expect(heard[0]).toEqual(event)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  )
  await vi.waitUntil(() => errors.length > 0)
  await heardAgain(heard)
  await live.stop()
})

it('reports a database that is not there, and stops without a word more', async () => {
  const errors: Error[] = []
  const away = new URL(kit.appUrl)
  away.port = '1'
  const live = listenLive(away.href, createHub(), (error) => errors.push(error))
  await vi.waitUntil(() => errors.length > 0)
  await live.stop()
  expect(errors[0]?.message).toMatch(/ECONNREFUSED/)
})
