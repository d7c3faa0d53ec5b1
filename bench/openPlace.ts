import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import pg from 'pg'
import { LARGEST_TOWN, makeTown, type Town, timesTown } from '../apps/server/src/demo/large/madeTown.ts'
import { type House, openHouse } from '../apps/server/src/house/openHouse.ts'
import { readConfig } from '../apps/server/src/kernel/config.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { installPreset } from '../apps/server/src/rooms/places/index.ts'
import { writeTown } from '../tests/kit/town/writeTown.ts'
import { drawTown } from './drawTown.ts'
import { onDatabase } from './town.ts'

export type Place = {
  readonly house: House
  readonly town: Town
  readonly behind: pg.Client
  close(): Promise<void>
}

/** A house with the largest place, or so many times that, in a cluster of its own. @param fill further rows, as the superuser */
export async function openPlace(
  times: number,
  {
    withPeople = true,
    fill,
  }: { readonly withPeople?: boolean; fill?(behind: pg.Client, town: Town): Promise<void> } = {},
): Promise<Place> {
  const town = makeTown(timesTown(LARGEST_TOWN, times))
  const directory = await mkdtemp(join(tmpdir(), 'linli-bench-place-'))
  const server = await temporaryPostgres({ given: undefined })
  const config = readConfig({ DATA_DIR: directory, PORT: '0', PRESET: 'xihu' }, Object.keys(PRESETS))
  const house = await openHouse({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, config, log: false })
  await installPreset(house.db, 1, presetOf('xihu'), false)
  const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  await behind.connect()
  const begun = performance.now()
  await writeTown(behind, town, { withPeople })
  await drawTown(behind, town)
  await fill?.(behind, town)
  await behind.query('vacuum analyze')
  const { households, people, grids } = town.size
  process.stdout.write(
    `${households} 户 households, ${withPeople ? people : 0} 人 people, ${grids} 个网格 grids: ${((performance.now() - begun) / 1000).toFixed(0)} s 写入 to write\n`,
  )
  return {
    house,
    town,
    behind,
    close: async () => {
      await behind.end()
      await house.close()
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export const middle = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
