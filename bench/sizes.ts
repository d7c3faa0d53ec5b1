import { parseArgs } from 'node:util'
import { compoundName } from '../apps/server/src/demo/large/names.ts'
import { middle, openPlace } from './openPlace.ts'
import { sitDown } from './town.ts'

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

type Asked = { ask(path: string): Promise<number>; close(): Promise<void> }

async function open(by: number): Promise<Asked> {
  const { house, close } = await openPlace(by)
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
    close,
  }
}

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
