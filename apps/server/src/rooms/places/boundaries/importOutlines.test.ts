import type { OutlineImport } from '@linli/contract/places/boundaryShapes'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { dbf, type Face, geoJsonFile, shp, square } from '../../../../../../tests/kit/outlines.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { zip } from '../../../kernel/privacy/zip.ts'
import { boundariesRoom, installPreset, placesRoom } from '../index.ts'
import { wayBetween } from '../rules/geometry.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const GAUSS_KRUGER =
  'PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_CGCS2000",DATUM["D_CGCS2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
/** The few words these files write, as Chinese programs do. */
const GB18030 = new Map([
  ['名', [0xc3, 0xfb]],
  ['称', [0xb3, 0xc6]],
  ['一', [0xd2, 0xbb]],
  ['二', [0xb6, 0xfe]],
  ['网', [0xcd, 0xf8]],
  ['格', [0xb8, 0xf1]],
])
const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => GB18030.get(letter) ?? []))
const utf8 = (text: string): Uint8Array => Buffer.from(text)

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  house = await serveRooms(db, [placesRoom(deps, []), boundariesRoom(deps, {})])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const street = await open('/', '示范街道')
  for (const name of ['桃源社区', '柳苑社区']) {
    const community = await open(street, name)
    for (const grid of ['一网格', '二网格']) await open(community, grid)
  }
  await open('/s1/c1/g1/', '3栋')
})
afterAll(async () => {
  await house.close()
  await database.close()
})

const face = (名称: string, ...rings: Face['rings']): Face => ({ says: { 名称 }, rings })
const HERE = square(115.9, 28.65, 0.002)
const EAST = square(115.902, 28.65, 0.002)
const file = (bytes: Buffer, name = '网格.geojson') => ({ name, bytes })
const send = async (bytes: Buffer, query = 'coordinates=wgs84', actor = admin) =>
  house.upload<OutlineImport & { code?: string; errors: { message?: string }[] }>(
    actor,
    `/outlines/imports?${query}`,
    file(bytes),
  )
const counts = ({ body }: { body: OutlineImport }) => [body.applied, body.added, body.changed, body.unchanged]
const kept = async () => {
  const rows = await database.db.read<{ path: string; ring: [number, number][] }>(
    systemScope(1),
    sql`select path, outline #> '{coordinates,0,0}' as ring from area_outlines where region_id = 1 and to_at is null order by path`,
  )
  return new Map(rows.map(({ path, ring }) => [path, ring]))
}
const COMMUNITY = 'coordinates=wgs84&parent=/s1/c1/'

it('checks without writing, takes all of a file, and the same file again changes nothing', async () => {
  const bytes = geoJsonFile([face('桃源社区 一网格', HERE), face('桃源社区二网格', EAST)])
  expect(counts(await send(bytes, 'coordinates=wgs84&check=true'))).toEqual([false, 2, 0, 0])
  expect((await kept()).size).toBe(0)
  const taken = await send(bytes)
  expect([counts(taken), taken.body.warnings, taken.body.movedMetres]).toEqual([[true, 2, 0, 0], [], 0])
  expect((await kept()).get('/s1/c1/g2/')).toEqual(EAST)
  expect(counts(await send(bytes))).toEqual([true, 0, 0, 2])
})

it('names every feature that is wrong, what to do, and writes none of the others', async () => {
  const bow = [HERE[0], HERE[2], HERE[1], HERE[3], HERE[0]].flatMap((corner) => (corner ? [corner] : []))
  const before = await kept()
  const { body } = await send(
    geoJsonFile([
      face('柳苑社区 一网格', HERE),
      face('一网格', EAST),
      face('三网格', EAST),
      face('', EAST),
      face('柳苑社区 二网格', bow),
      face('柳苑社区 一网格', EAST),
      face('柳苑社区', square(38_512_345, 3_123_456, 100)),
    ]),
  )
  expect(body.applied).toBe(false)
  expect(body.errors.map(({ feature, problem }) => [feature, problem.replace(/（.*）/, '')])).toEqual([
    [2, '有 2 个地点都叫这个'],
    [3, '没有叫这个名称或编号的地点'],
    [4, '没有写是哪个地点'],
    [5, '边界线自己交叉了'],
    [6, '和第 1 个图形是同一个地点'],
    [7, '坐标不是经纬度'],
  ])
  for (const { remedy } of body.errors) expect(remedy).toMatch(/^请.*。$/)
  expect(await kept()).toEqual(before)
})

it('a name that is not unique is found inside the area that was chosen', async () => {
  expect(counts(await send(geoJsonFile([face('一网格', HERE)]), COMMUNITY))).toEqual([true, 0, 0, 1])
})

it('asks for the column by the names that the file has', async () => {
  const bytes = geoJsonFile([{ says: { 网格号: 'g1', 备注: '' }, rings: [HERE] }])
  const asked = await send(bytes, COMMUNITY)
  expect([asked.status, asked.body.errors[0]?.message]).toEqual([
    422,
    '请填上写着名称或编号的那一列。文件里有：网格号、备注。',
  ])
  expect((await send(bytes, `${COMMUNITY}&column=${encodeURIComponent('网格号')}`)).body.unchanged).toBe(1)
})

