import { tmpdir } from 'node:os'
import type { TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { tellOwners, visitsRoom } from './index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let walker: Actor
let other: Actor

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  await installPreset(db, 1, PRESETS.xihu)
  house = await serveRooms(db, [
    placesRoom(deps, []),
    visitsRoom({ ...deps, storage: localStorage(tmpdir()) }),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const grid = await open(await open(await open('/', '示范街道'), '桃源社区'), '一网格')
  await db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${grid}, (100 + n)::text, '', '', app_now() from generate_series(1, 3) n`,
  ])
  walker = await house.signIn('徐建国', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
  other = await house.signIn('李强', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
})
afterAll(async () => {
  await house.close()
  await database.close()
})

/** A day so far from today by Beijing's clock. */
const day = (off: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + off * 86_400_000).toISOString().slice(0, 10)

async function begin(from: number, to: number, more: object = {}) {
  const { body } = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
    kind: 'doorToDoor',
    name: '敲门',
    path: '/',
    from: day(from),
    to: day(to),
    questions: [{ key: 'say', kind: 'text', label: '还想说什么', required: false }],
    ...more,
  })
  const { households } = (await house.read<TakenArea>(walker, `/campaigns/${body.id}/area`)).body
  const record = (at: number, outcome: VisitRecord['outcome'], companion?: Actor): VisitRecord => ({
    id: newId(),
    visit: newId(),
    campaign: body.id,
    household: households[at]?.id ?? '',
    form: body.form,
    replaces: [],
    outcome,
    answers: {},
    orders: [],
    ...(companion ? { companion: companion.personId } : {}),
    at: new Date().toISOString(),
  })
  return { campaign: body.id, record }
}
const bring = (...records: VisitRecord[]) => house.send(walker, '/visits/records', { records })
/** What was told whom under a topic, in the order in which it was. */
async function told(topic: string): Promise<{ told: string[]; left?: number }[]> {
  const rows = await database.db.read<{ payload: { told: string[]; left?: number } }>(
    systemScope(1),
    sql`select payload from outbox where region_id = 1 and topic = ${`visits.${topic}.1`} order by seq`,
  )
  return rows.map(({ payload }) => payload)
}

describe('the second of two', () => {
  it('is asked when named, and not again by a repeat after the answer; whoever named them hears the answer', async () => {
    const { record } = await begin(0, 9, { inPairs: true })
    const [one, two] = [record(0, 'met', other), record(1, 'met', other)]
    await bring(one, two)
    expect((await told('visitsRecorded')).at(-1)?.told).toEqual([other.personId])
    const answer = (visit: string, wasThere: boolean) =>
      house.send(other, '/me/companion-visits', { visits: [visit], wasThere })
    expect((await answer(one.visit, true)).status).toBe(200)
    expect((await told('companionConfirmed')).map((event) => event.told)).toEqual([[walker.personId]])
    expect((await answer(two.visit, false)).status).toBe(200)
    expect((await told('companionDenied')).map((event) => event.told)).toEqual([[walker.personId]])
    await bring(one, two)
    expect((await told('visitsRecorded')).at(-1)?.told).toEqual([])
  })

  it('is nobody where none is named', async () => {
    const { record } = await begin(0, 9)
    await bring(record(0, 'met'))
    expect((await told('visitsRecorded')).at(-1)?.told).toEqual([])
  })
})

describe('whoever answers for a campaign', () => {
  it('hears once that the end is near with the doors that are left, and once that all are done', async () => {
    const { record } = await begin(-5, 1)
    await begin(-5, 20)
    await begin(0, 1)
    await bring(record(0, 'met'), record(1, 'notHome'))
    const before = [(await told('campaignEnding')).length, (await told('campaignDone')).length]
    expect(before).toEqual([0, 0])
    await Promise.all([tellOwners(database, 1), tellOwners(database, 1)])
    await tellOwners(database, 1)
    expect(await told('campaignEnding')).toMatchObject([{ told: [admin.personId], left: 2 }])
    await bring(record(1, 'met'), record(2, 'moved'))
    await Promise.all([tellOwners(database, 1), tellOwners(database, 1)])
    expect(await told('campaignDone')).toMatchObject([{ told: [admin.personId], left: 0 }])
    expect((await told('campaignEnding')).length).toBe(1)
  })
})
