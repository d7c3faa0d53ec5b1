import { isAutomatic, isOpen, type State, TRANSITIONS, type Transition } from '@linli/contract'
import type { Town } from './town.ts'

type Event = {
  version: number
  verb: string
  from: State | null
  to: State
  actor: string | null
  role: string
  round: number
  item: string | null
  facts: { [key: string]: string | number | boolean | null }
  at: string
}
type Clock = { clock: string; unit: string | null; due: string }
export type Kept = {
  id: string
  version: number
  state: State
  round: number
  item: string | null
  offerWave: number | null
  callsTried: number
  ratedRound: number | null
  score: number | null
  refusalProposedBy: string | null
  handledBy: string | null
  contacted: boolean
  shown: boolean
  consented: boolean
  closedAt: string | null
  dueAt: string | null
  dueClock: string | null
  assignee: string | null
  /** What waits for an answer. */
  ask: string | null
  events: Event[]
  running: Clock[]
  parties: string[]
  ratings: number[]
  publications: number
  outbox: { topic: string; version: number }[]
}

/** Everything kept of an order, seen past row-level security. */
export async function keptOf(town: Town, ids: readonly string[]): Promise<Kept[]> {
  return town.admin<Kept>(
    `select o.id, o.version, o.state, o.round, o.item, o.offer_wave as "offerWave", o.calls_tried as "callsTried", o.rated_round as "ratedRound", o.score,
      o.refusal_proposed_by as "refusalProposedBy", o.handled_by as "handledBy", o.contacted_at is not null as contacted, o.shown_at is not null as shown,
      o.show_consent_at is not null as consented, to_json(o.closed_at) #>> '{}' as "closedAt", to_json(o.due_at) #>> '{}' as "dueAt", o.due_clock as "dueClock",
      coalesce(o.assignee_person_id, o.assignee_team_id, o.assignee_unit_id) as assignee,
      (select a.kind from order_asks a where a.order_id = o.id and a.settled_at is null) as ask,
      (select json_agg(json_build_object('version', e.version, 'verb', e.verb, 'from', e.from_state, 'to', e.to_state, 'actor', e.actor_person_id,
         'role', e.actor_role, 'round', e.round, 'item', e.item, 'facts', e.facts, 'at', e.at) order by e.version) from order_events e where e.order_id = o.id) as events,
      (select coalesce(json_agg(json_build_object('clock', c.clock, 'unit', c.unit_id, 'due', c.due_at) order by c.due_at), '[]') from order_clocks c where c.order_id = o.id and c.stopped_at is null and c.paused_at is null) as running,
      array(select coalesce(p.person_id, p.team_id, p.unit_id)::text from order_parties p where p.order_id = o.id and p.role = 'assignee' and p.to_at is null) as parties,
      array(select r.round from order_ratings r where r.order_id = o.id order by r.round) as ratings,
      (select count(*)::int from order_publications p where p.order_id = o.id and p.hidden_at is null) as publications,
      (select json_agg(json_build_object('topic', x.topic, 'version', x.payload->'version') order by (x.payload->>'version')::int)
         from outbox x where x.payload->>'id' = o.id::text and x.topic not like 'orders.deadline%') as outbox
    from orders o where o.id = any($1) order by o.id`,
    [ids],
  )
}

const rowOf = (verb: string): Transition | undefined => TRANSITIONS.find((row) => row.verb === verb)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is wrong with an order, in sentences; an order that keeps the lifecycle's invariants has none. */
export function faultsOf(order: Kept): string[] {
  const faults: string[] = []
  const must = (holds: boolean, sentence: string): void => {
    if (!holds) faults.push(`${order.id} ${order.events.map(({ verb }) => verb).join(' > ')}: ${sentence}`)
  }
  const { events, running } = order
  must(order.version === events.length, `version ${order.version} is not the ${events.length} events`)
  must(
    events.every(({ version }, index) => version === index + 1),
    'versions of events have a gap',
  )
  must(order.state === events.at(-1)?.to, `state ${order.state} is not the last event's`)
  for (const [index, event] of events.entries()) {
    if (isAutomatic(event.verb)) continue
    const row = rowOf(event.verb)
    const before = events[index - 1]?.to ?? null
    must(event.from === before, `${event.verb} begins at ${event.from}, the order was ${before}`)
    must(
      event.from === null ? row?.from.length === 0 : (row?.from.includes(event.from) ?? false),
      `${event.verb} from ${event.from} is not in the table`,
    )
    must(
      row?.to.some((to) => (to === 'same' ? event.from === event.to : to === event.to)) ?? false,
      `${event.verb} to ${event.to} is not in the table`,
    )
    must(row?.who.some(({ role }) => role === event.role) ?? false, `${event.verb} by ${event.role}`)
    must(
      (event.role === 'system') === (event.actor === null),
      `${event.verb}: ${event.role} by ${event.actor}`,
    )
  }
  must(
    isOpen(order.state) || running.every(({ clock }) => clock === order.ask),
    `a clock runs on a ${order.state} order that waits for no answer`,
  )
  must(
    new Set(running.map(({ clock, unit }) => `${clock} ${unit}`)).size === running.length,
    'two clocks of a kind run',
  )
  must(order.dueAt === (running[0]?.due ?? null), `due ${order.dueAt}, the clocks say ${running[0]?.due}`)
  must(
    order.dueAt === null || running.some(({ clock, due }) => clock === order.dueClock && due === order.dueAt),
    `due by ${order.dueClock}, which does not run to that time`,
  )
  must(order.parties.length <= 1, 'two assignees are alive')
  must(
    same(order.parties[0] ?? null, order.assignee),
    `party ${order.parties[0]}, assignee ${order.assignee}`,
  )
  must(new Set(order.ratings).size === order.ratings.length, 'two ratings of one round')
  must(
    same(
      order.outbox,
      events
        .filter(({ verb }) => !isAutomatic(verb))
        .map(({ verb, version }) => ({ topic: `orders.${rowOf(verb)?.event}.1`, version })),
    ),
    'the outbox does not tell the events',
  )
  must(order.shown === (order.publications === 1), 'shown without its publication, or the other way round')
  for (const [index, event] of events.entries()) {
    const handled = events
      .slice(0, index)
      .findLast(({ verb }) => verb === 'handleOrder' || verb === 'selfHandle')
    if (['approveHandling', 'returnHandling', 'rateOrder', 'closeOrder'].includes(event.verb))
      must(handled?.actor !== event.actor, `${event.verb} by the one who handled it`)
  }
  const told = replayed(events)
  for (const [name, value] of Object.entries(told))
    must(
      same(order[name as keyof Kept], value),
      `${name} is ${order[name as keyof Kept]}, the events say ${value}`,
    ) // the names are Kept's
  return faults
}

