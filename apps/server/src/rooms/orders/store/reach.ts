import type { LeftOut } from '@linli/contract/orders/offerWords'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** How a wave stands to a helper who serves there: asked, or left out by a rule, with what the rule looked at. */
export type Reach = {
  readonly personId: string
  /** null: was asked. */
  readonly reason: LeftOut | null
  readonly paired: boolean
  /** Orders in hand, and how many the helper wants at most. */
  readonly held: number
  readonly quota: number
}

/** Records whom a wave asks and whom it leaves out, in the step's own commit. */
export function reachStatement(
  region: number,
  orderId: string,
  { version, wave }: { readonly version: number; readonly wave: number },
  reached: readonly Reach[],
): Sql {
  const of = <K extends keyof Reach>(key: K): Reach[K][] => reached.map((one) => one[key])
  return sql`insert into order_reach (region_id, order_id, version, person_id, wave, reason, paired, held, quota, at)
    select ${region}, ${orderId}::uuid, ${version}, person, ${wave}, reason, paired, held, quota, app_now()
    from unnest(${of('personId')}::uuid[], ${of('reason')}::text[], ${of('paired')}::boolean[], ${of('held')}::int[], ${of('quota')}::int[])
      as r(person, reason, paired, held, quota)`
}

/** Whom the newest wave of an offered order asked; nobody once somebody has it. */
export async function askedNow(db: Database, region: number, orderId: string): Promise<string[]> {
  const rows = await db.read<{ personId: string }>(
    systemScope(region),
    sql`select r.person_id as "personId" from orders o join order_reach r on r.region_id = o.region_id and r.order_id = o.id
    where o.region_id = ${region} and o.id = ${orderId}::uuid and o.state = 'offered' and r.reason is null
      and r.version = (select max(n.version) from order_reach n where n.region_id = ${region} and n.order_id = ${orderId}::uuid)
    order by r.person_id`,
  )
  return rows.map(({ personId }) => personId)
}
