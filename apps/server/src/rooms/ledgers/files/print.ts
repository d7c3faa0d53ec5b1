import type { PrintSheet } from '@linli/contract/ledgers/shapes'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import type { FileRow } from '../views/fileRows.ts'

/** What stands on a sheet beside its rows. */
export type Heading = Pick<PrintSheet, 'place' | 'ledger' | 'by' | 'at' | 'scope'>

/** The rows as the page that prints them reads them. */
export async function printOf(
  heading: Heading,
  columns: readonly LedgerColumn[],
  rows: AsyncIterable<FileRow>,
): Promise<Buffer> {
  const sheet: PrintSheet = {
    ...heading,
    columns: columns.map(({ name, kind }) => ({ name, right: kind === 'number' || kind === 'money' })),
    rows: [],
  }
  for await (const { texts } of rows) sheet.rows.push([...texts])
  return Buffer.from(JSON.stringify(sheet))
}
