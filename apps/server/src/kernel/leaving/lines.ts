import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { CryptoProvider } from '../crypto/provider.ts'
import { opened, type Protections, type SecretTable } from '../crypto/secretColumns.ts'
import type { LeavingTable, LineCount } from './shape.ts'

const ROWS_AT_ONCE = 1000
const PART_BYTES = 4 * 2 ** 20

type Line = { line: string } & { readonly [column: string]: unknown }

/**
 * The rows of a region in a table, one line of JSON each, as PostgreSQL writes them; encrypted columns stand there in
 * clear behind the others. Told in pieces of a few megabytes.
 * @param region the one it has here
 * @param client in a transaction with the net open
 * @throws CryptoError when a value does not open
 */
export async function* linesOf(
  client: pg.ClientBase,
  table: LeavingTable,
  region: number,
  crypto: Pick<CryptoProvider, 'decryptField'>,
  protections: Protections,
  counted: (count: LineCount) => void,
): AsyncGenerator<Buffer> {
  const secret = secretOf(table, protections)
  const plain = table.columns.filter(
    (column) => !table.clear.includes(column) && !table.madeAnew.includes(column),
  )
  const needed = [...new Set([...table.clear, ...contextColumns(secret)])]
  const cursor = `leaving_${table.name}`
  const pairs = plain.map((column) => `${text(column)}, t.${column}`)
  // An object of more than fifty pairs is put together from several: a function takes a hundred arguments.
  const objects = Array.from(
    { length: Math.ceil(pairs.length / 45) },
    (_, at) => `jsonb_build_object(${pairs.slice(at * 45, at * 45 + 45).join(', ')})`,
  )
  await client.query(
    `declare ${cursor} no scroll cursor for select (${objects.join(' || ') || "'{}'::jsonb"})::text as line${needed.map((column) => `, t.${column}`).join('')}
     from public.${table.name} t where ${table.rows} order by ${qualified(table.order)}`,
    [region],
  )
  const hash = createHash('sha256')
  let rows = 0
  let held: Buffer[] = []
  let length = 0
  for (;;) {
    const { rows: some } = await client.query<Line>(`fetch ${ROWS_AT_ONCE} from ${cursor}`)
    for (const row of some) {
      const clear = Object.fromEntries(table.clear.map((column) => [column, null as string | null]))
      for (const [column, value] of opened(secret, row, crypto)) clear[column] = value
      const bytes = Buffer.from(`${merged(row.line, clear)}\n`)
      hash.update(bytes)
      held.push(bytes)
      length += bytes.length
      rows += 1
    }
    if (length >= PART_BYTES || (some.length < ROWS_AT_ONCE && length > 0)) {
      yield Buffer.concat(held)
      held = []
      length = 0
    }
    if (some.length < ROWS_AT_ONCE) break
  }
  await client.query(`close ${cursor}`)
  counted({ rows, sha256: hash.digest('hex') })
}

/** A table's ciphers and indexes that leave, as the catalogue says they are made. */
export function secretOf(table: LeavingTable, protections: Protections): SecretTable {
  const entries = Object.entries(protections[table.name] ?? {})
  return {
    name: table.name,
    ciphers: entries.flatMap(([column, protection]) =>
      protection?.kind === 'encrypted' && table.clear.includes(column)
        ? [{ column, context: protection.context }]
        : [],
    ),
    indexes: entries.flatMap(([column, protection]) =>
      protection?.kind === 'index' ? [{ column, of: protection.of, text: protection.text }] : [],
    ),
    key: [],
    needed: [],
    regional: true,
  }
}

const contextColumns = ({ ciphers }: SecretTable): string[] =>
  ciphers.flatMap(({ context }) => [...context.matchAll(/\{(\w+)\}/g)].flatMap(([, column]) => column ?? []))

const merged = (line: string, clear: { readonly [column: string]: string | null }): string =>
  Object.keys(clear).length === 0
    ? line
    : `${line.slice(0, -1)}${line === '{}' ? '' : ', '}${JSON.stringify(clear).slice(1)}`

const text = (column: string): string => `'${column.replaceAll('"', '')}'`
/** The order is over the table's own columns, which a statement over several must say. */
const qualified = (order: string): string => order.replace(/(^|, )(?=["a-z])/g, '$1t.')
