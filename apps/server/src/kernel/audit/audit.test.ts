import { randomBytes } from 'node:crypto'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { systemScope } from '../auth/actor.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { newId } from '../ids.ts'
import { auditStatement } from './audit.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

const crypto = softwareProvider(randomBytes(32))
let kit: TestDatabase
let admin: pg.Client

const entry = (region = 1) =>
  auditStatement(
    { region, accountId: newId(), personId: newId() },
    {
      action: 'revealPhone',
      subjectKind: 'person',
      subjectId: newId(),
      reason: '回访 "核对"\n第二行',
      facts: { count: 1 },
    },
  )
const record = (count: number, region = 1) =>
  kit.db.commit(
    systemScope(region),
    Array.from({ length: count }, () => entry(region)),
  )
const seal = () => sealAudit(kit.db, 1, crypto)
const verify = () => verifyAudit(kit.db, 1, crypto)

beforeEach(async () => {
  kit = await testDatabase()
  admin = new pg.Client({ connectionString: kit.adminUrl })
  await admin.connect()
})
afterEach(async () => {
  await admin.end()
  await kit.close()
})

describe('the audit chain', () => {
  test('of untouched entries is whole, region by region', async () => {
    await record(3)
    await record(2, 2)
    expect(await seal()).toMatchObject({ number: 1, entries: 3 })
    await record(2)
    expect(await verify()).toEqual({ sealed: 3, waiting: 2, broken: [] })
    expect(await seal()).toMatchObject({ number: 2, entries: 2 })
    expect(await seal()).toBeUndefined()
    expect(await verify()).toEqual({ sealed: 5, waiting: 0, broken: [] })
    expect(await verifyAudit(kit.db, 2, crypto)).toEqual({ sealed: 0, waiting: 2, broken: [] })
  })

  test('shows an entry changed, removed or slipped in by a superuser', async () => {
    for (let round = 0; round < 4; round += 1) {
      await record(3)
      await seal()
    }
    const nth = (offset: number) =>
      `(select seq from audit_entries where region_id = 1 order by seq offset ${offset} limit 1)`
    await admin.query(`update audit_entries set reason = 'other' where seq = ${nth(4)}`)
    await admin.query(`delete from audit_entries where seq = ${nth(7)}`)
    await admin.query(
      `insert into audit_entries (region_id, id, seq, at, action, subject_kind) overriding system value
       values (1, gen_random_uuid(), -5, now(), 'x', 'y')`,
    )
    expect((await verify()).broken).toEqual([1, 2, 3])
  })

  test('shows each kind of change of a fact', async () => {
    await record(1)
    await seal()
    for (const change of [
      `account_id = gen_random_uuid()`,
      `person_id = null`,
      `at = at + interval '1 microsecond'`,
      `action = 'revealName'`,
      `subject_id = gen_random_uuid()`,
      `facts = '{"count":2}'`,
    ]) {
      await admin.query('begin')
      await admin.query('create table kept as select * from audit_entries')
      await admin.query(`update audit_entries set ${change}`)
      await admin.query('commit')
      expect((await verify()).broken, change).toEqual([1])
      await admin.query(`update audit_entries e set account_id = k.account_id, person_id = k.person_id, at = k.at, action = k.action,
        subject_id = k.subject_id, facts = k.facts from kept k where k.id = e.id`)
      await admin.query('drop table kept')
      expect((await verify()).broken).toEqual([])
    }
  })

  test('shows a removed or forged seal', async () => {
    for (let round = 0; round < 3; round += 1) {
      await record(1)
      await seal()
    }
    await admin.query('delete from audit_seals where region_id = 1 and number = 1')
    expect((await verify()).broken).toEqual([1, 2])
    const forger = softwareProvider(randomBytes(32))
    expect((await verifyAudit(kit.db, 1, forger)).broken).toEqual([1, 2, 3])
  })

  test('seals each entry once when several instances seal at once', async () => {
    await record(5)
    const seals = await Promise.all(Array.from({ length: 6 }, seal))
    expect(seals.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await verify()).toEqual({ sealed: 5, waiting: 0, broken: [] })
  })

  test('waits for a writer with a lower number that commits later', async () => {
    await admin.query('begin')
    await admin.query(
      `insert into audit_entries (region_id, id, at, action, subject_kind) values (1, gen_random_uuid(), now(), 'slow', 'x')`,
    )
    await record(1)
    const sealing = seal()
    await kit.db.read(systemScope(1), sql`select pg_sleep(0.2)`)
    await admin.query('commit')
    expect(await sealing).toMatchObject({ number: 1, entries: 2 })
    expect(await verify()).toEqual({ sealed: 2, waiting: 0, broken: [] })
  })

  test('stays whole while many write and roll back', async () => {
    const writing = Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let round = 0; round < 12; round += 1)
          await kit.db
            .commit(systemScope(1), [
              entry(),
              ...((writer + round) % 3 === 0 ? [sql`select refuse('no')`] : []),
            ])
            .catch((error: Error) => expect(error.message).toContain('no'))
      }),
    )
    let done = false
    void writing.finally(() => (done = true))
    while (!done) await seal()
    await writing
    await seal()
    expect(await verify()).toEqual({ sealed: 64, waiting: 0, broken: [] })
  })

  test('cannot be changed by the application', async () => {
    await record(1)
    await seal()
    for (const statement of [
      sql`update audit_entries set reason = 'x' where region_id = 1`,
      sql`delete from audit_entries where region_id = 1`,
      sql`update audit_seals set entries = 0 where region_id = 1`,
      sql`delete from audit_seals where region_id = 1`,
    ])
      await expect(kit.db.commit(systemScope(1), [statement])).rejects.toThrow('permission denied')
  })
})
