import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { openOwnerPool } from '../db/ownerPool.ts'
import { newId } from '../ids.ts'
import { oneByOne } from '../outbox/listeners.ts'
import { listenJob, migrateJobs, startWorker } from './worker.ts'

let kit: TestDatabase
let pool: pg.Pool
let errors: Error[] = []

beforeAll(async () => {
  kit = await testDatabase()
  await migrateJobs(kit.ownerUrl)
  pool = openOwnerPool(kit.ownerUrl, (error) => void errors.push(error))
})
afterAll(async () => {
  await pool.end()
  await kit.close()
})
beforeEach(() => {
  errors = []
})

async function addJob(): Promise<string> {
  const id = newId()
  const event = { id, region: 1, topic: 'things.happened.1', payload: { id }, at: new Date().toISOString() }
  const { identifier, payload } = listenJob({ room: 'things', pattern: 'things.*', events: [event] })
  await pool.query('select graphile_worker.add_job($1, $2::json)', [identifier, JSON.stringify(payload)])
  return id
}
const jobs = async (): Promise<number> =>
  (await pool.query('select count(*)::int as n from graphile_worker._private_jobs')).rows[0].n
/** Waits until so many names are held in this database; the cluster's other databases hold their own. */
const namesHeld = (count: number) =>
  vi.waitUntil(
    async () =>
      (
        await pool.query(
          `select from pg_locks where locktype = 'advisory' and granted and not pid = pg_backend_pid()
            and database = (select oid from pg_database where datname = current_database())`,
        )
      ).rowCount === count,
    { timeout: 20_000 },
  )
const hearing = (hear: (id: string) => Promise<void>) =>
  startWorker(
    pool,
    [{ name: 'things', listeners: { 'things.*': oneByOne(async ({ id }) => hear(id)) } }],
    (error) => void errors.push(error),
  )

it('takes over at once what a killed instance had begun, and leaves alone what a living one is at', async () => {
  const [dead, living] = [await addJob(), await addJob()]
  const alive = new pg.Client({ connectionString: kit.ownerUrl })
  await alive.connect()
  await alive.query(`select pg_advisory_lock(hashtextextended('pool-living', 0))`)
  for (const [id, name] of [
    [dead, 'pool-dead'],
    [living, 'pool-living'],
  ])
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = $2, attempts = 1
        where payload -> 'events' -> 0 ->> 'id' = $1`,
      [id, name],
    )
  const heard: string[] = []
  const worker = await hearing(async (id) => void heard.push(id))
  await vi.waitUntil(() => heard.length > 0, { timeout: 20_000 })
  await vi.waitUntil(async () => (await jobs()) === 1, { timeout: 20_000 })
  await worker.stop()
  expect(heard).toEqual([dead])
  await alive.end()
  await pool.query('delete from graphile_worker._private_jobs')
})

it('holds its own name, so that another instance leaves its jobs alone', async () => {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const heard: string[] = []
  const hear = async (id: string): Promise<void> => {
    heard.push(id)
    begun.resolve()
    await end.promise
  }
  await namesHeld(0) // a name given back just now is held until its connection is gone
  const worker = await hearing(hear)
  await namesHeld(1)
  const id = await addJob()
  await begun.promise
  const other = await hearing(hear) // looks for lost jobs before it works
  const { rows } = await pool.query('select locked_by from graphile_worker._private_jobs')
  expect(rows).toEqual([{ locked_by: expect.stringMatching('^pool-') }])
  end.resolve()
  await vi.waitUntil(async () => (await jobs()) === 0, { timeout: 20_000 })
  await Promise.all([worker.stop(), other.stop()])
  expect(heard).toEqual([id])
})

it.each([
  ['done', async () => undefined],
  [
    'failed',
    async () => {
      throw new Error('not this time')
    },
  ],
])(
  'writes down that a job was %s when the database is back, and ends nothing meanwhile',
  async (end, then) => {
    const hidden = Promise.withResolvers<void>()
    let tries = 0
    const worker = await hearing(async () => {
      tries += 1
      if (tries > 1) return
      await pool.query('alter table graphile_worker._private_jobs rename to hidden')
      hidden.resolve()
      await then()
    })
    await addJob()
    await hidden.promise
    await new Promise((resolve) => setTimeout(resolve, 300)) // the worker has tried to write it down, in vain
    await pool.query('alter table graphile_worker.hidden rename to _private_jobs')
    await vi.waitUntil(
      async () => {
        await pool.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()')
        return (await jobs()) === 0
      },
      { timeout: 30_000, interval: 100 },
    )
    await worker.stop()
    expect(tries).toBe(end === 'failed' ? 2 : 1)
  },
)
