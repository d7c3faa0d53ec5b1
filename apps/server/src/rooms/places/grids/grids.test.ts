import type { GridPlanView } from '@linli/contract/places/gridPlanShapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import * as people from '../../people/index.ts'
import { gridPlansRoom, installPreset, planWaitingGrids } from '../index.ts'

const C = '/s1/c1/'
const LESS = { least: 30, most: 60 }
let database: TestDatabase
let client: pg.Client
let house: ServedRooms
let admin: Actor

async function plantArea(path: string, level: string, name: string, compound: string | null = null) {
  await client.query(
    `insert into areas (region_id, id, path, parent_path, level, code, name, compound, qr_slug, opened_at) values (1, $1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [newId(), path, path.replace(/[^/]+\/$/, ''), level, path.split('/').at(-2), name, compound, newSlug()],
  )
}
/** Ten households a building; buildings of the two grids stand mixed, those of an estate beside each other. */
async function plantBuilding(at: number): Promise<void> {
  const path = `${C}g${1 + (at % 2)}/b${at + 1}/`
  await plantArea(path, 'building', `${at + 1}栋`, at < 4 ? '阳光小区' : null)
  await client.query(
    `insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person) values (1, $1, $2, $3, $4, now(), $1)`,
    [newId(), path, 1159000000 + (at % 4) * 5000, 286000000 + Math.floor(at / 4) * 5000],
  )
  for (let room = 101; room <= 110; room += 1) {
    const id = newId()
    await client.query(
      `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
      [id, path, String(room), Buffer.from(id)],
    )
  }
}
const open = (by = admin, path = C, more: object = LESS) =>
  house.send<{ id: string; code: string }>(by, '/grid-plans', { id: newId(), path, ...more })
const view = (id: string) => house.read<GridPlanView>(admin, `/grid-plans/${id}`)
const send = (id: string, verb: string, body: object, by = admin) =>
  house.send<{ id: string; version: number; redrawId: string; code: string }>(
    by,
    `/grid-plans/${id}/${verb}`,
    body,
  )
