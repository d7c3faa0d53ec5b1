import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { newId } from '../ids.ts'
import { type Database, openDatabase, Refused, violated } from './database.ts'
import { assertDurable } from './durable.ts'

const scope = { region: 1 }
let kit: TestDatabase
let db: Database
const heard: Error[] = []

beforeAll(async () => {
  kit = await testDatabase()
  // One connection: whatever a test leaves on it, the next one meets.
  db = openDatabase({ url: kit.appUrl, poolSize: 1, onError: (error) => heard.push(error) })
})
afterAll(async () => {
  await db.close()
  await kit.close()
})

const row = (topic: string) =>
  sql`insert into outbox (region_id, id, topic, payload, at) values (1, ${newId()}, ${topic}, '{}', app_now())`
const kept = async (topic: string) =>
  (await db.read(scope, sql`select 1 from outbox where region_id = 1 and topic = ${topic}`)).length
const shifted = (milliseconds: number) =>
  sql`select (app_now() > now() + make_interval(secs => ${milliseconds / 1000 - 1})) as shifted`

describe('a commit', () => {
  it('keeps all of its statements and answers the rows of each', async () => {
    const answers = await db.commit(scope, [row('all'), sql`select 7 as n`, row('all')])
    expect(answers.map((rows) => rows.length)).toEqual([0, 1, 0])
    expect(answers[1]).toEqual([{ n: 7 }])
    expect(await kept('all')).toBe(2)
  })

  it.each([0, 1, 2])('keeps nothing when statement %i refuses', async (at) => {
    const statements = [row('nothing'), row('nothing')]
    statements.splice(at, 0, sql`select refuse('quota')`)
    await expect(db.commit(scope, statements)).rejects.toEqual(new Refused('quota'))
    expect(await kept('nothing')).toBe(0)
  })

  it('can be sent again on the same connection after it failed, statements that were never reached included', async () => {
    const again = (fails: boolean) => [
      sql`select ${fails ? 'x' : '1'}::int as first`,
      sql`select ${'only here'}::text as second`,
    ]
    await expect(db.commit(scope, again(true))).rejects.toMatchObject({ code: '22P02' })
    expect(await db.commit(scope, again(false))).toEqual([[{ first: 1 }], [{ second: 'only here' }]])
  })

  it('sends the same statement many times in one go', async () => {
    await db.commit(
      scope,
      Array.from({ length: 20 }, () => row('many')),
    )
    expect(await kept('many')).toBe(20)
  })

  it('answers the same rows when its statements were described before', async () => {
    const asked = [
      sql`select n, null::text as nothing, true as yes from generate_series(1, 3) as n`,
      sql`select 1 as none where false`,
      row('described'),
    ]
    const first = await db.commit(scope, asked)
    expect(first[0]).toHaveLength(3)
    expect(first[0]?.[2]).toEqual({ n: 3, nothing: null, yes: true })
    expect(await db.commit(scope, asked.slice(0, 2))).toEqual(first.slice(0, 2))
  })

  it('names the constraint that a write met', async () => {
    const id = newId()
    const same = sql`insert into outbox (region_id, id, topic, payload, at) values (1, ${id}, 'twice', '{}', app_now())`
    const error = await db.commit(scope, [same, same]).catch((reason: unknown) => reason)
    expect(violated(error)).toBe('outbox_pkey')
    expect(violated(new Error('other'))).toBeUndefined()
  })
})

