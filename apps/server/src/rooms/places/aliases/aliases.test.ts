import type { ImportResult } from '@linli/contract/places/shapes'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../../kernel/ids.ts'
import { aliasesRoom, installPreset, placesRoom } from '../index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let resident: Actor

const AT = '示范街道,桃源社区,一网格,阳光小区'
const FILE = `街道,社区,网格,小区,楼栋,单元,室号\r\n${AT},3栋,1单元,201\r\n${AT},3栋,2单元,201\r\n${AT},3栋,2单元,A-502\r\n${AT},5栋,1单元,201\r\n`

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  house = await serveRooms(db, [placesRoom(deps, []), aliasesRoom(deps)])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  resident = await house.signIn('王秀兰')
  for (const register of ['areas', 'households']) {
    const file = { name: '表.csv', bytes: Buffer.from(FILE) }
    const { body } = await house.upload<ImportResult>(admin, `/registers/${register}/imports`, file)
    expect(body.applied).toBe(true)
  }
})
afterAll(async () => {
  await house.close()
  await database.close()
})

type Hit = { path: string; text: string; room: string | null; sureness: string; reasons: string[] }
const ask = async (typed: string, actor = admin): Promise<Hit[]> =>
  (await house.read<{ items: Hit[] }>(actor, `/addresses?q=${encodeURIComponent(typed)}`)).body.items
const idOf = async (path: string): Promise<string> =>
  (await house.read<{ id: string }>(admin, `/areas/one?path=${path}`)).body.id

it('answers one door surely, several as a choice with the reason, and nothing where nothing fits', async () => {
  expect(await ask('阳光小区三栋二单元二〇一')).toMatchObject([
    { text: '桃源社区 一网格 阳光小区 3栋 2单元 201', room: '201', sureness: 'sure', reasons: [] },
  ])
  expect(await ask('阳光小区3栋201')).toMatchObject([
    { path: '/s1/c1/g1/b3/e1/', room: '201', sureness: 'possible', reasons: ['missingPart'] },
    { path: '/s1/c1/g1/b3/e2/', room: '201', sureness: 'possible', reasons: ['missingPart'] },
  ])
  expect(await ask('阳光小区3-2-201')).toMatchObject([
    { room: '201', sureness: 'likely', reasons: ['order'] },
  ])
  expect(await ask('3栋2单元Ａ５０２室')).toMatchObject([
    { room: 'A-502', sureness: 'likely', reasons: ['noName'] },
  ])
  expect(await ask('阳光3栋2单元Ａ５０２室')).toMatchObject([{ room: 'A-502', reasons: ['partOfName'] }])
  expect(await ask('阳光小区3栋2单元999')).toMatchObject([{ room: null, reasons: ['noSuchRoom'] }])
  expect(await ask('阳光小区3栋2单元2')).toMatchObject([{ room: '201', reasons: ['partOfRoom'] }])
  expect(await ask('月亮小区3栋2单元201')).toEqual([])
})

it('tells a resident the same whether the room exists or not', async () => {
  const [there] = await ask('阳光小区3栋2单元201', resident)
  const [missing] = await ask('阳光小区3栋2单元999', resident)
  expect(there).toMatchObject({ path: '/s1/c1/g1/b3/e2/', room: null })
  expect(missing).toEqual(there)
})

it('finds a building, and a whole compound, by another name until it ends; who may not rename may not', async () => {
  const id = await idOf('/s1/c1/g1/b5/')
  const add = (body: object, actor = admin) =>
    house.send<{ id: string; code: string }>(actor, `/areas/${id}/aliases`, body)
  const road = await add({ alias: '桃源路８号', kind: 'streetNumber', ofCompound: false })
  expect(road.status).toBe(201)
  expect(await ask('桃源路8号')).toMatchObject([
    { path: '/s1/c1/g1/b5/', sureness: 'sure', reasons: ['alias'] },
    { path: '/s1/c1/g1/b5/e1/', sureness: 'possible', reasons: ['alias', 'inside'] },
  ])
  const old = await add({ alias: '棉纺厂宿舍', kind: 'formerName', ofCompound: true })
  expect(await ask('棉纺厂宿舍3栋1单元201')).toMatchObject([
    { path: '/s1/c1/g1/b3/e1/', reasons: ['formerName'] },
  ])
  expect((await add({ alias: '棉纺厂宿舍', kind: 'nickname', ofCompound: true })).body.code).toBe(
    'places.aliasTaken',
  )
  expect((await add({ alias: '胡同', kind: 'nickname', ofCompound: false }, resident)).status).toBe(403)

  const entrance = await idOf('/s1/c1/g1/b3/e1/')
  const inside = { alias: '东门', kind: 'nickname', ofCompound: true }
  expect((await house.send<{ code: string }>(admin, `/areas/${entrance}/aliases`, inside)).body.code).toBe(
    'places.noCompound',
  )

  expect((await house.send(admin, `/area-aliases/${old.body.id}/end`)).status).toBe(200)
  expect(await ask('棉纺厂宿舍3栋')).toEqual([])
  expect((await house.send(admin, `/area-aliases/${old.body.id}/end`)).status).toBe(409)
  const { body } = await house.read<{ items: { alias: string; toAt: string | null }[] }>(
    resident,
    `/areas/${id}/aliases`,
  )
  expect(body.items.map(({ alias, toAt }) => [alias, toAt === null])).toEqual([
    ['桃源路８号', true],
    ['棉纺厂宿舍', false],
  ])
})

it('finds a renamed area by both of its names at once', async () => {
  const id = await idOf('/s1/c1/')
  await house.send(admin, `/areas/${id}/rename`, { name: '桃花社区' })
  expect(await ask('桃花社区')).toMatchObject([{ path: '/s1/c1/', sureness: 'sure' }])
  expect(await ask('桃源社区')).toMatchObject([
    { path: '/s1/c1/', sureness: 'sure', reasons: ['formerName'] },
  ])
})

it('answers the nearest first to whoever says where they stand, and to nobody else', async () => {
  const at = async (where: string): Promise<string[]> => {
    const q = encodeURIComponent('阳光小区1单元201')
    return (await house.read<{ items: Hit[] }>(admin, `/addresses?q=${q}${where}`)).body.items.map(
      ({ path }) => path,
    )
  }
  await database.db.commit(systemScope(1), [
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      select 1, n.id, n.path, n.longitude, 286500000, app_now(), ${admin.personId}::uuid
      from (values (${newId()}::uuid, '/s1/c1/g1/b3/', 1159000000), (${newId()}::uuid, '/s1/c1/g1/b5/', 1159100000)) n(id, path, longitude)`,
  ])
  const plain = ['/s1/c1/g1/b3/e1/', '/s1/c1/g1/b5/e1/']
  expect(await at('')).toEqual(plain)
  expect(await at('&longitude=115.9')).toEqual(plain)
  expect(await at('&longitude=115.899&latitude=28.65')).toEqual(plain)
  expect(await at('&longitude=115.909&latitude=28.65')).toEqual(plain.toReversed())
})
