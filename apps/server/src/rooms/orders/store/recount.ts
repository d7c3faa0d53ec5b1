import { AUTOMATIC_EVENTS, type Urgency } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { ClockRules } from '../rules/clockRules.ts'
import { type Recounted, type Rework, recounted } from '../rules/clocks.ts'
import type { RunningClock } from '../rules/facts.ts'
import { toldMoves } from '../rules/toldClocks.ts'

/** So many orders are counted anew in one transaction. */
export const ORDERS_AT_ONCE = 100

type Stale = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly round: number
  readonly item: string | null
  readonly path: string
  readonly urgency: Urgency
  readonly unit: string | null
  readonly team: string | null
  readonly person: string | null
  readonly people: string[]
  readonly about: string[]
  readonly restricted: boolean
  readonly now: string
  readonly clocks: readonly (RunningClock & { readonly id: string; readonly round: number })[]
}

/**
 * A batch of open orders whose running limits were counted under older rules is counted anew under these: each order with
 * a limit that moved gets one event that tells the new limits, and the old ones stay beside them. Rows are locked and
 * marked with the rules' edition, which only grows: once each, however many instances look, and never back.
 * @returns how many orders were looked at; 0 when none is left
 */
export function recountBatch(
  db: Database,
  region: number,
  rules: ClockRules,
  rework: Rework,
): Promise<number> {
  const { policy } = rules
  return db.transaction(systemScope(region), async (tx) => {
    const orders = await tx.query<Stale>(sql`
      select o.id, o.number, o.version, o.state, o.round, o.item, o.path, o.urgency, o.assignee_unit_id as unit, o.assignee_team_id as team, o.assignee_person_id as person,
        array_remove(array[o.requester_id, o.beneficiary_id, o.assignee_person_id]::text[], null) as people,
        array_remove(array[o.about_person_id, o.about_unit_id]::text[], null) as about, o.restriction <> 'none' as restricted, app_now() as now,
        (select json_agg(json_build_object('id', c.id, 'clock', c.clock, 'unitId', c.unit_id, 'round', c.round, 'amount', c.amount, 'unit', c.unit, 'rule', c.rule_version,
            'startedAt', c.started_at, 'dueAt', c.due_at, 'pausedAt', c.paused_at, 'changes', c.changes) order by c.started_at)
          from order_clocks c where c.region_id = o.region_id and c.order_id = o.id and c.stopped_at is null and c.rule_version is not null) as clocks
      from orders o where o.region_id = ${region} and o.id = any(array(
        select c.order_id from order_clocks c where c.region_id = ${region} and c.stopped_at is null and c.rule_version is not null
          and (c.policy < ${policy} or c.policy is null) limit ${ORDERS_AT_ONCE}))
      order by o.id for update of o skip locked`)
    if (orders.length === 0) return 0
    const counted = orders.flatMap((order) =>
      order.clocks.map((clock) => {
        const timing = { rules, unit: order.unit, now: Date.parse(order.now) }
        return { order, id: clock.id, ...recounted(clock, order, timing, rework) }
      }),
    )
    await tx.query(sql`
      update order_clocks c set policy = ${policy}, amount = n.amount, unit = n.unit, rule_version = n.rule,
        first_due_at = case when n.moved then coalesce(c.first_due_at, c.due_at) else c.first_due_at end,
        due_at = case when n.moved then n.due else c.due_at end,
        fired_at = case when n.moved and n.due > app_now() then null else c.fired_at end,
        warned_at = case when n.moved and n.warn is not null then null else c.warned_at end,
        escalated_at = case when n.moved and n.due > app_now() then null else c.escalated_at end,
        escalate_at = case when n.moved or c.policy is null then n.escalate else c.escalate_at end,
        alert_at = case when (n.moved and (n.due > app_now() or c.escalated_at is null)) or c.policy is null then coalesce(n.warn, n.escalate) else c.alert_at end
      from jsonb_to_recordset(${JSON.stringify(counted.map(rowOf))}::jsonb)
        as n(id uuid, amount int, unit text, rule uuid, moved boolean, due timestamptz, warn timestamptz, escalate timestamptz)
      where c.region_id = ${region} and c.id = n.id`)
    const moved = Map.groupBy(
      counted.filter(({ isMoved }) => isMoved),
      ({ order }) => order,
    )
    if (moved.size > 0) await tx.query(movedStatement(region, moved))
    return orders.length
  })
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
const rowOf = ({ id, limit, isMoved, due, alerts }: Recounted & { readonly id: string }) => ({
  id,
  amount: limit.amount,
  unit: limit.unit,
  rule: limit.version,
  moved: isMoved,
  due: instant(due),
  warn: instant(alerts.warn),
  escalate: instant(alerts.escalate),
})

/** The orders' next due time, one event and one outbox row each. */
function movedStatement(region: number, moved: ReadonlyMap<Stale, readonly Recounted[]>) {
  const rows = [...moved].map(([order, clocks]) => {
    const { id, number, version, state, round, item, path, people, about, restricted } = order
    const assignee = { personId: order.person, teamId: order.team, unitId: order.unit }
    const news = {
      id,
      number,
      path,
      verb: 'moveDeadlines',
      version: version + 1,
      state,
      round,
      item,
      actor: null,
      facts: {},
    }
    return {
      id,
      state,
      round,
      item,
      path,
      version: version + 1,
      facts: toldMoves(clocks),
      event: newId(),
      outbox: newId(),
      payload: {
        ...news,
        people: [...new Set(people)],
        assignee,
        units: [order.unit].filter(Boolean),
        teams: [order.team].filter(Boolean),
        about,
        restricted,
      },
    }
  })
  const { event } = AUTOMATIC_EVENTS.moveDeadlines
  return sql`
    with n as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, state text, round int, item text, path text, version int, facts jsonb, event uuid, outbox uuid, payload jsonb)),
    told as (insert into outbox (region_id, id, topic, payload, at) select ${region}, n.outbox, ${`orders.${event}.1`}, n.payload, app_now() from n),
    dated as (update orders o set version = n.version,
        (due_at, due_clock) = (select c.due_at, c.clock from order_clocks c where c.region_id = o.region_id and c.order_id = o.id
          and c.stopped_at is null and c.paused_at is null order by c.due_at, c.started_at desc limit 1)
      from n where o.region_id = ${region} and o.id = n.id)
    insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_role, round, path, item, facts, at)
    select ${region}, n.event, n.id, n.version, 'moveDeadlines', n.state, n.state, 'system', n.round, n.path, n.item, n.facts, app_now() from n`
}
