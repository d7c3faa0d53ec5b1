import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { areaExists, areaNames, installPreset, placeRules, placesRoom, unitNames, units } from './index.ts'
import { forgetRules } from './placeRules.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let resident: Actor

type Opened = { id: string; path: string; name: string }
const open = async (parent: string, name: string, compound?: string) =>
  (await house.send<Opened>(admin, '/areas', { parent, name, ...(compound ? { compound } : {}) })).body

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  await installPreset(db, 2, PRESETS.xihu)
  house = await serveRooms(db, [placesRoom({ db, crypto: softwareProvider(Buffer.alloc(32, 7)) }, [])])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  resident = await house.signIn('王秀兰')
})
afterAll(async () => {
  await house.close()
  await database.close()
})

it('founds a place once: the second time writes nothing, and rules keep the order of the preset', async () => {
  expect((await installPreset(database.db, 1, PRESETS.xihu)).written).toBe(0)
  const rules = await placeRules(database.db, 1)
  expect(rules.items.length).toBe(110)
  expect(rules.levels.map((level) => level.key)).toEqual([
    'street',
    'community',
    'grid',
    'building',
    'entrance',
  ])
  expect(rules.items[0]?.versionId).toMatch(/^[0-9a-f-]{36}$/)
  expect(await placeRules(database.db, 1)).toBe(rules)
  await expect(installPreset(database.db, 1, { ...PRESETS.xihu, key: 'other' })).rejects.toThrow(
    /otherPreset/,
  )
})

it('upgrades unedited rows for a newer preset', async () => {
  const before = await placeRules(database.db, 2)
  const upgrade = {
    ...PRESETS.xihu,
    version: PRESETS.xihu.version + 1,
    helperQuota: 5,
    skills: PRESETS.xihu.skills.slice(1),
  }
  expect(await installPreset(database.db, 2, upgrade)).toMatchObject({ written: 8 + 1, retired: 1 })
  const after = await placeRules(database.db, 2)
  expect([before.helperQuota, after.helperQuota]).toEqual([3, 5])
  expect(after.skills.length).toBe(before.skills.length - 1)
  const started = await installPreset(database.db, 2, PRESETS.xihu)
  expect(started, 'a server of the version before starts again').toEqual({
    written: 0,
    retired: 0,
    differences: [],
  })
  expect((await placeRules(database.db, 2)).helperQuota).toBe(5)
})

it('brings settings that a region founded by an older version has not, at its next start', async () => {
  const { db } = database
  const older = 3
  const preset = { ...PRESETS.xihu, gbCode: '369999' }
  await installPreset(db, older, preset)
  const wanted = await placeRules(db, older)
  // As an older version left it: without any setting that it did not know, and without their kinds of rows.
  await db.commit(systemScope(older), [
    sql`update policy_versions set to_at = app_now() where region_id = ${older} and to_at is null
      and (kind in ('pairingRule', 'ledgerSet', 'careRhythm')
        or (kind = 'setting' and key in ('gridSize', 'partnerRule', 'careUnseen', 'devices', 'workAppeal', 'walk', 'trust')))`,
  ])
  forgetRules(db, older)
  await expect(placeRules(db, older)).rejects.toThrow('no setting')
  expect(await installPreset(db, older, preset)).toMatchObject({ retired: 0, differences: [] })
  const rules = await placeRules(db, older)
  for (const key of [
    'gridSize',
    'partnerRule',
    'careUnseen',
    'devices',
    'workAppeal',
    'walk',
    'trust',
  ] as const)
    expect({ ...rules[key], versionId: '' }, key).toEqual({ ...wanted[key], versionId: '' })
  expect(rules.careRhythms.length).toBe(preset.careRhythms.length)
  expect((await installPreset(db, older, preset)).written).toBe(0)
})

it('shows the place to everybody, without a person in it', async () => {
  const { status, body } = await house.read<{ items: unknown[]; name: unknown }>(undefined, '/place')
  expect(status).toBe(200)
  expect(body.items.length).toBe(110)
  expect(body.name).toMatchObject({ zh: PRESETS.xihu.name.zh })
})

