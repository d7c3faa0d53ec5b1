import type { Proposal } from '@linli/contract/orders/offerShapes'
import type { LeftOut, PairReason } from '@linli/contract/orders/offerWords'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { OutOfTime } from '../../../kernel/solver/inWorker.ts'
import { solveLinear } from '../../../kernel/solver/linear.ts'
import { takingTurnsBy } from '../../../kernel/turns.ts'
import { isConcerned } from '../actions/reachOf.ts'
import { poolScope } from '../actions/takeStep.ts'
import type { OrderNeeds } from '../needs.ts'
import {
  type BatchTask,
  batchPairs,
  batchProgram,
  isShort,
  nearestFirst,
  type Way,
  waysInQuestion,
} from '../rules/batch.ts'
import { leftOutOf } from '../rules/pool.ts'
import { wayBetween } from '../rules/way.ts'
import { loadsOf } from '../views/candidates.ts'
import { spotsOf, type WaitingOrder, waitingIn } from './store.ts'

const inTurn = takingTurnsBy<number>()

/**
 * 缺人时的搭配: which helper might be asked for which order of the dispatcher's own areas, with the reasons, when the place's
 * own rule says that helpers are short. Nothing is done by it: a person presses each pair. The best is reckoned in a
 * thread of its own and in bounded time; beyond that it is the nearest first. It names people: the look is recorded.
 */
export const proposeOffers = (needs: OrderNeeds, me: Actor, language: 'zh' | 'en') =>
  inTurn(me.region, () => propose(needs, me, language))

async function propose(needs: OrderNeeds, me: Actor, language: 'zh' | 'en'): Promise<Proposal> {
  const { region } = me
  const rules = await needs.rules(region)
  const ranges = rangesOf(me, ['dispatcher'])
  const offers = (await waitingIn(needs.db, poolScope(scopeOf(me)), ranges)).filter((order) =>
    rules.item(order.item),
  )
  const everybody = await needs.helpersWithin(region, ranges)
  const loads = await loadsOf(
    needs,
    region,
    everybody.map(({ personId }) => personId),
  )
  const heldBy = (personId: string): number => loads.get(personId) ?? 0
  const free = everybody.filter((one) => one.available && heldBy(one.personId) < one.quota)
  const short = isShort({ waiting: offers.length, free: free.length }, rules.offers)
  const waiting = viewsOf(offers, rules, language)
  const head = {
    short,
    waiting: offers.length,
    free: free.length,
    percent: rules.offers.shortagePercent,
    least: rules.offers.shortageLeast,
  }
  if (!short) return { ...head, method: 'best', pairs: [], left: [] }

  const pairs = await needs.pairsOf(region, offers.map(caredFor))
  const spots = await spotsOf(needs.db, region, [...offers, ...free])
  const standing = offers.map((order) =>
    free.map((helper): LeftOut | 'concerned' | null => {
      const { personId, quota } = helper
      if (isConcerned(order, personId)) return 'concerned'
      const item = rules.item(order.item)
      if (!item) return 'concerned'
      const paired = pairs.has(`${caredFor(order)}/${personId}`)
      return leftOutOf({ ...order, offerPath: '/' }, item, helper, { held: heldBy(personId), quota, paired })
    }),
  )
  const measured = new Map<Way, boolean>()
  const ways = offers.flatMap((order, at) =>
    free.flatMap((helper, by) => {
      if (standing[at]?.[by] !== null) return []
      const way = wayBetween(spots(helper.path), spots(order.path), rules.offers.walkMetresPerMinute)
      const one: Way = { order: at, helper: by, minutes: way.minutes }
      measured.set(one, way.measured)
      return [one]
    }),
  )
  const task = { waited: offers.map(({ waited }) => waited), helpers: free.length, ways }
  const { method, chosen } = await bestOf(task, rules.offers.seconds)
  const names = await needs.names(
    region,
    chosen.map(({ helper }) => free[helper]?.personId ?? ''),
  )
  await needs.db.commit(systemScope(region), [
    auditStatement(me, {
      action: 'proposeOffers',
      subjectKind: 'proposal',
      facts: { orders: offers.length, pairs: chosen.length },
    }),
  ])
  const longest = Math.max(...task.waited)
  return {
    ...head,
    method,
    pairs: chosen.flatMap((way) => {
      const [order, view, helper] = [offers[way.order], waiting[way.order], free[way.helper]]
      if (!order || !view || !helper) return []
      const item = rules.item(order.item)
      const reasons: (PairReason | false)[] = [
        method === 'best' ? 'leastWay' : 'nearest',
        order.waited === longest && 'longestWait',
        Boolean(item?.skill) && 'skill',
        item?.homeEntry === true && 'homeEntry',
        pairs.has(`${caredFor(order)}/${helper.personId}`) && 'paired',
        heldBy(helper.personId) === 0 && 'free',
      ]
      return [
        {
          order: view,
          helper: {
            personId: helper.personId,
            name: names.get(helper.personId) ?? '',
            held: heldBy(helper.personId),
            quota: helper.quota,
          },
          minutes: Math.max(1, Math.round(way.minutes)),
          measured: measured.get(way) ?? false,
          reasons: reasons.filter((reason) => reason !== false),
        },
      ]
    }),
    left: waiting.flatMap((order, at) =>
      chosen.some((way) => way.order === at) ? [] : [{ order, reasons: countsOf(standing[at] ?? []) }],
    ),
  }
}

/** The best batch, or the nearest first when it takes longer than it may. */
async function bestOf(
  task: BatchTask,
  seconds: number,
): Promise<{ method: Proposal['method']; chosen: readonly Way[] }> {
  const ways = waysInQuestion(task)
  if (ways.length === 0) return { method: 'best', chosen: [] }
  try {
    const { values } = await solveLinear(batchProgram(task, ways), seconds)
    return { method: 'best', chosen: batchPairs(ways, values) }
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return { method: 'nearestFirst', chosen: nearestFirst(task) }
  }
}

const caredFor = ({ beneficiaryId, requesterId }: WaitingOrder): string | null => beneficiaryId ?? requesterId

const countsOf = (standing: readonly (LeftOut | 'concerned' | null)[]) =>
  [...Map.groupBy(standing, (one) => one)].flatMap(([reason, { length }]) =>
    reason === null || reason === 'concerned' ? [] : [{ reason, people: length }],
  )

const viewsOf = (
  orders: readonly WaitingOrder[],
  rules: Awaited<ReturnType<OrderNeeds['rules']>>,
  language: 'zh' | 'en',
) =>
  orders.map(({ id, number, version, item, place, urgency, placedAt }) => ({
    id,
    number,
    version,
    title: rules.item(item)?.name[language] ?? item,
    place,
    urgency,
    placedAt,
  }))