const planned = async (more?: object): Promise<GridPlanView> => {
  const { body } = await open(admin, C, more)
  await planWaitingGrids(database.db, 1)
  return (await view(body.id)).body
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await installPreset(db, 1, PRESETS.xihu)
  const crypto = softwareProvider(Buffer.alloc(32, 7))
  house = await serveRooms(db, [
    gridPlansRoom({ db, crypto, followOffices: people.followOffices, grantsChanged: () => undefined }),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  await plantArea('/s1/', 'street', '示范街道')
  await plantArea(C, 'community', '桃源社区')
  for (const grid of [1, 2]) await plantArea(`${C}g${grid}/`, 'grid', `${grid}号网格`)
  for (let at = 0; at < 12; at += 1) await plantBuilding(at)
})
afterAll(async () => {
  await house.close()
  await client.end()
  await database.close()
})

describe('a plan of grids', () => {
  it('is asked for inside one’s own area, of a community with buildings, with limits that make sense', async () => {
    const other = await house.signIn('别处管理员', [
      { role: 'regionAdmin', areaPath: '/s1/c2/', unitId: null },
    ])
    expect((await open(other)).status).toBe(403)
    expect((await open(admin, '/s1/')).body.code).toBe('places.noBuildings')
    expect((await open(admin, C, { least: 60, most: 30 })).body.code).toBe('places.sizeTurned')
    const waiting = await open(admin, C, {})
    expect((await view(waiting.body.id)).body).toMatchObject({
      state: 'planning',
      least: 300,
      most: 500,
      grids: [],
    })
    expect((await send(waiting.body.id, 'accept', { version: 1, reason: '太早' })).body.code).toBe(
      'places.gridPlanMoved',
    )
    await planWaitingGrids(database.db, 1)
    // 120 households make one grid by these limits, and too few for that: said, and not refused.
    const { body } = await view(waiting.body.id)
    expect(body.grids).toMatchObject([{ households: 120, reason: 'arithmetic' }])
    expect((await send(body.id, 'drop', { version: 2 })).status).toBe(200)
    expect((await send(body.id, 'drop', { version: 3 })).body.code).toBe('places.gridPlanMoved')
  })

  it('keeps estates whole, and says beside today what would move', async () => {
    const plan = await planned()
    expect(plan).toMatchObject({ state: 'proposed', failed: false, stale: false, dividedEstates: [] })
    expect(plan.before).toMatchObject({ grids: 2, least: 60, most: 60, outside: 0 })
    expect(plan.after?.outside).toBe(0)
    expect(plan.after?.metres ?? 0).toBeLessThan(plan.before.metres ?? 0)
    expect(plan.grids.map(({ households }) => households).reduce((a, b) => a + b)).toBe(120)
    const estate = plan.buildings.filter(({ compound }) => compound !== null).map(({ grid }) => grid)
    expect(new Set(estate).size).toBe(1)
    expect(plan.moved.households).toBe(plan.moved.buildings * 10)
  })

  it('is changed by a person, by whoever saw it last', async () => {
    const plan = await planned()
    const from = plan.buildings.find(({ compound }) => compound !== null)
    const moves = [{ building: from?.path, grid: plan.grids.length }]
    const changed = await send(plan.id, 'change', { version: plan.version, moves })
    expect(changed.body).toMatchObject({ version: plan.version + 1 })
    expect((await send(plan.id, 'change', { version: plan.version, moves })).body.code).toBe(
      'places.gridPlanMoved',
    )
    const now = (await view(plan.id)).body
    expect(now.grids).toHaveLength(plan.grids.length + 1)
    expect(now.grids.at(-1)).toMatchObject({ keeps: null, households: 10 })
    expect(now.dividedEstates).toEqual(['阳光小区'])
    const named = { version: now.version, names: [{ grid: plan.grids.length, name: '阳光网格' }] }
    expect((await send(plan.id, 'change', named)).status).toBe(200)
    const wrong = { version: now.version + 1, moves: [{ building: '/s9/', grid: 0 }] }
    expect((await send(plan.id, 'change', wrong)).body.code).toBe('places.unknownBuilding')
    const far = { version: now.version + 1, moves: [{ building: from?.path, grid: 90 }] }
    expect((await send(plan.id, 'change', far)).body.code).toBe('places.noNewGrid')
  })

  it('becomes one redraw when a person accepts it, once; a plan from before is stale', async () => {
    const old = await planned()
    const plan = await planned()
    const first = plan.buildings[0]
    await send(plan.id, 'change', {
      version: plan.version,
      moves: [{ building: first?.path, grid: plan.grids.length }],
    })
    const wanted = (await view(plan.id)).body
    const both = await Promise.all(
      [1, 2].map(() => send(plan.id, 'accept', { version: wanted.version, reason: '网格太散，重新划分' })),
    )
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const redrawId = both.find(({ status }) => status === 200)?.body.redrawId
    const { rows } = await client.query<{ name: string; buildings: number }>(
      `select g.name, count(*)::int as buildings from areas g join areas b on b.region_id = g.region_id and b.parent_path = g.path and b.closed_at is null
        where g.region_id = 1 and g.parent_path = $1 and g.closed_at is null group by g.name`,
      [C],
    )
    expect(rows.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
      wanted.grids
        .map(({ name, buildings }) => ({ name, buildings }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    )
    expect((await view(plan.id)).body).toMatchObject({ state: 'accepted', redrawId })
    const outbox = await client.query(`select 1 from outbox where topic = 'places.areasRedrawn.1'`)
    expect(outbox.rows).toHaveLength(1)
    expect((await view(old.id)).body.stale).toBe(true)
    expect((await send(old.id, 'accept', { version: old.version, reason: '旧的' })).body.code).toBe(
      'places.gridPlanStale',
    )
    const list = await house.read<{ items: { state: string }[] }>(admin, `/grid-plans?path=${C}`)
    expect(list.body.items.map(({ state }) => state)).toContain('accepted')
  })
})
