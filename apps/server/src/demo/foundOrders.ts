import { isOpen } from '@linli/contract'
import type { Play } from '../drive/cast.ts'
import { chanceOf } from '../drive/chance.ts'
import { takeNext } from '../drive/takeNext.ts'
import type { Driven } from '../drive/turn.ts'
import { lastEventAt, orderFacts } from '../rooms/orders/index.ts'
import { type Ground, REGION } from './ground.ts'
import { drivenOf, place, type Where } from './place.ts'
import { type AgedOrder, lastOrder, planOrders } from './plan.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WINDOW = 8 * MINUTE
const AT_ONCE = 12

/** Usual waits before the next step, in minutes: the shortest and the longest, by the state the order is in. */
const WAITS: { readonly [state: string]: readonly [number, number] } = {
  submitted: [5, 70],
  accepted: [10, 120],
  offered: [4, 100],
  dispatched: [15, 150],
  inProgress: [30, 900],
  rework: [60, 900],
  handled: [20, 300],
  followUp: [60, 1800],
  closed: [60, 1400],
}

/** Something that happens at a moment: an order is placed, or its next step is taken. */
type Happening = { readonly at: number; readonly planned: AgedOrder; driven: Driven | undefined }

/** Whether the town already has all its orders. */
export const isPopulated = async (ground: Ground, orders: number): Promise<boolean> =>
  (await orderFacts(ground.db, REGION, lastOrder(orders))) !== undefined

/**
 * Lets the town live through its last six days in about a minute: the database's clock is set back and moved on from
 * window to window, and in each the orders whose time has come take a step. An interrupted founding goes on from the
 * newest order that is there.
 */
export async function foundOrders(
  ground: Ground,
  town: Where,
  play: Play,
  orders: number,
  progress: (share: number) => void,
): Promise<void> {
  const now = Date.now()
  const plan = planOrders(town.setting, orders)
  const [last, ...others] = [...plan].reverse()
  const waiting = await agenda(ground, town, others.reverse(), now)
  const begin = waiting[0]?.at ?? now
  try {
    while (waiting.length > 0) {
      const first = waiting[0]?.at ?? now
      if (first >= now) break
      const due: Happening[] = []
      while (due.length < AT_ONCE && waiting[0] && waiting[0].at < Math.min(first + WINDOW, now))
        due.push(...waiting.splice(0, 1))
      ground.db.setShift(first - Date.now())
      const next = await Promise.all(due.map((happening) => happen(town, play, happening)))
      // The policy's own steps belong to this window: they must not be left behind when the clock moves on.
      if (due.some(({ driven, planned }) => !driven && isAutomatic(play, planned))) await ground.settle()
      for (const happening of next) if (happening) insert(waiting, happening)
      progress((first - begin) / (now - begin))
    }
  } finally {
    ground.db.setShift(0)
  }
  await ground.settle()
  if (last) await place(town, last)
  progress(1)
}

/** What is still to happen, earliest first: orders that are there take their next step, the others are placed. */
async function agenda(
  ground: Ground,
  town: Where,
  plan: readonly AgedOrder[],
  now: number,
): Promise<Happening[]> {
  const there = await Promise.all(plan.map(({ id }) => orderFacts(ground.db, REGION, id)))
  // Where an interrupted founding had got to: nothing may happen before it any more.
  const newest = Date.parse((await lastEventAt(ground.db, REGION)) ?? '1970-01-01')
  return plan
    .map((planned, index): Happening => {
      const order = there[index]
      const at = Math.max(now - planned.age, newest)
      const morning = daytime(at, planned.id)
      return order
        ? {
            at: newest + WINDOW,
            planned,
            driven: drivenOf(town, planned, order.state as Driven['state']),
          } // the CHECK of the column
        : // Whoever starts the town at night finds what neighbours have just reported, not an empty desk.
          { at: morning < now ? morning : at, planned, driven: undefined }
    })
    .filter(({ driven }) => !driven || isOpen(driven.state))
    .sort((a, b) => a.at - b.at)
}

/** One thing happens. @returns what happens next to the same order, if anything */
async function happen(town: Where, play: Play, happening: Happening): Promise<Happening | undefined> {
  const { planned, at } = happening
  const driven = happening.driven ?? (await place(town, planned))
  const taken = happening.driven
    ? await takeNext(play, driven)
    : { verb: 'placeOrder', state: driven.state, done: false }
  return taken.done ? undefined : { at: nextMoment(at, planned.id, taken), planned, driven }
}

/** When the next step comes. One order in seven is slow: those are the ones a desk finds overdue. */
function nextMoment(at: number, id: string, { state, verb }: { state: string; verb: string | null }): number {
  const chance = chanceOf('wait', id, state, verb ?? 'policy', at)
  const [least, most] = WAITS[state] ?? [30, 120]
  const slow = chanceOf('slow', id).happens('slow', 0.14) ? 5 : 1
  const usual =
    verb === 'recordCall' ? 25 * HOUR : (least + (most - least) * chance.roll('wait') ** 2) * MINUTE
  return daytime(at + usual * slow, id)
}

/** Between nine in the evening and seven in the morning (Shanghai) little happens: what would, comes after breakfast. */
function daytime(at: number, id: string): number {
  const hour = new Date(at + 8 * HOUR).getUTCHours()
  if (hour >= 7 && hour < 21) return at
  const midnight = Math.floor((at + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR
  const morning = (hour >= 21 ? midnight + 24 * HOUR : midnight) + 7 * HOUR
  return morning + chanceOf('morning', id, at).roll('minutes') * 100 * MINUTE
}

const isAutomatic = (play: Play, { need }: AgedOrder): boolean =>
  need.item !== undefined && play.item(need.item)?.automatic === true

function insert(waiting: Happening[], happening: Happening): void {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle]?.at ?? 0) <= happening.at) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, happening)
}
