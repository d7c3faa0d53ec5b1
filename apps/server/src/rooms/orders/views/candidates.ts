import { ROLES, transitionOf } from '@linli/contract'
import sql from 'sql-template-tag'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { askerOf } from '../actions/takeStep.ts'
import { notNow } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { orderPolicy } from '../policy.ts'
import { liesIn } from '../rules/area.ts'
import type { ItemFacts, OrderFacts } from '../rules/facts.ts'
import type { HelperFacts } from '../rules/helper.ts'
import { standingTo } from '../rules/standing.ts'
import { WORKING } from '../store/claim.ts'
import { loadOrder } from '../store/order.ts'

const MOST = 30
const WORDS = {
  near: { zh: '就在附近', en: 'nearby' },
  skilled: { zh: '有核实过的技能', en: 'verified skill' },
  free: { zh: '手上没有单', en: 'no open order' },
  full: { zh: '手上的单已满', en: 'quota reached' },
  away: { zh: '现在不在服务时段', en: 'outside hours' },
  gridWorker: { zh: ROLES.gridWorker.zh, en: ROLES.gridWorker.en.toLowerCase() },
  noEntry: { zh: '没有入户资质', en: 'no home-entry clearance' },
  usual: { zh: '这个事项的主办单位', en: 'usual unit of the item' },
} as const

/** States in which somebody is chosen; outside them nobody's name is needed. */
const CHOOSING = new Set([...transitionOf('dispatchOrder').from, ...transitionOf('assignOrder').from])

/**
 * Whom an order may be given to, best first, each with the reasons in words; a full load is shown, never hidden.
 * @throws notFound, forbidden for all but the dispatcher of the order's area, notNow when there is nobody to choose
 */
export async function listCandidates(needs: OrderNeeds, actor: Actor, id: string, language: 'zh' | 'en') {
  const order = await loadOrder(needs.db, scopeOf(actor), id)
  if (!order) throw notFound()
  demand(orderPolicy.operations.listCandidates, actor, standingTo(order, askerOf(actor)))
  if (!CHOOSING.has(order.state)) throw notNow()
  const rules = await needs.rules(actor.region)
  const item = order.item ? rules.item(order.item, order.itemVersion) : undefined
  const people = await peopleFor(needs, order, actor.region, item, language)
  const bare = { openOrders: 0, quota: null, skilled: true, near: true }
  const teams = (await needs.teamsNear(actor.region, order.path)).map((team) => ({
    assignee: { teamId: team.id },
    name: team.name,
    kind: 'team',
    ...bare,
    reasons: [],
  }))
  const units = (await needs.units(actor.region))
    .filter(({ id: unitId }) => unitId !== order.aboutUnitId)
    .map((unit) => ({
      assignee: { unitId: unit.id },
      name: unit.name,
      kind: 'unit',
      ...bare,
      reasons: unit.key === item?.unit ? [WORDS.usual[language]] : [],
    }))
    .sort((a, b) => b.reasons.length - a.reasons.length)
  return { people, teams, units }
}

/**
 * The grid workers of the order's place, the nearest level first, then the helpers, the fittest first. A helper who is
 * a grid worker there too stands among the grid workers, with the helper's own quota and reasons.
 */
async function peopleFor(
  needs: OrderNeeds,
  order: OrderFacts,
  region: number,
  item: ItemFacts | undefined,
  language: 'zh' | 'en',
) {
  const isStranger = ({ personId }: { personId: string }) =>
    ![order.requesterId, order.beneficiaryId, order.aboutPersonId].includes(personId)
  const workers = (await needs.gridWorkersNear(region, order.path)).filter(isStranger)
  const helpers = (await needs.helpersNear(region, order.community)).filter(isStranger)
  const ids = [...new Set([...workers, ...helpers].map(({ personId }) => personId))]
  const [names, loads] = await Promise.all([needs.names(region, ids), loadsOf(needs, region, ids)])
  const posted = new Set(workers.map(({ personId }) => personId))
  const helping = new Map(helpers.map((helper) => [helper.personId, helper]))
  const rows = ids.map((personId) => {
    const helper = helping.get(personId)
    const openOrders = loads.get(personId) ?? 0
    const { fitness, ...fit } = helper ? fitOf(helper, openOrders, order, item) : postedFit(openOrders, item)
    const words = posted.has(personId) ? [WORDS.gridWorker, ...fit.words] : fit.words
    const { quota, skilled, near } = fit
    return {
      candidate: {
        assignee: { personId },
        name: names.get(personId) ?? '',
        kind: 'person',
        openOrders,
        quota,
        skilled,
        near,
        reasons: words.map((word) => word[language]),
      },
      fitness,
    }
  })
  const first = rows.slice(0, workers.length) // the ids begin with the workers, in their order
  const others = rows
    .slice(workers.length)
    .sort((a, b) => b.fitness - a.fitness || a.candidate.openOrders - b.candidate.openOrders)
  return [...first, ...others.slice(0, MOST)].map(({ candidate }) => candidate)
}

/** How a helper fits the order, in words and as a number to sort by. */
function fitOf(helper: HelperFacts, openOrders: number, order: OrderFacts, item: ItemFacts | undefined) {
  const near = liesIn(helper.path, order.community)
  const skilled = item?.skill ? helper.skills.includes(item.skill) : true
  const words = [
    near ? WORDS.near : null,
    item?.skill && skilled ? WORDS.skilled : null,
    openOrders === 0 ? WORDS.free : null,
    openOrders >= helper.quota ? WORDS.full : null,
    helper.available ? null : WORDS.away,
    item?.homeEntry && !helper.homeEntry ? WORDS.noEntry : null,
  ].flatMap((word) => (word ? [word] : []))
  const fitness =
    Number(skilled && (!item?.homeEntry || helper.homeEntry)) * 8 +
    Number(openOrders < helper.quota) * 4 +
    Number(helper.available) * 2 +
    Number(near)
  return { quota: helper.quota, skilled, near, words, fitness }
}

/** Whoever serves by post alone has no quota, and no skill on record. */
const postedFit = (openOrders: number, item: ItemFacts | undefined) => ({
  quota: null,
  skilled: !item?.skill,
  near: true,
  words: openOrders === 0 ? [WORDS.free] : [],
  fitness: 0,
})

/** How many orders each person is working on now. */
export async function loadsOf(
  needs: OrderNeeds,
  region: number,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await needs.db.read<{ person: string; n: number }>(
    systemScope(region),
    sql`
    select assignee_person_id as person, count(*)::int as n from orders
    where region_id = ${region} and assignee_person_id = any(${[...personIds]}::uuid[]) and state in ${WORKING} group by 1`,
  )
  return new Map(rows.map(({ person, n }) => [person, n]))
}
