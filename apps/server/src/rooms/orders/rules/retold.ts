import {
  type AutomaticVerb,
  type ClockKind,
  isAutomatic,
  isOpen,
  type State,
  transitionOf,
  type Urgency,
  type Verb,
} from '@linli/contract'
import { areaAt, offeredAt } from './area.ts'
import { type ClockKey, keyOf, readKey, type UnitsOfStep } from './clockKeys.ts'
import { clocksTouched, halved, minutesOf } from './clocks.ts'
import type { LimitOf } from './limit.ts'
import { readTold, type ToldLimit } from './toldClocks.ts'

/** An event as it is kept. Times are microseconds since 1970, so that equal means equal. */
export type ToldEvent = {
  readonly version: number
  readonly verb: Verb | AutomaticVerb
  readonly to: State
  readonly actor: string | null
  readonly round: number
  readonly path: string
  readonly item: string | null
  readonly facts: { readonly [key: string]: string | number | boolean | null }
  readonly at: number
}

export type RetoldClock = {
  clock: ClockKind
  unitId: string | null
  round: number
  wave: number
  amount: number
  unit: string
  rule: string | null
  startedAt: number
  dueAt: number
  /** The limit as it first was, once it moved. */
  firstDueAt: number | null
  pausedAt: number | null
  stoppedAt: number | null
}

/** The columns of an order that its events decide, by their names in the database. */
export type RetoldOrder = {
  readonly version: number
  readonly state: State
  readonly round: number
  readonly item: string | null
  readonly path: string
  readonly community: string
  readonly kind: string | null
  readonly urgency: Urgency
  readonly placed_at: number
  readonly placed_by: string | null
  readonly assignee_person_id: string | null
  readonly assignee_team_id: string | null
  readonly assignee_unit_id: string | null
  readonly offer_wave: number | null
  readonly offer_path: string | null
  readonly refusal_proposed_by: string | null
  readonly contacted_at: number | null
  readonly handled_at: number | null
  readonly handled_by: string | null
  readonly result: string | null
  readonly reached: boolean | null
  readonly score: number | null
  readonly rated_round: number | null
  readonly calls_tried: number
  readonly first_call_at: number | null
  readonly show_consent_at: number | null
  readonly shown_at: number | null
  readonly closed_at: number | null
  readonly supplements: number
  readonly assigned_at: number | null
  readonly host_ruled: boolean
  readonly urged_at: number | null
  readonly supervision: string | null
  readonly merged_into: string | null
}
export type Retold = {
  readonly order: RetoldOrder
  readonly clocks: readonly RetoldClock[]
  readonly due: { readonly at: number; readonly clock: ClockKind } | null
}

/** What of the place's rules decides about clocks and areas. */
export type RetellingRules = {
  readonly limitOf: LimitOf
  readonly waves: readonly { readonly level: string }[]
  readonly rework: { readonly share: number; readonly atLeastDays: number }
  depthOf(level: string): number
  item(key: string): { readonly urgency: Urgency } | undefined
}

type Fact = ToldEvent['facts'][string] | undefined
const text = (fact: Fact): string | null => (typeof fact === 'string' ? fact : null)
const number = (fact: Fact): number | null => (typeof fact === 'number' ? fact : null)
const MINUTE = 60_000_000

type Set = Partial<RetoldOrder>
const nobody: Set = {
  assignee_person_id: null,
  assignee_team_id: null,
  assignee_unit_id: null,
  assigned_at: null,
  host_ruled: false,
}
const given = ({ facts, at }: ToldEvent): Set => ({
  ...nobody,
  assigned_at: at,
  assignee_person_id: text(facts.personId),
  assignee_team_id: text(facts.teamId),
  assignee_unit_id: text(facts.unitId),
})

function asked(event: ToldEvent, rules: RetellingRules): Set {
  const wave = number(event.facts.wave) ?? 1
  return { offer_wave: wave, offer_path: offeredAt(event.path, wave, rules) }
}

const NEW_ROUND: Set = {
  contacted_at: null,
  handled_at: null,
  handled_by: null,
  result: null,
  reached: null,
  calls_tried: 0,
  first_call_at: null,
}

