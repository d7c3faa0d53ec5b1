import sql from 'sql-template-tag'
import { systemScope } from '../../kernel/auth/actor.ts'
import { outboxStatement } from '../../kernel/outbox/outbox.ts'
import { Problem } from '../../kernel/problem.ts'
import { widenOffer } from './actions/offerOrder.ts'
import type { OrderNeeds } from './needs.ts'

const BATCH = 100
type Due = {
  id: string
  orderId: string
  clock: string
  path: string
  number: string
  people: string[]
  units: string[]
  teams: string[]
  state: string
}

/**
 * Fires the deadlines that have passed. An unanswered offer is widened by the policy's own step, which ends the old clock;
 * every other clock, and the offer that is at its widest, is marked once and its owner told by event: mark and event in
 * one transaction, rows taken with SKIP LOCKED, so that each fires once however many instances look.
 * @returns how many fired
 */
export async function fireDeadlines(needs: OrderNeeds, region: number): Promise<number> {
  const widened = await widenOverdueOffers(needs, region)
  const { waves } = await needs.rules(region)
  const marked = await needs.db.transaction(systemScope(region), async (tx) => {
    const due = await tx.query<Due>(sql`
      update order_clocks c set fired_at = app_now() from (
        select c.id from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
        where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.paused_at is null
          and (c.clock <> 'claim' or o.offer_wave >= ${waves.length})
        order by c.due_at limit ${BATCH} for update of c skip locked) taken, orders o
      where c.region_id = ${region} and c.id = taken.id and o.region_id = c.region_id and o.id = c.order_id
      returning c.id, c.order_id as "orderId", c.clock, o.path, o.number, o.state,
        array_remove(array[o.assignee_person_id]::text[], null) as people, array_remove(array[o.assignee_unit_id]::text[], null) as units, array_remove(array[o.assignee_team_id]::text[], null) as teams`)
    for (const { orderId, clock, path, number, people, units, teams, state } of due) {
      await tx.query(
        outboxStatement(region, 'orders.deadlinePassed.1', {
          id: orderId,
          number,
          path,
          state,
          people,
          units,
          teams,
          actor: null,
          facts: { clock },
        }),
      )
    }
    return due.length
  })
  return widened + marked
}

async function widenOverdueOffers(needs: OrderNeeds, region: number): Promise<number> {
  const { waves } = await needs.rules(region)
  const overdue = await needs.db.read<{ id: string }>(
    systemScope(region),
    sql`
    select o.id from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
    where c.region_id = ${region} and c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.clock = 'claim' and o.state = 'offered' and o.offer_wave < ${waves.length}
    order by c.due_at limit ${BATCH}`,
  )
  let widened = 0
  for (const { id } of overdue) {
    try {
      await widenOffer(needs, id, { system: region })
      widened += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error // claimed, assigned or widened meanwhile
    }
  }
  return widened
}
