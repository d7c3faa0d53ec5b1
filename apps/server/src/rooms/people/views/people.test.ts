import { presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { installPreset } from '../../places/index.ts'
import { listPeople } from './people.ts'

let database: TestDatabase
const NAMES = ['陈一', '陈二', '陈一', '陈', '程一', '陈三', '张一', '陈一']

beforeAll(async () => {
  database = await testDatabase(false)
  await installPreset(database.db, 1, presetOf('xihu'))
  await database.db.commit(
    systemScope(1),
    NAMES.map(
      (name) =>
        sql`insert into people (region_id, id, name, path, created_at) values (1, ${newId()}, ${name}, '/', now())`,
    ),
  )
})
afterAll(() => database.close())

it.each([1, 2, 3, 20])('people of one name come page after page, each once, %i at a time', async (limit) => {
  const id = newId()
  const grants = [{ role: 'regionAdmin', areaPath: '/', unitId: null }] as const
  const me: Actor = { region: 1, accountId: id, personId: id, sessionId: id, grants, units: [], teams: [] }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listPeople(database.db, me, { name: '陈', limit, ...(after ? { after } : {}) })
    seen.push(...page.items.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen.length).toBe(6)
  expect(new Set(seen).size).toBe(6)
})
