import type { Coverage, MyPairings, PairingPlanRow, PairRow } from '@linli/contract/people/pairingShapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { installPreset } from '../../places/index.ts'
import { pairingsRoom, planWaitingPairs, tellOfPairs } from '../index.ts'

let database: TestDatabase
let client: pg.Client
let house: ServedRooms
let admin: Actor
let liaison: Actor

const open = (path: string) =>
  house.send<{ id: string; code: string }>(admin, '/pairing-plans', { id: newId(), rule: 'unitGrids', path })
const pairs = async (plan: string) =>
  (await house.read<{ items: PairRow[] }>(admin, `/pairing-plans/${plan}/pairs?limit=100`)).body.items
const accept = (plan: string) => house.send(admin, `/pairing-plans/${plan}/accept`, { version: 2 })
const planned = async (): Promise<string> => {
  const { body } = await open('/')
  await planWaitingPairs(database.db, 1)
  return body.id
}
const move = (pair: string | undefined, body: { path?: string; takerId?: string }) =>
  house.send<{ code: string }>(admin, `/pairings/${pair}/move`, body)
const mine = async () => (await house.read<MyPairings>(liaison, '/pairings/mine')).body.items
/** What the liaison was told since the last time. */
async function told(): Promise<string[]> {
  await tellOfPairs(database.db, 1)
  const { rows } = await client.query<{ what: string; people: string[] }>(
    `delete from outbox where topic like 'people.pairing%' returning split_part(topic, '.', 2) as what, payload -> 'people' as people`,
  )
  return rows.flatMap(({ what, people }) => (people.includes(liaison.personId) ? [what] : []))
}

beforeAll(async () => {
  database = await testDatabase(false)
  const { db } = database
  client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await installPreset(db, 1, PRESETS.yihuang)
  await client.query(`update units set closed_at = now()`)
  house = await serveRooms(db, [pairingsRoom({ db, crypto: softwareProvider(Buffer.alloc(32, 7)) })])
  admin = await house.signIn('李松', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  // Two communities, both with a 第一网格 and a 第二网格.
  for (const [path, level, name] of [
    ['/c1/', 'community', '龙泉社区'],
    ['/c1/g1/', 'grid', '第一网格'],
    ['/c1/g1/b1/', 'building', '1栋'],
    ['/c1/g2/', 'grid', '第二网格'],
    ['/c2/', 'community', '虎溪社区'],
    ['/c2/g1/', 'grid', '第一网格'],
    ['/c2/g1/b1/', 'building', '1栋'],
    ['/c2/g2/', 'grid', '第二网格'],
  ] as const) {
    const [parent, code] = [path.replace(/[^/]+\/$/, ''), path.split('/').at(-2)]
    await client.query(
      `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, $2, $3, $4, $5, $6, $7, now())`,
      [newId(), path, parent, level, code, name, newSlug()],
    )
  }
  const units = Array.from({ length: 9 }, () => newId())
  for (const [at, id] of units.entries())
    await client.query(
      `insert into units (region_id, id, key, kind, name, opened_at) values (1, $1, $2, 'department', $3, now())`,
      [id, `partner${at}`, JSON.stringify({ zh: `共建单位${at}`, en: `Partner ${at}` })],
    )
  liaison = await house.signIn('谢科', [{ role: 'unitHandler', areaPath: null, unitId: units[8] ?? '' }])
  await client.query(
    `insert into grants (region_id, id, account_id, role, unit_id, from_at) values (1, $1, $2, 'unitHandler', $3, now())`,
    [newId(), liaison.accountId, units[8]],
  )
  // The last unit reports to the second community, and is to stand there.
  await client.query(
    `insert into check_ins (region_id, id, kind, unit_id, liaison_id, path, state, asked_at, decided_at)
      values (1, $1, 'unit', $2, $3, '/c2/', 'accepted', now(), now())`,
    [newId(), units[8], liaison.personId],
  )
})
afterAll(async () => {
  await house.close()
  await client.end()
  await database.close()
})

describe('units beside grids', () => {
  it('are planned for the whole region at once, each grid within the limits, and stay where they report', async () => {
    expect((await open('/c1/')).body.code).toBe('people.unitsAsOne')
    const plan = await planned()
    const { body } = await house.read<PairingPlanRow>(admin, `/pairing-plans/${plan}`)
    expect(body.outcome).toEqual({ wanted: 9, left: 0, takers: 4, leastLoad: 2, mostLoad: 3 })
    const rows = await pairs(plan)
    expect(rows.find(({ name }) => name === '共建单位8')?.takerPath).toMatch(/^\/c2\//)
    // Two grids of the same name are told apart.
    expect(new Set(rows.map(({ takerName }) => takerName))).toEqual(
      new Set(['龙泉社区 第一网格', '龙泉社区 第二网格', '虎溪社区 第一网格', '虎溪社区 第二网格']),
    )
    const { rules } = (await house.read<Coverage>(admin, '/pairings/coverage?path=/')).body
    expect(rules.find(({ key }) => key === 'unitGrids')).toMatchObject({
      total: { wanted: 9, takers: 4, least: 8, most: 12, short: 0, idle: 0, paired: 0 },
      areas: [{ takers: 2 }, { takers: 2 }],
    })
  })

  it('go where a person moves them before accepting; the liaison sees where, is told, and may say no', async () => {
    const first = await planned()
    const before = await pairs(first)
    expect(await mine()).toEqual([])
    expect((await accept(first)).status).toBe(200)
    expect(await told()).toEqual(['pairingBegan'])

    const next = await planned()
    const where = (rows: readonly PairRow[]) => new Map(rows.map(({ name, takerPath }) => [name, takerPath]))
    expect(where(await pairs(next))).toEqual(where(before)) // whoever stands somewhere stays
    const own = (await pairs(next)).find(({ name }) => name === '共建单位8')
    for (const wrong of [{ path: '/c1/' }, { path: '/c9/g9/' }, { takerId: admin.personId }, {}])
      expect((await move(own?.id, wrong)).body.code, JSON.stringify(wrong)).toBe('people.notATaker')
    expect((await move(own?.id, { path: '/c1/g2/' })).status).toBe(200)
    expect((await accept(next)).status).toBe(200)
    expect((await move(own?.id, { path: '/c1/g1/' })).body.code).toBe('people.notATaker')
    const at = { isTaker: false, unitName: '共建单位8', name: '龙泉社区 第二网格' }
    expect(await mine()).toMatchObject([{ id: own?.id, ...at }])
    expect(await told()).toEqual(['pairingBegan'])
    const { rules } = (await house.read<Coverage>(admin, '/pairings/coverage?path=/')).body
    expect(rules.find(({ key }) => key === 'unitGrids')?.total.paired).toBe(9)

    const [pair] = await mine()
    expect((await house.send(liaison, `/pairings/${pair?.id}/decline`)).status).toBe(200)
    expect(await mine()).toEqual([])
    expect(await told()).toEqual([]) // by their own hand
  })
})
