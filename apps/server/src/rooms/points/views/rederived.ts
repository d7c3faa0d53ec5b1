import { SATISFIED_FROM } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** What of the ledger was compared, and how each difference reads; none is the proof. */
export type RederivedPoints = { readonly compared: number; readonly differences: readonly string[] }
type Row = { compared: number; differences: string[] | null }

/** Balance, promised and held points of every account, made anew from the entries. */
export async function rederivedBalances(db: Database, region: number): Promise<RederivedPoints> {
  const [row] = await db.read<Row>(
    systemScope(region),
    sql`
    with moved as (
      select s.account, s.sign * case when e.phase = 'posted' then e.amount else 0 end as balance,
        s.sign * case when e.phase = 'pending' then e.amount when e.settles is not null then -e.amount else 0 end as promised
      from point_entries e, lateral (values (e.credit_account, 1), (e.debit_account, -1)) as s(account, sign) where e.region_id = ${region}),
    told as (select account, sum(balance)::bigint as balance, sum(promised)::bigint as promised from moved group by account)
    select count(*)::int as compared,
      array_agg(format('account %s: balance %s, promised %s, held %s; its entries say %s and %s', a.id, a.balance, a.pending, a.held,
        coalesce(t.balance, 0), coalesce(t.promised, 0)))
        filter (where a.balance <> coalesce(t.balance, 0) or a.pending - a.held <> coalesce(t.promised, 0)) as differences
    from point_accounts a left join told t on t.account = a.id where a.region_id = ${region}`,
  )
  return { compared: row?.compared ?? 0, differences: row?.differences ?? [] }
}

/**
 * What became of every promise, made anew from the events of its order: a round that was reworked or an order that was
 * cancelled voids it, the close posts or voids it by result and rating, and until then it waits. What is done again after
 * the close may have been settled before or after it was reopened. A rating that came after
 * the close may or may not have been seen by the settlement.
 */
export async function rederivedPromises(db: Database, region: number): Promise<RederivedPoints> {
  const [row] = await db.read<Row>(
    systemScope(region),
    sql`
    with promises as (
      select p.id, p.order_id, p.round, p.amount, a.person_id, coalesce(s.phase, 'pending') as phase,
        coalesce((select array(select jsonb_array_elements_text(v.body -> 'postsOn')) from policy_versions v where v.region_id = p.region_id and v.id = p.rule_version), '{solved}') as posts_on,
        coalesce(s.amount, p.amount) as settled
      from point_entries p join point_accounts a on a.region_id = p.region_id and a.id = p.credit_account
        left join point_entries s on s.region_id = p.region_id and s.settles = p.id
      where p.region_id = ${region} and p.kind = 'earn' and p.phase = 'pending' and a.kind = 'person'),
    told as (
      select p.*, last.to_state, last.round as last_round, closing.version as closed_at, closing.facts ->> 'result' as result,
        (select e.actor_person_id from order_events e where e.region_id = ${region} and e.order_id = p.order_id and e.round = p.round
          and e.verb = 'handleOrder' order by e.version desc limit 1) as handler,
        (select (e.facts ->> 'score')::int from order_events e where e.region_id = ${region} and e.order_id = p.order_id and e.round = p.round
          and e.verb in ('rateOrder', 'closeOrder') and e.facts ->> 'score' is not null and e.version <= closing.version order by e.version desc limit 1) as score,
        exists (select from order_events e where e.region_id = ${region} and e.order_id = p.order_id and e.verb = 'rateOrder' and e.version > closing.version) as rated_late
      from promises p
      join lateral (select e.to_state, e.round from order_events e where e.region_id = ${region} and e.order_id = p.order_id order by e.version desc limit 1) last on true
      left join lateral (select e.version, e.facts from order_events e where e.region_id = ${region} and e.order_id = p.order_id and e.to_state = 'closed'
        and e.round = p.round order by e.version limit 1) closing on true),
    owed as (
      select *, case when closed_at is null and (last_round > round or to_state = 'cancelled') then 'voided'
        when closed_at is null then 'pending'
        when result = any(posts_on) and coalesce(score, ${SATISFIED_FROM}::int) >= ${SATISFIED_FROM} then 'posted' else 'voided' end as owed
      from told)
    select count(*)::int as compared,
      array_agg(format('order %s, round %s: %s points to %s are %s; its events say %s to %s', order_id, round, settled, person_id, phase, owed, handler))
        filter (where phase <> owed and not rated_late and not (phase = 'voided' and last_round > round) or settled <> amount or person_id is distinct from handler) as differences
    from owed`,
  )
  return { compared: row?.compared ?? 0, differences: row?.differences ?? [] }
}