/** What each verb's event says of the order beyond state, round, place and item. */
const SAYS: {
  readonly [verb in Verb | AutomaticVerb]?: (
    event: ToldEvent,
    before: RetoldOrder,
    rules: RetellingRules,
  ) => Set
} = {
  followArea: ({ path }, { offer_wave }, rules) =>
    offer_wave === null ? {} : { offer_path: offeredAt(path, offer_wave, rules) },
  acceptOrder: ({ facts }, { kind, urgency }) => ({
    kind: text(facts.kind) ?? kind,
    urgency: (text(facts.urgency) as Urgency | null) ?? urgency, // the contract's own word
  }),
  proposeRefusal: ({ actor }) => ({ refusal_proposed_by: actor }),
  answerOrder: () => ({ result: 'answered' }),
  offerOrder: (event, _, rules) => asked(event, rules),
  widenOffer: (event, _, rules) => asked(event, rules),
  giveBack: (event, _, rules) => ({ ...asked(event, rules), ...nobody, contacted_at: null }),
  claimOrder: ({ actor, at }) => ({ ...nobody, assigned_at: at, assignee_person_id: actor }),
  assignOrder: given,
  dispatchOrder: given,
  signOrder: ({ actor, facts, at }) =>
    facts.team ? { ...nobody, assigned_at: at, assignee_person_id: actor } : {},
  contactRequester: ({ at }) => ({ contacted_at: at }),
  handleOrder: (event, { contacted_at }) => ({
    contacted_at: event.facts.how ? event.at : contacted_at,
    handled_at: event.at,
    handled_by: event.actor,
    result: text(event.facts.resolved),
  }),
  selfHandle: ({ at, actor, facts }, { contacted_at }) => ({
    ...nobody,
    assigned_at: at,
    assignee_person_id: actor,
    contacted_at: facts.how ? at : contacted_at,
    handled_at: at,
    handled_by: actor,
    result: 'solved',
  }),
  returnHandling: () => ({ result: null }),
  recordCall: ({ at }, { calls_tried, first_call_at }) => ({
    calls_tried: calls_tried + 1,
    first_call_at: first_call_at ?? at,
  }),
  rateOrder: ({ facts, round }, { state, result }) => ({
    score: number(facts.score),
    rated_round: round,
    result: state === 'followUp' ? text(facts.resolved) : result,
  }),
  closeOrder: ({ facts, round }, { rated_round }) => ({
    reached: facts.reached === true,
    ...(facts.reached === true &&
    text(facts.resolved) &&
    number(facts.score) !== null &&
    rated_round !== round
      ? { score: number(facts.score), rated_round: round, result: text(facts.resolved) }
      : {}),
  }),
  reworkOrder: () => NEW_ROUND,
  consentToShow: ({ at }) => ({ show_consent_at: at }),
  showOrder: ({ at }) => ({ shown_at: at }),
  hideOrder: () => ({ shown_at: null, show_consent_at: null }),
  askSupplement: (_, { supplements }) => ({ supplements: supplements + 1 }),
  lapseSupplement: () => ({ result: 'notSupplied' }),
  mergeOrder: ({ facts }) => ({ merged_into: text(facts.intoId) }),
  unmergeOrder: () => ({ merged_into: null }),
  transferOrder: (event, { host_ruled }) => ({ ...given(event), contacted_at: null, host_ruled }),
  urgeOrder: ({ at }) => ({ urged_at: at }),
  superviseOrder: ({ facts }) => ({ supervision: text(facts.level) }),
  answerSupervision: () => ({ supervision: null }),
  takeOverOrder: (event) => ({ ...given(event), contacted_at: null, host_ruled: true }),
  grantReturn: () => ({ ...nobody, contacted_at: null }),
  refuseReturn: () => ({ host_ruled: true }),
  grantExplained: () => ({ result: 'explained' }),
  grantReview: () => NEW_ROUND,
  reopenOrder: () => NEW_ROUND,
  readmitOrder: () => ({ result: null, refusal_proposed_by: null }),
  overruleReturn: () => ({ ...nobody, contacted_at: null }),
  liftSupervision: () => ({ supervision: null }),
}

function begun(event: ToldEvent, rules: RetellingRules): RetoldOrder {
  const { facts, item, path, at, actor } = event
  const urgency = text(facts.urgency) as Urgency | null // the contract's own word
  return {
    version: 0,
    state: 'submitted',
    round: 1,
    item,
    path,
    community: '',
    kind: text(facts.kind),
    urgency: urgency ?? (item ? rules.item(item)?.urgency : undefined) ?? 'ordinary',
    placed_at: at,
    placed_by: actor,
    assignee_person_id: null,
    assignee_team_id: null,
    assignee_unit_id: null,
    offer_wave: null,
    offer_path: null,
    refusal_proposed_by: null,
    contacted_at: null,
    handled_at: null,
    handled_by: null,
    result: null,
    reached: null,
    score: null,
    rated_round: null,
    calls_tried: 0,
    first_call_at: null,
    show_consent_at: null,
    shown_at: null,
    closed_at: null,
    supplements: 0,
    assigned_at: null,
    host_ruled: false,
    urged_at: null,
    supervision: null,
    merged_into: null,
  }
}

