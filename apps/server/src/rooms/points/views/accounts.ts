import type { AccountsQuery, PointAccount } from '@linli/contract/points/shapes'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { LEDGER_READERS } from '../policy.ts'
import { communityIn, nameOfParty, PAGE, pageOf } from './sql.ts'

/** The accounts of the reader's areas by community, then as they were opened: never by how much they hold. */
export async function listAccounts(db: Database, me: Actor, query: AccountsQuery) {
  const { limit = PAGE, after, path, kind } = query
  const region = me.region
  const rows = await db.read<Row & PointAccount>(
    scopeOf(me),
    sql`
    select a.id, a.kind, a.community, coalesce(p.name, u.name ->> 'zh') as name, a.balance, a.pending, a.held
    from point_accounts a left join people p on p.region_id = a.region_id and p.id = a.person_id
    left join units u on u.region_id = a.region_id and u.id = a.unit_id
    where a.region_id = ${region} and ${communityIn('a.community', rangesOf(me, LEDGER_READERS))}
      ${path ? sql`and ${communityIn('a.community', [rangeOf(path)])}` : empty}
      ${kind ? sql`and a.kind = ${kind}` : empty}
      ${after ? sql`and (a.community, a.id) > (select community, id from point_accounts where region_id = ${region} and id = ${after}::uuid)` : empty}
    order by a.community, a.id limit ${limit + 1}`,
  )
  return pageOf(
    rows.map((row) => ({ ...row, name: nameOfParty(row) })),
    limit,
  )
}
