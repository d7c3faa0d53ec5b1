import type { EntryKind, EntryPhase } from '@linli/contract/points/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row, Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrderEntry, Promised } from '../rules/facts.ts'
import { proofFigures } from '../views/proof.ts'

/** The day and the week that caps count in, and the month of a proof, are those of China. */
export const startOf = (unit: 'day' | 'week' | 'month'): Sql =>
  sql`date_trunc(${unit}, app_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`

/** The two sides of an earning: the community's issuer gives, the person receives. */
export type Accounts = {
  readonly debitAccount: string
  readonly creditAccount: string
  readonly personId: string
}

/** The account of a helper and the community's issuer, opened where they are missing; the helper's is held until the end. */
export async function openAccounts(
  tx: Tx,
  region: number,
  personId: string,
  community: string,
): Promise<Accounts> {
  await tx.query(sql`insert into point_accounts (region_id, id, kind, person_id, community, opened_at)
    values (${region}, ${newId()}, 'issuer', null, ${community}, app_now()),
           (${region}, ${newId()}, 'person', ${personId}::uuid, ${community}, app_now())
    on conflict do nothing`)
  // Every settlement of a helper passes this lock, so that caps are counted on what is really there.
  const [row] = await tx.query<Row & Accounts>(sql`
    select i.id as "debitAccount", p.id as "creditAccount", p.person_id as "personId" from point_accounts p
    join point_accounts i on i.region_id = p.region_id and i.kind = 'issuer' and i.community = ${community}
    where p.region_id = ${region} and p.person_id = ${personId}::uuid for update of p`)
  if (!row) throw new Error('the accounts were not opened')
  return row
}

/** The account of a merchant in the community that pays, and the community's issuer; the merchant's is held until the end. */
export async function openMerchantAccounts(
  tx: Tx,
  region: number,
  unitId: string,
  community: string,
): Promise<Omit<Accounts, 'personId'>> {
  await tx.query(sql`insert into point_accounts (region_id, id, kind, unit_id, community, opened_at)
    values (${region}, ${newId()}, 'issuer', null, ${community}, app_now()),
           (${region}, ${newId()}, 'merchant', ${unitId}::uuid, ${community}, app_now())
    on conflict do nothing`)
  const [row] = await tx.query<Row & Omit<Accounts, 'personId'>>(sql`
    select i.id as "debitAccount", m.id as "creditAccount" from point_accounts m
    join point_accounts i on i.region_id = m.region_id and i.kind = 'issuer' and i.community = m.community
    where m.region_id = ${region} and m.kind = 'merchant' and m.unit_id = ${unitId}::uuid and m.community = ${community} for update of m`)
  if (!row) throw new Error("the merchant's accounts were not opened")
  return row
}

export type StoredEntry = OrderEntry & Accounts & { readonly ruleVersion: string | null }

/** What an order earned so far, oldest first. */
export function entriesOfOrder(tx: Tx, region: number, orderId: string): Promise<StoredEntry[]> {
  return tx.query<Row & StoredEntry>(sql`
    select e.id, e.round, e.phase, e.amount, e.settles, e.debit_account as "debitAccount", e.credit_account as "creditAccount",
      e.rule_version as "ruleVersion", a.person_id as "personId",
      exists (select from point_entries c where c.region_id = e.region_id and c.corrects = e.id) as corrected
    from point_entries e join point_accounts a on a.region_id = e.region_id and a.id = e.credit_account
    where e.region_id = ${region} and e.order_id = ${orderId}::uuid and e.kind = 'earn' order by e.at, e.id`)
}

/**
 * Points promised to an account today, and its earning orders for one neighbour this week; promises that fell away do
 * not count. The neighbour is read from the orders themselves: the ledger holds no second person.
 */
export async function promisedSoFar(
  tx: Tx,
  region: number,
  account: string,
  helped: string | null,
): Promise<Promised> {
  const [row] = await tx.query<Row & Promised>(sql`
    select coalesce(sum(e.amount) filter (where e.at >= ${startOf('day')}), 0)::bigint as today,
      count(*) filter (where coalesce(o.beneficiary_id, o.requester_id) = ${helped}::uuid) as "pairThisWeek"
    from point_entries e left join orders o on o.region_id = e.region_id and o.id = e.order_id
    where e.region_id = ${region} and e.credit_account = ${account}::uuid and e.kind = 'earn' and e.phase = 'pending'
      and e.at >= ${startOf('week')}
      and not exists (select from point_entries v where v.region_id = e.region_id and v.settles = e.id and v.phase = 'voided')`)
  return row ?? { today: 0, pairThisWeek: 0 }
}

