import type { Result, State } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** What other rooms may know of an order: ids, codes and times. */
export type OrderSummary = {
  id: string
  region: number
  number: string
  state: State
  round: number
  result: Result | null
  score: number | null
  item: string | null
  community: string
  path: string
  urgency: string
  requesterPersonId: string | null
  beneficiaryPersonId: string | null
  /** Who did the work; nobody where the grid worker closed it alone, which is the post's own duty. */
  handlerPersonId: string | null
  /** The unit that has it. */
  handlerUnitId: string | null
  placedAt: string
  closedAt: string | null
}

/** One order for another room, or undefined. */
export async function orderFacts(
  db: Database,
  region: number,
  id: string,
): Promise<OrderSummary | undefined> {
  const [row] = await db.read<OrderSummary>(
    systemScope(region),
    sql`
    select id, region_id as region, number, state, round, result, case when rated_round = round then score end as score, item, community, path, urgency, requester_id as "requesterPersonId", beneficiary_id as "beneficiaryPersonId",
      case when assignee_unit_id is null and not exists (select from order_events e where e.region_id = orders.region_id and e.order_id = orders.id
        and e.verb = 'selfHandle' and e.round = orders.round) then coalesce(handled_by, assignee_person_id) end as "handlerPersonId", assignee_unit_id as "handlerUnitId", placed_at as "placedAt", closed_at as "closedAt"
    from orders where region_id = ${region} and id = ${id}::uuid`,
  )
  return row
}

/** When anything last happened to any order of the region, ISO; null while there is none. */
export async function lastEventAt(db: Database, region: number): Promise<string | null> {
  const [row] = await db.read<{ at: string | null }>(
    systemScope(region),
    sql`select max(at) as at from order_events where region_id = ${region}`,
  )
  return row?.at ?? null
}
