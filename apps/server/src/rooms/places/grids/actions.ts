import type { gridPlanEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { keyReused, notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import type { RedrawNeeds } from '../redraw/needs.ts'
import { redrawIn, redrawProblem, tellRedrawn } from '../redraw/redrawAreas.ts'
import { redrawOf } from '../rules/grids/compare.ts'
import { changed } from './change.ts'
import {
  gridPlanMoved,
  gridPlanStale,
  noBuildings,
  noNewGrid,
  sizeTurned,
  unknownBuilding,
} from './errors.ts'
import { newName } from './jobs.ts'
import { gridPlanPolicy } from './policy.ts'
import {
  type BuildingRow,
  buildingsBelow,
  type KeptPlan,
  moveStatement,
  openStatement,
  planById,
} from './store.ts'
import { isStale } from './view.ts'

type Operation = keyof typeof gridPlanPolicy.operations
type Asked<Name extends keyof typeof gridPlanEndpoints> = HandlerRequest<(typeof gridPlanEndpoints)[Name]>

/** A plan of an area that is the actor's own. @throws notFound, forbidden */
export async function planFor(
  { db }: RedrawNeeds,
  me: Actor,
  scope: Scope,
  operation: Operation,
  id: string,
): Promise<KeptPlan> {
  const plan = await planById(db, scope, id)
  if (!plan) throw notFound()
  demand(gridPlanPolicy.operations[operation], me, standingAt(me, plan.path))
  return plan
}

/** Asks for a plan; a job calculates it. Limits are the place's, or what is asked for here. @throws forbidden, noBuildings, sizeTurned */
export async function openGridPlan(
  { db }: RedrawNeeds,
  { me, scope, body, remember }: Asked<'openGridPlan'>,
) {
  demand(gridPlanPolicy.operations.openGridPlan, me, standingAt(me, body.path))
  const { gridSize } = await placeRules(db, me.region)
  const { id, path } = body
  const [least, most] = [body.least ?? gridSize.least, body.most ?? gridSize.most]
  if (least > most) throw sizeTurned([{ field: 'least', message: sizeTurned.words.zh }])
  if ((await db.read(scope, buildingsBelow(me.region, path))).length === 0) throw noBuildings()
  const answer = { id, version: 1 }
  try {
    await db.commit(scope, [
      openStatement(me.region, { id, path, least, most, by: me.personId }),
      auditStatement(me, {
        action: 'openGridPlan',
        subjectKind: 'gridPlan',
        subjectId: id,
        facts: { path, least, most },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw violated(error) === 'grid_plans_pkey' ? keyReused() : error
  }
  return answer
}

/** Moves buildings to other planned grids, and names new ones. @throws notFound, forbidden, gridPlanMoved, unknownBuilding, noNewGrid */
export async function changeGridPlan(needs: RedrawNeeds, request: Asked<'changeGridPlan'>) {
  const { me, scope, params, body, remember } = request
  const plan = await planFor(needs, me, scope, 'changeGridPlan', params.id)
  const taken = new Set((plan.grids ?? []).map(({ name }) => name))
  const grids = changed(plan.grids ?? [], body, (at) => newName(at, taken))
  if (grids === 'unknownBuilding') throw unknownBuilding()
  if (grids === 'noNewGrid') throw noNewGrid()
  const answer = { id: plan.id, version: body.version + 1 }
  try {
    await needs.db.commit(scope, [
      moveStatement(me.region, plan.id, body.version, { state: 'proposed', grids }),
      auditStatement(me, {
        action: 'changeGridPlan',
        subjectKind: 'gridPlan',
        subjectId: plan.id,
        facts: { moves: body.moves?.length ?? 0 },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 采用: the plan becomes one redraw, in one commit with everybody's posts and grants. @throws as `redrawIn`, gridPlanMoved, gridPlanStale */
export async function acceptGridPlan(needs: RedrawNeeds, request: Asked<'acceptGridPlan'>) {
  const { me, scope, params, body, remember } = request
  const { id, path, grids } = await planFor(needs, me, scope, 'acceptGridPlan', params.id)
  if (!grids) throw gridPlanMoved()
  const rules = await placeRules(needs.db, me.region)
  const answer = { id, redrawId: newId() }
  try {
    const redrawn = await needs.db.transaction(scope, async (tx) => {
      await tx.query(
        moveStatement(me.region, id, body.version, {
          state: 'accepted',
          by: me.personId,
          redraw: answer.redrawId,
        }),
      )
      const rows = await tx.query<BuildingRow>(buildingsBelow(me.region, path))
      if (isStale(rows, grids)) throw gridPlanStale()
      const today = rows.map((row) => ({ path: row.path, grid: row.today }))
      const wanted = { ...redrawOf(today, grids), id: answer.redrawId, reason: body.reason }
      const done = await redrawIn(tx, needs, me, rules, wanted)
      await tx.query(auditStatement(me, { action: 'acceptGridPlan', subjectKind: 'gridPlan', subjectId: id }))
      await tx.query(remember(answer))
      return done
    })
    tellRedrawn(needs, me.region, redrawn)
    return answer
  } catch (error) {
    throw inWords(error)
  }
}

/** @throws notFound, forbidden, gridPlanMoved */
export async function dropGridPlan(needs: RedrawNeeds, request: Asked<'dropGridPlan'>) {
  const { me, scope, params, body, remember } = request
  const { id } = await planFor(needs, me, scope, 'dropGridPlan', params.id)
  const answer = { id, version: body.version + 1 }
  try {
    await needs.db.commit(scope, [
      moveStatement(me.region, id, body.version, { state: 'dropped', by: me.personId }),
      auditStatement(me, { action: 'dropGridPlan', subjectKind: 'gridPlan', subjectId: id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

const inWords = (error: unknown): unknown =>
  error instanceof Refused && error.code === 'gridPlanMoved' ? gridPlanMoved() : redrawProblem(error)
