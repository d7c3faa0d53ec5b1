import sql, { raw, type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { type Database, openDatabase } from '../../apps/server/src/kernel/db/database.ts'
import { rangeOf, type Scope } from '../../apps/server/src/kernel/db/scope.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { byTable, type Column, readColumns } from '../../db/columns.ts'
import { connected } from '../kit/catalog.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import { canary, type Perch } from './canaries.ts'

// Row-level security on one connection that is used again and again: closed without a scope, and inside a scope
// exactly as wide as the scope.

/** What opens each guarded table. A new table must be put into one of these lists. */
const BY_AREA = [
  'allowances',
  'bookings',
  'card_consents',
  'card_members',
  'card_referrals',
  'card_tags',
  'check_ins',
  'course_seats',
  'data_requests',
  'duties',
  'duty_log',
  'duty_swaps',
  'feedback_cards',
  'ground_counts',
  'household_cards',
  'households',
  'letters',
  'loans',
  'menu_takes',
  'mentor_pairs',
  'order_asks',
  'order_calls',
  'order_clocks',
  'order_days',
  'order_events',
  'order_evidence',
  'order_ratings',
  'order_remarks',
  'order_states',
  'order_texts',
  'orders',
  'pairings',
  'partner_lists',
  'unit_reports',
  'queue_tickets',
  'point_accounts',
  'point_entries',
  'redemptions',
  'roster_members',
  'activity_signups',
  'activity_help',
  'merchant_objections',
  'visit_photos',
  'visit_records',
]
const BY_REGION = [
  'agreement_payments',
  'agreement_promises',
  'agreements',
  'menu_items',
  'pledge_pages',
  'pledges',
  'area_aliases',
  'area_outlines',
  'area_positions',
  'area_redraws',
  'area_successions',
  'areas',
  'audit_entries',
  'audit_seals',
  'activities',
  'activity_photos',
  'activity_seats',
  'bookables',
  'merchant_notices',
  'merchant_walks',
  'merchants',
  'booking_slots',
  'campaign_companies',
  'campaign_terms',
  'campaigns',
  'commands',
  'course_files',
  'course_sessions',
  'courses',
  'document_numbers',
  'document_templates',
  'grants',
  'grid_plans',
  'ground_counted',
  'helper_skills',
  'helpers',
  'lendables',
  'household_members',
  'api_keys',
  'open311_requests',
  'open311_updates',
  'order_number_blocks',
  'order_parties',
  'order_publications',
  'outbox',
  'pairing_plans',
  'party_bodies',
  'people',
  'point_proofs',
  'policy_versions',
  'posts',
  'register_imports',
  'rewards',
  'roster_posts',
  'queue_days',
  'rosters',
  'stations',
  'suggestion_terms',
  'team_allies',
  'team_members',
  'teams',
  'units',
  'upstream_imports',
  'upstream_orders',
  'upstream_senders',
  'ledger_minutes',
  'ledger_templates',
  'visit_forms',
]
const BY_PERSON = [
  'consents',
  'data_exports',
  'duty_calendars',
  'guests',
  'erasures',
  'files',
  'ledger_choices',
  'ledger_exports',
  'notices',
  'register_runs',
  'saved_views',
  'visit_companions',
]
const BY_SYSTEM = [
  'care_alarms',
  'care_contacts',
  'care_deputies',
  'care_lines',
  'care_plans',
  'care_stand_ins',
  'deliveries',
  'device_bindings',
  'device_contacts',
  'device_messages',
  'device_press_asked',
  'device_press_steps',
  'device_presses',
  'devices',
  'order_reach',
  'suggestion_models',
  'work_agreements',
  'work_facts',
  'work_items',
]
const GUARDED = [...BY_AREA, ...BY_REGION, ...BY_PERSON, ...BY_SYSTEM].sort()

const perch = (region: number, path: string): Perch => ({
  region,
  path,
  person: newId(),
  order: newId(),
  account: newId(),
})
const g1 = perch(1, '/s01/c01/g1/')
const g101 = perch(1, '/s01/c01/g101/')
const elsewhere = perch(2, '/s01/c01/g1/')
const inside = (...paths: string[]): Scope => ({ region: 1, ranges: paths.map(rangeOf) })

let database: TestDatabase
/** One connection, so that every statement meets what the one before it left. */
let db: Database
let columns: Map<string, Column[]>

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, poolSize: 1 })
  await connected(database.adminUrl, async (admin) => {
    columns = byTable(await readColumns(admin))
    for (const table of GUARDED)
      for (const where of [g1, g101, elsewhere]) {
        const row = canary(columns.get(table) ?? [], where)
        await admin.query(row.text, row.values as unknown[])
      }
  })
})
afterAll(async () => {
  await db.close()
  await database.close()
})

