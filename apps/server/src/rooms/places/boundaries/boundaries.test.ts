import type {
  AreaAtPoint,
  OutlineRow,
  OutlineView,
  SetOutlineResult,
  SetPositionResult,
} from '@linli/contract/places/boundaryShapes'
import { PRESETS } from '@linli/presets'
import type { Static } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { square } from '../../../../../../tests/kit/outlines.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { boundariesRoom, installPreset, placesRoom } from '../index.ts'

type Opened = { id: string; path: string; name: string }
type Answered = SetOutlineResult & { code?: string; errors?: { message: string }[] }

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let neighbour: Actor
let community: Opened
let west: Opened
let east: Opened

const open = async (parent: string, name: string) =>
  (await house.send<Opened>(admin, '/areas', { parent, name })).body
const multi = (...rings: ReturnType<typeof square>[]) => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [ring]),
})
const draw = (area: Opened, outline: object, replaces: string | null = null, actor = admin, key?: string) =>
  house.send<Answered>(actor, `/areas/${area.id}/outline`, { outline, replaces }, key)
const list = async (query: string) =>
  (await house.read<{ items: OutlineRow[] }>(neighbour, `/outlines?${query}`)).body.items
const seen = async (area: Opened) =>
  (await house.read<Static<typeof OutlineView>>(neighbour, `/areas/${area.id}/outline`)).body
const at = async (longitude: number, latitude: number, actor = neighbour) =>
  (
    await house.read<Static<typeof AreaAtPoint>>(
      actor,
      `/areas/at?longitude=${longitude}&latitude=${latitude}`,
    )
  ).body.area

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  await installPreset(db, 2, PRESETS.xihu)
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  house = await serveRooms(db, [placesRoom(deps, []), boundariesRoom(deps, {})])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  neighbour = await house.signIn('王秀兰')
  community = await open((await open('/', '示范街道')).path, '桃源社区')
  west = await open(community.path, '一网格')
  east = await open(community.path, '二网格')
})
afterAll(async () => {
  await house.close()
  await database.close()
})

it('shows what lies just below while nothing is drawn', async () => {
  expect((await list('parent=/')).map(({ name }) => name)).toEqual(['示范街道'])
})

it('draws an outline, shows it in the list and finds a point in it at once', async () => {
  const drawn = await draw(west, multi(square(115.9, 28.65, 0.002)))
  expect([drawn.status, drawn.body.warnings]).toEqual([200, []])
  expect(drawn.body.squareMetres).toBeGreaterThan(43_000)
  expect(drawn.body.squareMetres).toBeLessThan(44_000)
  const rows = await list(`parent=${community.path}`)
  expect(rows.map(({ name, outlineId, squareMetres }) => [name, outlineId !== null, squareMetres])).toEqual([
    ['一网格', true, drawn.body.squareMetres],
    ['二网格', false, null],
  ])
  expect(rows[0]).toMatchObject({ simplified: false, outline: multi(square(115.9, 28.65, 0.002)) })
  expect(await at(115.901, 28.651)).toMatchObject({
    path: west.path,
    level: 'grid',
    fullName: '桃源社区 一网格',
  })
  expect(await at(115.91, 28.651)).toBeNull()
})

it('another region neither sees the outline nor finds the point', async () => {
  const foreigner = await house.signIn('邻县的人', [{ role: 'regionAdmin', areaPath: '/', unitId: null }], 2)
  expect(await at(115.901, 28.651, foreigner)).toBeNull()
  expect((await house.read(foreigner, `/areas/${west.id}/outline`)).status).toBe(404)
  expect((await draw(west, multi(square(115.9, 28.65)), null, foreigner)).status).toBe(404)
})

it('all areas of a level come in one answer, whatever stands between', async () => {
  expect((await list('level=grid')).map(({ name }) => name)).toEqual(['一网格', '二网格'])
  expect(await list('level=building')).toEqual([])
})

it('says in words what does not fit, and keeps it nevertheless', async () => {
  const overlapping = await draw(east, multi(square(115.9015, 28.65, 0.002)))
  expect(overlapping.status).toBe(200)
  expect(overlapping.body.warnings).toMatchObject([
    { kind: 'overlap', drawn: '桃源社区 二网格', area: west.path, name: '桃源社区 一网格' },
  ])
  const apart = await draw(east, multi(square(115.9021, 28.65, 0.002)), overlapping.body.outlineId)
  expect(apart.body.warnings.map(({ kind, squareMetres }) => [kind, Math.round(squareMetres / 100)])).toEqual(
    [['gap', 22]],
  )
  await draw(community, multi(square(115.9, 28.65, 0.004)))
  const beyond = await draw(east, multi(square(115.902, 28.65, 0.003)), apart.body.outlineId)
  expect(beyond.body.warnings.map(({ kind, area }) => [kind, area])).toEqual([
    ['outsideParent', community.path],
  ])
})

