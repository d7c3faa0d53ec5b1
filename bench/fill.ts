import type pg from 'pg'

export type Filling = {
  readonly open: number
  readonly closed: number
  readonly communities: readonly string[]
  readonly people: readonly string[]
}
const PIECE = 50_000

/**
 * Writes orders with their words, parties, events, clocks and search tokens straight into the tables, as the loop would
 * have left them: `open` ones wait for intake, one in ten too long, `closed` ones went through four steps. Newest last, over one year. Some are
 * urgent, by telephone, restricted or agreed to be shown; 蜂窝 is a word of one in fifty thousand.
 * @param admin a superuser's connection: row-level security does not slow the filling
 */
export async function fillOrders(
  admin: pg.Client,
  { open, closed, communities, people }: Filling,
  say: (line: string) => void,
): Promise<void> {
  const all = open + closed
  await admin.query(`create or replace function bench_id() returns uuid language sql volatile as
    $$ select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid $$`)
  for (let from = 0; from < all; from += PIECE) {
    const to = Math.min(all, from + PIECE)
    // The open ones are spread evenly among the closed: a queue's page has to skip what is done.
    await admin.query(
      `with n as (
         select i, bench_id() as id, (floor((i + 1)::numeric * $3 / $4) > floor(i::numeric * $3 / $4)) as is_open,
           ($5::text[])[(1 + (i::bigint * 7919) % cardinality($5::text[]))::int] as community, ($6::uuid[])[(1 + (i::bigint * 31) % cardinality($6::uuid[]))::int] as person,
           now() - interval '1 year' + interval '1 year' * (i::float8 / $4) as at
         from generate_series($1::int, $2::int - 1) i),
       o as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id, beneficiary_id,
           restriction, show_consent_at, due_at, due_clock, result, score, rated_round, closed_at, handled_by, handled_at)
         select 1, id, 'B' || i, case when is_open then 1 else 5 end, case when is_open then 'submitted' else 'closed' end, case when i % 13 = 3 then 'complaint' else 'help' end, case when i % 7 = 3 then 'telephone' else 'hand' end,
           case when i % 211 = 3 then 'emergency' else 'ordinary' end,
           (array['changeBulb','waterRepair','legalAid'])[1 + i % 3], community || 'g' || lpad((1 + i % 13)::text, 2, '0') || '/', community, at, person, person, person,
           case when i % 5003 = 3 then 'media' else 'none' end, case when i % 997 = 3 and not is_open then at + interval '2 days' end,
           case when is_open then case when i % 10 = 3 then at + interval '2 hours' else now() + interval '1 day' end end, case when is_open then 'accept' end,
           case when not is_open then 'solved' end, case when not is_open then 4 end, case when not is_open then 1 end, case when not is_open then at + interval '2 days' end,
           case when not is_open then person end, case when not is_open then at + interval '1 day' end
         from n),
       t as (insert into order_texts (region_id, order_id, title, detail, contact_phone_hmac) select 1, id, '楼道灯坏了 ' || i, '三楼的灯一直不亮，晚上上下楼看不清，请帮忙看看。第' || i || '次',
         case when i % 3 = 0 then decode(md5(i::text), 'hex') end from n),
       p as (insert into order_parties (region_id, id, order_id, role, person_id) select 1, bench_id(), id, role, person from n, unnest(array['placer','requester']) role),
       e as (insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_person_id, actor_role, round, path, item, facts, at)
         select 1, bench_id(), id, v.version, v.verb, v.from_state, v.to_state, person, 'resident', 1, community || 'g' || lpad((1 + i % 13)::text, 2, '0') || '/',
           (array['changeBulb','waterRepair','legalAid'])[1 + i % 3], v.facts::jsonb, at + v.after
         from n, (values (1, 'placeOrder', null, 'submitted', '{}', interval '0'), (2, 'acceptOrder', 'submitted', 'accepted', '{}', interval '1 hour'),
             (3, 'dispatchOrder', 'accepted', 'inProgress', '{}', interval '2 hours'), (4, 'handleOrder', 'inProgress', 'followUp', '{"resolved":"solved"}', interval '1 day'),
             (5, 'closeOrder', 'followUp', 'closed', '{"reached":true,"score":4,"resolved":"solved","result":"solved"}', interval '2 days')) as v(version, verb, from_state, to_state, facts, after)
         where v.version = 1 or not is_open),
       c as (insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at, stopped_at, fired_at, rule_version, policy, alert_at)
         select 1, bench_id(), id, 'accept', 1, 2, 'workHour', at, at + interval '2 hours', case when not is_open then at + interval '1 hour' end, case when is_open then at + interval '2 hours' end,
           bench_id(), '9999999999', case when is_open then now() + i * interval '1 minute' + interval '1 day' end from n)
       insert into order_search (region_id, order_id, path, placed_at, tokens)
       select 1, id, community || 'g' || lpad((1 + i % 13)::text, 2, '0') || '/', at, array_to_tsvector(array['楼道','灯','坏','三楼','不亮','晚上','上下楼','帮忙','b' || i, case when i % 50021 = 3 then '蜂窝' else '灯泡' end, (array['电梯','水管','噪音','停车','垃圾'])[1 + (i / 97) % 5]]) from n`,
      [from, to, open, all, [...communities], [...people]],
    )
    say(`  ${to}/${all} 单 orders`)
  }
  await admin.query('create sequence if not exists bench_number')
  await admin.query('analyze')
}
