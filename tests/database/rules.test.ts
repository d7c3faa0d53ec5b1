import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected, ourTables } from '../kit/catalog.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'

// The rules of the data chapter, read from PostgreSQL's own catalog: they keep the door to Citus open and the net tight.

/** Tables that span regions, with the reason. */
const GLOBAL = {
  regions: 'the list of regions itself; a reference table on Citus',
  accounts: 'one human signs in once, whatever the region',
  sessions: 'read before the region is known',
  sign_in_codes: 'sent before the region is known',
  backup_runs: 'a backup is of all regions at once',
  crypto_keys: 'keys encrypt the fields of all regions',
  key_rotations: 'keys encrypt the fields of all regions',
  schema_floor: 'one schema serves all regions',
  identities: 'one human is known elsewhere once, whatever the region',
  door_tickets: 'used before anybody is known',
  passkeys: 'of an account, which is one over all regions',
  factor_challenges: 'answered before anybody is known',
} as const
/** Tables without row-level security, with the reason. */
const WITHOUT_NET = {
  ...GLOBAL,
  order_search: 'full-text operators are not leakproof; its one reader joins orders, where the net holds',
} as const
/** Rows of these are facts: the application may add them and never change or take them back. */
const FACTS = [
  'area_redraws',
  'area_successions',
  'audit_entries',
  'audit_seals',
  'consents',
  'ledger_minutes',
  'order_events',
  'order_evidence',
  'order_ratings',
  'point_entries',
  'register_imports',
]

let database: TestDatabase
let tables: string[]
const asked = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> =>
  connected(database.ownerUrl, async (client) => (await client.query<R>(sql)).rows)
const named = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name).sort()
const inPublic = `relnamespace = 'public'::regnamespace and relname <> 'migrations'`
const ours = `c.oid in (select oid from pg_class where ${inPublic})`

beforeAll(async () => {
  database = await testDatabase()
  tables = await connected(database.ownerUrl, ourTables)
})
afterAll(() => database.close())

const regional = (): string[] => tables.filter((name) => !(name in GLOBAL))

test('every exception named here is a table', () => {
  expect(tables).toEqual(expect.arrayContaining([...Object.keys(WITHOUT_NET), ...FACTS]))
})

test('region_id is the first column of every business table', async () => {
  const rows = await asked<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
     where ${inPublic} and relkind = 'r' and attname = 'region_id' and attnotnull and atttypid = 'int4'::regtype`,
  )
  expect(named(rows)).toEqual(regional())
})

test('the primary key begins with region_id', async () => {
  const rows = await asked<{ name: string; first: string }>(
    `select relname as name, (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) as first
     from pg_index i join pg_class c on c.oid = i.indrelid where ${inPublic} and indisprimary`,
  )
  expect(named(rows)).toEqual(tables)
  expect(named(rows.filter(({ first }) => first === 'region_id'))).toEqual(regional())
})

test('every unique index, exclusion and foreign key of a business table carries region_id', async () => {
  const rows = await asked<{ name: string; table: string }>(`
    select c.relname as table, x.relname as name
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    where ${ours} and (indisunique or indisexclusion)
      and not exists (select from pg_attribute where attrelid = c.oid and attname = 'region_id' and attnum = any (i.indkey))
    union all
    select c.relname, conname from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${ours} and contype in ('f', 'x')
      and not exists (select from pg_attribute where attrelid = c.oid and attname = 'region_id' and attnum = any (k.conkey))`)
  expect(named(rows.filter(({ table }) => !(table in GLOBAL)))).toEqual([])
})

test('there are no triggers, no rules, no views that run as their owner', async () => {
  expect(await asked(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
  expect(await asked(`select rulename from pg_rules where schemaname = 'public'`)).toEqual([])
  expect(
    await asked(
      `select relname from pg_class where ${inPublic} and relkind in ('v', 'm') and not coalesce(reloptions::text like '%security_invoker=true%', false)`,
    ),
  ).toEqual([])
})

test('row-level security is on and forced on every table but the named ones', async () => {
  const rows = await asked<{ name: string }>(
    `select relname as name from pg_class where ${inPublic} and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(named(rows)).toEqual(Object.keys(WITHOUT_NET).sort())
})

test('a guarded table has one policy each for reading, adding, changing and removing, all bound to the region', async () => {
  const rows = await asked<{ name: string; commands: string; bound: boolean }>(`
    select tablename as name, string_agg(cmd, ',' order by cmd) as commands,
      bool_and(coalesce(qual, with_check) like '%net_region_id()%') and bool_and(permissive = 'PERMISSIVE') as bound
    from pg_policies where schemaname = 'public' and policyname <> 'net_copy' group by 1`)
  expect(named(rows)).toEqual(tables.filter((name) => !(name in WITHOUT_NET)))
  expect(rows.filter(({ commands, bound }) => commands !== 'DELETE,INSERT,SELECT,UPDATE' || !bound)).toEqual(
    [],
  )
})