export type NewEntry = {
  readonly id: string
  readonly phase: EntryPhase
  readonly kind: EntryKind
  /** An id, or the select that finds it in the same statement. */
  readonly debitAccount: string | Sql
  readonly creditAccount: string | Sql
  readonly amount: number
  readonly orderId?: string | null
  readonly round?: number | null
  readonly ruleVersion?: string | null
  readonly redemptionId?: string
  readonly settles?: string | Sql
  readonly corrects?: string | Sql
  readonly reason?: string
  readonly byPerson?: string
}

/**
 * Adds an entry and changes both kept balances with it. What is pending is promised to the receiver; a person who gives it
 * has it `held`, an issuer promises it. Settling takes both back, and posting moves `balance`. Whatever one account gives
 * the other receives, so `balance` sums to 0 over all accounts, and so does `pending - held`.
 */
export function entryStatement(region: number, entry: NewEntry): Sql {
  const settles = entry.settles !== undefined
  const balance = entry.phase === 'posted' ? entry.amount : 0
  const pending = entry.phase === 'pending' ? entry.amount : settles ? -entry.amount : 0
  return sql`with entry as (
      insert into point_entries (region_id, id, phase, kind, debit_account, credit_account, amount, order_id, round, rule_version, redemption_id, settles, corrects, reason, by_person, at)
      values (${region}::int, ${entry.id}::uuid, ${entry.phase}, ${entry.kind}, ${entry.debitAccount}::uuid, ${entry.creditAccount}::uuid, ${entry.amount}::bigint,
        ${entry.orderId ?? null}::uuid, ${entry.round ?? null}::int, ${entry.ruleVersion ?? null}::uuid, ${entry.redemptionId ?? null}::uuid,
        ${entry.settles ?? null}::uuid, ${entry.corrects ?? null}::uuid, ${entry.reason ?? null}::text, ${entry.byPerson ?? null}::uuid, app_now())
      returning region_id, debit_account, credit_account),
    moved as (
      update point_accounts a set
        balance = a.balance + case when a.id = entry.credit_account then ${balance}::bigint else -${balance}::bigint end,
        pending = a.pending + case when a.id = entry.credit_account then ${pending}::bigint when a.kind <> 'person' then -${pending}::bigint else 0 end,
        held = a.held + case when a.id = entry.debit_account and a.kind = 'person' then ${pending}::bigint else 0 end
      from entry where a.region_id = entry.region_id and a.id in (entry.debit_account, entry.credit_account) returning 1)
    select refuse('points.accountMissing') where (select count(*) from moved) <> 2`
}

/** Holds the helpers' accounts of an entry before its issuer's, in the same order as every settlement does. */
export const lockAccounts = (region: number, accounts: readonly string[]): Sql =>
  sql`select 1 from point_accounts where region_id = ${region} and id = any(${[...accounts]}::uuid[]) and kind = 'person' order by id for update`

/** A posted or pending entry with the accounts it joins, for its correction. */
export const entryToCorrect = (region: number, id: string): Sql => sql`
  select e.phase, e.kind, e.amount, e.order_id as "orderId", e.round, e.rule_version as "ruleVersion",
    e.debit_account as "debitAccount", e.credit_account as "creditAccount",
    array_agg(a.community) as communities, max(a.person_id::text) as "personId"
  from point_entries e join point_accounts a on a.region_id = e.region_id and a.id in (e.debit_account, e.credit_account)
  where e.region_id = ${region} and e.id = ${id}::uuid group by e.region_id, e.id`

export type EntryToCorrect = {
  phase: EntryPhase
  kind: EntryKind
  amount: number
  orderId: string | null
  round: number | null
  ruleVersion: string | null
  debitAccount: string
  creditAccount: string
  communities: string[]
  personId: string | null
}

export type RecordedProof = { month: string; holds: boolean }

export const recordProof = (region: number, month: string): Sql => sql`
  insert into point_proofs (region_id, id, month, issued, spent, refunded, expired, reversed, balances, holds, at)
  select ${region}::int, ${newId()}::uuid, ${`${month}-01`}::date, issued, spent, refunded, expired, reversed, balances, holds, app_now()
  from (${proofFigures(region, month)}) f
  on conflict (region_id, month) do update set issued = excluded.issued, spent = excluded.spent, refunded = excluded.refunded, expired = excluded.expired,
    reversed = excluded.reversed, balances = excluded.balances, holds = excluded.holds, at = excluded.at
  returning to_char(month, 'YYYY-MM') as month, holds`

/** The month before this one, while it has no proof that holds. */
export const monthToProve = (region: number): Sql => sql`
  with last as (select (date_trunc('month', app_now() at time zone 'Asia/Shanghai') - interval '1 month')::date as month)
  select to_char(month, 'YYYY-MM') as month from last
  where not exists (select from point_proofs p where p.region_id = ${region} and p.month = last.month and p.holds)`