const countOf = (table: string): Sql => sql`select count(*)::int as n from ${raw(table)}`
const seen = async (scope: Scope, table: string): Promise<number> =>
  (await db.read<{ n: number }>(scope, countOf(table)))[0]?.n ?? -1
const seenWithoutScope = async (table: string): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(countOf(table).text)
  return rows[0]?.n ?? -1
}

test('the lists above name every table with row-level security', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(GUARDED)
})

describe.each(GUARDED)('%s', (table) => {
  test('is closed on a connection that was scoped before', async () => {
    await db.commit({ ...systemScope(1), person: g1.person }, [countOf(table)])
    expect(await seenWithoutScope(table)).toBe(0)
    expect(await db.global<{ n: number }>(countOf(table))).toEqual([{ n: 0 }])
    await expect(db.commit(systemScope(1), [sql`select 1 / 0`])).rejects.toThrow(/division by zero/)
    expect(await seenWithoutScope(table)).toBe(0)
  })

  test('shows the system one region at a time', async () => {
    const scoped = async (region: number): Promise<number> =>
      seen({ ...systemScope(region), person: region === 1 ? g1.person : elsewhere.person }, table)
    expect([await scoped(1), await scoped(2), await scoped(3)]).toEqual([2, 1, 0])
  })

  test("takes no row for another region, and gives none of one's own away", async () => {
    const scope = { ...systemScope(1), person: g1.person }
    const foreign = canary(columns.get(table) ?? [], perch(2, '/s01/c01/g1/'))
    await expect(db.commit(scope, [foreign])).rejects.toMatchObject({ code: '42501' })
    const away = db.commit(scope, [sql`update ${raw(table)} set region_id = 2`])
    await expect(away).rejects.toMatchObject({ code: '42501' })
  })
})

test.each(BY_AREA)('%s: the scope of g1 shows g1 and not g101', async (table) => {
  expect(await seen(inside('/s01/c01/g1/'), table)).toBe(1)
  expect(await seen(inside('/s01/c01/g101/'), table)).toBe(1)
  expect(await seen(inside('/s01/c01/'), table)).toBe(2)
  expect(await seen(inside('/s01/c02/'), table)).toBe(0)
  expect(await seen({ region: 1 }, table)).toBe(0)
})

test.each(BY_PERSON)('%s: shows a person what is theirs, and a colleague nothing', async (table) => {
  expect(await seen({ region: 1, person: g1.person }, table)).toBe(1)
  expect(await seen({ region: 1, person: newId() }, table)).toBe(0)
  expect(await seen({ region: 2, person: g1.person }, table)).toBe(0)
})

test.each(BY_SYSTEM)('%s: shows a person nothing, however wide the scope', async (table) => {
  expect(await seen({ ...inside('/'), person: g1.person }, table)).toBe(0)
})

test('four areas are seen together; a fifth is refused rather than forgotten', async () => {
  const four = ['/s01/c01/g1/', '/s01/c01/g101/', '/s02/', '/s03/']
  expect(await seen(inside(...four), 'orders')).toBe(2)
  expect(await seen(inside(...four.toReversed()), 'orders')).toBe(2)
  await expect(db.read(inside(...four, '/s04/'), countOf('orders'))).rejects.toThrow('at most 4')
})