test('a guarded table is open to a copy for its owner alone, and only while it says that it copies', async () => {
  const rows = await asked<{ name: string }>(`
    select tablename as name from pg_policies where schemaname = 'public' and policyname = 'net_copy'
      and cmd = 'SELECT' and roles = '{linli_owner}' and qual = 'net_copies()'`)
  expect(named(rows)).toEqual(tables.filter((name) => !(name in WITHOUT_NET)))
})

test('the application owns nothing, is no superuser and passes by no net', async () => {
  expect(
    await asked(
      `select relname from pg_class where relowner = 'linli_app'::regrole union all select proname from pg_proc where proowner = 'linli_app'::regrole`,
    ),
  ).toEqual([])
  expect(
    await asked(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'linli_app'`,
    ),
  ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
  const [may] = await asked<{ create: boolean; owner: boolean }>(
    `select has_schema_privilege('linli_app', 'public', 'create') as create, pg_has_role('linli_app', 'linli_owner', 'member') as owner`,
  )
  expect(may).toEqual({ create: false, owner: false })
})

test('facts are added and never changed: no UPDATE, DELETE or TRUNCATE for the application', async () => {
  const rows = await asked<{ name: string }>(`
    select relname as name from pg_class where ${inPublic} and relkind = 'r'
      and (has_table_privilege('linli_app', oid, 'update') or has_table_privilege('linli_app', oid, 'delete'))`)
  expect(named(rows).filter((name) => FACTS.includes(name))).toEqual([])
  expect(
    await asked(
      `select relname from pg_class where ${inPublic} and relkind = 'r' and has_table_privilege('linli_app', oid, 'truncate')`,
    ),
  ).toEqual([])
  const columns = await asked<{ name: string }>(`
    select c.relname || '.' || attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0
    where ${ours} and relkind = 'r' and not has_table_privilege('linli_app', c.oid, 'update')
      and has_column_privilege('linli_app', c.oid, attnum, 'update')`)
  // A comment can be erased, an outbox row is marked as told, a passkey counts its uses, a companion answers,
  // what the owner of a campaign was told is marked,
  // and where a row lies follows a redraw; nothing else of them moves.
  expect(named(columns)).toEqual([
    'campaign_terms.done_told_at',
    'campaign_terms.ending_told_at',
    'campaigns.path',
    'duty_log.path',
    'order_ratings.comment',
    'outbox.relayed_at',
    'passkeys.counter',
    'passkeys.used_at',
    'visit_companions.answered_at',
    'visit_companions.was_there',
    'visit_photos.path',
    'visit_records.path',
  ])
})

test('only what is kept for a while may be deleted by the application', async () => {
  const rows = await asked<{ name: string }>(
    `select relname as name from pg_class where ${inPublic} and relkind = 'r' and has_table_privilege('linli_app', oid, 'delete')`,
  )
  expect(named(rows)).toEqual([
    'care_deputies', // a plan that ended has nobody who stands in
    'care_lines', // nothing of it is due
    'commands',
    'device_contacts', // whoever gives a device back has nobody to be reached for
    'door_tickets',
    'duties', // a proposal gives way to the next
    'factor_challenges',
    'identities',
    'merchant_walks', // a measurement that is taken back
    'order_search',
    'outbox',
    'pairings', // a proposal gives way to the next
    'passkeys',
    'pledge_pages', // what somebody shows of themselves goes when they take it back
    'pledges',
    'sign_in_codes',
    'suggestion_models', // the seven newest are kept
    'work_agreements', // what was sent back was never agreed on
    'work_items',
  ])
})

test('nothing counted is a float, no id comes from a sequence, no code is a database enum', async () => {
  const floats = await asked<{ name: string }>(`
    select relname || '.' || attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0
    where ${inPublic} and relkind = 'r' and atttypid = any ('{float4,float8,money,numeric}'::regtype[])`)
  expect(named(floats)).toEqual([])
  const serials = await asked<{ name: string }>(`
    select relname || '.' || attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0
    where ${inPublic} and relkind = 'r'
      and (attidentity <> '' or pg_get_serial_sequence(quote_ident(relname), attname) is not null)`)
  expect(named(serials)).toEqual(['audit_entries.seq', 'outbox.seq']) // reading orders, not ids
  expect(
    await asked(`select typname from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'`),
  ).toEqual([])
})

test('area paths compare as bytes', async () => {
  const rows = await asked<{ name: string }>(`
    select relname || '.' || attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0
    where ${inPublic} and relkind = 'r' and (attname = 'community' or attname = 'path' or attname like '%\\_path')
      and attcollation <> 'pg_catalog."C"'::regcollation`)
  expect(named(rows)).toEqual([])
})
