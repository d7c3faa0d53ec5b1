import { transitionOf, WORKING_STATES } from '@linli/contract'
import sql from 'sql-template-tag'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { askerOf } from '../actions/takeStep.ts'
import { notNow } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { orderPolicy } from '../policy.ts'
import { liesIn } from '../rules/area.ts'
import { standingTo } from '../rules/standing.ts'
import { loadOrder } from '../store/order.ts'

const MOST = 30
const WORDS = {
  near: { zh: '就在附近', en: 'nearby' },
  skilled: { zh: '有核实过的技能', en: 'verified skill' },
  free: { zh: '手上没有单', en: 'no open order' },
  full: { zh: '手上的单已满', en: 'quota reached' },
  away: { zh: '现在不在服务时段', en: 'outside hours' },
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
  const item = order.item ? rules.item(order.item) : undefined
  const helpers = await needs.helpersNear(actor.region, order.community)
  const names = await needs.names(
    actor.region,
    helpers.map(({ personId }) => personId),
  )
  const loads = await loadsOf(
    needs,
    actor.region,
    helpers.map(({ personId }) => personId),
  )
  const people = helpers
    .filter(({ personId }) => ![order.requesterId, order.beneficiaryId].includes(personId))
    .map((helper) => {
      const openOrders = loads.get(helper.personId) ?? 0
      const near = liesIn(helper.path, order.community)
      const skilled = item?.skill ? helper.skills.includes(item.skill) : true
      const reasons = [
        near ? WORDS.near : null,
        item?.skill && skilled ? WORDS.skilled : null,
        openOrders === 0 ? WORDS.free : null,
        openOrders >= helper.quota ? WORDS.full : null,
        helper.available ? null : WORDS.away,
        item?.homeEntry && !helper.homeEntry ? WORDS.noEntry : null,
      ].flatMap((word) => (word ? [word[language]] : []))
      const fitness =
        Number(skilled && (!item?.homeEntry || helper.homeEntry)) * 8 +
        Number(openOrders < helper.quota) * 4 +
        Number(helper.available) * 2 +
        Number(near)
      return {
        assignee: { personId: helper.personId },
        name: names.get(helper.personId) ?? '',
        kind: 'person',
        openOrders,
        quota: helper.quota,
        skilled,
        near,
        reasons,
        fitness,
      }
    })
    .sort((a, b) => b.fitness - a.fitness || a.openOrders - b.openOrders)
    .slice(0, MOST)
    .map(({ fitness: _fitness, ...candidate }) => candidate)
  const bare = { openOrders: 0, quota: null, skilled: true, near: true }
  const teams = (await needs.teamsNear(actor.region, order.path)).map((team) => ({
    assignee: { teamId: team.id },
    name: team.name,
    kind: 'team',
    ...bare,
    reasons: [],
  }))
  const units = (await needs.units(actor.region))
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
    where region_id = ${region} and assignee_person_id = any(${[...personIds]}::uuid[]) and state = any(${[...WORKING_STATES]}::text[]) group by 1`,
  )
  return new Map(rows.map(({ person, n }) => [person, n]))
}