describe('a transaction', () => {
  it('keeps nothing when its work throws', async () => {
    const work = db.transaction(scope, async (tx) => {
      await tx.query(row('thrown'))
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await kept('thrown')).toBe(0)
  })

  it('is not acknowledged when an error inside was swallowed', async () => {
    const work = db.transaction(scope, async (tx) => {
      await tx.query(row('swallowed'))
      await tx.query(sql`select 1 / 0`).catch(() => undefined)
    })
    await expect(work).rejects.toThrow('not committed')
    expect(await kept('swallowed')).toBe(0)
  })

  it('is tried again when PostgreSQL ends it for a deadlock', async () => {
    const [first, second] = [newId(), newId()]
    for (const id of [first, second])
      await kit.db.global(sql`insert into accounts (id, created_at) values (${id}, now())`)
    let arrived = 0
    let tries = 0
    const bump = (id: string) =>
      sql`update accounts set failed_tries = failed_tries + 1 where id = ${id}::uuid`
    const both = (ids: readonly [string, string]) =>
      kit.db.globalTransaction(async (tx) => {
        tries += 1
        await tx.query(bump(ids[0]))
        arrived += 1
        await vi.waitUntil(() => arrived >= 2, { timeout: 10_000, interval: 5 })
        await tx.query(bump(ids[1]))
      })
    await Promise.all([both([first, second]), both([second, first])])
    expect(tries).toBeGreaterThan(2)
    const rows = await kit.db.global(
      sql`select failed_tries from accounts where id = any(${[first, second]}::uuid[])`,
    )
    expect(rows).toEqual([{ failed_tries: 2 }, { failed_tries: 2 }])
  })
})

describe('a connection', () => {
  it('that died under a query is not used again, and the process lives on', async () => {
    const pid = sql`select pg_backend_pid() as pid`
    const [before] = await db.read(scope, pid)
    await expect(db.read(scope, sql`select pg_terminate_backend(pg_backend_pid())`)).rejects.toThrow()
    await expect(
      db.transaction(scope, async (tx) => {
        await tx.query(row('died'))
        await tx.query(sql`select pg_terminate_backend(pg_backend_pid())`)
      }),
    ).rejects.toThrow()
    const [after] = await db.read(scope, pid)
    expect(after?.pid).not.toBe(before?.pid)
    expect(await kept('died')).toBe(0)
  })

  it('that died in the pool is left there for nobody', async () => {
    await db.read(scope, sql`select 1`)
    const admin = new pg.Client({ connectionString: kit.adminUrl })
    await admin.connect()
    const [mine] = await db.read<{ pid: number }>(scope, sql`select pg_backend_pid() as pid`)
    await admin.query('select pg_terminate_backend($1)', [mine?.pid])
    await admin.end()
    await vi.waitUntil(() => db.pool.totalCount === 0)
    expect(await db.read(scope, sql`select 1 as n`)).toEqual([{ n: 1 }])
    expect(heard.length).toBeGreaterThan(0)
  })

  it('that is used again without a scope sees nothing and writes nothing', async () => {
    await db.commit({ region: 1, system: true, person: newId(), ranges: [{ lo: '/', hi: '0' }] }, [
      row('closed'),
    ])
    expect(await kept('closed')).toBe(1)
    const { rows } = await db.pool.query('select count(*)::int as n from outbox')
    expect(rows).toEqual([{ n: 0 }])
    const written = db.pool.query(
      `insert into outbox (region_id, id, topic, payload, at) values (1, gen_random_uuid(), 'closed', '{}', now())`,
    )
    await expect(written).rejects.toMatchObject({ code: '42501' })
    expect(
      (await db.pool.query(`select nullif(current_setting('app.system', true), '') as system`)).rows,
    ).toEqual([{ system: null }])
  })

  it('sees its own region only', async () => {
    await db.commit(scope, [row('region')])
    expect(await db.read({ region: 2 }, sql`select 1 from outbox where topic = 'region'`)).toEqual([])
    await expect(db.commit({ region: 2 }, [row('region')])).rejects.toMatchObject({ code: '42501' })
  })

  it('reads cannot write', async () => {
    await expect(db.read(scope, row('read'))).rejects.toMatchObject({ code: '25006' })
  })
})

describe('the time of a command', () => {
  it('is shifted in every kind of transaction, and back', async () => {
    const hour = 3_600_000
    db.setShift(hour)
    expect(await db.read(scope, shifted(hour))).toEqual([{ shifted: true }])
    expect(await db.commit(scope, [shifted(hour)])).toEqual([[{ shifted: true }]])
    expect(await db.transaction(scope, (tx) => tx.query(shifted(hour)))).toEqual([{ shifted: true }])
    expect(await db.global(shifted(hour))).toEqual([{ shifted: true }])
    expect(await db.globalTransaction((tx) => tx.query(shifted(hour)))).toEqual([{ shifted: true }])
    db.setShift(0)
    expect(await db.read(scope, shifted(hour))).toEqual([{ shifted: false }])
  })
})

describe('values', () => {
  it('refuse a whole number that JavaScript cannot hold', async () => {
    expect(await db.read(scope, sql`select 9007199254740991::bigint as n`)).toEqual([{ n: 9007199254740991 }])
    await expect(db.read(scope, sql`select 9007199254740993::bigint as n`)).rejects.toThrow('safe range')
    expect(await db.read(scope, sql`select 1 as n`)).toEqual([{ n: 1 }])
  })

  it('are times as the API says them, and days as they are', async () => {
    expect(
      await db.read(scope, sql`select '2026-01-15 08:00+08'::timestamptz as at, '2026-01-15'::date as day`),
    ).toEqual([{ at: '2026-01-15T00:00:00.000Z', day: '2026-01-15' }])
  })

  it.each(['UTC', 'Asia/Shanghai'])('are the same times from a server that speaks %s', async (zone) => {
    const times = ['', '.1', '.12', '.123'].map((fraction) => `2026-01-15T20:01:02${fraction}Z`)
    const told = [...times, '2026-01-15T20:01:02.123456Z', '12026-01-15T20:01:02Z']
    const [, rows] = await db.commit(scope, [
      sql`select set_config('timezone', ${zone}, true)`,
      sql`select at::timestamptz as at from unnest(${told}::text[]) as at`,
    ])
    expect(rows?.map(({ at }) => at)).toEqual([
      ...times.map((time) => new Date(time).toISOString()),
      '2026-01-15T20:01:02.123Z',
      expect.stringContaining('2026-01-15T20:01:02'),
    ])
  })
})

it.each(['fsync', 'synchronous_commit', 'full_page_writes'])(
  'a database without %s is refused',
  async (name) => {
    await expect(assertDurable(db.pool)).resolves.toBeUndefined()
    // The catalogue's answer is the only input, so a view of it stands in for a server nobody should run.
    const pool = new pg.Pool({ connectionString: kit.adminUrl, max: 1 })
    await pool.query(
      `create temporary view pg_settings as select s.name, case when s.name = '${name}' then 'off' else s.setting end as setting from pg_catalog.pg_settings s`,
    )
    await pool.query('set search_path = pg_temp, public, pg_catalog')
    await expect(assertDurable(pool)).rejects.toThrow(name)
    await pool.end()
  },
)
