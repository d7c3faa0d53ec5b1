import { transitionOf, type Urgency } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { MORNING, NIGHT } from './alerts.ts'

/** So many deadlines are looked at together. */
export const DEADLINES_AT_ONCE = 100

type Passed = {
  orderId: string
  clock: string
  path: string
  number: string
  state: string
  people: string[]
  units: string[]
  teams: string[]
}

/** An order whose deadline has passed, as it was when that was seen. */
export type Overdue = { readonly id: string; readonly version: number }

/** Offers whose wave is over and that can still be widened, oldest first. */
export function overdueOffers(db: Database, region: number, waves: number): Promise<Overdue[]> {
  return db.read<Overdue>(
    systemScope(region),
    sql`
    select o.id, o.version from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
    where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.clock = 'claim'
      and o.state = 'offered' and o.offer_wave < ${waves}
    order by c.due_at limit ${DEADLINES_AT_ONCE}`,
  )
}

/** Orders of which more was asked and nothing was told in time, oldest first. */
export const overdueSupplements = (db: Database, region: number): Promise<Overdue[]> =>
  db.read<Overdue>(
    systemScope(region),
    sql`
    select o.id, o.version from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
    where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.clock = 'supplement' and o.state = 'supplement'
    order by c.due_at limit ${DEADLINES_AT_ONCE}`,
  )

/** Orders placed under these versions of items whose time for handling is over while somebody still has them, oldest first. */
export async function overdueReturns(
  db: Database,
  region: number,
  items: readonly string[],
): Promise<Overdue[]> {
  if (items.length === 0) return []
  return db.read<Overdue>(
    systemScope(region),
    sql`
    select o.id, o.version from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
    where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.clock = 'handle'
      and o.state = any(${[...transitionOf('giveBack').from]}::text[]) and o.item_version = any(${[...items]}::uuid[])
    order by c.due_at limit ${DEADLINES_AT_ONCE}`,
  )
}

/**
 * Marks passed deadlines and says so of each by event, mark and event in one transaction; rows are taken with SKIP LOCKED,
 * so that each fires once however many instances look. Offers that can still be widened are left to the widening.
 * @returns how many fired
 */
export function markPassed(
  db: Database,
  region: number,
  waves: number,
  loud: readonly Urgency[],
): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    // Whoever has it is told at once; what is not urgent and passes at night, in the morning.
    const tellAt = sql`case when (${NIGHT}) and o.urgency <> all(${[...loud]}::text[]) then ${MORNING} else app_now() end`
    const passed = await tx.query<Passed>(sql`
      update order_clocks c set fired_at = app_now(), alert_at = case when c.rule_version is not null then ${tellAt} end from orders o
      where c.region_id = ${region} and o.region_id = c.region_id and o.id = c.order_id and c.id = any(array(
        select c.id from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
        where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.paused_at is null
          and (c.clock <> 'claim' or o.offer_wave >= ${waves})
        order by c.due_at limit ${DEADLINES_AT_ONCE} for update of c skip locked))
      returning c.order_id as "orderId", c.clock, o.path, o.number, o.state,
        array_remove(array[case when c.unit_id is null then o.assignee_person_id end]::text[], null) as people,
        array_remove(array[coalesce(c.unit_id, o.assignee_unit_id)]::text[], null) as units,
        array_remove(array[case when c.unit_id is null then o.assignee_team_id end]::text[], null) as teams`)
    for (const { orderId, clock, ...rest } of passed)
      await tx.query(
        outboxStatement(region, 'orders.deadlinePassed.1', {
          id: orderId,
          ...rest,
          actor: null,
          facts: { clock },
        }),
      )
    return passed.length
  })
}
