import { seeded } from '../apps/server/src/demo/large/names.ts'
import { solveHere } from '../apps/server/src/kernel/solver/linear.ts'
import {
  type BatchTask,
  batchPairs,
  batchProgram,
  isShort,
  nearestFirst,
  type Way,
  waysInQuestion,
} from '../apps/server/src/rooms/orders/rules/batch.ts'
import { leftOutOf, type PoolHelper } from '../apps/server/src/rooms/orders/rules/pool.ts'

/** A town of 5 x 5 km in 25 grids, in metres and minutes; all orders come within twelve hours, each takes half an hour. */
const SIDE = 5000
const GRID = 1000
const HOURS_OF_ORDERS = 12 * 60
const SERVICE = 30
/** The whole town is asked at once: what is compared is who gets which order, not how a wave widens. */
const ASKED = '/'
const ITEM = { skill: null, homeEntry: false }

type Place = { readonly x: number; readonly y: number }
type Order = Place & { readonly at: number }
type Walker = { x: number; y: number; freeAt: number; served: number; minutes: number }
export type Day = { readonly orders: readonly Order[]; readonly helpers: readonly Place[] }
export type Rule = {
  readonly shortagePercent: number
  readonly shortageLeast: number
  readonly walkMetresPerMinute: number
}
/** Waits are from placing to arrival, in minutes; loads are the minutes that each helper walked and served. */
export type DayResult = {
  readonly wait: number
  readonly p95: number
  readonly most: number
  readonly gini: number
  readonly leastServed: number
  readonly mostServed: number
  readonly batches: number
}

export function drawDay(orders: number, helpers: number, seed: number): Day {
  const random = seeded(seed)
  const place = (): Place => ({ x: random() * SIDE, y: random() * SIDE })
  return {
    orders: Array.from({ length: orders }, () => ({ ...place(), at: random() * HOURS_OF_ORDERS })).toSorted(
      (a, b) => a.at - b.at,
    ),
    helpers: Array.from({ length: helpers }, place),
  }
}

const pathAt = ({ x, y }: Place): string => `/g${Math.floor(x / GRID)}${Math.floor(y / GRID)}/`

/**
 * One day, minute by event: whoever is free is given what waits. `batchEvery` minutes a batch is reckoned while the
 * place's own rule says that helpers are short; otherwise, and without it, the nearest who is free goes at once. Who
 * may have what is asked of the house's own rules.
 */
export async function live(day: Day, rule: Rule, batchEvery: number | null): Promise<DayResult> {
  const walkers: Walker[] = day.helpers.map((at) => ({ ...at, freeAt: 0, served: 0, minutes: 0 }))
  const waits: number[] = []
  let waiting: Order[] = []
  let batches = 0
  const send = (pairs: readonly Way[], free: readonly Walker[], now: number): void => {
    const gone = new Set<Order>()
    for (const { order, helper, minutes } of pairs) {
      const [one, walker] = [waiting[order], free[helper]]
      if (!one || !walker) throw new Error('a pair of nobody')
      gone.add(one)
      waits.push(now + minutes - one.at)
      Object.assign(walker, { x: one.x, y: one.y, freeAt: now + minutes + SERVICE })
      walker.served += 1
      walker.minutes += minutes + SERVICE
    }
    waiting = waiting.filter((one) => !gone.has(one))
  }
  const decide = async (now: number, isTick: boolean): Promise<void> => {
    const free = walkers.filter(({ freeAt }) => freeAt <= now)
    if (waiting.length === 0 || free.length === 0) return
    const short = batchEvery !== null && isShort({ waiting: waiting.length, free: free.length }, rule)
    if (short && !isTick) return
    const task = taskOf(waiting, free, now, rule)
    if (!short) return send(nearestFirst(task), free, now)
    const ways = waysInQuestion(task)
    const { values } = await solveHere({ problem: batchProgram(task, ways), seconds: 5 })
    batches += 1
    send(batchPairs(ways, values), free, now)
  }
  let next = 0
  let tick = 0
  for (let now = 0; next < day.orders.length || waiting.length > 0; ) {
    await decide(now, batchEvery !== null && now >= tick)
    if (batchEvery !== null && now >= tick) tick = now + batchEvery
    const times = [
      day.orders[next]?.at ?? Number.POSITIVE_INFINITY,
      ...(waiting.length > 0 ? walkers.map(({ freeAt }) => freeAt).filter((at) => at > now) : []),
      ...(batchEvery !== null && waiting.length > 0 ? [tick] : []),
    ]
    now = Math.min(...times)
    for (let order = day.orders[next]; order && order.at <= now; order = day.orders[next]) {
      waiting.push(order)
      next += 1
    }
  }
  const sorted = waits.toSorted((a, b) => a - b)
  const served = walkers.map((walker) => walker.served)
  return {
    wait: waits.reduce((sum, each) => sum + each, 0) / waits.length,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    most: sorted.at(-1) ?? 0,
    gini: giniOf(walkers.map(({ minutes }) => minutes)),
    leastServed: Math.min(...served),
    mostServed: Math.max(...served),
    batches,
  }
}

/** Every way that the house's rules leave open between what waits and who is free. */
function taskOf(waiting: readonly Order[], free: readonly Walker[], now: number, rule: Rule): BatchTask {
  const pool: PoolHelper[] = free.map((at) => ({
    path: pathAt(at),
    servesPath: '/',
    homeEntry: false,
    skills: [],
    available: true,
    onLeave: false,
    night: false,
    nightEmergencies: false,
  }))
  const inHand = { held: 0, quota: 1, paired: false }
  const ways = waiting.flatMap((one, order) => {
    const asked = { path: pathAt(one), offerPath: ASKED, urgency: 'ordinary' as const }
    return free.flatMap((walker, helper) => {
      const facts = pool[helper]
      if (!facts || leftOutOf(asked, ITEM, facts, inHand) !== null) return []
      const metres = Math.hypot(walker.x - one.x, walker.y - one.y)
      return [{ order, helper, minutes: metres / rule.walkMetresPerMinute }]
    })
  })
  return { waited: waiting.map(({ at }) => now - at), helpers: free.length, ways }
}

/** Gini's coefficient of the loads: 0 when everybody walked and served as long, towards 1 when one did it all. */
function giniOf(loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b)
  const sum = sorted.reduce((total, each) => total + each, 0)
  const weighted = sorted.reduce((total, each, index) => total + each * (index + 1), 0)
  return sum === 0 ? 0 : (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}
