import { makeTown } from '../apps/server/src/demo/large/madeTown.ts'
import { seeded } from '../apps/server/src/demo/large/names.ts'
import { solveLinear } from '../apps/server/src/kernel/solver/linear.ts'
import { planInWorker } from '../apps/server/src/rooms/duties/index.ts'
import type { RosterTask } from '../apps/server/src/rooms/duties/rules/rosterTask.ts'
import {
  nearestFirst,
  type Pairing,
  type PairingTask,
  pairingOf,
  pairingProgram,
  promiseOf,
  wayOf,
} from '../apps/server/src/rooms/people/rules/pairing.ts'

// Planners at the places' sizes, each beside a floor and a bound: `node bench/planners.ts`.

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  const done = await work()
  return [done, Math.round(performance.now() - began)]
}

const SHIFTS = [
  { key: 'night', start: 0, minutes: 480 },
  { key: 'day', start: 480, minutes: 480 },
  { key: 'evening', start: 960, minutes: 480 },
]

/** People of whom some cannot come on some days, or not by night; 11 hours of rest, 40 hours a week. */
function rosterOf(gates: number, needed: number, people: number, days: number): RosterTask {
  const random = seeded(1)
  const all = Array.from({ length: days }, (_, day) => day)
  return {
    days,
    firstWeekday: 1,
    freeDays: all.filter((day) => day % 7 > 4),
    restMinutes: 660,
    weekMinutes: 2400,
    shifts: SHIFTS,
    posts: Array.from({ length: gates }, (_, id) => ({ id: String(id), needed, skill: null })),
    members: Array.from({ length: people }, (_, id) => ({
      id: String(id),
      skills: [],
      offDays: all.filter(() => random() < 0.1),
      offShifts: random() < 0.15 ? ['night'] : [],
      wishes: [],
      busy: [],
    })),
  }
}

for (const [name, task] of [
  ['159 gates x 1, 800 people, 14 days', rosterOf(159, 1, 800, 14)],
  ['159 gates x 2, 800 people, 14 days (too few)', rosterOf(159, 2, 800, 14)],
  ['15 gates x 5, 325 people, 14 days', rosterOf(15, 5, 325, 14)],
  ['2 desks x 1, 8 people, 365 days', rosterOf(2, 1, 8, 365)],
] as const) {
  const [plan, ms] = await timed(() => planInWorker(task))
  const open = plan.places - plan.duties.length
  say(
    `roster ${name}: ${ms} ms; ${open} of ${plan.places} open, bound ${plan.bound}; hours ${plan.minutes.least / 60}-${plan.minutes.most / 60}, nights ${plan.nights.least}-${plan.nights.most}, free days ${plan.freeDays.least}-${plan.freeDays.most}`,
  )
}

/** The hubs of the largest place: 20 to 30 households each, in metres around the town's middle. */
function largestPairing(): PairingTask {
  const town = makeTown()
  const at = new Map(
    town.positions.map(({ path, longitude, latitude }) => [
      path,
      { x: longitude * 0.0098, y: latitude * 0.0111 },
    ]),
  )
  const buildingOf = (path: string): string => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 2) + 1)
      if (at.has(path.slice(0, end))) return path.slice(0, end)
    throw new Error(`no building above ${path}`)
  }
  const pointOf = (path: string) => at.get(path) ?? { x: 0, y: 0 }
  const homes = Map.groupBy(town.households, ({ path }) => buildingOf(path))
  return {
    places: [...homes].map(([path, { length }]) => ({ ...pointOf(path), count: length })),
    takers: town.hubs.map(({ path }) => pointOf(buildingOf(path))),
    least: 20,
    most: 30,
    near: 8,
  }
}

const task = largestPairing()
const { wanted, least, most, short } = promiseOf(task)
say(
  `pairing ${task.takers.length} hubs x 20-30 = ${least}-${most} for ${wanted} households: ${short} cannot be reached`,
)
const { program, arcs } = pairingProgram(task)
const [answer, ms] = await timed(() => solveLinear(program, 60))
const told = (name: string, pairing: Pairing): void =>
  say(
    `  ${name}: ${sum(pairing.left)} left, loads ${Math.min(...pairing.loads)}-${Math.max(...pairing.loads)}, ${Math.round(wayOf(task, pairing) / 1000)} km in all`,
  )
told(`solver, ${ms} ms, ${arcs.length} arcs`, pairingOf(task, arcs, answer.values))
told('floor, nearest first', nearestFirst(task))
