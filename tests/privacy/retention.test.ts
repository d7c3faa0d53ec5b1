import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PRIVACY_CATALOGUE } from '../../apps/server/src/house/ownData.ts'
import { auditStatement } from '../../apps/server/src/kernel/audit/audit.ts'
import { sealAudit } from '../../apps/server/src/kernel/audit/seal.ts'
import { verifyAudit } from '../../apps/server/src/kernel/audit/verify.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { openOwnerPool } from '../../apps/server/src/kernel/db/ownerPool.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { unowned, untold } from '../../apps/server/src/kernel/privacy/catalogue.ts'
import type { PrivacyNeeds } from '../../apps/server/src/kernel/privacy/owner.ts'
import { keepRetention, type Limit, limitsOf } from '../../apps/server/src/kernel/privacy/retention.ts'
import type { Schema } from '../../apps/server/src/kernel/privacy/schema.ts'
import { cutAudit } from '../../apps/server/src/kernel/privacy/seals.ts'
import { CATALOGUE } from '../../db/catalogue/index.ts'
import { byTable, type Column, readColumns } from '../../db/columns.ts'
import { canary, type Perch } from '../database/canaries.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import { mechanism, storageInMemory } from './kit.ts'

// Every limit of the catalogue, kept by the one job: a row on each side of each limit, made from the catalogue itself, so
// that a table or column added later is tried the day it is added.

let database: TestDatabase
let ownerPool: pg.Pool
let admin: pg.Client
let needs: PrivacyNeeds
let schema: Schema
let columns: Map<string, Column[]>
let limits: Limit[]
const storage = storageInMemory()

beforeAll(async () => {
  database = await testDatabase()
  ownerPool = openOwnerPool(database.ownerUrl, () => undefined)
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  await admin.query(`set session_replication_role = replica`) // rows without what they refer to
  needs = mechanism(database.db, ownerPool, storage)
  schema = await needs.schema()
  columns = byTable(await readColumns(admin))
  limits = limitsOf(PRIVACY_CATALOGUE, schema, needs.clocks)
})
afterAll(async () => {
  await admin.end()
  await ownerPool.end()
  await database.close()
})

/** Sealed into a chain, seal by seal: tried by itself below. */
const SEALED = ['audit_entries', 'audit_seals']
type Side = 'over' | 'young'
type Planted = {
  readonly limit: Limit
  readonly side: Side
  readonly where: string
  readonly before: unknown
}

