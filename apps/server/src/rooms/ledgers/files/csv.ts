import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { csvLine, guarded } from '../../../kernel/tables/guarded.ts'
import type { FileRow } from '../views/fileRows.ts'

/** Text by RFC 4180 with the mark by which Excel knows UTF-8. */
export async function* csvOf(
  columns: readonly LedgerColumn[],
  rows: AsyncIterable<FileRow>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\ufeff${csvLine(columns.map(({ name }) => name.zh))}`)
  for await (const { texts } of rows)
    yield Buffer.from(
      csvLine(
        texts.map((text, at) => {
          const kind = columns[at]?.kind
          return kind === 'number' || kind === 'money' ? text : guarded(text)
        }),
      ),
    )
}
