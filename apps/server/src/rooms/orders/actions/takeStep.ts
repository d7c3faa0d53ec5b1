import { isOpen, type Role, type State, type TermKind, transitionOf, type Verb } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import { type Actor, covers, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { together } from '../../../kernel/db/together.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { fits } from '../../../kernel/policy/policy.ts'
import { forbidden, notFound, stale } from '../../../kernel/problem.ts'
import {
  alreadyClaimed,
  GUARD_PROBLEMS,
  notNow,
  photoNotYours,
  unknownAssignee,
  unknownItem,
  unknownPlace,
  unmergeable,
} from '../errors.ts'
import type { OrderNeeds, OrderRules } from '../needs.ts'
import { areaAround } from '../rules/area.ts'
import type { UnitsOfStep } from '../rules/clockKeys.ts'
import { type Extension, planClocks } from '../rules/clocks.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { firstProblem, type GuardContext } from '../rules/guards.ts'
import { reachOf, standingTo, takenByStaff } from '../rules/standing.ts'
import { dueAfter } from '../rules/workTime.ts'
import { type Asked, askStatements } from '../store/asks.ts'
import { endCallsStatement } from '../store/calls.ts'
import { startStatements, stopStatements } from '../store/clockRows.ts'
import {
  endAssigneeStatement,
  eventStatement,
  evidenceStatements,
  type LoadedOrder,
  loadOrder,
  moveStatement,
  NOW,
  type OrderSet,
  partyStatement,
  remarkStatement,
} from '../store/order.ts'

export type StepResult = { id: string; number: string; version: number; state: State }
export type Assignee = { personId: string } | { teamId: string } | { unitId: string }

/** Who takes the step: a person with what was sent along, or the policy itself. */
export type By =
  | { readonly actor: Actor; readonly version: number | undefined; remember(result: StepResult): Sql }
  | { readonly system: number; readonly version?: number }

/** Words on a step: for everybody who reads the order, for those who do the work and those who look after it, or for the latter alone. */
export type Remark = { readonly audience: 'everybody' | 'doers' | 'staff'; readonly text: string }

/** What a verb adds to the move itself. Everything is optional: signing for an order adds nothing. */
export type Change = {
  readonly to?: State
  readonly set?: OrderSet
  readonly facts?: { [key: string]: string | number | boolean | null }
  readonly remark?: Remark | undefined
  /** Several, where what staff read differs from what everybody reads. */
  readonly remarks?: readonly Remark[]
  readonly photos?: readonly {
    readonly kind: 'requestPhoto' | 'beforePhoto' | 'afterPhoto' | 'progressPhoto'
    readonly files: readonly string[]
  }[]
  /** Who has it from now on; null when nobody has. */
  readonly assignee?: Assignee | null
  readonly given?: GuardContext['given']
  /** What is asked for, of a step that asks. */
  readonly asked?: Asked
  /** Units that the step calls, and those whose clocks it ends; without the latter it ends the clocks of all. */
  readonly units?: UnitsOfStep
  /** Rows of this room that belong to the verb alone (rating, publication). */
  readonly also?: readonly Sql[]
  /** What must hold, and be held, before the order moves. */
  readonly before?: readonly Sql[]
  /** A contested write: its own condition instead of the version. */
  readonly contest?: { readonly where: Sql; readonly before: readonly Sql[] }
  readonly round?: number
  readonly rework?: boolean
  /** 延期: the running limit is made longer; the old one stays visible beside it. */
  readonly extend?: Extension
  readonly eligible?: boolean
  /** The step writes outside the person's own scope (a claim, a move to another area): what was checked here must do. */
  readonly beyondScope?: boolean
}

/**
 * Takes one step of the lifecycle: reads the order in the asker's scope, checks the table's row (who, from, guards), and
 * writes event, clocks, parties, evidence, outbox and the idempotency record in one commit.
 * @param change what the verb adds, from the order as it is
 * @throws notFound, forbidden, stale, notNow, or the problem of the guard that stands in the way
 */
export async function takeStep(
  needs: OrderNeeds,
  orderId: string,
  verb: Verb,
  by: By,
  change: (order: LoadedOrder, rules: OrderRules) => Change | Promise<Change>,
): Promise<StepResult> {
  const scope = 'actor' in by ? scopeOf(by.actor) : systemScope(by.system)
  const order = await loadOrder(needs.db, verb === 'claimOrder' ? poolScope(scope) : scope, orderId)
  if (!order) throw notFound()
  const rules = await needs.rules(scope.region)
  const row = transitionOf(verb)
  // Whoever may not take the step hears nothing of what would come of it; who is in the pool, only the claim itself finds out.
  if (!row.who.some(({ relation }) => relation === 'offered')) actingRole(order, row.who, by, false)
  const changed = await change(order, rules)
  const role = actingRole(order, row.who, by, changed.eligible ?? false)
  if (by.version !== undefined && by.version !== order.version) throw stale()
  if (!row.from.includes(order.state)) throw notOpenFor(verb, order.state)
  const problem = firstProblem(row, order, guardContext(order, rules, by, changed.given))
  if (problem) throw GUARD_PROBLEMS[problem]()

  const first = row.to[0] ?? 'same'
  const to = changed.to ?? (first === 'same' ? order.state : first)
  const target = {
    ...order,
    urgency: (changed.set?.urgency as OrderFacts['urgency'] | undefined) ?? order.urgency,
    item: (changed.set?.item as string | undefined) ?? order.item,
  }
  // A step that leaves an ended order as it is ends nothing: the time for a review's answer runs.
  const ends = !isOpen(to) && to !== order.state
  const timing = {
    rules: rules.clocks,
    unit: unitAfter(order, changed),
    now: Date.parse(order.now),
    ...(changed.units ? { units: changed.units } : {}),
  }
  const rework = changed.rework ? rules.rework : undefined
  const plan = planClocks(target, row, ends, timing, rework, changed.extend)
  const version = order.version + 1
  const round = changed.round ?? order.round
  const wave = (changed.set?.offer_wave as number | undefined) ?? order.offerWave ?? 0
  const personId = 'actor' in by ? by.actor.personId : null
  const result: StepResult = { id: order.id, number: order.number, version, state: to }
  const write: Scope = changed.beyondScope ? systemScope(scope.region) : scope
  const statements: Sql[] = [
    ...(changed.before ?? []),
    ...(changed.contest?.before ?? []),
    moveStatement(
      write,
      order,
      to,
      {
        ...assigneeColumns(changed.assignee),
        ...changed.set,
        ...(ends && isOpen(order.state) ? { closed_at: NOW } : {}),
        ...(isOpen(to) && !isOpen(order.state) ? { closed_at: null } : {}),
      },
      plan,
      changed.contest ? { where: changed.contest.where, code: 'contested' } : {},
    ),
    ...stopStatements(write, order.id, round, plan),
    ...(changed.assignee === undefined ? [] : [endAssigneeStatement(write, order.id)]),
    // Whoever was called to help the host is not called any more when there is none.
    ...(order.calls.length > 0 && (ends || changed.assignee === null)
      ? [endCallsStatement(write, order.id)]
      : []),
    ...(changed.photos ?? []).flatMap(({ kind, files }) =>
      evidenceStatements(write, order.id, round, version, kind, personId ?? '', files),
    ),
    ...(changed.also ?? []),
    ...askStatements(write, order, row, to, version, { personId, role }, changed.asked),
    together([
      ...startStatements(write, order.id, round, wave, plan),
      eventStatement(write, order.id, {
        version,
        verb,
        from: order.state,
        to,
        actorId: personId,
        actorRole: role,
        round,
        path: (changed.set?.path as string | undefined) ?? order.path,
        item: target.item,
        facts: {
          ...changed.facts,
          ...toldUnits(changed.units),
          ...(to === 'closed' ? { result: resultOf(order, changed) } : {}),
        },
        clocks: plan,
      }),
      ...[...(changed.remark ? [changed.remark] : []), ...(changed.remarks ?? [])].map(({ audience, text }) =>
        remarkStatement(write, order.id, version, audience, text),
      ),
      ...(changed.assignee
        ? [partyStatement(write, order.id, { role: 'assignee', ...changed.assignee })]
        : []),
      outboxStatement(
        scope.region,
        `orders.${row.event}.1`,
        payloadOf(order, changed, result, verb, personId),
      ),
      ...('actor' in by ? [by.remember(result)] : []),
    ]),
  ]
  await commitStep(needs, write, statements)
  return result
}

/**
 * A helper of the pool is no party yet: the pool's own check stands in claimOrder, so the net is opened, but not to the
 * one whom the order is about.
 */
export const poolScope = ({ region, person, units = [] }: Scope): Scope => ({
  ...systemScope(region),
  person,
  units,
})

async function commitStep(needs: OrderNeeds, scope: Scope, statements: readonly Sql[]): Promise<void> {
  try {
    await needs.db.commit(scope, statements)
  } catch (error) {
    if (error instanceof Refused && error.code === 'photoNotYours') throw photoNotYours()
    if (error instanceof Refused && error.code === 'stale') throw stale()
    if (error instanceof Refused && error.code === 'unknownPlace') throw unknownPlace()
    if (error instanceof Refused && error.code === 'unknownAssignee') throw unknownAssignee()
    if (error instanceof Refused && error.code === 'unmergeable') throw unmergeable()
    if (
      violated(error) === 'order_events_region_id_order_id_version_key' ||
      violated(error) === 'order_clocks_running_by_unit' ||
      violated(error) === 'order_calls_open' ||
      violated(error) === 'order_asks_open'
    )
      throw stale()
    throw error
  }
}

/** Whose working hours count after the step. */
const unitAfter = ({ assigneeUnitId }: OrderFacts, { assignee }: Change): string | null =>
  assignee === undefined ? assigneeUnitId : assignee && 'unitId' in assignee ? assignee.unitId : null

/** Units of a step as its event tells them: the clocks are made anew from it. */
const toldUnits = ({ called, ended }: UnitsOfStep = {}): { [key: string]: string } => ({
  ...(called ? { calledIds: called.join(' ') } : {}),
  ...(ended ? { endedIds: ended.join(' ') } : {}),
})

/** The result the order has after the step. */
const resultOf = ({ result }: OrderFacts, { set }: Change): string | null =>
  typeof set?.result === 'string' ? set.result : result

/** Why a state does not take the verb: an order that went past the pool was claimed by somebody else. */
const notOpenFor = (verb: Verb, state: State) =>
  verb === 'claimOrder' && state !== 'submitted' && state !== 'accepted' ? alreadyClaimed() : notNow()

/** The role in which the person acts: the first row of the table that fits. @throws forbidden */
function actingRole(
  order: OrderFacts,
  who: ReturnType<typeof transitionOf>['who'],
  by: By,
  eligible: boolean,
): string {
  if (!('actor' in by)) {
    if (!who.some(({ role }) => role === 'system'))
      throw new Error('the table does not give this step to the system')
    return 'system'
  }
  const { actor } = by
  const standing = standingTo(order, askerOf(actor), eligible)
  const row = who.find((entry) => fits([entry], actor, standing))
  if (!row) throw forbidden()
  return row.role
}

/** The kernel's actor as the rules see a person. */
export const askerOf = (actor: Actor) => ({
  personId: actor.personId,
  units: actor.units,
  teams: actor.teams,
  covers: (role: Role, path: string) => covers(actor, role, path),
})

export function guardContext(
  order: LoadedOrder,
  rules: OrderRules,
  by: By,
  given: GuardContext['given'] = {},
): GuardContext {
  return {
    item: order.item ? rules.item(order.item, order.itemVersion) : undefined,
    actor: {
      personId: 'actor' in by ? by.actor.personId : null,
      units: 'actor' in by ? (by.actor.units ?? []) : [],
      isRegionAdmin: 'actor' in by && covers(by.actor, 'regionAdmin', reachOf(order)),
      isAbove: 'actor' in by && isAbove(by.actor, order),
    },
    waves: rules.waves.length,
    rework: rules.rework,
    followUp: rules.followUp,
    lifecycle: rules.lifecycle,
    asks: order,
    now: Date.parse(order.now),
    returnBy: returnBy(order, rules),
    appealBy: order.closedAt ? termEnd(order, rules, 'appealing', order.closedAt, null) : null,
    objectBy: (decidedAt) => termEnd(order, rules, 'objecting', decidedAt, order.assigneeUnitId),
    given,
  }
}

/** Whether somebody decides for more than the order's own community. */
const isAbove = (actor: Actor, { community }: OrderFacts): boolean =>
  DECIDERS.some((role) => covers(actor, role, areaAround(community)))
const DECIDERS = ['dispatcher', 'regionAdmin'] as const

/** Until when whoever has it may ask to return it, by their working hours. */
const returnBy = (order: LoadedOrder, rules: OrderRules): number | null =>
  order.assignedAt ? termEnd(order, rules, 'returning', order.assignedAt, order.assigneeUnitId) : null

/** When a term is over that no clock runs for; null where the place has none for such orders. */
export function termEnd(
  { urgency, item }: Pick<OrderFacts, 'urgency' | 'item'>,
  { clocks }: Pick<OrderRules, 'clocks'>,
  term: TermKind,
  from: string,
  unit: string | null,
): number | null {
  const limit = clocks.limitOf(term, urgency, item)
  return limit ? dueAfter(Date.parse(from), limit, clocks.calendarOf(unit)) : null
}

function assigneeColumns(assignee: Assignee | null | undefined): OrderSet {
  if (assignee === undefined) return {}
  const named = { personId: null, teamId: null, unitId: null, ...assignee }
  return {
    assignee_person_id: named.personId,
    assignee_team_id: named.teamId,
    assignee_unit_id: named.unitId,
    assigned_at: assignee ? NOW : null,
    host_ruled: false,
  }
}

/** Whom the news of an order is kept from: those it is about and, of a restricted matter, all below the whole region. */
export const keptFrom = ({
  restriction,
  aboutPersonId,
  aboutUnitId,
}: Pick<OrderFacts, 'restriction' | 'aboutPersonId' | 'aboutUnitId'>) => ({
  restricted: restriction !== 'none',
  about: [aboutPersonId, aboutUnitId].filter((id) => id !== null),
})

/** What the other rooms and the live pages are told; of an order that nobody has any more, who had it. */
function payloadOf(
  order: OrderFacts,
  change: Change,
  result: StepResult,
  verb: Verb,
  actor: string | null,
): { [key: string]: unknown } {
  const assignee = change.assignee ?? {
    personId: order.assigneePersonId,
    teamId: order.assigneeTeamId,
    unitId: order.assigneeUnitId,
  }
  const set = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])
  const assignedPerson = 'personId' in assignee ? set(assignee.personId) : []
  return {
    id: order.id,
    number: order.number,
    path: order.path,
    verb,
    version: result.version,
    state: result.state,
    round: change.round ?? order.round,
    item: order.item,
    urgency: order.urgency,
    actor,
    requester: order.requesterId,
    placer: order.placedBy,
    people: [
      ...new Set([
        ...set(order.requesterId),
        ...(takenByStaff(order.channel) ? [] : [order.placedBy]),
        ...set(order.beneficiaryId),
        ...set(order.assigneePersonId),
        ...assignedPerson,
      ]),
    ],
    // Whoever had it sees it go, and whoever helps sees what becomes of it.
    units: [
      ...new Set([
        ...set(order.assigneeUnitId),
        ...('unitId' in assignee ? set(assignee.unitId) : []),
        ...order.calls.map(({ unitId }) => unitId),
        ...(change.units?.called ?? []),
      ]),
    ],
    called: change.units?.called ?? [],
    teams: 'teamId' in assignee ? set(assignee.teamId) : [],
    assignee,
    facts: change.facts ?? {},
    ...keptFrom(order),
  }
}

/** The catalogue's row, or the sentence that there is none. @throws unknownItem */
export function itemOf(rules: OrderRules, key: string) {
  const item = rules.item(key)
  if (!item) throw unknownItem()
  return item
}
