import { createHash } from 'node:crypto'
import type { Cell } from '@linli/contract/ledgers/shapes'
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Row, Tx } from '../../../kernel/db/database.ts'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import type { PlaceRules } from '../../places/index.ts'
import { cellsOf, textOf, wordsOf } from '../cells.ts'
import { type Asked, counted, orderBy, type Sort, selected } from './asked.ts'

/** One row on its way into a file: its cells and what they are in words. */
export type FileRow = {
  readonly id: string
  readonly cells: readonly Cell[]
  readonly texts: readonly string[]
}

const AT_ONCE = 500

/** How many rows there are. */
export async function countRows(tx: Tx, { ledger, where }: Asked): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    sql`select count(*)::int as count from ${counted(ledger)} where ${where}`,
  )
  return row?.count ?? 0
}

/**
 * All rows through a cursor of the server's, some hundred at a time: neither side holds more than those.
 * @param onRead hears how many rows were read
 */
export async function* rowsOf(
  tx: Tx,
  asked: Asked & { readonly columns: readonly LedgerColumn[]; readonly sort: Sort },
  rules: PlaceRules,
  onRead: (rows: number) => void,
): AsyncGenerator<FileRow> {
  const { ledger, where, columns, sort } = asked
  const words = columns.map((column) => wordsOf(column, rules))
  const read = sql`select ${raw(ledger.id)} as id, ${selected(columns)} from ${raw(ledger.from)} where ${where} ${orderBy(sort, ledger)}`
  // A FETCH is prepared by its text and answers in the columns of its first cursor: each read has a name of its own.
  const cursor = `ledger_${createHash('sha256').update(read.text).digest('hex').slice(0, 24)}`
  await tx.query(sql`declare ${raw(cursor)} no scroll cursor for ${read}`)
  const next: Sql = raw(`fetch ${AT_ONCE} from ${cursor}`)
  for (;;) {
    const rows = await tx.query<Row & { id: string }>(next)
    for (const row of rows) {
      const cells = cellsOf(columns, row)
      const texts = columns.map((column, at) => textOf(column, cells[at] ?? null, words[at] ?? new Map()))
      yield { id: row.id, cells, texts }
    }
    onRead(rows.length)
    if (rows.length < AT_ONCE) break
  }
  await tx.query(raw(`close ${cursor}`))
}
