import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

export type MerchantEarnings = Row & { services: number; points: number }

/** Services of a merchant that neighbours confirmed and the points they earned within the last months; corrected ones do not count. */
export async function merchantEarnings(
  db: Database,
  region: number,
  unitId: string,
  months: number,
): Promise<MerchantEarnings> {
  const [row] = await db.read<MerchantEarnings>(
    systemScope(region),
    sql`select count(*)::int as services, coalesce(sum(e.amount), 0)::bigint as points
      from point_accounts a join point_entries e on e.region_id = a.region_id and e.credit_account = a.id
      where a.region_id = ${region} and a.unit_id = ${unitId}::uuid and a.kind = 'merchant' and e.kind = 'earn' and e.phase = 'posted'
        and e.at >= app_now() - make_interval(months => ${months}::int)
        and not exists (select from point_entries c where c.region_id = e.region_id and c.corrects = e.id)`,
  )
  return row ?? { services: 0, points: 0 }
}