it.each(['gcj02', 'bd09'])('moves %s to WGS84 and says how far', async (coordinates) => {
  const { body } = await send(geoJsonFile([face('柳苑社区 一网格', HERE)]), `coordinates=${coordinates}`)
  expect(body.applied).toBe(true)
  expect(body.movedMetres).toBeGreaterThan(400)
  expect(body.movedMetres).toBeLessThan(1500)
  const corner = (await kept()).get('/s1/c2/g1/')?.[0]
  const first = HERE[0]
  expect(corner && first && Math.abs(wayBetween(first, corner).metres - body.movedMetres)).toBeLessThan(1)
})

it.each([
  ['in UTF-8', utf8],
  ['in GB18030, which it does not say', gb18030],
])('takes a zipped shapefile whose table is %s', async (_, encode) => {
  const west = square(115.91, 28.65, encode === utf8 ? 0.002 : 0.003)
  const faces = [face('一网格', west, square(115.9105, 28.6505, 0.0005)), face('二网格', EAST)]
  const names = dbf(
    '名称',
    faces.map(({ says }) => says['名称'] ?? ''),
    encode,
  )
  const bytes = zip([
    { name: '图层/网格.shp', bytes: shp(faces) },
    { name: '图层/网格.dbf', bytes: names },
    { name: '图层/网格.prj', bytes: Buffer.from(WGS84) },
  ])
  const taken = await send(bytes, 'coordinates=wgs84&parent=/s1/c2/')
  expect([taken.body.errors, taken.body.applied, taken.body.featuresRead]).toEqual([[], true, 2])
  expect((await kept()).get('/s1/c2/g1/')).toEqual(west)
})

it('undoes the projection that a .prj says, in metres of Gauss and Krüger', async () => {
  const metres = square(400_000, 3_170_000, 200)
  const bytes = zip([
    { name: 'a.shp', bytes: shp([face('一网格', metres)]) },
    { name: 'a.dbf', bytes: dbf('name', ['桃源社区 一网格'], utf8) },
    { name: 'a.prj', bytes: Buffer.from(GAUSS_KRUGER) },
  ])
  expect(counts(await send(bytes))).toEqual([true, 0, 1, 0])
  const [longitude = 0, latitude = 0] = (await kept()).get('/s1/c1/g1/')?.[0] ?? []
  expect(longitude).toBeCloseTo(115.978, 2)
  expect(latitude).toBeCloseTo(28.645, 2)
})

it('takes points as positions, in whole 0.0000001 degrees', async () => {
  const bytes = Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { 名称: '3栋' },
          geometry: { type: 'Point', coordinates: [115.90123456789, 28.65, 12] },
        },
      ],
    }),
  )
  expect(counts(await send(bytes))).toEqual([true, 1, 0, 0])
  expect(counts(await send(bytes))).toEqual([true, 0, 0, 1])
  const rows = await database.db.read(
    systemScope(1),
    sql`select path, longitude, latitude from area_positions where region_id = 1`,
  )
  expect(rows).toEqual([{ path: '/s1/c1/g1/b3/', longitude: 1_159_012_346, latitude: 286_500_000 }])
})

it('what one may not draw is an error of the file', async () => {
  const elsewhere = await house.signIn('社区的人', [
    { role: 'regionAdmin', areaPath: '/s1/c1/', unitId: null },
  ])
  const { body } = await send(geoJsonFile([face('柳苑社区 二网格', HERE)]), 'coordinates=wgs84', elsewhere)
  expect(body.errors.map(({ problem }) => problem)).toEqual(['您不能改这里的边界'])
})

it.each<[string, Buffer, RegExp]>([
  ['an empty file', Buffer.alloc(0), /文件是空的/],
  ['a text', Buffer.from('不是图形'), /导出 GeoJSON/],
  ['JSON of something else', Buffer.from('{"type":"Topology"}'), /导出 GeoJSON/],
  ['no features', Buffer.from('{"type":"FeatureCollection","features":[]}'), /没有图形/],
  ['a broken archive', Buffer.from('PK\u0003\u0004 broken'), /压缩包已损坏/],
  ['an archive without a layer', zip([{ name: 'a.txt', bytes: Buffer.from('a') }]), /没有 \.shp/],
  [
    'an archive of two layers',
    zip(['a.shp', 'b.shp'].map((name) => ({ name, bytes: shp([face('一', HERE)]) }))),
    /几个图层/,
  ],
  ['half a shapefile', zip([{ name: 'a.shp', bytes: shp([face('一', HERE)]).subarray(0, 150) }]), /没有图形/],
  ['a bomb', zip([{ name: 'a.shp', bytes: Buffer.alloc(120 * 1024 * 1024) }]), /解开后太大/],
  [
    'more features than a file may have',
    geoJsonFile(Array.from({ length: 20_001 }, () => face('一', square(1, 1)))),
    /最多导入 20000 个图形/,
  ],
])('refuses %s in words', async (_, bytes, sentence) => {
  const before = await kept()
  const { status, body } = await send(bytes)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(JSON.stringify(body)).toMatch(sentence)
  expect(await kept()).toEqual(before)
})
