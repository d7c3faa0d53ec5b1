import type pg from 'pg'
import { fillOrders } from '../../bench/fill.ts'

const STREETS = 12
const COMMUNITIES = 143
const GRIDS = 13

/** Communities in the order of their codes. */
const communities = Array.from(
  { length: COMMUNITIES },
  (_, n) => `/s${String(1 + (n % STREETS)).padStart(2, '0')}/c${Math.floor(n / STREETS) + 1}/`,
)

/** `n` from 1 to so many. */
const each = (rows: number): string => `from generate_series(1, ${rows}) n`
const COMMUNITY = `($1::text[])[1 + n % ${COMMUNITIES}]`
const GRID = `(${COMMUNITY} || 'g' || lpad((1 + n % ${GRIDS})::text, 2, '0') || '/')`
/** A row's place in time, one year long. */
const at = (rows: number): string => `now() - interval '1 year' * (1 - n::float8 / ${rows})`
/** The uuid of the `n`-th thing of a kind, so that rows find one another. */
const id = (kind: string, n = 'n'): string => `md5('${kind}' || (${n}))::uuid`

const PEOPLE = 12_000
const HELPERS = 6_000

/** Everything that grows beside the orders. */
const STATEMENTS = [
  `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
    select 1, gen_random_uuid(), path, '/' || split_part(path, '/', 2) || '/', 'community', split_part(path, '/', 3), '社区', md5(path), now() from unnest($1::text[]) path
    union all select 1, gen_random_uuid(), path || g || '/', path, 'grid', g, '网格', md5(path || g), now()
      from unnest($1::text[]) path, generate_series(1, ${GRIDS}) k, lateral (select 'g' || lpad(k::text, 2, '0') as g) code
    union all select 1, gen_random_uuid(), path, '/', 'street', trim(both '/' from path), '街道', md5(path), now() from (select distinct '/' || split_part(path, '/', 2) || '/' as path from unnest($1::text[]) path) s
    on conflict do nothing`,
  `insert into accounts (id, phone_hmac, created_at) select ${id('account')}, decode(md5('phone' || n), 'hex'), now() ${each(PEOPLE)}`,
  `insert into people (region_id, id, account_id, name, phone_hmac, path, created_at)
    select 1, ${id('person')}, ${id('account')}, chr(19968 + n % 500) || '某', decode(md5('phone' || n), 'hex'), ${GRID}, ${at(PEOPLE)} ${each(PEOPLE)}`,
  `insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at)
    select gen_random_uuid(), decode(md5('token' || n), 'hex'), ${id('account')}, 1, ${id('person')}, now(), now(), now() + interval '1 day' ${each(PEOPLE)}`,
  `insert into sign_in_codes (id, phone_hmac, code_hash, created_at, expires_at)
    select gen_random_uuid(), decode(md5('phone' || n), 'hex'), '', now() - interval '1 minute', now() + interval '4 minutes' ${each(PEOPLE)}`,
  `insert into grants (region_id, id, account_id, role, area_path, from_at)
    select 1, gen_random_uuid(), ${id('account')}, (array['gridWorker','intake','dispatcher','publisher'])[1 + n % 4], ${GRID}, now() ${each(HELPERS)}`,
  `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
    select 1, ${id('home')}, ${GRID}, n::text, 'x', decode(md5('home' || n), 'hex'), now() ${each(PEOPLE)}`,
  `insert into household_members (region_id, id, household_id, person_id, from_at)
    select 1, gen_random_uuid(), ${id('home', `n / 3 + 1`)}, ${id('person')}, now() ${each(PEOPLE)}`,
  `insert into posts (region_id, id, person_id, post, area_path, from_on)
    select 1, gen_random_uuid(), ${id('person')}, 'buildingHead', ${GRID}, current_date - 30 ${each(HELPERS)}`,
  `insert into helpers (region_id, person_id, path, serves_path, quota, joined_at)
    select 1, ${id('person')}, ${GRID}, ${COMMUNITY}, 3, now() ${each(HELPERS)}`,
  `insert into helper_skills (region_id, id, person_id, skill, verified_at)
    select 1, gen_random_uuid(), ${id('person')}, (array['electric','plumbing','law'])[1 + n % 3], now() ${each(HELPERS)}`,
  `insert into team_members (region_id, id, team_id, person_id, from_at)
    select 1, gen_random_uuid(), ${id('team', 'n % 73')}, ${id('person')}, now() ${each(HELPERS)}`,
  `insert into passkeys (id, account_id, credential_id, public_key, counter, name, created_at)
    select gen_random_uuid(), ${id('account')}, decode(md5('passkey' || n), 'hex'), '', 0, '手机', now() ${each(HELPERS)}`,
  `insert into factor_challenges (id, purpose, nonce_hash, account_id, created_at, expires_at)
    select gen_random_uuid(), 'prove', decode(md5('question' || n), 'hex'), ${id('account')}, now(), now() + interval '5 minutes' ${each(HELPERS)}`,
  `insert into consents (region_id, id, person_id, purpose, version, given, through, at)
    select 1, gen_random_uuid(), ${id('person')}, 'points', 1, true, 'setConsent', ${at(PEOPLE)} ${each(PEOPLE)}`,
  `insert into data_requests (region_id, id, person_id, kind, path, words, asked_at, due_on, answered_at, answered_by, outcome, answer)
    select 1, gen_random_uuid(), ${id('person')}, 'correct', ${GRID}, '改姓名', ${at(HELPERS)}, current_date, ${at(HELPERS)}, ${id('person')}, 'done', '改好了' ${each(HELPERS)}`,
  `insert into data_exports (region_id, id, person_id, asked_at, ready_at, storage_key, bytes, expires_at)
    select 1, gen_random_uuid(), ${id('person')}, ${at(HELPERS)}, ${at(HELPERS)}, 'none', 1, ${at(HELPERS)} ${each(HELPERS)}`,
  `insert into outbox (region_id, id, topic, payload, at, relayed_at)
    select 1, gen_random_uuid(), 'orders.orderPlaced.1', '{}', ${at(30_000)}, ${at(30_000)} ${each(30_000)}`,
  `insert into commands (region_id, key, account_id, operation, request_hash, response, at)
    select 1, gen_random_uuid(), ${id('account')}, 'placeOrder', '', '{}', now() - interval '29 days' * (1 - n::float8 / 30000) ${each(30_000)}`,
  `insert into audit_entries (region_id, id, at, account_id, person_id, action, subject_kind, subject_id)
    select 1, gen_random_uuid(), ${at(30_000)}, ${id('account')}, ${id('person')}, 'revealContact', 'order', gen_random_uuid() from generate_series(1, 30000) k, lateral (select k % ${PEOPLE} + 1 as n) x`,
  `insert into audit_seals (region_id, number, first_seq, last_seq, entries, previous_mac, mac, key_id, at)
    select 1, n, 0, 0, 0, '', '', 'none', now() ${each(5_000)}`,
  `insert into notices (region_id, id, person_id, kind, facts, dedupe_key, at, shown_at)
    select 1, ${id('notice', 'k')}, ${id('person')}, 'orderAccepted', '{"number":"M0"}', k::text, now(), now() from generate_series(1, 30000) k, lateral (select k % ${PEOPLE} + 1 as n) x`,
  `insert into deliveries (region_id, id, notice_id, channel, purpose, dedupe_key, tries, delivered_at, at)
    select 1, gen_random_uuid(), ${id('notice')}, 'log', 'notice', n::text, 1, now(), now() ${each(30_000)}`,
  `insert into saved_views (region_id, id, person_id, name, filters, created_at)
    select 1, gen_random_uuid(), ${id('person')}, '视图', '{}', now() ${each(HELPERS)}`,
  `insert into point_accounts (region_id, id, kind, person_id, community, balance, opened_at)
    select 1, ${id('purse')}, 'person', ${id('person')}, ${COMMUNITY}, 10, now() ${each(HELPERS)}
    union all select 1, md5('issuer' || path)::uuid, 'issuer', null, path, -10000, now() from unnest($1::text[]) path on conflict do nothing`,
  `insert into point_entries (region_id, id, phase, kind, debit_account, credit_account, amount, order_id, round, at)
    select 1, gen_random_uuid(), 'posted', 'earn', md5('issuer' || ${COMMUNITY})::uuid, ${id('purse')}, 10, gen_random_uuid(), 1, ${at(30_000)} from generate_series(1, 30000) k, lateral (select k % ${HELPERS} + 1 as n) x`,
  `insert into redemptions (region_id, id, number, reward_id, person_id, unit_id, area, quantity, points, fen, state, held_at, remind_at, collect_before, collected_at)
    select 1, gen_random_uuid(), 'R' || n, r.id, ${id('person')}, r.unit_id, ${COMMUNITY}, 1, 10, 100, 'collected', ${at(PEOPLE)}, ${at(PEOPLE)}, ${at(PEOPLE)}, ${at(PEOPLE)}
    from generate_series(1, ${PEOPLE}) n, (select id, unit_id from rewards where region_id = 1 order by id limit 1) r`,
]