test('an order noted as seen opens what belongs to it, to its transaction alone', async () => {
  const note = sql`select net_note_seen(id) from orders`
  const noting = async (scope: Scope) => (await db.commit(scope, [note, countOf('order_texts')])).at(-1)
  expect(await noting(inside('/s01/c01/g1/'))).toEqual([{ n: 1 }])
  expect(await noting({ region: 1 })).toEqual([{ n: 0 }])
  const moved = sql`select set_config('app.region', '2', true), set_config('app.lo1', '', true)`
  const answers = await db.commit(inside('/s01/'), [note, moved, countOf('order_texts')])
  expect(answers.at(-1)).toEqual([{ n: 0 }])
})

describe('parties of an order', () => {
  const stranger = newId()
  const asParty = async (column: 'person_id' | 'unit_id' | 'team_id', scope: Scope): Promise<number[]> => {
    const id = newId()
    await db.commit(systemScope(1), [
      sql`insert into order_parties (region_id, id, order_id, role, ${raw(column)}) values (1, ${id}, ${g1.order}, 'assignee', ${stranger})`,
    ])
    const during = await seen(scope, 'orders')
    const texts = await seen(scope, 'order_texts')
    await db.commit(systemScope(1), [
      sql`update order_parties set to_at = app_now() where region_id = 1 and id = ${id}`,
    ])
    return [during, texts, await seen(scope, 'orders')]
  }

  test('see that order, its words, and nothing more, until they are no longer parties', async () => {
    expect(await asParty('person_id', { region: 1, person: stranger })).toEqual([1, 1, 0])
    expect(await asParty('unit_id', { region: 1, person: newId(), units: [newId(), stranger] })).toEqual([
      1, 1, 0,
    ])
    expect(await asParty('team_id', { region: 1, person: newId(), teams: [stranger] })).toEqual([1, 1, 0])
  })

  test('see nothing of another region under the same id', async () => {
    expect(await seen({ region: 2, person: g1.person }, 'orders')).toBe(0)
  })
})

describe('the complained-of', () => {
  const subject = newId()
  const mark = (column: 'about_person_id' | 'about_unit_id', value: string | null): Promise<unknown> =>
    db.commit(systemScope(1), [
      sql`update orders set ${raw(column)} = ${value} where region_id = 1 and id = ${g1.order}`,
    ])

  test('does not see the order, though it lies in the own area and though party to it', async () => {
    await mark('about_person_id', subject)
    expect(await seen({ ...inside('/s01/'), person: subject }, 'orders')).toBe(1)
    expect(await seen({ ...inside('/s01/'), person: subject }, 'order_texts')).toBe(1)
    expect(await seen({ ...inside('/s01/'), person: newId() }, 'orders')).toBe(2)
    await mark('about_person_id', g1.person)
    expect(await seen({ region: 1, person: g1.person }, 'orders')).toBe(0)
    await mark('about_person_id', null)
  })

  test('a unit does not see what is about it', async () => {
    await mark('about_unit_id', subject)
    expect(await seen({ ...inside('/s01/'), person: newId(), units: [subject] }, 'orders')).toBe(1)
    expect(await seen({ ...inside('/s01/'), person: newId(), units: [newId()] }, 'orders')).toBe(2)
    await mark('about_unit_id', null)
  })
})

test('search keeps tokens outside the net, but its only reader joins the net', async () => {
  const row = canary(columns.get('order_search') ?? [], g101)
  await connected(database.adminUrl, (admin) => admin.query(row.text, row.values as unknown[]))
  const joined = sql`select count(*)::int as n from order_search s join orders o on o.region_id = s.region_id and o.id = s.order_id`
  expect(await db.read(inside('/s01/c01/g1/'), joined)).toEqual([{ n: 0 }])
  expect(await db.read(inside('/s01/c01/g101/'), joined)).toEqual([{ n: 1 }])
})
