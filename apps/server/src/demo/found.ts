import { HABITS } from '../drive/cast.ts'
import { type Call, clientOf } from '../drive/client.ts'
import { inProcess } from '../drive/wire.ts'
import { placeRules } from '../rooms/places/index.ts'
import { demoCast } from './demoCast.ts'
import { foundOrders, isPopulated } from './foundOrders.ts'
import { foundStations, hasStations, queueToday } from './foundStations.ts'
import { everybody, foundTown } from './foundTown.ts'
import { type Ground, operatorTokens, REGION } from './ground.ts'
import { handOut } from './handOut.ts'
import { growTown } from './large/growTown.ts'
import type { TownSize } from './large/madeTown.ts'
import { foundLife } from './life/index.ts'
import { ORDERS } from './plan.ts'
import { redeemSome } from './redeemSome.ts'
import { FOUNDER } from './roster.ts'
import { settingOf } from './setting.ts'
import type { Town } from './stagedTown.ts'
import { doorPath, readTown, type TownMap } from './town.ts'

const DAY = 24 * 3600_000
/** Whoever sets a town up is registered there too. */
const FOUNDERS = 2

/** The process is stopping; the next start goes on with the founding. */
export class FoundingStopped extends Error {
  constructor() {
    super('the founding was left off')
    this.name = 'FoundingStopped'
  }
}

/**
 * Founds the demo town on the region that the preset has founded, if that is not done yet: people and places, then 400
 * orders of the last six days; and gives the seats that are handed work some orders. Works through the public API of this very process, whether or not it listens; safe to
 * repeat after any interruption.
 * @param say one line of progress in words
 * @param orders how many orders it gets
 * @param large the size that the town is to have with further ground beside it; else it stays as small as it is
 * @param stopped asked between steps; once true the founding leaves off with FoundingStopped, to go on at the next start
 */
export async function foundDemo(
  ground: Ground,
  say: (line: string) => void,
  {
    stopped = () => false,
    orders = ORDERS,
    large,
  }: { stopped?: () => boolean; orders?: number; large?: TownSize | undefined } = {},
): Promise<Town> {
  const call = clientOf(inProcess(ground.app))
  const tokens = operatorTokens(ground)
  const isWhole = await isPopulated(ground, orders)
  const town = isWhole
    ? await townOf(ground, call, tokens, await readTown(call, await tokens(FOUNDER.phone)))
    : await foundTownOnly(ground, say)
  if (large) await grow(ground, town, large, say, stopped)
  if (!isWhole) {
    await foundStations(ground, town)
    await liveThrough(ground, town, orders, stopped, say)
  }
  if (await hasStations(town)) await queueToday(town)
  await foundLife(ground, town)
  await handOut(town)
  await redeemSome(town)
  return town
}

/** What a town of that size has more than the demo town itself, laid beside it as it was a week ago. */
async function grow(
  ground: Ground,
  { call, tokens, map, setting: { roster, layout }, cast }: Town,
  size: TownSize,
  say: (line: string) => void,
  stopped: () => boolean,
): Promise<void> {
  const people = everybody(roster, [...cast.units.keys()])
  const doors = new Set(people.map(({ door }) => `${doorPath(map, layout, door)} ${door.room}`))
  const workers = new Set([...roster.staff.gridWorkers, roster.seats.gridWorker].map(({ phone }) => phone))
  const rest: TownSize = {
    grids: size.grids - layout.areasOf('grid').length,
    households: size.households - doors.size,
    people: size.people - people.length - FOUNDERS,
    hubs: size.hubs,
    gridWorkers: size.gridWorkers - workers.size,
  }
  const leaveOff = (): void => {
    if (stopped()) throw new FoundingStopped()
  }
  say('扩成大镇 Growing the town …')
  ground.db.setShift(-7 * DAY)
  try {
    await growTown({ ground, call, tokens, say, leaveOff }, rest)
  } finally {
    ground.db.setShift(0)
  }
}

async function liveThrough(
  ground: Ground,
  town: Town,
  orders: number,
  stopped: () => boolean,
  say: (line: string) => void,
): Promise<void> {
  let told = 0
  await foundOrders(ground, town, town.playWith('demo town', { notReached: 0.05 }), orders, (share) => {
    if (stopped()) throw new FoundingStopped()
    if (share < told + 0.1 && share < 1) return
    told = share
    say(`  六天里的 ${orders} 单 ${Math.round(share * 100)}%`)
  })
}

/** The town without its orders: streets, doors and people, set up a week ago. Safe to repeat. */
export async function foundTownOnly(ground: Ground, say: (line: string) => void): Promise<Town> {
  const call = clientOf(inProcess(ground.app))
  const tokens = operatorTokens(ground)
  say('建演示小镇 Founding the demo town …')
  ground.db.setShift(-7 * DAY)
  let map: TownMap
  try {
    map = await foundTown(ground, call, tokens, (line) => say(`  ${line}`))
  } finally {
    ground.db.setShift(0)
  }
  return townOf(ground, call, tokens, map)
}

async function townOf(ground: Ground, call: Call, tokens: Town['tokens'], map: TownMap): Promise<Town> {
  const rules = await placeRules(ground.db, REGION)
  const { items } = rules
  const setting = settingOf(rules)
  const { items: units } = await call('listUnits', {}, await tokens(FOUNDER.phone))
  const byKey = new Map(items.map((item) => [item.key, item]))
  const cast = demoCast(tokens, map, setting, units)
  return {
    call,
    tokens,
    map,
    cast,
    setting,
    playWith: (seed, habits) => ({
      call,
      cast,
      seed,
      habits: { ...HABITS, ...habits },
      tally: { claimsLost: 0, steps: 0, races: 0 },
      items,
      item: (key) => byKey.get(key),
    }),
  }
}
