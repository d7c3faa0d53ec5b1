import type { Result, State } from '@linli/contract'
import { RETURN_MOST_ROWS } from '@linli/contract/upstream/words'
import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** What goes back of one order. */
export type OrderAnswer = {
  readonly number: string
  readonly title: string | null
  readonly sentAt: string | null
  readonly dueAt: string | null
  readonly state: State
  readonly unit: string | null
  readonly contactedAt: string | null
  readonly handledAt: string | null
  readonly resolved: Result | null
  readonly reply: string | null
}

/**
 * The orders of a sender by the day of their import, with the reply that everybody may read.
 * @param days first and last day, by Beijing's clock; null is no bound
 */
export const answersTo = (
  db: Database,
  scope: Scope,
  senderId: string,
  [from, to]: readonly [string | null, string | null],
): Promise<OrderAnswer[]> =>
  db.read<Row & OrderAnswer>(
    scope,
    sql`select u.number, t.title, u.sent_at as "sentAt", o.sender_due_at as "dueAt", o.state, n.name->>'zh' as unit,
        o.contacted_at as "contactedAt", o.handled_at as "handledAt", o.result as resolved,
        (select r.text from order_remarks r join order_events e on e.region_id = r.region_id and e.order_id = r.order_id and e.version = r.version
          where r.region_id = o.region_id and r.order_id = o.id and r.audience = 'everybody' and r.erased_at is null
            and e.verb in ('handleOrder', 'selfHandle', 'answerOrder') order by r.version desc limit 1) as reply
      from (select region_id, order_id, number, sent_at, at from upstream_orders
        where region_id = ${scope.region} and sender_id = ${senderId}::uuid
          and at >= coalesce((${from}::date)::timestamp at time zone 'Asia/Shanghai', '-infinity')
          and at < coalesce((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity')
        order by at, order_id limit ${RETURN_MOST_ROWS}) u
      cross join lateral (select * from orders o where o.region_id = u.region_id and o.id = u.order_id offset 0) o
      left join lateral (select t.title from order_texts t where t.region_id = u.region_id and t.order_id = u.order_id offset 0) t on true
      left join lateral (select n.name from units n where n.region_id = o.region_id and n.id = o.assignee_unit_id offset 0) n on true
      order by u.at, u.order_id`,
  )
