import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { systemScope } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { outboxStatement } from '../outbox/outbox.ts'
import { sweep } from './sweep.ts'

let kit: TestDatabase
beforeAll(async () => {
  kit = await testDatabase()
})
afterAll(() => kit.close())

it('keeps young idempotency records and waiting events, and deletes the old and relayed', async () => {
  const scope = systemScope(1)
  const kept = newId()
  await kit.db.commit(scope, [
    ...[0, 31].map(
      (days, index) => sql`insert into commands (region_id, key, operation, request_hash, response, at)
        values (1, ${index === 0 ? kept : newId()}, 'test', ${Buffer.alloc(1)}, 'null', app_now() - make_interval(days => ${days}))`,
    ),
    outboxStatement(1, 'test.waiting.1', {}),
    outboxStatement(1, 'test.relayed.1', {}),
    sql`update outbox set relayed_at = app_now() - interval '8 days' where region_id = 1 and topic = 'test.relayed.1'`,
  ])
  await sweep(kit.db, 1)
  expect(await kit.db.read(scope, sql`select key from commands where region_id = 1`)).toEqual([{ key: kept }])
  expect(await kit.db.read(scope, sql`select topic from outbox where region_id = 1`)).toEqual([
    { topic: 'test.waiting.1' },
  ])
})