it('opens areas level by level, reads them as a tree and finds them by code and by words', async () => {
  const street = await open('/', '示范街道')
  const community = await open(street.path, '桃源社区')
  const grid = await open(community.path, '一网格')
  const building = await open(grid.path, '3栋', '阳光小区')
  await open(grid.path, '13栋', '阳光小区')
  const entrance = await open(building.path, '2单元')
  expect(entrance.path).toBe('/s1/c1/g1/b3/e2/')
  expect((await house.send(admin, '/areas', { parent: entrance.path, name: '501' })).status).toBe(422)
  expect((await house.send(admin, '/areas', { parent: building.path, name: '2单元' })).status).toBe(409)

  const below = await house.read<{ items: { name: string; children: number; fullName: string }[] }>(
    resident,
    `/areas?parent=${grid.path}`,
  )
  expect(below.body.items.map(({ name, children }) => [name, children])).toEqual([
    ['3栋', 1],
    ['13栋', 0],
  ])
  expect(below.body.items[0]?.fullName).toBe('桃源社区 一网格 阳光小区 3栋')

  const hits = await house.read<{ items: { path: string; text: string }[] }>(
    resident,
    `/addresses?q=${encodeURIComponent('阳光小区3栋')}`,
  )
  expect(hits.body.items.map(({ path }) => path)).toEqual([building.path, entrance.path])

  const codes = await house.read<{ codes: { path: string; slug: string; link: string }[] }>(
    admin,
    `/areas/${grid.id}/codes`,
  )
  expect(codes.body.codes.map(({ path }) => path)).toEqual(['/s1/c1/g1/b13/', building.path, entrance.path])
  const slug = codes.body.codes[2]?.slug
  expect(codes.body.codes[2]?.link).toMatch(new RegExp(`^http://[^/]+/q/${slug}$`))
  const scanned = await house.read<{ path: string; fullName: string }>(undefined, `/place-codes/${slug}`)
  expect(scanned.body).toMatchObject({ path: entrance.path, fullName: '桃源社区 一网格 阳光小区 3栋 2单元' })
  expect((await house.read(undefined, '/place-codes/abcdefghjkmnpq')).status).toBe(404)
  expect((await house.read(resident, `/areas/${grid.id}/codes`)).status).toBe(403)
})

it('renames, and closes only what nothing stands in; a closed code is never used again', async () => {
  const street = await open('/', '二街道')
  const community = await open(street.path, '柳苑社区')
  expect((await house.send(admin, `/areas/${community.id}/rename`, { name: '柳园社区' })).status).toBe(200)
  const one = await house.read<{ name: string }>(resident, `/areas/one?path=${community.path}`)
  expect(one.body.name).toBe('柳园社区')
  expect((await house.send(admin, `/areas/${street.id}/close`, { reason: '并入示范街道' })).status).toBe(409)
  expect((await house.send(admin, `/areas/${community.id}/close`, { reason: '并入示范街道' })).status).toBe(
    200,
  )
  expect((await house.read(resident, `/areas/one?path=${community.path}`)).status).toBe(404)
  expect((await open(street.path, '新社区')).path).not.toBe(community.path)
})

it('answers a repeated command with the first result', async () => {
  const key = newId()
  const first = await house.send<Opened>(admin, '/areas', { parent: '/', name: '三街道' }, key)
  const again = await house.send<Opened>(admin, '/areas', { parent: '/', name: '三街道' }, key)
  expect(again.body).toEqual(first.body)
  expect((await house.send(admin, '/areas', { parent: '/', name: '四街道' }, key)).status).toBe(422)
})

it('lets an administrator of one street change nothing in another, and nobody of another region anything', async () => {
  const local = await house.signIn('街道管理员', [{ role: 'regionAdmin', areaPath: '/s1/', unitId: null }])
  expect((await house.send(local, '/areas', { parent: '/s2/', name: '越界社区' })).status).toBe(403)
  const stranger = await house.signIn('别区管理员', [{ role: 'regionAdmin', areaPath: '/', unitId: null }], 2)
  const mine = await house.read<{ items: { id: string }[] }>(admin, '/areas')
  const id = mine.body.items[0]?.id
  expect((await house.send(stranger, `/areas/${id}/rename`, { name: '改名' })).status).toBe(404)
  expect((await house.read(stranger, '/areas/one?path=/s1/')).status).toBe(404)
})

it('gives other rooms names of areas and units', async () => {
  const { db } = database
  const scope = { region: 1, system: true }
  expect((await areaNames(db, scope, ['/s1/c1/', '/s9/'])).get('/s1/c1/')).toBe('桃源社区')
  expect(await areaExists(db, scope, '/s1/c1/')).toBe(true)
  expect(await areaExists(db, scope, '/s9/')).toBe(false)
  const [unit] = await units(db, scope)
  expect((await unitNames(db, scope, [unit?.id ?? ''])).get(unit?.id ?? '')).toBe(unit?.name.zh)
  const listed = await house.read<{ items: { key: string; parentId: string | null }[] }>(resident, '/units')
  expect(listed.body.items.find(({ key }) => key === 'housing')?.parentId).not.toBeNull()
})
