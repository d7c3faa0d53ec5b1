import type { Urgency } from '@linli/contract'
import sql, { empty } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

const AT_ONCE = 200
/** A closed order as the archive looks at it, and the database's time at the look. */
export type Ended = {
  readonly id: string
  readonly version: number
  readonly urgency: Urgency
  readonly item: string | null
  readonly closedAt: string
  readonly now: string
}

/** Orders closed longer ago than so many days, of which nothing is asked, the oldest first, from the one after `after` on. */
export const endedBefore = (
  db: Database,
  region: number,
  days: number,
  after: Pick<Ended, 'closedAt' | 'id'> | undefined,
): Promise<Ended[]> =>
  db.read<Ended>(
    systemScope(region),
    sql`
    select o.id, o.version, o.urgency, o.item, o.closed_at::text as "closedAt", app_now() as now from orders o
    where o.region_id = ${region} and o.state = 'closed' and o.closed_at < app_now() - make_interval(days => ${days}::int)
      ${after ? sql`and (o.closed_at, o.id) > (${after.closedAt}::timestamptz, ${after.id}::uuid)` : empty}
      and not exists (select from order_asks a where a.region_id = o.region_id and a.order_id = o.id and a.settled_at is null)
    order by o.closed_at, o.id limit ${AT_ONCE}`,
  )
