import type { ClockKind, State, Urgency } from '@linli/contract'
import type { RulePreview } from '@linli/contract/places/ruleEndpoints'
import type { RuleEffect, RuleKind } from '@linli/contract/places/ruleWords'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { RuleChange } from '../../places/index.ts'
import { clockRulesOf } from '../clockRulesOf.ts'
import { recounted } from '../rules/clocks.ts'
import type { RunningClock } from '../rules/facts.ts'

/** So many orders are named; the total counts all of them. */
const NAMED = 50

type Running = Row & {
  readonly id: string
  readonly number: string
  readonly isMine: boolean
  readonly urgency: Urgency
  readonly item: string | null
  readonly unit: string | null
  readonly now: string
  readonly clock: RunningClock & { readonly round: number }
}

/**
 * What an edit of the place's rules does to open orders: which running limits are counted anew and to when, by the same function
 * that will count them; or which orders go on as they are, or follow from their next step on. An order about the reader counts
 * and is not named.
 */
export function ruleEffect(
  db: Database,
  region: number,
  me: Actor,
  change: RuleChange,
): Promise<RulePreview> {
  return change.kind === 'clock' ? moved(db, region, me, change) : concerned(db, region, me, change)
}

async function moved(db: Database, region: number, me: Actor, change: RuleChange): Promise<RulePreview> {
  const rule = [...change.before.clocks, ...change.after.clocks].find(({ key }) => key === change.key)
  if (!rule) return { effect: 'none', total: 0, orders: [] }
  const rows = await db.read<Running>(
    systemScope(region),
    sql`select o.id, o.number, o.about_person_id is not distinct from ${me.personId}::uuid as "isMine", o.urgency, o.item, o.assignee_unit_id as unit, app_now() as now,
        json_build_object('clock', c.clock, 'round', c.round, 'amount', c.amount, 'unit', c.unit, 'rule', c.rule_version,
          'startedAt', c.started_at, 'dueAt', c.due_at, 'pausedAt', c.paused_at, 'changes', c.changes) as clock
      from orders o join order_clocks c on c.region_id = o.region_id and c.order_id = o.id
      where o.region_id = ${region} and o.closed_at is null and o.urgency = ${rule.urgency} and (${rule.item}::text is null or o.item = ${rule.item}::text)
        and c.clock = ${rule.clock} and c.stopped_at is null and c.rule_version is not null
      order by o.placed_at desc, o.id desc`,
  )
  const rules = clockRulesOf(change.after)
  const { rework } = change.after
  const moves = rows.flatMap((row) => {
    const one = recounted(row.clock, row, { rules, unit: row.unit, now: Date.parse(row.now) }, rework)
    const before = new Date(row.clock.dueAt).toISOString()
    const { id, number, isMine } = row
    const order = { id, number, clock: row.clock.clock, before, after: new Date(one.due).toISOString() }
    return one.isMoved ? [{ order, isMine }] : []
  })
  const orders = moves.filter(({ isMine }) => !isMine).map(({ order }) => order)
  return { effect: 'moves', total: moves.length, orders: orders.slice(0, NAMED) }
}

/** Which open orders another kind of row is about, and what becomes of them. */
function aboutWhich({
  kind,
  key,
  before,
  after,
}: RuleChange): readonly [effect: RuleEffect, where: Sql] | null {
  const states = (...of: State[]) => sql`o.state = any(${of}::text[])`
  const clocks = (...of: ClockKind[]) =>
    sql`exists (select from order_clocks c where c.region_id = o.region_id and c.order_id = o.id and c.stopped_at is null and (cardinality(${of}::text[]) = 0 or c.clock = any(${of}::text[])))`
  const table: { readonly [of in RuleKind]: () => readonly [RuleEffect, Sql] | null } = {
    item: () => ['keeps', sql`o.item = ${key}`],
    alert: () => ['keeps', sql`o.urgency = ${key} and ${clocks()}`],
    wave: () => ['next', states('offered')],
    points: () => {
      const names = [before, after]
        .flatMap(({ points }) => points.filter((rule) => rule.key === key))
        .map(({ appliesTo }) => appliesTo)
      const items = after.items.filter((item) => names.includes(item.key) || names.includes(item.list))
      return ['next', sql`o.item = any(${items.map((item) => item.key)}::text[])`]
    },
    setting: () => {
      if (key === 'followUp' || key === 'rework') return ['next', states('followUp')]
      if (key === 'lifecycle') return ['next', states('submitted', 'supplement', 'accepted')]
      return null
    },
    clock: () => null,
    label: () => null,
    list: () => null,
  }
  return table[kind]()
}

async function concerned(db: Database, region: number, me: Actor, change: RuleChange): Promise<RulePreview> {
  const about = aboutWhich(change)
  if (!about) return { effect: 'none', total: 0, orders: [] }
  const [effect, where] = about
  const rows = await db.read<Row & { id: string; number: string; isMine: boolean; total: number }>(
    systemScope(region),
    sql`select o.id, o.number, o.about_person_id is not distinct from ${me.personId}::uuid as "isMine", count(*) over ()::int as total
      from orders o where o.region_id = ${region} and o.closed_at is null and ${where}
      order by o.placed_at desc, o.id desc limit ${NAMED}`,
  )
  const orders = rows
    .filter(({ isMine }) => !isMine)
    .map(({ id, number }) => ({ id, number, clock: null, before: null, after: null }))
  return { effect, total: rows[0]?.total ?? 0, orders }
}
