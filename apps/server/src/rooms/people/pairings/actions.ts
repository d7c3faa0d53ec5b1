import type { pairingEndpoints } from '@linli/contract/people/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden, keyReused, notFound, type Problem } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { notATaker, pairingGone, pairingMoved, unitsAsOne, unknownPairing } from './errors.ts'
import { peopleOfPair } from './news.ts'
import { demandAt, type pairingPolicy } from './policy.ts'
import * as pairs from './store/pairs.ts'
import * as plans from './store/plans.ts'
import { levelOf } from './store/who.ts'
import { isMine } from './views.ts'

type Asked<Name extends keyof typeof pairingEndpoints> = HandlerRequest<(typeof pairingEndpoints)[Name]>

/** A plan of an area that is the actor's own. @throws notFound, forbidden */
export async function planFor(
  { db }: Deps,
  me: Actor,
  scope: Scope,
  operation: keyof typeof pairingPolicy.operations,
  id: string,
): Promise<plans.PlanRow> {
  const plan = await plans.planById(db, scope, id)
  if (!plan) throw notFound()
  demandAt(operation, me, plan.path)
  return plan
}

/** Asks for pairs by one rule of the place; a job proposes them. @throws forbidden, unknownPairing, unitsAsOne */
export async function openPairingPlan({ db }: Deps, { me, scope, body, remember }: Asked<'openPairingPlan'>) {
  demandAt('openPairingPlan', me, body.path)
  const { pairingRules } = await placeRules(db, me.region)
  const rule = pairingRules.find(({ key }) => key === body.rule)
  if (!rule) throw unknownPairing()
  // Units lie nowhere: planned for one community alone, all of them would leave the others.
  if (rule.what === 'units' && body.path !== '/') throw unitsAsOne()
  const answer = { id: body.id, version: 1 }
  await commit({ db }, scope, [
    plans.openStatement(me.region, body, me.personId),
    auditStatement(me, {
      action: 'openPairingPlan',
      subjectKind: 'pairingPlan',
      subjectId: body.id,
      facts: { rule: body.rule, path: body.path },
    }),
    remember(answer),
  ])
  return answer
}

/** Gives a proposed pair to another taker of the plan, or a unit to another area. @throws notFound, forbidden, notATaker */
export async function movePair(deps: Deps, { me, scope, params, body, remember }: Asked<'movePair'>) {
  const plan = await plans.planOfPair(deps.db, scope, params.id)
  if (!plan) throw notFound()
  demandAt('movePair', me, plan.path)
  const answer = { id: params.id }
  await commit(deps, scope, [
    await moved(deps, me.region, params.id, plan, body),
    auditStatement(me, { action: 'movePair', subjectKind: 'pairing', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

async function moved(
  { db }: Deps,
  region: number,
  id: string,
  plan: Pick<plans.PlanRow, 'path' | 'rule'>,
  { takerId, path }: Asked<'movePair'>['body'],
): Promise<Sql> {
  if (takerId !== undefined && path === undefined) return pairs.movePairStatement(region, id, takerId)
  const { pairingRules } = await placeRules(db, region)
  const rule = pairingRules.find(({ key }) => key === plan.rule)
  if (rule?.what !== 'units' || takerId !== undefined || !path?.startsWith(plan.path)) throw notATaker()
  return pairs.moveUnitStatement(region, id, path, levelOf(rule))
}

/** A person puts the proposal in force, or drops it. @throws notFound, forbidden, pairingMoved */
export async function decide(
  deps: Deps,
  { me, scope, params, body, remember }: Asked<'acceptPairingPlan'> | Asked<'dropPairingPlan'>,
  action: 'acceptPairingPlan' | 'dropPairingPlan',
) {
  const { id } = await planFor(deps, me, scope, action, params.id)
  const answer = { id, version: body.version + 1 }
  const accepts = action === 'acceptPairingPlan'
  await commit(deps, scope, [
    plans.decideStatement(me.region, id, body.version, accepts ? 'accepted' : 'dropped', me.personId),
    ...(accepts ? pairs.acceptStatements(me.region, id) : [pairs.dropPairsStatement(me.region, id)]),
    auditStatement(me, { action, subjectKind: 'pairingPlan', subjectId: id }),
    remember(answer),
  ])
  return answer
}

/** 不结对: whoever is paired says no and need not say why; it ends today. @throws notFound, forbidden, pairingGone */
export async function declinePairing(deps: Deps, { me, scope, params, remember }: Asked<'declinePairing'>) {
  const answer = { id: params.id }
  if (!(await isMine(deps.db, scope, me, params.id))) {
    const isThere = await pairs.isPairing(deps.db, systemScope(me.region), params.id)
    throw isThere ? forbidden() : notFound()
  }
  const others = (await peopleOfPair(deps.db, me.region, params.id)).filter((one) => one !== me.personId)
  await commit(deps, scope, [
    pairs.declineStatement(me.region, params.id, me.personId),
    auditStatement(me, { action: 'declinePairing', subjectKind: 'pairing', subjectId: params.id }),
    outboxStatement(me.region, 'people.pairingEnded.1', { id: params.id, people: others }),
    remember(answer),
  ])
  return answer
}

const REFUSED: { readonly [code: string]: () => Problem } = { pairingMoved, notATaker, pairingGone }
async function commit({ db }: Pick<Deps, 'db'>, scope: Scope, statements: readonly Sql[]): Promise<void> {
  try {
    await db.commit(scope, statements)
  } catch (error) {
    if (error instanceof Refused) throw REFUSED[error.code]?.() ?? error
    throw violated(error) === 'pairing_plans_pkey' ? keyReused() : error
  }
}
