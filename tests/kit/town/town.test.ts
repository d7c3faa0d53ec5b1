import { presetOf } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LARGEST_TOWN, makeTown, timesTown } from '../../../apps/server/src/demo/large/madeTown.ts'
import { installPreset } from '../../../apps/server/src/rooms/places/index.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { writeTown } from './writeTown.ts'

let database: TestDatabase
let admin: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  await installPreset(database.db, 1, presetOf('xihu'))
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await database.close()
})

const count = <T>(list: Iterable<T>): number => [...list].length

it('has the sizes of the largest place, and the same rows each time', () => {
  const town = makeTown()
  expect([town.grids.length, town.households.length, town.hubs.length]).toEqual([146, 30_000, 728])
  expect(count(town.people())).toBe(110_000)
  expect(new Set(town.areas.map(({ path }) => path)).size).toBe(town.areas.length)
  expect(new Set(town.households.map(({ path, room }) => path + room)).size).toBe(30_000)
  const perGrid = town.grids.map((grid) => town.households.filter(({ path }) => path.startsWith(grid)).length)
  expect([Math.min(...perGrid), Math.max(...perGrid)]).toEqual([205, 206])
  expect(makeTown().households.at(-1)).toEqual(town.households.at(-1))
  expect([...makeTown().people().take(3)]).toEqual([...town.people().take(3)])
  expect(makeTown(LARGEST_TOWN, 2).households[0]).not.toEqual(town.households[0])
  const large = makeTown(timesTown(LARGEST_TOWN, 10))
  expect([large.grids.length, large.households.length]).toEqual([1460, 300_000])
})

it('stands in the tables as it was made, with workers who share grids', async () => {
  const town = makeTown({ grids: 14, households: 400, people: 1300, hubs: 10, gridWorkers: 10 })
  await writeTown(admin, town)
  const { rows } = await admin.query(
    `select (select count(*)::int from areas where parent_path is not null) areas, (select count(*)::int from households) households,
      (select count(*)::int from people) people, (select count(*)::int from household_members) members,
      (select count(distinct person_id)::int from posts) workers, (select count(distinct area_path)::int from posts) grids,
      (select count(*)::int from grants g join people p on p.account_id = g.account_id where g.role = 'gridWorker') grants`,
  )
  expect(rows).toEqual([
    {
      areas: town.areas.length,
      households: 400,
      people: 1300,
      members: 1300,
      workers: 10,
      grids: 14,
      grants: 14,
    },
  ])
})
