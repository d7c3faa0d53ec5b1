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
  `insert into pairings (region_id, id, plan_id, rule, path, taker_id, household_id, accepted, from_on)
    select 1, gen_random_uuid(), ${id('plan', 'n / 400')}, 'hubs', ${GRID}, ${id('person', 'n / 20 + 1')}, ${id('home')}, true, current_date - 30 ${each(PEOPLE)}`,
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
  `insert into ledger_choices (region_id, id, person_id, ledger, columns, at)
    select 1, gen_random_uuid(), ${id('person')}, 'orders', '{number}', now() ${each(HELPERS)}`,
  `insert into ledger_exports (region_id, id, ledger, format, columns, filters, by_person, state, storage_key, bytes, name, asked_at, beat_at, expires_at)
    select 1, gen_random_uuid(), 'orders', 'csv', '{number}', '{}', ${id('person')}, 'over', 'none', 1, '台账', ${at(HELPERS)}, ${at(HELPERS)}, ${at(HELPERS)} ${each(HELPERS)}`,
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
  `insert into booking_slots (region_id, bookable_id, starts_at, ends_at, seats, taken, waiting, drawn)
    select 1, md5('bookable' || k % 300)::uuid, now() + (k / 300 - 90) * interval '1 hour', now() + (k / 300 - 89) * interval '1 hour', 3, 1, 0, 1 from generate_series(1, 30000) k`,
  `insert into bookings (region_id, id, bookable_id, path, starts_at, ends_at, person_id, by_person, state, turn, asked_at, remind_at, reminded_at)
    select 1, gen_random_uuid(), md5('bookable' || k % 300)::uuid, ${COMMUNITY}, now() + (k / 300 - 90) * interval '1 hour', now() + (k / 300 - 89) * interval '1 hour',
      ${id('person')}, ${id('person')}, 'booked', 1, now(), now(), now() from generate_series(1, 30000) k, lateral (select k % ${PEOPLE} + 1 as n) x`,
  `insert into activities (region_id, id, slug, kind, title, words, path, place, starts_at, ends_at, sign_up, state, version, door_code, planned_by, planned_at, published_at)
    select 1, ${id('activity')}, md5('activity' || n), 'sport', '活动', '一起来', ${COMMUNITY}, '广场', now() + (n - 1800) * interval '6 hours', now() + (n - 1800) * interval '6 hours' + interval '2 hours',
      true, 'published', 1, '000000', ${id('person', "'1'")}, now(), now() ${each(2000)}`,
  `insert into activity_seats (region_id, activity_id, part, seats, taken, waiting, drawn)
    select 1, ${id('activity')}, part, 30, 0, 0, 0 from generate_series(1, 2000) n, (values ('attend'), ('help')) p(part)`,
  `insert into activity_signups (region_id, id, activity_id, part, path, starts_at, ends_at, person_id, told_person, by_person, state, turn, asked_at, remind_at, reminded_at)
    select 1, gen_random_uuid(), ${id('activity', 'k % 2000 + 1')}, 'attend', ${COMMUNITY}, now() + (k % 2000 - 1800) * interval '6 hours', now() + (k % 2000 - 1800) * interval '6 hours',
      ${id('person')}, ${id('person')}, ${id('person')}, 'signedUp', k / 2000 + 1, now(), now(), now() from generate_series(1, 30000) k, lateral (select k % ${PEOPLE} + 1 as n) x on conflict do nothing`,
  `insert into activity_help (region_id, id, activity_id, person_id, path, minutes, confirmed_by, at)
    select 1, gen_random_uuid(), ${id('activity', 'n % 2000 + 1')}, ${id('person')}, ${COMMUNITY}, 60, gen_random_uuid(), now() ${each(PEOPLE)}`,
  `insert into activity_photos (region_id, id, activity_id, path, people, added_by, added_at)
    select 1, gen_random_uuid(), ${id('activity', 'n % 2000 + 1')}, ${COMMUNITY}, 'nobody', ${id('person', "'1'")}, now() ${each(8000)}`,
  `insert into merchants (region_id, id, slug, unit_id, name, path, address, longitude, latitude, services, step_free, hours, version, added_at)
    select 1, ${id('merchant')}, md5('merchant' || n), gen_random_uuid(), '商户' || n, ${COMMUNITY}, '街上', 1158000000, 286000000, '{pharmacy}', true, '{"week":{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]},"holidays":[],"days":[]}', 1, now() ${each(500)}`,
  `insert into merchant_walks (region_id, merchant_id, path, minutes, measured_by, measured_at)
    select 1, ${id('merchant', 'm')}, a.path, 10, ${id('person', "'1'")}, now() from areas a, generate_series(1, 20) m where a.region_id = 1 and a.level = 'grid'`,
  `insert into merchant_objections (region_id, id, notice_id, path, person_id, words, at)
    select 1, gen_random_uuid(), gen_random_uuid(), ${COMMUNITY}, ${id('person')}, '异议', now() ${each(PEOPLE)}`,
  `insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
    select 1, gen_random_uuid(), path || 'b' || b || '/', 1158000000, 286000000, now(), ${id('person', "'1'")}
    from areas, generate_series(1, 8) b where region_id = 1 and level = 'grid'`,
  `insert into queue_days (region_id, station_id, day, drawn)
    select 1, md5('station' || n)::uuid, current_date, 100 ${each(3000)}`,
  `insert into queue_tickets (region_id, id, station_id, path, day, number, person_id, state, taken_at, ended_at)
    select 1, gen_random_uuid(), md5('station' || n % 300)::uuid, ${COMMUNITY}, current_date, n, ${id('person')}, 'ended', now(), now() ${each(PEOPLE)}`,
  `insert into loans (region_id, id, lendable_id, path, person_id, lent_at, due_at, reminded_at)
    select 1, gen_random_uuid(), md5('lendable' || n % 300)::uuid, ${COMMUNITY}, ${id('person')}, now(), now(), now() ${each(PEOPLE)}`,
  `insert into guests (region_id, person_id, account_id, station_id, secret_hash, came_at)
    select 1, ${id('person')}, ${id('account')}, md5('station' || n % 300)::uuid, decode(md5(n::text), 'hex'), now() ${each(PEOPLE)}`,
  `insert into duty_calendars (region_id, person_id, secret_hash, opened_at)
    select 1, ${id('person')}, decode(md5(n::text), 'hex'), now() ${each(PEOPLE)}`,
  `insert into duty_log (region_id, id, duty_id, roster_id, post_id, path, kind, text, by_person, at)
    select 1, gen_random_uuid(), ${id('duty')}, ${id('roster', 'n % 400')}, ${id('rosterPost', 'n % 8000')}, ${COMMUNITY}, 'check', '已查', ${id('person')}, ${at(PEOPLE)} ${each(PEOPLE)}`,
  `insert into check_ins (region_id, id, kind, unit_id, person_id, path, state, asked_at, decided_at)
    select 1, ${id('checkIn')}, 'member', md5('unit' || n % 120)::uuid, ${id('person')}, ${COMMUNITY}, 'accepted', ${at(PEOPLE)}, now() ${each(PEOPLE)}`,
  `insert into letters (region_id, id, check_in_id, unit_id, person_id, path, number, slug, issued_by, issued_at, valid_until)
    select 1, gen_random_uuid(), ${id('checkIn')}, md5('unit' || n % 120)::uuid, ${id('person')}, ${COMMUNITY}, 'L' || n, 'slug' || n, ${id('person')}, now(), current_date ${each(PEOPLE)}`,
  `insert into feedback_cards (region_id, id, check_in_id, unit_id, person_id, path, number, from_on, to_on, orders, duties, duty_minutes, state, drawn_by, drawn_at, consented_at, sent_at, version)
    select 1, gen_random_uuid(), ${id('checkIn')}, md5('unit' || n % 120)::uuid, ${id('person')}, ${COMMUNITY}, 'C' || n, current_date, current_date, 1, 1, 60, 'sent', ${id('person')}, ${at(PEOPLE)}, now(), now(), 1 ${each(PEOPLE)}`,
  `insert into pledge_pages (region_id, id, person_id, path, called, duties, audience, shown_at)
    select 1, gen_random_uuid(), ${id('person')}, ${COMMUNITY}, '王师傅', '楼道', 'everybody', ${at(HELPERS)} ${each(HELPERS)}`,
  `insert into pledges (region_id, id, person_id, path, words, state, at)
    select 1, gen_random_uuid(), ${id('person')}, ${COMMUNITY}, '每月看一次楼道灯', 'open', ${at(HELPERS)} ${each(HELPERS)}`,
  `insert into menu_items (region_id, id, path, name, about, takers, added_by, added_at)
    select 1, ${id('menuItem')}, ${COMMUNITY}, '修雨棚', '带工具来', 'both', ${id('person')}, ${at(300)} ${each(300)}`,
  `insert into menu_takes (region_id, id, item_id, path, person_id, taken_at)
    select 1, gen_random_uuid(), ${id('menuItem', 'n % 300')}, ${COMMUNITY}, ${id('person')}, ${at(HELPERS)} ${each(HELPERS)}`,
  `insert into partner_lists (region_id, id, unit_id, path, lines, sent_by, sent_at)
    select 1, gen_random_uuid(), md5('unit' || n % 120)::uuid, ${COMMUNITY}, '[]', ${id('person')}, ${at(HELPERS)} ${each(HELPERS)}`,
  `insert into unit_reports (region_id, id, check_in_id, unit_id, path, number, from_on, to_on, state, drawn_by, drawn_at, version)
    select 1, gen_random_uuid(), ${id('checkIn')}, md5('unit' || n % 120)::uuid, ${COMMUNITY}, 'R' || n, current_date - 90, current_date, 'drawn', ${id('person')}, ${at(HELPERS)}, 1 ${each(HELPERS)}`,
  `insert into agreement_payments (region_id, id, promise_id, fen, paid_on, recorded_by, at)
    select 1, gen_random_uuid(), gen_random_uuid(), 100, current_date, ${id('person')}, now() ${each(HELPERS)}`,
  `insert into rosters (region_id, id, purpose, title, path, from_on, to_on, shifts, rest_hours, week_hours, state, opened_at, accepted_at)
    select 1, ${id('roster', 'n % 400')}, 'duty', '值班', ${COMMUNITY}, current_date - n - 30, current_date - n, '[]', 11, 40, 'accepted', now(), now() ${each(400)}`,
  `insert into roster_posts (region_id, id, roster_id, name, place, tasks, needed)
    select 1, ${id('rosterPost')}, ${id('roster', 'n % 400')}, '东门', '东门口', '登记', 2 ${each(8000)}`,
  `insert into roster_members (region_id, roster_id, person_id, path, answer, asked_at, answered_at)
    select 1, ${id('roster', 'n % 400')}, ${id('person')}, ${COMMUNITY}, 'yes', now(), now() ${each(PEOPLE)}`,
  `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
    select 1, ${id('duty')}, ${id('roster', 'n % 400')}, ${id('rosterPost', 'n % 8000')}, ${id('person', `n % ${PEOPLE}`)}, ($1::text[])[1 + n / 280 % ${COMMUNITIES}], 'day',
      now() + n * interval '9 hours', now() + n * interval '9 hours' + interval '8 hours', true ${each(40_000)}`,
  `insert into duty_swaps (region_id, id, duty_id, path, from_person, state, asked_at, ended_at)
    select 1, gen_random_uuid(), ${id('duty')}, ${COMMUNITY}, ${id('person')}, 'withdrawn', now(), now() ${each(PEOPLE)}`,
  `insert into household_cards (region_id, household_id, version, changed_by, changed_at, expires_at)
    select 1, h.id, 1, ${id('person', "'1'")}, now(), now() + interval '1 year' from households h where h.region_id = 1 on conflict do nothing`,
  `insert into card_members (region_id, household_id, person_id, tie, expires_at)
    select 1, m.household_id, m.person_id, 'head', now() + interval '1 year' from household_members m where m.region_id = 1 on conflict do nothing`,
  `insert into card_consents (region_id, id, household_id, person_id, words_version, way, asked_by, asked_at, answered_at, given, expires_at)
    select 1, md5('cardConsent' || m.id)::uuid, m.household_id, m.person_id, 1, 'paper', m.person_id, now(), now(), true, now() + interval '1 year'
    from household_members m where m.region_id = 1`,
  `insert into card_tags (region_id, id, household_id, person_id, consent_id, set_by, set_at, expires_at)
    select 1, gen_random_uuid(), household_id, person_id, id, asked_by, now(), now() + interval '1 year' from card_consents where region_id = 1 on conflict do nothing`,
  `insert into card_referrals (region_id, id, household_id, person_id, kind, to_cipher, ground, by_person, at)
    select 1, gen_random_uuid(), household_id, person_id, 'referral', '', 'asked', asked_by, now() from card_consents where region_id = 1`,
  `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
    select 1, gen_random_uuid(), gen_random_uuid(), md5('campaign' || k)::uuid, h.id, h.path, md5('form' || k)::uuid, '{}', 'met', '{}', '{}', ${id('person', 'k')}, now(), now()
    from households h, generate_series(1, 3) k where h.region_id = 1`,
  `insert into visit_companions (region_id, id, visit_id, person_id, named_by, at)
    select 1, gen_random_uuid(), r.visit_id, ${id('person', 'n % 500')}, r.by_person, now()
    from (select visit_id, by_person, row_number() over (order by id) as n from visit_records where region_id = 1) r on conflict do nothing`,
  `insert into visit_photos (region_id, id, household_id, path, file_id, by_person, at)
    select 1, gen_random_uuid(), h.id, h.path, gen_random_uuid(), ${id('person', "'1'")}, now() from households h where h.region_id = 1`,
  `insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
    select 1, md5('care' || m.id)::uuid, m.person_id, m.household_id, h.path, md5('carer' || m.id)::uuid, current_date - 9, current_date + 99, 'paper', 1, m.person_id, now(), now(), 1, m.person_id, now()
    from household_members m join households h on h.region_id = 1 and h.id = m.household_id where m.region_id = 1 on conflict do nothing`,
  `insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step)
    select 1, id, person_id, 'dailyContact', now() + interval '1 day', now() + interval '1 day', 0 from care_plans where region_id = 1`,
  `insert into care_deputies (region_id, plan_id, person_id, cared_id) select 1, id, md5('deputy' || id)::uuid, person_id from care_plans where region_id = 1`,
  `insert into care_stand_ins (region_id, id, plan_id, cared_id, from_on, to_on, by_person, at)
    select 1, gen_random_uuid(), id, person_id, current_date, current_date, carer_id, now() from care_plans where region_id = 1`,
  `insert into care_contacts (region_id, id, plan_id, person_id, rhythm, outcome, order_ids, by_person, device_at, at)
    select 1, gen_random_uuid(), p.id, p.person_id, 'dailyContact', 'spoke', '{}', p.carer_id, now() - k * interval '1 day', now() from care_plans p, generate_series(1, 9) k where p.region_id = 1`,
  `insert into care_alarms (region_id, plan_id, rhythm, due_at, step, at) select 1, id, 'dailyContact', now() - interval '9 days', 1, now() from care_plans where region_id = 1`,
  `insert into devices (region_id, id, serial, kind, model, state, path, person_id, household_id, language, battery, heard_at, bound_at, version, by_person, added_at)
    select 1, md5('device' || m.id)::uuid, 'XH-' || m.id, 'button', 'K-1', 'bound', h.path, m.person_id, m.household_id, 'dialect', 80, now(), now(), 1, m.person_id, now()
    from household_members m join households h on h.region_id = 1 and h.id = m.household_id where m.region_id = 1 on conflict do nothing`,
  `insert into device_bindings (region_id, id, device_id, person_id, household_id, by_person, from_at) select 1, gen_random_uuid(), id, person_id, household_id, by_person, now() from devices where region_id = 1`,
  `insert into device_contacts (region_id, id, device_id, holder_id, place, kind, name, phone_cipher, phone_hmac, phone_tail, nights, at)
    select 1, gen_random_uuid(), id, person_id, k, 'family', '家人', '', decode(md5(id::text || k), 'hex'), '', false, now() from devices, generate_series(1, 2) k where region_id = 1`,
  `insert into device_messages (region_id, device_id, key, kind, door, at) select 1, id, k::text, 'press', 'broker', now() from devices, generate_series(1, 3) k where region_id = 1`,
  `insert into device_presses (region_id, id, device_id, person_id, path, order_id, stage, presses, pressed_at, last_at, wave, outcome, ended_at, ended_by, version)
    select 1, md5('press' || d.id || k)::uuid, d.id, d.person_id, d.path, ${id('order', 'k')}, 'ended', 1, now() - k * interval '1 day', now(), 0, 'service', now(), d.by_person, 1
    from devices d, generate_series(1, 3) k where d.region_id = 1`,
  `insert into device_press_asked (region_id, press_id, person_id, holder_id, wave, why, asked_at) select 1, id, md5('asked' || id)::uuid, person_id, 1, 'family', pressed_at from device_presses where region_id = 1`,
  `insert into device_press_steps (region_id, id, press_id, holder_id, verb, at) select 1, gen_random_uuid(), id, person_id, verb, pressed_at
    from device_presses, unnest(array['pressed', 'taken', 'ended']) verb where region_id = 1`,
  // Those still to be given out; they have done nothing yet.
  `insert into devices (region_id, id, serial, kind, model, state, path, version, by_person, added_at)
    select 1, gen_random_uuid(), 'ST-' || md5('stock' || n), 'button', 'K-1', 'stock', ${COMMUNITY}, 1, ${id('person')}, now() ${each(PEOPLE)}`,
  `insert into course_seats (region_id, id, session_id, course_id, path, person_id, at)
    select 1, gen_random_uuid(), md5('session' || n % 300)::uuid, md5('course' || n % 30)::uuid, ${COMMUNITY}, ${id('person')}, now() ${each(PEOPLE)}`,
  `insert into mentor_pairs (region_id, id, path, mentor_id, learner_id, subject, from_on, until_on, by_person, at)
    select 1, gen_random_uuid(), ${COMMUNITY}, md5('mentor' || n)::uuid, ${id('person')}, '走访', current_date, current_date + 9, ${id('person')}, now() ${each(PEOPLE)}`,
  `insert into work_agreements (region_id, id, path, worker_id, lead_id, from_on, to_on, state, version, at)
    select 1, md5('work' || n)::uuid, ${COMMUNITY}, ${id('person')}, md5('lead' || n)::uuid, current_date, current_date + 9, 'agreed', 1, now() ${each(PEOPLE)}`,
  `insert into work_items (region_id, id, agreement_id, at_place, name, done_when, at)
    select 1, md5('item' || id)::uuid, id, 1, '走访', '走到', now() from work_agreements where region_id = 1`,
  `insert into work_facts (region_id, id, agreement_id, item_id, by_person, words, at)
    select 1, gen_random_uuid(), id, md5('item' || id)::uuid, lead_id, '走了', now() from work_agreements where region_id = 1`,
  `insert into allowances (region_id, id, path, person_id, category, from_on, by_person, at)
    select 1, gen_random_uuid(), ${COMMUNITY}, ${id('person')}, 'fullTime', current_date, ${id('person')}, now() ${each(PEOPLE)} on conflict do nothing`,
]

