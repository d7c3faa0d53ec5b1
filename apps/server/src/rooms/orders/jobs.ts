import { URGENCIES, type Urgency } from '@linli/contract'
import { Problem } from '../../kernel/problem.ts'
import { archiveOrder } from './actions/ending.ts'
import { giveBack } from './actions/giveBack.ts'
import { widenOffer } from './actions/offerOrder.ts'
import { lapseSupplement } from './actions/supplement.ts'
import { termEnd } from './actions/takeStep.ts'
import type { OrderNeeds } from './needs.ts'
import { ALERTS_AT_ONCE, tellAlerts } from './store/alerts.ts'
import {
  DEADLINES_AT_ONCE,
  markPassed,
  overdueOffers,
  overdueReturns,
  overdueSupplements,
} from './store/deadlines.ts'
import { type Ended, endedBefore } from './store/ended.ts'
import { ORDERS_AT_ONCE, recountBatch } from './store/recount.ts'
import { tellUnknownYear } from './store/tellUnknownYear.ts'
import { nextUnknownYear } from './views/unknownYear.ts'

const URGENT = Object.keys(URGENCIES) as Urgency[] // the vocabulary's own keys

/**
 * Fires the deadlines that have passed. An unanswered offer is widened, and what returns to the pool is given back, by the
 * policy's own step, which ends the old clock; what was asked of a requester and never told ends the order; every other clock, and the offer that is at its widest, is marked once and
 * its owner told by event.
 * @returns how many fired
 */
export async function fireDeadlines(needs: OrderNeeds, region: number): Promise<number> {
  const { waves, returning, clocks } = await needs.rules(region)
  const loud = URGENT.filter((urgency) => clocks.alertOf(urgency)?.quietAtNight === false)
  let fired = 0
  // Of the order as it was seen: another instance may have widened it since, and the next wave's time is not over.
  for (const { id, version } of await overdueOffers(needs.db, region, waves.length))
    fired += await unlessMovedOn(widenOffer(needs, id, { system: region, version }))
  for (const { id, version } of await overdueReturns(needs.db, region, returning))
    fired += await unlessMovedOn(giveBack(needs, id, { system: region, version }, {}))
  for (const { id, version } of await overdueSupplements(needs.db, region))
    fired += await unlessMovedOn(lapseSupplement(needs, id, { system: region, version }))
  // Until none is left: after an outage many are due at once, and each of them is late.
  for (let marked = DEADLINES_AT_ONCE; marked === DEADLINES_AT_ONCE; fired += marked)
    marked = await markPassed(needs.db, region, waves.length, loud)
  for (let told = ALERTS_AT_ONCE; told === ALERTS_AT_ONCE; ) told = await tellAlerts(needs.db, region, loud)
  return fired
}

/** Counts the running limits anew after an edit of limits, week or days. @returns how many orders were looked at */
export async function recountDeadlines(
  needs: Pick<OrderNeeds, 'db' | 'rules'>,
  region: number,
): Promise<number> {
  const { clocks, rework } = await needs.rules(region)
  let looked = 0
  for (let some = ORDERS_AT_ONCE; some > 0; looked += some)
    some = await recountBatch(needs.db, region, clocks, rework)
  return looked
}

/** What a house that never archived has to catch up on is spread over some hours. */
const ARCHIVED_AT_ONCE = 5000

/**
 * 归档: archives what nobody may have reviewed any more, the oldest first. What still waits for an answer is left. Safe to
 * repeat and to run twice at once: an order is archived by one step.
 * @returns how many were archived
 */
export async function archivePast(needs: OrderNeeds, region: number): Promise<number> {
  const rules = await needs.rules(region)
  let archived = 0
  for (let after: Ended | undefined, some: Ended[]; ; after = some.at(-1)) {
    some = await endedBefore(needs.db, region, rules.lifecycle.mergeDays, after)
    for (const order of some) {
      const over = termEnd(order, rules, 'appealing', order.closedAt, null)
      if (over !== null && over < Date.parse(order.now))
        archived += await unlessMovedOn(
          archiveOrder(needs, order.id, { system: region, version: order.version }),
        )
    }
    if (some.length === 0 || archived >= ARCHIVED_AT_ONCE) return archived
  }
}

/** Says once a year to the administrators that a running limit reaches into a year whose days off are not known. */
export async function warnOfUnknownYear({ db, rules }: OrderNeeds, region: number): Promise<void> {
  const { clocks } = await rules(region)
  await tellUnknownYear(db, region, await nextUnknownYear(db, region, clocks))
}

/** One when the step was taken; none when the order was claimed, handled or widened meanwhile. */
async function unlessMovedOn(step: Promise<unknown>): Promise<number> {
  try {
    await step
    return 1
  } catch (error) {
    if (error instanceof Problem) return 0
    throw error
  }
}