type Replayed = Pick<
  Kept,
  | 'state'
  | 'round'
  | 'item'
  | 'offerWave'
  | 'callsTried'
  | 'ratedRound'
  | 'score'
  | 'refusalProposedBy'
  | 'handledBy'
  | 'contacted'
  | 'shown'
  | 'consented'
  | 'closedAt'
  | 'assignee'
>
type Fact = Event['facts'][string] | undefined
const text = (fact: Fact): string | null => (typeof fact === 'string' ? fact : null)
const number = (fact: Fact): number | null => (typeof fact === 'number' ? fact : null)

const NOTHING: Replayed = {
  state: 'submitted',
  round: 1,
  item: null,
  offerWave: null,
  callsTried: 0,
  ratedRound: null,
  score: null,
  refusalProposedBy: null,
  handledBy: null,
  contacted: false,
  shown: false,
  consented: false,
  closedAt: null,
  assignee: null,
}

/** What each verb's event says of the order. */
const EFFECTS: { readonly [verb: string]: (event: Event, before: Replayed) => Partial<Replayed> } = {
  placeOrder: ({ item }) => ({ item }),
  acceptOrder: ({ item }) => ({ item }),
  proposeRefusal: ({ actor }) => ({ refusalProposedBy: actor }),
  offerOrder: ({ facts }) => ({ offerWave: number(facts.wave) }),
  widenOffer: ({ facts }) => ({ offerWave: number(facts.wave) }),
  claimOrder: ({ actor }) => ({ assignee: actor }),
  assignOrder: ({ facts }) => ({ assignee: text(facts.personId ?? facts.teamId ?? facts.unitId) }),
  dispatchOrder: ({ facts }) => ({ assignee: text(facts.personId ?? facts.teamId ?? facts.unitId) }),
  signOrder: ({ actor, facts }) => (facts.team ? { assignee: actor } : {}),
  contactRequester: () => ({ contacted: true }),
  handleOrder: ({ actor, facts }, { contacted }) => ({
    handledBy: actor,
    contacted: contacted || Boolean(facts.how),
  }),
  giveBack: ({ facts }) => ({ assignee: null, offerWave: number(facts.wave), contacted: false }),
  selfHandle: ({ actor, facts }) => ({ assignee: actor, handledBy: actor, contacted: Boolean(facts.how) }),
  recordCall: (_, { callsTried }) => ({ callsTried: callsTried + 1 }),
  rateOrder: ({ facts, round }) => ({ score: number(facts.score), ratedRound: round }),
  closeOrder: ({ facts, round }, before) =>
    facts.reached && facts.score !== null && before.ratedRound !== round
      ? { score: number(facts.score), ratedRound: round }
      : {},
  reworkOrder: () => ({ handledBy: null, contacted: false, callsTried: 0 }),
  consentToShow: () => ({ consented: true }),
  showOrder: () => ({ shown: true }),
  hideOrder: () => ({ shown: false, consented: false }),
  transferOrder: ({ facts }) => ({ assignee: text(facts.unitId), contacted: false }),
  takeOverOrder: ({ facts }) => ({ assignee: text(facts.unitId), contacted: false }),
  grantReturn: () => ({ assignee: null, contacted: false }),
  grantReview: () => ({ handledBy: null, contacted: false, callsTried: 0 }),
  reopenOrder: () => ({ handledBy: null, contacted: false, callsTried: 0 }),
  readmitOrder: () => ({ refusalProposedBy: null }),
  overruleReturn: () => ({ assignee: null, contacted: false }),
}

/** The order as its events alone tell it. */
export function replayed(events: readonly Event[]): Replayed {
  let order = NOTHING
  for (const event of events)
    order = {
      ...order,
      ...EFFECTS[event.verb]?.(event, order),
      state: event.to,
      round: event.round,
      closedAt: isOpen(event.to) ? null : (order.closedAt ?? event.at),
    }
  return order
}
