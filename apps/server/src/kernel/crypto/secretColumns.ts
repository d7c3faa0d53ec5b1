import type pg from 'pg'
import { filled, type Protection } from '../../../../../db/catalogue/protection.ts'
import type { CryptoProvider } from './provider.ts'

/** What the catalogue says of secret columns, by table. The kernel knows no table by name: the house hands it over. */
export type Protections = {
  readonly [table: string]: { readonly [column: string]: Protection | undefined } | undefined
}

export type Cipher = { readonly column: string; readonly context: string }
export type Index = { readonly column: string; readonly of: string; readonly text: string }
/** A table with secrets that depend on a key. */
export type SecretTable = {
  readonly name: string
  readonly ciphers: readonly Cipher[]
  readonly indexes: readonly Index[]
  /** The columns of its primary key with their types, in order. */
  readonly key: readonly { readonly column: string; readonly type: string }[]
  readonly regional: boolean
  /** Columns that contexts and index texts are made with. */
  readonly needed: readonly string[]
}
export type SecretRow = { readonly [column: string]: unknown }

/** The tables with encrypted columns, as catalogue and database describe them. @throws when a table is not there */
export async function secretTables(pool: pg.Pool, protections: Protections): Promise<SecretTable[]> {
  const { rows } = await pool.query<{ name: string; column: string; type: string }>(`
    select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_index i join pg_class c on c.oid = i.indrelid cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where c.relnamespace = 'public'::regnamespace and i.indisprimary order by c.relname, k.at`)
  return Object.entries(protections).flatMap(([name, columns = {}]) => {
    const ciphers: Cipher[] = []
    const indexes: Index[] = []
    for (const [column, protection] of Object.entries(columns)) {
      if (protection?.kind === 'encrypted') ciphers.push({ column, context: protection.context })
      if (protection?.kind === 'index') indexes.push({ column, of: protection.of, text: protection.text })
    }
    if (ciphers.length === 0) return []
    const key = rows.filter((row) => row.name === name).map(({ column, type }) => ({ column, type }))
    if (key.length === 0) throw new Error(`the table ${name} has no primary key or is not there`)
    const templates = [...ciphers.map(({ context }) => context), ...indexes.map(({ text }) => text)].join(' ')
    const named = [...templates.matchAll(/\{(\w+)\}/g)].flatMap(([, column = '']) =>
      column === 'text' ? [] : [column],
    )
    const needed = [...new Set([...key.map(({ column }) => column), ...named])]
    return [{ name, ciphers, indexes, key, needed, regional: key[0]?.column === 'region_id' }]
  })
}

/** A row's encrypted columns in clear, by column; columns without a value are left out. @throws CryptoError */
export function opened(
  { ciphers }: SecretTable,
  row: SecretRow,
  crypto: Pick<CryptoProvider, 'decryptField'>,
): Map<string, string> {
  const clear = new Map<string, string>()
  for (const { column, context } of ciphers) {
    const cipher = row[column]
    if (typeof cipher === 'string') clear.set(column, crypto.decryptField(cipher, filled(context, row)))
  }
  return clear
}

/** What stands in a row's secret columns for these clear values: cipher texts and indexes (bytes). */
export function closed(
  { ciphers, indexes }: SecretTable,
  row: SecretRow,
  clear: ReadonlyMap<string, string>,
  crypto: Pick<CryptoProvider, 'encryptField' | 'lookUp'>,
): { readonly [column: string]: string | Buffer } {
  const values: { [column: string]: string | Buffer } = {}
  for (const { column, context } of ciphers) {
    const text = clear.get(column)
    if (text !== undefined) values[column] = crypto.encryptField(text, filled(context, row))
  }
  for (const { column, of, text } of indexes) {
    const made = clear.get(of)
    if (made !== undefined) values[column] = crypto.lookUp(filled(text, { ...row, text: made }))
  }
  return values
}
