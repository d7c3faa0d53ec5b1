import type { ImportResult, ImportRun } from '@linli/contract/places/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../../kernel/ids.ts'
import { installPreset, placesRoom } from '../index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let behind: pg.Client
const reported: Error[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  // No patience: every import is answered before its end.
  const options = { patienceMilliseconds: 0, report: (error: Error) => void reported.push(error) }
  house = await serveRooms(db, [placesRoom(deps, [], options)])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  behind = new pg.Client({ connectionString: database.adminUrl })
  await behind.connect()
})
afterAll(async () => {
  await behind.end()
  await house.close()
  await database.close()
})

const AT = '示范街道,桃源社区,一网格,阳光小区,3栋,1单元'
const file = (...rows: string[]) => ({
  name: '表.csv',
  bytes: Buffer.from(['街道,社区,网格,小区,楼栋,单元,室号', ...rows].join('\r\n')),
})
const rooms = (count: number): string[] => Array.from({ length: count }, (_, n) => `${AT},${n + 101}`)
const send = (register: string, sent: ReturnType<typeof file>, query = '', key = newId()) =>
  house.upload<ImportResult>(admin, `/registers/${register}/imports${query}`, sent, key)
const follow = (id: string | null, actor = admin) => house.read<ImportRun>(actor, `/register-runs/${id}`)
const count = async (table: 'households' | 'register_imports'): Promise<number> =>
  (await behind.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1

async function until(id: string | null, ...states: ImportRun['state'][]): Promise<ImportRun> {
  for (;;) {
    const { body } = await follow(id)
    if (states.includes(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it('answers before its end, can be followed by its sender alone, and says the result', async () => {
  const areas = await send('areas', file(AT))
  expect((await until(areas.body.run, 'over')).result).toMatchObject({ applied: true, added: 5 })
  const key = newId()
  const first = await send('households', file(...rooms(3000)), '', key)
  expect(first.body).toMatchObject({ applied: false, added: 0, errorCount: 0 })
  const other = await house.signIn('别人', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  expect((await follow(first.body.run, other)).status).toBe(404)
  const over = await until(first.body.run, 'over')
  expect(over).toMatchObject({ rowsRead: 3000, rowsChecked: 3000, rowsToWrite: 3000, rowsWritten: 3000 })
  expect(over.result).toMatchObject({ applied: true, added: 3000, run: null })
  expect(await count('households')).toBe(3000)
  // The same request again is the same run; the same file by a new request changes nothing.
  expect((await send('households', file(...rooms(3000)), '', key)).body.run).toBe(first.body.run)
  const again = await send('households', file(...rooms(3000)))
  expect((await until(again.body.run, 'over')).result).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 3000,
  })
})

it('says what is wrong, row by row or with the file, and writes nothing', async () => {
  const checked = await send('households', file(`${AT},9901`), '?check=true')
  expect((await until(checked.body.run, 'over')).result).toMatchObject({ applied: false, added: 1 })
  const wrong = await send('households', file(`${AT},9901`, `${AT},`))
  expect((await until(wrong.body.run, 'over')).result).toMatchObject({
    applied: false,
    errorCount: 1,
    errors: [{ row: 3 }],
  })
  const torn = await send('households', { name: '表.xlsx', bytes: Buffer.from('PK\u0003\u0004 torn') })
  expect(await until(torn.body.run, 'over')).toMatchObject({
    result: null,
    refused: expect.stringMatching(/。$/),
  })
  expect(await count('households')).toBe(3000)
  expect(reported).toEqual([])
})

it('is over and has written nothing when its server stops in the middle', async () => {
  const imports = await count('register_imports')
  await behind.query(`begin; select pg_advisory_xact_lock(hashtext('linli.registers'), 1)`)
  const { body } = await send('households', file(...rooms(3100)))
  await until(body.run, 'waiting')
  const waits = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
  while ((await behind.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await behind.query('commit')
  expect(await until(body.run, 'lost')).toMatchObject({ result: null, refused: null })
  expect([await count('households'), await count('register_imports')]).toEqual([3000, imports])
  expect(reported.length).toBe(1)

  // A whole server that is gone says nothing more: after a minute its run is lost.
  const silent = newId()
  await behind.query(
    `insert into register_runs (region_id, id, register, by_person, state, started_at, beat_at)
     values (1, $1, 'households', $2, 'writing', now() - interval '5 minutes', now() - interval '61 seconds')`,
    [silent, admin.personId],
  )
  expect((await follow(silent)).body.state).toBe('lost')
})