it('keeps every earlier outline with its time, and changes nothing when the command comes again', async () => {
  const before = await seen(east)
  const key = crypto.randomUUID()
  const outline = multi(square(115.902, 28.65, 0.002))
  const first = await draw(east, outline, before.outlineId, admin, key)
  const again = await draw(east, outline, before.outlineId, admin, key)
  expect(again.body).toEqual(first.body)
  const after = await seen(east)
  expect([after.outlineId, after.outline]).toEqual([first.body.outlineId, outline])
  expect(after.history.map(({ toAt }) => toAt === null)).toEqual([true, false, false, false])
  expect(after.history[1]).toMatchObject({ id: before.outlineId, toAt: after.history[0]?.fromAt })
  const { body: past } = await house.read<Static<typeof OutlineView>>(
    admin,
    `/areas/${east.id}/outline?version=${before.outlineId}`,
  )
  expect([after.past, past.past, past.outline]).toEqual([null, before.outline, outline])
  const { outlineId: others } = await seen(west)
  const { body: foreign } = await house.read<Static<typeof OutlineView>>(
    admin,
    `/areas/${east.id}/outline?version=${others}`,
  )
  expect(foreign.past).toBeNull()
})

it('refuses what somebody else has drawn over meanwhile, and of two at once takes one', async () => {
  const stale = await draw(east, multi(square(115.9, 28.65)), null)
  expect([stale.status, stale.body.code]).toEqual([409, 'places.outlineChanged'])
  const third = await open(community.path, '三网格')
  const both = await Promise.all([
    draw(third, multi(square(115.9, 28.652))),
    draw(third, multi(square(115.901, 28.652))),
  ])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await seen(third)).history.length).toBe(1)
})

it('refuses a line that crosses itself with what to do, and whoever may not open areas', async () => {
  const bow = [
    [115.9, 28.65],
    [115.901, 28.651],
    [115.901, 28.65],
    [115.9, 28.651],
    [115.9, 28.65],
  ]
  const { outlineId } = await seen(west)
  const refused = await draw(west, { type: 'MultiPolygon', coordinates: [[bow]] }, outlineId)
  expect(refused.body.code).toBe('places.wrongOutline')
  expect(refused.body.errors?.[0]?.message).toMatch(/自己交叉了.*请把交叉处的拐点挪开/)
  expect((await draw(west, multi(square(115.9, 28.65)), outlineId, neighbour)).status).toBe(403)
  const elsewhere = await house.signIn('别处的人', [
    { role: 'regionAdmin', areaPath: `${community.path.slice(0, -1)}9/`, unitId: null },
  ])
  expect((await draw(west, multi(square(115.9, 28.65)), outlineId, elsewhere)).status).toBe(403)
  expect((await seen(west)).outlineId).toBe(outlineId)
})

it('an area that is closed is found no more', async () => {
  const last = await open(community.path, '四网格')
  await draw(last, multi(square(115.95, 28.7)))
  expect(await at(115.9505, 28.7005)).toMatchObject({ path: last.path })
  await house.send(admin, `/areas/${last.id}/close`, { reason: '并入三网格' })
  await expect.poll(() => at(115.9505, 28.7005)).toBeNull()
})

it('says how far GCJ-02 lies away here', async () => {
  const { body } = await house.read<{ tiles: unknown; offset: { metres: number; bearing: number } }>(
    admin,
    '/map-settings',
  )
  expect(body.tiles).toBeNull()
  expect(body.offset.metres).toBeGreaterThan(500)
  expect(body.offset.metres).toBeLessThan(700)
})

it('sets where a building stands, moves it, keeps where it stood, and says when it lies in another grid', async () => {
  const building = await open(west.path, '1栋')
  const put = (longitude: number, latitude: number, replaces: string | null, actor = admin) =>
    house.send<SetPositionResult & { code?: string }>(actor, `/areas/${building.id}/position`, {
      longitude,
      latitude,
      replaces,
    })
  const first = await put(115.9005, 28.6505, null)
  expect([first.status, first.body.outside]).toEqual([200, null])
  expect((await list(`parent=${west.path}`))[0]?.position).toEqual([115.9005, 28.6505])
  expect((await put(115.9006, 28.6506, null)).body.code).toBe('places.positionChanged')
  const moved = await put(115.903, 28.6505, first.body.positionId)
  expect(moved.body.outside).toBe('桃源社区 二网格')
  const { positions } = await seen(building)
  expect(positions.map(({ id, position, toAt }) => [id, position, toAt === null])).toEqual([
    [moved.body.positionId, [115.903, 28.6505], true],
    [first.body.positionId, [115.9005, 28.6505], false],
  ])
  expect((await put(115.9, 28.65, moved.body.positionId, neighbour)).status).toBe(403)
  const both = await Promise.all([1, 2].map((n) => put(115.9 + n / 1e4, 28.65, moved.body.positionId)))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

it('without a level shows the first one that has something drawn', async () => {
  const open = await list('parent=/')
  expect([...new Set(open.map(({ level }) => level))]).toEqual(['community'])
  expect(open.map(({ path }) => path)).toContain(community.path)
  expect((await list('parent=/&level=street')).map(({ name }) => name)).toEqual(['示范街道'])
  const below = await list(`parent=${encodeURIComponent(west.path)}`)
  expect(below.map(({ level }) => level)).toEqual(['building'])
})
