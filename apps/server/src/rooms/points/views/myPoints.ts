import type { MyEntry } from '@linli/contract/points/shapes'
import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { ORDER_FIELDS, ORDER_OF_ENTRY, PAGE, pageOf, REDEMPTION_FIELDS, REDEMPTION_OF_ENTRY } from './sql.ts'

type Found = MyEntry & { balance: number; pending: number; held: number }

/** A person's own account: balance, what is promised, and its entries, newest first. Without an account all is 0. */
export async function myPoints(
  db: Database,
  scope: Scope,
  personId: string,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
) {
  const rows = await db.read<Row & Found>(
    scope,
    sql`
    select a.balance, a.pending, a.held, e.id, e.at, e.phase, e.kind, e.reason, ${ORDER_FIELDS}, ${REDEMPTION_FIELDS},
      case when e.credit_account = a.id then e.amount else -e.amount end as amount
    from point_accounts a
    left join point_entries e on e.region_id = a.region_id and (e.credit_account = a.id or e.debit_account = a.id)
      and (${after ?? null}::uuid is null or (e.at, e.id) < (select at, id from point_entries where region_id = ${scope.region} and id = ${after ?? null}::uuid))
    ${ORDER_OF_ENTRY} ${REDEMPTION_OF_ENTRY}
    where a.region_id = ${scope.region} and a.person_id = ${personId}::uuid
    order by e.at desc, e.id desc limit ${limit + 1}`,
  )
  const [first] = rows
  const entries = rows
    .filter((row) => row.id !== null) // an account without entries
    .map(({ balance: _balance, pending: _pending, held: _held, ...entry }) => entry)
  return {
    balance: first?.balance ?? 0,
    pending: first?.pending ?? 0,
    held: first?.held ?? 0,
    entries: pageOf(entries, limit),
  }
}