/** What belongs to orders, once they stand: one row each for every third order. */
const OF_ORDERS = [
  `insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, order_id, at)
    select 1, md5('file' || o.id)::uuid, 'photo', 'image/webp', 1, '', 'none', o.requester_id, o.id, o.placed_at from orders o where o.region_id = 1`,
  `insert into order_evidence (region_id, id, order_id, round, version, kind, file_id, by_person, at)
    select 1, gen_random_uuid(), o.id, 1, 1, 'requestPhoto', md5('file' || o.id)::uuid, o.requester_id, o.placed_at from orders o where o.region_id = 1`,
  `insert into order_reach (region_id, order_id, version, person_id, wave, reason, paired, held, quota, at)
    select 1, o.id, 3, h.person_id, 1, case when k < 3 then null else 'area' end, false, 0, 3, o.placed_at from orders o, generate_series(1, 4) k
      cross join lateral (select person_id from helpers where region_id = 1 order by md5(person_id::text || k) limit 1) h where o.region_id = 1 and o.number like 'B%'
    on conflict do nothing`,
  `insert into order_asks (region_id, id, order_id, kind, round, version, asked_by, asked_role, asked_at, amount, unit, settled_at, settled_by, settled_version, outcome)
    select 1, gen_random_uuid(), o.id, 'extension', 1, 4, o.requester_id, 'unitHandler', o.placed_at, 2, 'workDay', o.placed_at, o.requester_id, 5, 'granted' from orders o where o.region_id = 1`,
  `insert into order_calls (region_id, id, order_id, unit_id, how, round, version, called_at, called_by, answered_at, answered_by, answered_version, answer, fitting)
    select 1, gen_random_uuid(), o.id, md5('called' || substr(o.id::text, 1, 2))::uuid, 'joint', 1, 4, o.placed_at, o.requester_id, o.placed_at, o.requester_id, 5, 'done', true from orders o where o.region_id = 1`,
  `insert into order_remarks (region_id, id, order_id, version, audience, text) select 1, gen_random_uuid(), o.id, 1, 'staff', '已看过' from orders o where o.region_id = 1`,
  `insert into order_ratings (region_id, id, order_id, round, by_person, through, resolved, score, at)
    select 1, gen_random_uuid(), o.id, 1, o.requester_id, 'call', 'solved', 4, o.closed_at from orders o where o.region_id = 1 and o.state = 'closed' and o.number like 'B%'`,
  `insert into order_publications (region_id, id, order_id, slug, title, need, outcome, item, community, photo_ids, published_by, published_at)
    select 1, gen_random_uuid(), o.id, md5('slug' || o.id), '换灯泡', '灯不亮', '换好了', o.item, o.community, array[md5('file' || o.id)::uuid], o.requester_id, o.closed_at
    from orders o where o.region_id = 1 and o.state = 'closed' and o.number like 'B%'`,
  `insert into api_keys (region_id, id, name, purpose, scopes, key_hash, tail, per_minute, expires_at, made_by, made_at)
    values (1, ${id('key', "'1'")}, '市民热线平台', '送单', '{read,place,update}', decode(md5('key'), 'hex'), 'abcd', 600, now() + interval '90 days', ${id('person', "'1'")}, now())`,
  `insert into open311_requests (region_id, order_id, key_id, at)
    select 1, o.id, ${id('key', "'1'")}, o.placed_at from orders o where o.region_id = 1 and substr(md5(o.id::text), 1, 1) < '4'`,
  `insert into open311_updates (region_id, id, key_id, order_id, sent_id, version, at)
    select 1, gen_random_uuid(), r.key_id, r.order_id, r.order_id::text, 2, r.at from open311_requests r where r.region_id = 1`,
  `insert into upstream_senders (region_id, id, name, decides, path, columns, version, made_by, made_at, changed_at)
    values (1, ${id('sender', "'1'")}, '市12345热线', true, '/', '[{"heading":"工单编号","field":"number"}]', 1, ${id('person', "'1'")}, now(), now())`,
  `insert into upstream_orders (region_id, order_id, sender_id, number, sent_at, at)
    select 1, o.id, ${id('sender', "'1'")}, 'U' || o.number, o.placed_at, o.placed_at from orders o where o.region_id = 1 and substr(md5(o.id::text), 1, 1) >= 'c'`,
  `insert into upstream_imports (region_id, id, sender_id, by_person, state, rows, placed, known, started_at, beat_at)
    select 1, gen_random_uuid(), ${id('sender', "'1'")}, ${id('person', "'1'")}, 'over', 40, 40, 0, now() - k * interval '1 day', now() - k * interval '1 day' from generate_series(1, 400) k`,
  `insert into ground_counts (region_id, area, what, key, held, wanted)
    select 1, a.path, what, 'of ' || k, k, k from areas a, unnest(array['homes', 'pairs', 'visits', 'duties', 'care', 'reach']) what, generate_series(1, 4) k where a.region_id = 1 and a.level in ('region', 'street', 'community', 'grid')`,
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
