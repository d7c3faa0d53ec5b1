import type { Cell } from '@linli/contract/ledgers/shapes'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { guarded } from '../../../kernel/tables/guarded.ts'

const BEIJING = 8 * 3_600_000

/** A cell of a workbook: numbers are numbers, days and times are dates by Beijing's clock, everything else is text. */
export function sheetValue(column: LedgerColumn, cell: Cell, text: string): string | number | Date | null {
  if (cell === null) return null
  if (column.kind === 'number') return Number(cell)
  if (column.kind === 'money') return Number(cell) / 100
  if (column.kind === 'day') return new Date(`${String(cell)}T00:00:00Z`)
  if (column.kind === 'time') return new Date(Date.parse(String(cell)) + BEIJING)
  return guarded(text)
}
