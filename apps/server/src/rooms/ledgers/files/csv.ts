import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import type { FileRow } from '../views/fileRows.ts'
import { guarded } from './values.ts'

/** Text by RFC 4180 with the mark by which Excel knows UTF-8. */
export async function* csvOf(
  columns: readonly LedgerColumn[],
  rows: AsyncIterable<FileRow>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\ufeff${line(columns.map(({ name }) => name.zh))}`)
  for await (const { texts } of rows)
    yield Buffer.from(
      line(
        texts.map((text, at) => {
          const kind = columns[at]?.kind
          return kind === 'number' || kind === 'money' ? text : guarded(text)
        }),
      ),
    )
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
