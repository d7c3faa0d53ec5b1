import type { PointsProof } from '@linli/contract/points/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

/**
 * The figures of a proof, from the beginning to the end of `month` (`2026-11`). What was issued, spent, given back and
 * reversed is read from the entries; the balances are the kept ones, taken back by what moved after the month, so the
 * two sides are counted apart.
 */
export function proofFigures(region: number, month: string): Sql {
  const end = sql`(${`${month}-01`}::timestamp + interval '1 month') at time zone 'Asia/Shanghai'`
  return sql`
    with sides as (
      select e.*, gives.kind = 'person' as from_person, takes.kind = 'person' as to_person, e.at < ${end} as counted
      from point_entries e
      join point_accounts gives on gives.region_id = e.region_id and gives.id = e.debit_account
      join point_accounts takes on takes.region_id = e.region_id and takes.id = e.credit_account
      where e.region_id = ${region}),
    moved as (
      select coalesce(sum(amount) filter (where counted and kind = 'earn' and to_person), 0)::bigint as issued,
        coalesce(sum(amount) filter (where counted and kind = 'redeem'), 0)::bigint as spent,
        coalesce(sum(amount) filter (where counted and kind = 'refund'), 0)::bigint as refunded,
        0::bigint as expired,
        coalesce(sum(case when from_person then amount when to_person then -amount end) filter (where counted and kind = 'correction'), 0)::bigint as reversed,
        coalesce(sum(to_person::int * amount - from_person::int * amount) filter (where not counted), 0)::bigint as later
      from sides where phase = 'posted'),
    ledger as (
      select account, sum(balance) as balance, sum(promised) filter (where not holds) as pending, -sum(promised) filter (where holds) as held from (
        select s.id_of as account, s.holds, s.sign * case when phase = 'posted' then amount else 0 end as balance,
          s.sign * case when phase = 'pending' then amount when settles is not null then -amount else 0 end as promised
        from sides, lateral (values (credit_account, 1, false), (debit_account, -1, from_person)) as s(id_of, sign, holds)) each_side
      group by account),
    kept as (
      select coalesce(sum(a.balance) filter (where a.kind = 'person'), 0)::bigint as people,
        coalesce(sum(a.balance + a.pending - a.held), 0)::bigint as total,
        count(*) filter (where a.balance <> coalesce(l.balance, 0) or a.pending <> coalesce(l.pending, 0)
          or a.held <> coalesce(l.held, 0)) as unequal
      from point_accounts a left join ledger l on l.account = a.id where a.region_id = ${region})
    select ${month}::text as month, issued, spent, refunded, expired, reversed, people - later as balances, total, unequal as "unequalAccounts",
      issued - spent + refunded - expired - reversed = people - later and total = 0 and unequal = 0 as holds
    from moved, kept`
}

/**
 * The proof of a month as the page shows it, counted now, with what the month-end job recorded. It is of the whole region
 * or it proves nothing, and holds sums only. Undefined for months to come.
 */
export async function proofOf(db: Database, region: number, month: string): Promise<PointsProof | undefined> {
  const [row] = await db.read<Row & PointsProof>(
    systemScope(region),
    sql`
    select f.*, p.at as "recordedAt", p.holds as "recordedHolds"
    from (${proofFigures(region, month)}) f
    left join point_proofs p on p.region_id = ${region} and p.month = ${`${month}-01`}::date
    where ${`${month}-01`}::timestamp <= app_now() at time zone 'Asia/Shanghai'`,
  )
  return row
}
