import { parseArgs } from 'node:util'
import { LARGEST_TOWN, makeTown, timesTown } from '../apps/server/src/demo/large/madeTown.ts'
import { seeded } from '../apps/server/src/demo/large/names.ts'
import { blocksOf } from '../apps/server/src/rooms/places/rules/grids/blocks.ts'
import { figuresOf } from '../apps/server/src/rooms/places/rules/grids/compare.ts'
import type { GridTask, PlannedBuilding } from '../apps/server/src/rooms/places/rules/grids/gridTask.ts'
import { planGrids } from '../apps/server/src/rooms/places/rules/grids/planGrids.ts'

// The grid planner over all communities of the largest place, and of ten times that: `node bench/gridPlans.ts`. The floor is
// the reading of the ground that every plan begins with, who is whose neighbour, over the same tasks and by turns. Fails when
// a household costs more than twice as much in the larger place, or a plan leaves more grids outside the limits than today.

const MOST_TIMES = 2
const LIMITS = { least: 180, most: 240 }
const ESTATE = 3
/** So many buildings of a hundred lie in a grid that is not theirs: today's grids have grown uneven. */
const ASTRAY = 0.15
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)
if (!rounds) throw new Error('a whole number above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** One task for each community: estates of three buildings, today's grids uneven. */
function tasksOf(times: number): GridTask[] {
  const town = makeTown(timesTown(LARGEST_TOWN, times))
  const random = seeded(times)
  const counts = new Map<string, number>()
  for (const { path } of town.households) {
    const building = path.replace(/[^/]+\/$/, '')
    counts.set(building, (counts.get(building) ?? 0) + 1)
  }
  const communityOf = (path: string): string => path.split('/').slice(0, 3).join('/')
  const gridOf = (path: string): string => path.replace(/[^/]+\/$/, '')
  const grids = Map.groupBy(town.grids, communityOf)
  const places = Map.groupBy(town.positions, ({ path }) => communityOf(path))
  return [...places].map(([community, positions]) => {
    const beside = grids.get(community) ?? []
    const buildings = positions.map(({ path, longitude, latitude }, at): PlannedBuilding => {
      const own = gridOf(path)
      const astray = random() < ASTRAY ? beside[Math.floor(random() * beside.length)] : undefined
      return {
        path,
        compound: `${own}${Math.floor(at / ESTATE)}`,
        households: counts.get(path) ?? 0,
        grid: astray ?? own,
        x: longitude * 0.0098,
        y: latitude * 0.0111,
      }
    })
    return { buildings, ...LIMITS, seed: 1 }
  })
}

type Measured = { readonly plan: number; readonly floor: number; readonly longest: number }
const timed = (work: () => unknown): number => {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function once(tasks: readonly GridTask[]): Measured {
  let [plan, floor, longest] = [0, 0, 0]
  for (const task of tasks) {
    floor += timed(() => blocksOf(task))
    const took = timed(() => planGrids(task))
    plan += took
    longest = Math.max(longest, took)
  }
  return { plan, floor, longest }
}

function outside(tasks: readonly GridTask[]): { today: number; planned: number; grids: number } {
  const sum = { today: 0, planned: 0, grids: 0 }
  for (const task of tasks) {
    const { buildings } = task
    const today = [...Map.groupBy(buildings.keys(), (at) => buildings[at]?.grid).values()]
    const planned = planGrids(task).grids.map((grid) => grid.buildings)
    sum.today += figuresOf(buildings, today, LIMITS).outside
    sum.planned += figuresOf(buildings, planned, LIMITS).outside
    sum.grids += planned.length
  }
  return sum
}

const middle = (all: readonly Measured[], of: (one: Measured) => number): number =>
  all.map(of).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

const perHousehold: number[] = []
for (const times of [1, 10]) {
  const tasks = tasksOf(times)
  const households = LARGEST_TOWN.households * times
  const measured = Array.from({ length: times === 1 ? rounds : 1 }, () => once(tasks))
  const [plan, floor, longest] = [
    middle(measured, (one) => one.plan),
    middle(measured, (one) => one.floor),
    middle(measured, (one) => one.longest),
  ]
  const { today, planned, grids } = outside(tasks)
  perHousehold.push(plan / households)
  say(
    `${households} 户 households, ${tasks.length} 个社区 communities, ${grids} 个网格 grids: ${(plan / 1000).toFixed(1)} s, 最久的社区 longest community ${longest.toFixed(0)} ms; 下限 floor ${floor.toFixed(0)} ms, 比 ratio ${(plan / floor).toFixed(1)}; 户数不合限的网格 outside the limits ${today} 今天 today, ${planned} 方案 planned`,
  )
  if (planned > today) process.exitCode = 1
}
const [small = 0, large = 0] = perHousehold
const growth = large / small
say(`每户耗时 time a household, ten times the size: ${growth.toFixed(2)}`)
if (growth > MOST_TIMES) process.exitCode = 1
