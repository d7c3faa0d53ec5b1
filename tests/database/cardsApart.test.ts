import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connected } from '../kit/catalog.ts'
import { testDatabase } from '../kit/database.ts'

// What stands on a household's card by separate consent is read one card at a time, by the card's own statements: no list,
// filter, export, counter or search anywhere names its tables.

const ROOT = join(import.meta.dirname, '../..')
const KEPT_APART = /\bcard_(tags|consents|referrals)\b/
/** Who may name them: the card's own reads and writes, the seals they are bound to, and how they are told to their person. */
const OWN = [
  'apps/server/src/rooms/people/views/cards.ts',
  'apps/server/src/rooms/people/store/cards.ts',
  'apps/server/src/rooms/people/store/cardConsents.ts',
  'apps/server/src/rooms/people/privacy/shown.ts',
]
const inCards = (file: string): boolean => file.startsWith('apps/server/src/rooms/people/cards/')

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts') && !one.name.endsWith('.test.ts'))
    .map((one) => join(one.parentPath, one.name).slice(ROOT.length + 1))

test('no statement of the house but the card’s own names what needs separate consent', () => {
  const files = [...sources('apps/server/src'), ...sources('packages/contract/src')]
  expect(files.length).toBeGreaterThan(300)
  const naming = files.filter((file) => KEPT_APART.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(naming.filter((file) => !OWN.includes(file) && !inCards(file))).toEqual([])
  expect(naming).toEqual(expect.arrayContaining(OWN.slice(0, 3)))
})

test('each of the card’s reads of it is for one household or one person', () => {
  const text = readFileSync(join(ROOT, OWN[0] ?? ''), 'utf8')
  for (const table of ['card_tags t', 'card_referrals t']) {
    const reads = text.split(`from ${table}`).slice(1)
    expect(reads.length).toBeGreaterThan(0)
    for (const read of reads) expect(read).toMatch(/t\.household_id = \$\{household\}::uuid/)
  }
})

test('nothing to search, sort or count by stands in clear, and no index is made over it', async () => {
  const database = await testDatabase()
  try {
    await connected(database.ownerUrl, async (client) => {
      const columns = await client.query<{ name: string }>(
        `select table_name || '.' || column_name as name from information_schema.columns
         where table_name in ('card_tags', 'card_consents') and data_type in ('text', 'jsonb') order by 1`,
      )
      expect(columns.rows.map(({ name }) => name)).toEqual([
        'card_consents.kind_cipher',
        'card_consents.way',
        'card_consents.why_cipher',
        'card_tags.help_cipher',
        'card_tags.kind_cipher',
      ])
      const indexes = await client.query(
        `select indexdef from pg_indexes where tablename like 'card\\_%' and indexdef ~ 'cipher'`,
      )
      expect(indexes.rows).toEqual([])
    })
  } finally {
    await database.close()
  }
})
