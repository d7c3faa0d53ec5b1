import { pairingEndpoints } from '@linli/contract/people/endpoints'
import type { PairingPlanRow } from '@linli/contract/people/pairingShapes'
import { covers } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { room } from '../../../kernel/http/room.ts'
import { cursor, type PlaceRules, pageOf, placeRules } from '../../places/index.ts'
import { decide, declinePairing, movePair, openPairingPlan, planFor } from './actions.ts'
import { ARRANGERS, demandAt, pairingPolicy } from './policy.ts'
import { type PlanRow, plansAt } from './store/plans.ts'
import { coverageOf, pairingsOfPerson, pairsOf } from './views.ts'

const shown = (plan: PlanRow, { pairingRules }: PlaceRules): PairingPlanRow => {
  const rule = pairingRules.find(({ key }) => key === plan.rule)
  return {
    ...plan,
    ruleName: rule?.name ?? { zh: plan.rule, en: plan.rule },
    what: rule?.what ?? 'households',
  }
}

/** 结对. */
export const pairingsRoom = (deps: Deps) => {
  const { db } = deps
  return room({
    name: 'pairings',
    endpoints: pairingEndpoints,
    policy: pairingPolicy,
    handlers: {
      pairingCoverage: async ({ me, scope, query }) => {
        demandAt('pairingCoverage', me, query.path)
        return coverageOf(db, scope, await placeRules(db, me.region), query.path)
      },
      listPairingPlans: async ({ me, scope, query }) => {
        const limit = query.limit ?? 20
        const mine = ARRANGERS.some((role) => covers(me, role, query.path))
        const found = mine ? await plansAt(db, scope, query.path, limit + 1, cursor(query.after, 2)) : []
        const rules = await placeRules(db, me.region)
        const plans = found.map((plan) => shown(plan, rules))
        return pageOf(plans, limit, ({ openedAt, id }) => [openedAt, id])
      },
      getPairingPlan: async ({ me, scope, params }) =>
        shown(await planFor(deps, me, scope, 'getPairingPlan', params.id), await placeRules(db, me.region)),
      listPairs: async ({ me, scope, params, query }) => {
        const { id } = await planFor(deps, me, scope, 'listPairs', params.id)
        const limit = query.limit ?? 20
        const found = await pairsOf(db, scope, id, limit + 1, cursor(query.after, 2))
        const { items, next } = pageOf(found, limit, ({ sorted, id }) => [sorted, id])
        return { items: items.map(({ sorted: _sorted, ...pair }) => pair), next }
      },
      openPairingPlan: (request) => openPairingPlan(deps, request),
      movePair: (request) => movePair(deps, request),
      acceptPairingPlan: (request) => decide(deps, request, 'acceptPairingPlan'),
      dropPairingPlan: (request) => decide(deps, request, 'dropPairingPlan'),
      myPairings: async ({ me, scope }) => pairingsOfPerson(db, scope, me, await placeRules(db, me.region)),
      declinePairing: (request) => declinePairing(deps, request),
    },
  })
}