/**
 * The order as its events alone tell it, with its clocks by the lifecycle's table and the rules in force.
 * @param events oldest first, from the placing on
 * @returns undefined when the events do not begin with a placing, or one is missing
 */
export function retold(events: readonly ToldEvent[], rules: RetellingRules): Retold | undefined {
  const [first] = events
  if (first?.verb !== 'placeOrder' || events.some(({ version }, index) => version !== index + 1))
    return undefined
  let order = begun(first, rules)
  const clocks: RetoldClock[] = []
  let due: Retold['due'] = null
  for (const event of events) {
    const before = order
    const { version, to, round, path, item } = event
    const ends = !isOpen(to) && (to !== before.state || version === 1)
    order = {
      ...before,
      version,
      state: to,
      round,
      path,
      item,
      community: areaAt(path, rules.depthOf('community')),
      ...SAYS[event.verb]?.(event, before, rules),
      ...(ends && (isOpen(before.state) || version === 1) ? { closed_at: event.at } : {}),
      ...(isOpen(to) ? { closed_at: null } : {}),
    }
    due = wind(clocks, event, order, rules, ends)
  }
  return { order, clocks, due }
}

/** What happens without a step touches no clock but those whose limits it tells. */
const UNTOUCHED = { stops: [], pauses: [], starts: [], resumes: [] }

/** What an event did to the clocks. @returns the one that is due first from then on */
function wind(
  clocks: RetoldClock[],
  { verb, at, round, facts }: ToldEvent,
  { urgency, item, offer_wave }: RetoldOrder,
  rules: RetellingRules,
  ends: boolean,
): Retold['due'] {
  const isRunning = ({ stoppedAt }: RetoldClock): boolean => stoppedAt === null
  const row = isAutomatic(verb) ? UNTOUCHED : transitionOf(verb)
  const listed = (key: ClockKey) =>
    readTold(facts, key, at) !== undefined || rules.limitOf(readKey(key).clock, urgency, item) !== undefined
  const { stops, pauses, begins, resumes } = clocksTouched(
    { clocks: clocks.filter(isRunning) },
    row,
    ends,
    listed,
    unitsOf(facts),
  )
  for (const one of clocks.filter(isRunning)) {
    if (stops.includes(keyOf(one))) one.stoppedAt = at
    else if (pauses.includes(keyOf(one))) one.pausedAt = at
  }
  for (const key of resumes) {
    const latest = clocks.findLast((one) => keyOf(one) === key && one.round === round)
    if (latest) latest.stoppedAt = latest.pausedAt = null
  }
  for (const one of clocks.filter(isRunning)) {
    const told = readTold(facts, keyOf(one), at)
    if (told) move(one, told)
  }
  for (const key of begins) {
    const { clock, unitId } = readKey(key)
    const told = readTold(facts, key, at) ?? plainLimit(clock, urgency, item, at, verb, rules)
    if (told)
      clocks.push({
        clock,
        unitId,
        round,
        wave: offer_wave ?? 0,
        startedAt: at,
        firstDueAt: null,
        pausedAt: null,
        stoppedAt: null,
        ...told,
      })
  }
  const [next] = clocks
    .filter((one) => isRunning(one) && one.pausedAt === null)
    .sort((a, b) => a.dueAt - b.dueAt || b.startedAt - a.startedAt)
  return next ? { at: next.dueAt, clock: next.clock } : null
}

/** Which called units an event is about; of a step that names none, all of them. */
function unitsOf({ calledIds, endedIds }: ToldEvent['facts']): UnitsOfStep {
  const list = (fact: Fact) => text(fact)?.split(' ')
  return {
    called: list(calledIds) ?? [],
    ...(text(endedIds) === null ? {} : { ended: list(endedIds) ?? [] }),
  }
}

/** A second's difference is none. */
function move(one: RetoldClock, told: ToldLimit): void {
  if (Math.abs(told.dueAt - one.dueAt) >= 1_000_000) one.firstDueAt ??= one.dueAt
  Object.assign(one, told)
}

/** The limit of an event from before events told them: by the clock. */
function plainLimit(
  clock: ClockKind,
  urgency: Urgency,
  item: string | null,
  at: number,
  verb: ToldEvent['verb'],
  rules: RetellingRules,
): ToldLimit | undefined {
  const whole = rules.limitOf(clock, urgency, item)
  if (!whole) return undefined
  const limit = verb === 'reworkOrder' && clock === 'handle' ? halved(whole, rules.rework) : whole
  const { amount, unit, version } = limit
  return { amount, unit, rule: version, dueAt: at + minutesOf(limit) * MINUTE }
}
