import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../db/catalogue/index.ts'
import { filled, PROTECTED, type Protection } from '../../db/catalogue/protection.ts'

const protections: {
  readonly [table: string]: { readonly [column: string]: Protection | undefined } | undefined
} = PROTECTED
const columnsOf = (table: string): string[] =>
  Object.keys(Object.entries(CATALOGUE).find(([name]) => name === table)?.[1].columns ?? {})

test('how each secret column is made is said, so that keys can be changed and a region can leave', () => {
  const secret = Object.entries(CATALOGUE).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(
        ([name, entry]) => entry.class === 'secret' || /_(cipher|hmac|mac)$|^mac$|totp_secret/.test(name),
      )
      .map(([name]) => `${table}.${name}`),
  )
  const said = Object.entries(protections).flatMap(([table, columns = {}]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect(secret.filter((name) => !said.includes(name))).toEqual([])
  expect(said.filter((name) => !secret.includes(name))).toEqual([])
})

test('an index is made of an encrypted column beside it, and templates name columns that are there', () => {
  for (const [table, columns = {}] of Object.entries(protections))
    for (const [column, protection] of Object.entries(columns)) {
      if (protection?.kind === 'index')
        expect(columns[protection.of]?.kind, `${table}.${column}`).toBe('encrypted')
      const template =
        protection?.kind === 'encrypted'
          ? protection.context
          : protection?.kind === 'index'
            ? protection.text
            : ''
      for (const [, named = ''] of template.matchAll(/\{(\w+)\}/g))
        if (named !== 'text') expect(columnsOf(table), `${table}.${column}`).toContain(named)
    }
})

test('two encrypted columns never share a context: a value moved from one to the other must not open', () => {
  const contexts = Object.values(protections).flatMap((columns = {}) =>
    Object.values(columns).flatMap((protection) =>
      protection?.kind === 'encrypted' ? [protection.context] : [],
    ),
  )
  expect(new Set(contexts.map((context) => context.split(':')[0])).size).toBe(contexts.length)
})

test('a template without its column is an error, not an empty context', () => {
  expect(filled('people.phone:{region_id}', { region_id: 3 })).toBe('people.phone:3')
  expect(() => filled('people.phone:{region_id}', { region_id: null })).toThrow('region_id')
})

/** Files that may use Node's cryptography directly, with the reason; everything else asks the provider. */
const DIRECT: { readonly [path: string]: string } = {
  'kernel/crypto/': 'the provider itself',
  'kernel/backup/': 'sums and names of archives, encrypted by age for a key the house does not have',
  'kernel/leaving/': 'sums of archives, encrypted by age for a key the house does not have',
  'kernel/auth/tokens.ts': 'random tokens and their digest: 256 bits of chance need no key',
  'kernel/auth/passwords.ts': 'argon2id, which no key can make quicker or slower',
  'kernel/auth/passwordsKept.ts': 'argon2id',
  'kernel/auth/senders/': 'requests signed as the message provider demands, with the key it gave',
  'rooms/devices/doors/signature.ts':
    'requests proved by the key that a gateway shares with us, as it signs them',
  'kernel/postgres/temporaryPostgres.ts': 'passwords of a database that lives as long as a test run',
}
/** What chance and sums are taken from; nothing here needs a key. */
const HARMLESS = /^(randomUUID|randomBytes|randomInt|createHash|timingSafeEqual|type .*)$/

test('ciphers, keyed hashes and signatures come from the provider alone', async () => {
  const root = fileURLToPath(new URL('../../apps/server/src/', import.meta.url))
  const found: string[] = []
  for (const path of globSync('**/*.ts', { cwd: root })) {
    if (path.endsWith('.test.ts') || Object.keys(DIRECT).some((place) => path.startsWith(place))) continue
    const text = await readFile(`${root}${path}`, 'utf8')
    for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '(?:node:)?crypto'/g))
      for (const name of names
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean))
        if (!HARMLESS.test(name)) found.push(`${path}: ${name}`)
    if (/from '(@node-rs\/argon2|@noble\/|sm-crypto)/.test(text)) found.push(`${path}: a package`)
    if (/import (\* as )?\w+ from '(?:node:)?crypto'/.test(text)) found.push(`${path}: all of crypto`)
    if (/crypto\.subtle/.test(text)) found.push(`${path}: crypto.subtle`)
  }
  expect(found).toEqual([])
})
