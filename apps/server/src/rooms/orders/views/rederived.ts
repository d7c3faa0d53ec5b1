import sql, { raw } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { keyOf } from '../rules/clockKeys.ts'
import {
  type RetellingRules,
  type Retold,
  type RetoldClock,
  type RetoldOrder,
  retold,
  type ToldEvent,
} from '../rules/retold.ts'

const PAGE = 500
/** More differences than these are counted, not named. */
const MOST_NAMED = 100

/** What of the orders was compared with its events, and how each difference reads. */
export type Rederived = {
  readonly orders: number
  readonly clocks: number
  /** Columns of the orders. */
  readonly states: readonly string[]
  /** Rows of the clocks, and the next due time that the order carries. */
  readonly times: readonly string[]
}
type Stored = {
  readonly id: string
  readonly number: string
  readonly order: RetoldOrder
  readonly due: Retold['due'] | { at: null; clock: null }
  readonly clocks: readonly RetoldClock[]
  readonly events: readonly ToldEvent[]
}

const TIMES = [
  'placed_at',
  'contacted_at',
  'handled_at',
  'first_call_at',
  'show_consent_at',
  'shown_at',
  'closed_at',
  'assigned_at',
  'urged_at',
]
const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`

/** One page of orders with all that is kept of them, in the form in which events tell it. */
const page = (region: number, after: string) => sql`
  select o.id, o.number, to_jsonb(o) || jsonb_build_object(${raw(TIMES.map((name) => `'${name}', ${micros(`o.${name}`)}`).join(', '))}) as "order",
    jsonb_build_object('at', ${raw(micros('o.due_at'))}, 'clock', o.due_clock) as due,
    (select coalesce(jsonb_agg(jsonb_build_object('clock', c.clock, 'unitId', c.unit_id, 'round', c.round, 'wave', c.wave, 'amount', c.amount, 'unit', c.unit, 'rule', c.rule_version,
        'startedAt', ${raw(micros('c.started_at'))}, 'dueAt', ${raw(micros('c.due_at'))}, 'firstDueAt', ${raw(micros('c.first_due_at'))},
        'pausedAt', case when c.stopped_at is null then ${raw(micros('c.paused_at'))} end, 'stoppedAt', ${raw(micros('c.stopped_at'))})), '[]')
      from order_clocks c where c.region_id = o.region_id and c.order_id = o.id) as clocks,
    (select coalesce(jsonb_agg(jsonb_build_object('version', e.version, 'verb', e.verb, 'to', e.to_state, 'actor', e.actor_person_id, 'round', e.round, 'path', e.path,
        'item', e.item, 'facts', e.facts, 'at', ${raw(micros('e.at'))}) order by e.version), '[]')
      from order_events e where e.region_id = o.region_id and e.order_id = o.id) as events
  from orders o where o.region_id = ${region} and o.id > ${after}::uuid order by o.id limit ${PAGE}`

/**
 * Makes every order of a region anew from its events alone, under the rules in force, and names what differs from the
 * stored rows: columns, clocks, due times. Read page by page; each order is seen in one snapshot.
 */
export async function rederived(db: Database, region: number, rules: RetellingRules): Promise<Rederived> {
  const states: string[] = []
  const times: string[] = []
  let orders = 0
  let clocks = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db.read<Stored>(systemScope(region), page(region, after))
    for (const stored of rows) {
      const told = retold(stored.events, rules)
      orders += 1
      clocks += stored.clocks.length
      if (!told) states.push(`${stored.number}: its events do not tell an order`)
      else {
        states.push(...columnsOf(stored, told))
        times.push(...timesOf(stored, told))
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE || states.length + times.length > MOST_NAMED) break
    after = last.id
  }
  return { orders, clocks, states, times }
}

function columnsOf({ number, order: kept }: Stored, { order }: Retold): string[] {
  const names = Object.keys(order) as (keyof RetoldOrder)[] // Object.keys forgets the key type
  return names.flatMap((name) =>
    kept[name] === order[name] ? [] : [`${number}: ${name} is ${kept[name]}, its events say ${order[name]}`],
  )
}

function timesOf({ number, due, clocks }: Stored, told: Retold): string[] {
  const line = (one: RetoldClock): string =>
    [
      keyOf(one),
      one.round,
      one.wave,
      one.amount,
      one.unit,
      one.rule,
      one.startedAt,
      one.dueAt,
      one.firstDueAt,
      one.stoppedAt === null ? one.pausedAt : null,
      one.stoppedAt,
    ].join(' ')
  const kept = clocks.map(line)
  const made = told.clocks.map(line)
  const dueSame =
    (due?.at ?? null) === (told.due?.at ?? null) && (due?.clock ?? null) === (told.due?.clock ?? null)
  return [
    ...lessOnce(kept, made).map((one) => `${number}: the clock ${one} is not in its events`),
    ...lessOnce(made, kept).map((one) => `${number}: the clock ${one} is missing`),
    ...(dueSame
      ? []
      : [`${number}: due ${due?.at} by ${due?.clock}, its events say ${told.due?.at} by ${told.due?.clock}`]),
  ]
}

/** What the list has more often than the other. */
function lessOnce(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return list.filter((one) => {
    const at = left.indexOf(one)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
