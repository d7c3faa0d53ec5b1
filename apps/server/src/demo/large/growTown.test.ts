import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type House, openHouse } from '../../house/openHouse.ts'
import { systemScope } from '../../kernel/auth/actor.ts'
import { readConfig } from '../../kernel/config.ts'
import { FoundingStopped, foundDemo } from '../found.ts'
import { FOUNDER } from '../roster.ts'
import { makeTown, type TownSize } from './madeTown.ts'
import { registerLines } from './registerLines.ts'
import { gridMiddle } from './townGround.ts'

/** As the large town is made, only smaller. */
const SIZE: TownSize = { grids: 20, households: 700, people: 1600, hubs: 10, gridWorkers: 17 }

let database: TestDatabase
let house: House
let folder: string

beforeAll(async () => {
  database = await testDatabase(false)
  folder = await mkdtemp(join(tmpdir(), 'linli-large-'))
  const config = readConfig(
    { DATA_DIR: folder, PORT: '0', DEMO: 'large', PRESET: 'suichuan' },
    Object.keys(PRESETS),
  )
  expect(config.demoIsLarge).toBe(true)
  house = await openHouse({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    config,
    place: presetOf('suichuan'),
    log: false,
  })
}, 60_000)
afterAll(async () => {
  await house?.close()
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Of the small town itself, with borders of their own. */
const OWN_GRIDS = 12

it('a town grows to the size that is asked for, after an interruption too, and then stays as it is', async () => {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const stopped = () => said.some((line) => line.includes('住户 households'))
  await expect(foundDemo(house, say, { stopped, orders: 3, large: SIZE })).rejects.toBeInstanceOf(
    FoundingStopped,
  )
  const { call, tokens } = await foundDemo(house, say, { orders: 3, large: SIZE })
  expect(await sizeNow()).toEqual([{ grids: 20, households: 700, people: 1600, workers: 17, watched: 20 }])

  const admin = await tokens(FOUNDER.phone)
  const drawn = await call('listOutlines', { query: { parent: '/', level: 'grid' } }, admin)
  const outlined = drawn.items.filter(({ outline }) => outline !== null)
  const [longitude, latitude] = gridMiddle(outlined.length - OWN_GRIDS - 1)
  const last = await call('areaAtPoint', { query: { longitude, latitude } }, admin)
  expect(outlined.map(({ path }) => path)).toContain(last.area?.path)
  const buildings = await call('listOutlines', { query: { parent: last.area?.path ?? '' } }, admin)
  expect(buildings.items.every(({ position }) => position !== null)).toBe(true)

  const before = said.length
  await foundDemo(house, say, { orders: 3, large: SIZE })
  expect(said.slice(before).join()).not.toContain('住户 households')
  expect(await sizeNow()).toEqual([{ grids: 20, households: 700, people: 1600, workers: 17, watched: 20 }])
}, 240_000)

const sizeNow = () =>
  house.db.read(
    systemScope(1),
    sql`select (select count(*)::int from areas where region_id = 1 and level = 'grid') grids,
      (select count(*)::int from households where region_id = 1) households,
      (select count(*)::int from people where region_id = 1) people,
      (select count(distinct person_id)::int from posts where region_id = 1 and post = 'gridWorker') workers,
      (select count(distinct area_path)::int from posts where region_id = 1 and post = 'gridWorker') watched`,
  )

it('every place has its own words for the same town', () => {
  const town = makeTown({ grids: 2, households: 60, people: 100, hubs: 1, gridWorkers: 1 })
  const of = (key: keyof typeof PRESETS) => registerLines(town, PRESETS[key].levels)
  expect(of('xihu').households.slice(0, 2)).toEqual([
    ['街道', '社区', '网格', '小区', '楼栋', '单元', '室号'],
    ['示范1街道', '桃源社区', '1网格', '翠竹小区', expect.any(String), '1单元', '101'],
  ])
  expect(of('duchang').households.slice(0, 2)).toEqual([
    ['镇', '社区', '网格', '小区', '楼栋', '室号'],
    ['示范1镇', '桃源社区', '1网格', '翠竹小区', expect.any(String), '1单元101'],
  ])
  for (const { levels } of Object.values(PRESETS)) {
    const { households } = registerLines(town, levels)
    expect(new Set(households.map((line) => line.join())).size).toBe(61)
  }
})
