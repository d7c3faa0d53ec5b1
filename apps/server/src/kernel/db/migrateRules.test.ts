import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS } from './migrate.ts'
import { type MigrationRule, migrationFindings } from './migrateRules.ts'

/** The first release has 0018: up to it no version before serves beside, so that what they changed at once harmed nobody. */
const BEFORE_FIRST_RELEASE = 18

/** Later ones that may break a rule, with the reason. */
const WIDENED = 'a check that takes one word more: whatever the version before writes still fits it'
const EXEMPT: { readonly [file: string]: string } = {
  '0063_partners_report_numbers.sql': WIDENED,
  '0064_partners_report_templates.sql': WIDENED,
  '0065_people_members_closed.sql': WIDENED,
  '0066_kernel_documents.sql': WIDENED,
  '0069_places_post_register.sql': WIDENED,
  '0084_places_device_register.sql': WIDENED,
  '0071_orders_lifecycle.sql': WIDENED,
  '0099_orders_remarks_for_doers.sql': WIDENED,
  '0090_orders_co_hosts.sql': WIDENED,
}

test('every migration since the first release can run beside the version before', async () => {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  const found: unknown[] = []
  for (const name of names) {
    if (Number(name.slice(0, 4)) <= BEFORE_FIRST_RELEASE || EXEMPT[name]) continue
    found.push(...migrationFindings(name, await readFile(join(MIGRATIONS, name), 'utf8')))
  }
  expect(found).toEqual([])
  expect(names.length).toBeGreaterThanOrEqual(BEFORE_FIRST_RELEASE)
  expect(Object.keys(EXEMPT).filter((name) => !names.includes(name))).toEqual([])
})

test('the rules see what they are for: the ones before the first release break some', async () => {
  const text = await readFile(join(MIGRATIONS, '0009_kernel_net.sql'), 'utf8')
  expect(migrationFindings('0009_kernel_net.sql', text).map(({ rule }) => rule)).toContain(
    'indexConcurrently',
  )
})

const ALONE = '-- postgres-migrations disable-transaction\n'
test.each<[text: string, rules: MigrationRule[]]>([
  ['create index orders_more on orders (region_id, item);', ['indexConcurrently']],
  ['create unique index on orders (region_id, item);', ['indexConcurrently']],
  ['drop index orders_item;', ['indexConcurrently']],
  [`create index concurrently if not exists a on orders (id);`, ['concurrentlyAlone']],
  [`${ALONE}create index concurrently a on orders (id);`, ['concurrentlyAlone']],
  [`${ALONE}create index concurrently if not exists a on orders (id); select 1;`, ['concurrentlyAlone']],
  ['alter table orders rename column title to heading;', ['takesAway']],
  ['alter table orders rename to tickets;', ['takesAway']],
  ['alter table orders drop column title;', ['takesAway']],
  ['alter table orders alter column version type bigint;', ['takesAway']],
  ['drop table orders;', ['takesAway']],
  ['alter table orders add column a text, drop column b;', ['takesAway']],
  ['alter table orders add column a text not null;', ['columnRewrites']],
  ['alter table orders add column a timestamptz default clock_timestamp();', ['columnRewrites']],
  ['alter table orders add column a text unique;', ['columnRewrites']],
  ['alter table orders alter column a set not null;', ['columnRewrites']],
  ["alter table orders add constraint a check (state <> 'x');", ['constraintNotValid']],
  ['alter table orders add foreign key (region_id) references regions (id);', ['constraintNotValid']],
  ["update orders set state = 'closed';", ['changesRows']],
  ['delete from commands;', ['changesRows']],
  ['insert into areas select * from old_areas;', ['changesRows']],
  ['alter table orders add column a text; alter table people add column a text;', ['oneTable']],
  ['lock table orders;', ['heavyLock']],
  ['truncate commands;', ['heavyLock']],
  ['select schema_needs(20); alter table orders drop column a;', ['needsEarlier']],
])('%s', (text, rules) => {
  expect(migrationFindings('0020_test.sql', text).map(({ rule }) => rule)).toEqual(rules)
})

test.each([
  'create table lamps (region_id integer not null, id uuid not null); create index lamps_id on lamps (id); update lamps set id = id;',
  `${ALONE}create index concurrently if not exists a on orders (id);`,
  `${ALONE}drop index concurrently if exists a;`,
  "alter table orders add column a text, add column b integer not null default 0, add column c text default 'x;y';",
  "alter table orders add constraint a check (state <> 'x') not valid;",
  'alter table orders validate constraint a;',
  'select schema_needs(19); alter table orders drop column a;',
  "insert into policy_keys (name) values ('drop table orders;');",
  'create function f() returns void language plpgsql as $$ begin drop table orders; end $$; -- drop table orders;',
])('may run beside the version before: %s', (text) => {
  expect(migrationFindings('0020_test.sql', text)).toEqual([])
})