/** What belongs to orders, once they stand: one row each for every third order. */
const OF_ORDERS = [
  `insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, order_id, at)
    select 1, md5('file' || o.id)::uuid, 'photo', 'image/webp', 1, '', 'none', o.requester_id, o.id, o.placed_at from orders o where o.region_id = 1`,
  `insert into order_evidence (region_id, id, order_id, round, version, kind, file_id, by_person, at)
    select 1, gen_random_uuid(), o.id, 1, 1, 'requestPhoto', md5('file' || o.id)::uuid, o.requester_id, o.placed_at from orders o where o.region_id = 1`,
  `insert into order_remarks (region_id, id, order_id, version, audience, text) select 1, gen_random_uuid(), o.id, 1, 'staff', '已看过' from orders o where o.region_id = 1`,
  `insert into order_ratings (region_id, id, order_id, round, by_person, through, resolved, score, at)
    select 1, gen_random_uuid(), o.id, 1, o.requester_id, 'call', 'solved', 4, o.closed_at from orders o where o.region_id = 1 and o.state = 'closed' and o.number like 'B%'`,
  `insert into order_publications (region_id, id, order_id, slug, title, need, outcome, item, community, photo_ids, published_by, published_at)
    select 1, gen_random_uuid(), o.id, md5('slug' || o.id), '换灯泡', '灯不亮', '换好了', o.item, o.community, array[md5('file' || o.id)::uuid], o.requester_id, o.closed_at
    from orders o where o.region_id = 1 and o.state = 'closed' and o.number like 'B%'`,
  `update order_texts set contact_phone_hmac = decode(md5(order_id::text), 'hex') where region_id = 1 and contact_phone_hmac is null`,
]

/**
 * A year of a county of 143 communities in region 1: enough rows in every table that grows for PostgreSQL to prefer
 * an index wherever one serves. Spread over many people, as in life.
 */
export async function fillHouse(
  admin: pg.Client,
  orders: { readonly open: number; readonly closed: number },
): Promise<void> {
  for (const text of STATEMENTS) await admin.query(text, text.includes('$1') ? [communities] : [])
  const { rows } = await admin.query<{ id: string }>(
    `select ${id('person')} as id from generate_series(1, ${PEOPLE}) n`,
  )
  await fillOrders(admin, { ...orders, communities, people: rows.map((row) => row.id) }, () => undefined)
  for (const text of OF_ORDERS) await admin.query(text)
  await admin.query('vacuum analyze') // as a house does in time: what was inserted last lies in the search's pending list
}
