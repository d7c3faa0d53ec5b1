import { AUTOMATIC_EVENTS, type ClockKind, type Role, type Urgency } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { DESK_OF } from '../rules/clockOwner.ts'

/** So many alerts are looked at together. */
export const ALERTS_AT_ONCE = 100

/** 21:00 to 7:00 by the region's clock. */
export const NIGHT: Sql = sql`extract(hour from app_now() at time zone 'Asia/Shanghai') not between 7 and 20`
/** The next 7:00 by the region's clock. */
export const MORNING: Sql = sql`(date_trunc('day', app_now() at time zone 'Asia/Shanghai' + interval '17 hours') + interval '7 hours') at time zone 'Asia/Shanghai'`

type Alert = {
  readonly clockId: string
  readonly orderId: string
  readonly number: string
  readonly clock: ClockKind
  readonly path: string
  readonly community: string
  readonly state: string
  readonly round: number
  readonly item: string | null
  readonly urgency: Urgency
  readonly person: string | null
  readonly team: string | null
  readonly unit: string | null
  readonly about: string[]
  readonly restricted: boolean
  readonly kind: 'near' | 'late' | 'escalate' | 'missed'
}

/**
 * Tells what is due around deadlines: a warning before, in the morning what passed at night, and the level above some time
 * after. Mark and news in one transaction, rows taken with SKIP LOCKED: each is told once however many instances look, are
 * killed or find the clock ahead. A warning whose deadline passed unseen is told no more.
 * @param loud urgencies that are told of at night too
 * @returns how many were looked at
 */
export function tellAlerts(db: Database, region: number, loud: readonly Urgency[]): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const alerts = await tx.query<Alert>(sql`
      select c.id as "clockId", c.order_id as "orderId", c.clock, o.number, o.path, o.community, o.state, o.round, o.item, o.urgency,
        case when c.unit_id is null then o.assignee_person_id end as person, case when c.unit_id is null then o.assignee_team_id end as team,
        coalesce(c.unit_id, o.assignee_unit_id) as unit,
        array_remove(array[o.about_person_id, o.about_unit_id]::text[], null) as about, o.restriction <> 'none' as restricted,
        case when c.alert_at < c.due_at then case when c.due_at > app_now() then 'near' else 'missed' end
          when c.alert_at = c.escalate_at then 'escalate' else 'late' end as kind
      from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
      where c.region_id = ${region} and c.alert_at <= app_now() and c.stopped_at is null and c.paused_at is null
        and (o.urgency = any(${[...loud]}::text[]) or not (${NIGHT}))
      order by c.alert_at limit ${ALERTS_AT_ONCE} for update of o, c skip locked`)
    if (alerts.length === 0) return 0
    const of = (...kinds: Alert['kind'][]) =>
      alerts.flatMap(({ clockId, kind }) => (kinds.includes(kind) ? [clockId] : []))
    await tx.query(sql`
      update order_clocks c set
        warned_at = case when c.id = any(${of('near')}::uuid[]) then app_now() else c.warned_at end,
        escalated_at = case when c.id = any(${of('escalate')}::uuid[]) then app_now() else c.escalated_at end,
        alert_at = case when c.id = any(${of('near', 'missed', 'late')}::uuid[]) and c.escalated_at is null then c.escalate_at end
      where c.region_id = ${region} and c.id = any(${alerts.map(({ clockId }) => clockId)}::uuid[])`)
    for (const alert of alerts) if (alert.kind !== 'missed') await tell(tx, region, alert)
    return alerts.length
  })
}

async function tell(tx: Tx, region: number, alert: Alert): Promise<void> {
  const { kind, orderId: id, number, clock, path, state, round, item, about, restricted } = alert
  const roles = DESK_OF[clock]
  const owners = roles.length > 0 ? await tx.query<{ id: string }>(deskFor(region, path, roles)) : []
  const above = kind === 'escalate' ? await tx.query<{ id: string }>(levelAbove(region, alert)) : []
  const isDesks = roles.length > 0
  const news = {
    id,
    number,
    path,
    state,
    round,
    item,
    about,
    restricted,
    urgency: alert.urgency,
    actor: null,
    facts: { clock },
    people: [],
    units: [alert.unit].filter(Boolean),
    teams: [alert.team].filter(Boolean),
    assignee: isDesks ? {} : { personId: alert.person, teamId: alert.team, unitId: alert.unit },
    told: owners.map((one) => one.id),
    above: above.map((one) => one.id),
  }
  if (kind !== 'escalate') {
    await tx.query(
      outboxStatement(region, kind === 'near' ? 'orders.deadlineNear.1' : 'orders.deadlineMissed.1', news),
    )
    return
  }
  const [order] = await tx.query<{ version: number }>(
    sql`update orders set version = version + 1 where region_id = ${region} and id = ${id}::uuid returning version`,
  )
  const version = order?.version ?? 1
  await tx.query(sql`
    insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_role, round, path, item, facts, at)
    values (${region}, ${newId()}, ${id}, ${version}, 'escalateDeadline', ${state}, ${state}, 'system', ${round}, ${path}, ${item}, ${JSON.stringify({ late: clock })}::jsonb, app_now())`)
  const topic = `orders.${AUTOMATIC_EVENTS.escalateDeadline.event}.1`
  await tx.query(outboxStatement(region, topic, { ...news, verb: 'escalateDeadline', version }))
}

const HELD = sql`g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now())`

/** Whoever sits at the nearest desk for a place. */
const deskFor = (region: number, path: string, roles: readonly Role[]): Sql => sql`
  with near as (
    select g.account_id, length(g.area_path) as depth from grants g
    where g.region_id = ${region} and g.role = any(${[...roles]}::text[]) and g.area_path = any(area_prefixes(${path}) || '/'::text) and ${HELD})
  select p.id from near join people p on p.region_id = ${region} and p.account_id = near.account_id and p.erased_at is null
  where near.depth = (select max(depth) from near) order by p.id limit 20`

/** Whoever answers one level above: the nearest desk of a wider area than the community, and the unit above the one that has it. */
const levelAbove = (region: number, { community, unit }: Alert): Sql => sql`
  with near as (
    select g.account_id, length(g.area_path) as depth from grants g
    where g.region_id = ${region} and g.role in ('dispatcher', 'regionAdmin') and g.area_path = any(area_prefixes(${community}) || '/'::text)
      and length(g.area_path) < length(${community}) and ${HELD}),
  over as (
    select g.account_id from units u join grants g on g.region_id = u.region_id and g.unit_id = u.parent_id and ${HELD}
    where u.region_id = ${region} and u.id = ${unit}::uuid)
  select p.id from people p where p.region_id = ${region} and p.erased_at is null and p.account_id in (
    select account_id from near where depth = (select max(depth) from near) union select account_id from over)
  order by p.id limit 20`