async function rowAt(table: string, where: string): Promise<unknown> {
  const { rows } = await admin.query<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} t where ${where}`,
  )
  return rows[0]?.row
}

/** A canary of a table whose event lies a day more, or a day less, behind than the limit. */
async function plant(limit: Limit, side: Side): Promise<Planted> {
  const { table, days } = limit
  const perch: Perch = { region: 1, path: '/s01/c01/g1/', person: newId(), order: newId(), account: newId() }
  const key = schema.get(table)?.key ?? []
  const quoted = key.map((name, at) => `quote_literal(${name}::text) as k${at}`)
  const row = await inserted(table, perch, quoted.join(', '))
  const where = key.map((name, at) => `t.${name}::text = ${row[`k${at}`]}`).join(' and ')
  const moment = `now() - interval '${days} days' ${side === 'over' ? '-' : '+'} interval '25 hours'`
  const own = /^t\."(\w+)"::timestamptz$/.exec(limit.clock.sql)?.[1]
  if (own) await letGo(table, () => admin.query(`update ${table} t set ${own} = ${moment} where ${where}`))
  else await plantElsewhere(limit, perch, moment)
  return { limit, side, where, before: await rowAt(table, where) }
}

/** A check that a canary does not know of is no matter of limits: it is let go in this database. */
async function letGo<T>(table: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '23514') throw error
    await admin.query(`alter table ${table} drop constraint ${error.constraint}`)
    return letGo(table, write)
  }
}

async function inserted(table: string, perch: Perch, returning: string): Promise<{ [name: string]: string }> {
  const { text, values } = canary(columns.get(table) ?? [], perch)
  const { rows } = await letGo(table, () =>
    admin.query<{ [name: string]: string }>(`${text} returning ${returning}`, [...values]),
  )
  return rows[0] ?? {}
}

async function plantElsewhere(
  { table, event }: Limit,
  { person, order, ...perch }: Perch,
  moment: string,
): Promise<void> {
  if (table === 'pledges') {
    const hidden = `insert into pledge_pages (region_id, id, person_id, path, called, duties, audience, shown_at, hidden_at, hidden_by, hidden_words)
      values (1, $2, $1, '/s01/c01/', '', '', 'everybody', now(), ${moment}, $2, '')`
    await admin.query(hidden, [person, newId()])
    return
  }
  if (event === 'personErased') {
    const erased = `insert into people (region_id, id, name, created_at, erased_at) values (1, $1, '', now(), ${moment})`
    await admin.query(erased, [person])
    return
  }
  const row = canary(columns.get('orders') ?? [], { ...perch, person, order })
  if (table !== 'orders') await admin.query(row.text, [...row.values])
  await admin.query(`update orders set closed_at = ${moment} where id = $1`, [order])
}

const words = (limit: Limit): string =>
  `${limit.table}: ${limit.how} ${limit.columns.length} columns ${limit.days} days after ${limit.event}`

test('every table about people says whose its rows are', () => {
  expect(unowned(PRIVACY_CATALOGUE)).toEqual([])
})

test('every table a person reads of has words for that person', () => {
  expect(untold(PRIVACY_CATALOGUE)).toEqual([])
})

test('every entry of the catalogue either has a limit that the job keeps, or ends with the person or the place', () => {
  const kept = new Set(limits.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)))
  const timeless = Object.entries(CATALOGUE).flatMap(([table, entry]) =>
    Object.entries(entry.columns)
      .filter(([name]) => !kept.has(`${table}.${name}`))
      .map(([, { retention }]) => `${retention.event} ${retention.days}`),
  )
  expect([...new Set(timeless)].sort()).toEqual(['personErased 0', 'placeClosed 0'])
  expect(kept.size).toBeGreaterThan(200)
})

describe('the job, over rows on both sides of every limit', () => {
  test('takes what is over, leaves what is not, finds nothing the second time, and writes down what it did', async () => {
    const planted: Planted[] = []
    for (const limit of limits.filter(({ table }) => !SEALED.includes(table)))
      for (const side of ['over', 'young'] as const) planted.push(await plant(limit, side))
    const done = await keepRetention(needs, 1)
    const wrong: string[] = []
    for (const { limit, side, where, before } of planted) {
      const after = await rowAt(limit.table, where)
      if (side === 'young' && !sameIn(limit.columns, before, after)) wrong.push(`young ${words(limit)}`)
      if (side === 'over' && limit.how === 'remove' && after !== undefined)
        wrong.push(`still there ${words(limit)}`)
      if (side === 'over' && limit.how === 'blank') wrong.push(...stillTold(limit, before, after))
    }
    expect(wrong).toEqual([])
    expect(planted.length).toBeGreaterThan(60)
    expect(await keepRetention(needs, 1)).toEqual([])
    const { rows } = await admin.query<{ table: string; rows: number }>(
      `select facts->>'table' as table, (facts->>'rows')::int as rows from audit_entries where action = 'keepRetention'`,
    )
    expect(rows.map(({ table }) => table).sort()).toEqual(done.map(({ table }) => table).sort())
    expect(rows.every(({ rows }) => rows > 0)).toBe(true)
  })

  test('another region is left alone, and a run in many batches is whole', async () => {
    for (const region of [1, 2])
      await admin.query(
        `insert into commands (region_id, key, operation, request_hash, response, at)
         select $1, gen_random_uuid(), 'test', '', 'null', now() - interval '31 days' from generate_series(1, 2500)`,
        [region],
      )
    expect(await keepRetention(needs, 1)).toEqual([{ table: 'commands', how: 'remove', rows: 2500 }])
    const { rows } = await admin.query('select region_id, count(*)::int as n from commands group by 1')
    expect(rows).toContainEqual({ region_id: 2, n: 2500 })
  })

  test('an event that nobody was told of stays, however old', async () => {
    await admin.query(
      `insert into outbox (region_id, id, topic, payload, at) values (1, gen_random_uuid(), 'test.waiting.1', '{}', now() - interval '90 days')`,
    )
    await keepRetention(needs, 1)
    expect((await admin.query(`select 1 from outbox where topic = 'test.waiting.1'`)).rowCount).toBe(1)
  })

  test('the bytes of a file go with its time', async () => {
    const order = newId()
    await admin.query(`insert into orders (region_id, id, number, version, state, kind, channel, urgency, path, community, placed_at, placed_by, closed_at)
      values (1, '${order}', 'R1', 1, 'closed', 'help', 'hand', 'ordinary', '/', '/', now(), gen_random_uuid(), now() - interval '1100 days')`)
    for (const [key, to] of [
      ['1-old', order],
      ['1-young', null],
    ])
      await admin.query(
        `insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, order_id, at) values (1, gen_random_uuid(), 'photo', 'image/webp', 1, '', $1, gen_random_uuid(), $2, now())`,
        [key, to],
      )
    for (const key of ['1-old', '1-young']) await storage.put(key, Buffer.from('x'))
    await keepRetention(needs, 1)
    expect([...storage.kept.keys()]).toEqual(['1-young'])
  })
})

test('the audit is cut seal by seal, and what is left still proves itself', async () => {
  const crypto = softwareProvider(Buffer.alloc(32, 7))
  const { db } = database
  await admin.query('delete from audit_entries; delete from audit_seals')
  const record = async (action: string) => {
    await db.commit(systemScope(1), [auditStatement({ region: 1 }, { action, subjectKind: 'test' })])
    return sealAudit(db, 1, crypto)
  }
  for (const action of ['first', 'second', 'third']) await record(action)
  await admin.query(`update audit_seals set at = now() - interval '4 years' where number <= 2`)
  expect(await cutAudit(needs, 1)).toMatchObject({ rows: 2 })
  expect(await cutAudit(needs, 1)).toMatchObject({ rows: 0 })
  await sealAudit(db, 1, crypto)
  expect(await verifyAudit(db, 1, crypto)).toMatchObject({ broken: [], waiting: 0 })
  const left = await db.read(
    systemScope(1),
    sql`select action from audit_entries where region_id = 1 order by seq`,
  )
  expect(left).toEqual([{ action: 'third' }, { action: 'cutAudit' }])
  await admin.query(`delete from audit_entries where action = 'third'`)
  expect((await verifyAudit(db, 1, crypto)).broken).toEqual([3])
})

const sameIn = (names: readonly string[], before: unknown, after: unknown): boolean =>
  names.every((name) => JSON.stringify(cell(before, name)) === JSON.stringify(cell(after, name)))
const cell = (row: unknown, name: string): unknown => (row as { [name: string]: unknown } | undefined)?.[name]

/** Columns about people that still hold what they held. A moment that a row cannot do without, and where bytes lay, tell nothing. */
function stillTold(limit: Limit, before: unknown, after: unknown): string[] {
  const entry = (CATALOGUE as { [table: string]: { columns: { [name: string]: { class: string } } } })[
    limit.table
  ]
  if (after === undefined) return [`gone ${words(limit)}`]
  return limit.columns.flatMap((name) => {
    const kind = entry?.columns[name]?.class
    const [was, is] = [cell(before, name), cell(after, name)]
    const tells =
      kind === 'personal' ||
      kind === 'sensitive' ||
      kind === 'secret' ||
      (typeof was === 'string' && was.includes('金丝雀') && kind !== 'internal')
    return tells && name !== 'storage_key' && was !== null && JSON.stringify(was) === JSON.stringify(is)
      ? [`still told ${limit.table}.${name}`]
      : []
  })
}
