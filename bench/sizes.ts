import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRESETS, presetOf } from '@linli/presets'
import pg from 'pg'
import { LARGEST_TOWN, makeTown, timesTown } from '../apps/server/src/demo/large/madeTown.ts'
import { compoundName } from '../apps/server/src/demo/large/names.ts'
import { openHouse } from '../apps/server/src/house/openHouse.ts'
import { readConfig } from '../apps/server/src/kernel/config.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { installPreset } from '../apps/server/src/rooms/places/index.ts'
import { writeTown } from '../tests/kit/town/writeTown.ts'
import { drawTown } from './drawTown.ts'
import { onDatabase, sitDown } from './town.ts'

// The same pages at the largest place's size and at ten times that: `node bench/sizes.ts`. The smaller is the floor: both
// houses are open at once and asked by turns, each by its own API without the network. Fails when a page of the larger one
// takes more than twice as long.

const MOST_TIMES = 2
/** A page faster than this is not judged by its ratio: the clock and the other core weigh more. */
const TRIFLE_MILLISECONDS = 5
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '10' },
    runs: { type: 'string', default: '40' },
  },
})
const [times, runs] = [Number(values.times), Number(values.runs)]
if (!times || !runs) throw new Error('whole numbers above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const COMMUNITY = '/s1/c2/'
const GRID = '/s1/c2/g3/'
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['区域，全区 areas of the region', '/areas'],
  ['区域，社区 areas of a community', `/areas?parent=${COMMUNITY}`],
  ['一个网格 one grid', `/areas/one?path=${GRID}`],
  ['住户，网格 households of a grid', `/households?path=${GRID}&limit=50`],
  ['住户，全区 households of the region', '/households?path=/&limit=50'],
  ['人员，全区 people of the region', '/people?limit=50'],
  ['人员，网格 people of a grid', `/people?path=${GRID}&limit=50`],
  ['人员，姓名 people by name', `/people?name=${encodeURIComponent('陈')}&limit=50`],
  ['岗位 posts of a grid', `/posts?path=${GRID}&limit=50`],
  ['地图，社区 map of a community', `/outlines?parent=${COMMUNITY}`],
  ['这里是哪个网格 the grid of a point', '/areas/at?longitude=114.5021&latitude=26.3221'],
  ['地址 an address', `/addresses?q=${encodeURIComponent(`${compoundName(14)}2栋1单元302`)}`],
  ['工单 orders', '/orders?limit=20'],
  ['计数 counts of orders', '/orders/counts'],
]

type Place = { ask(path: string): Promise<number>; close(): Promise<void> }

async function open(by: number): Promise<Place> {
  const town = makeTown(timesTown(LARGEST_TOWN, by))
  const directory = await mkdtemp(join(tmpdir(), 'linli-bench-sizes-'))
  const server = await temporaryPostgres({ given: undefined })
  const config = readConfig({ DATA_DIR: directory, PORT: '0', PRESET: 'xihu' }, Object.keys(PRESETS))
  const house = await openHouse({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, config, log: false })
  await installPreset(house.db, 1, presetOf('xihu'), false)
  const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  await behind.connect()
  const begun = performance.now()
  await writeTown(behind, town)
  await drawTown(behind, town)
  await behind.query('vacuum analyze')
  await behind.end()
  const { households, people, grids } = town.size
  say(
    `${households} 户 households, ${people} 人 people, ${grids} 个网格 grids: ${((performance.now() - begun) / 1000).toFixed(0)} s 写入 to write`,
  )
  const { token } = await sitDown(house.db, '/', ['regionAdmin', 'intake', 'dispatcher'])
  return {
    ask: async (path) => {
      const sent = performance.now()
      const answer = await house.app.inject({
        url: `/api${path}`,
        headers: { authorization: `Bearer ${token}` },
      })
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
      return performance.now() - sent
    },
    close: async () => {
      await house.close()
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const middle = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

const floor = await open(1)
const large = await open(times)
try {
  say(`\n| 页面 page, p50 ms | 1 × | ${times} × | 比 ratio |\n|---|---:|---:|---:|`)
  for (const [name, path] of PAGES) {
    const [small, big]: [number[], number[]] = [[], []]
    for (let run = -3; run < runs; run += 1) {
      const [a, b] = [await floor.ask(path), await large.ask(path)]
      if (run < 0) continue
      small.push(a)
      big.push(b)
    }
    const [a, b] = [middle(small), middle(big)]
    say(`| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b / a).toFixed(2)} |`)
    if (b > TRIFLE_MILLISECONDS && b / a > MOST_TIMES) process.exitCode = 1
  }
} finally {
  await large.close()
  await floor.close()
}
