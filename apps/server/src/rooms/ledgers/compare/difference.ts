import type { Words } from '@linli/contract'
import type { Cell, CellDifference, Cells, RowDifference } from '@linli/contract/ledgers/shapes'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { cellFromFile } from './cellFromFile.ts'

/** A line of an edited file: its number, the id and the cells that the export wrote into it, and what stands in it now. */
export type FileLine = {
  readonly line: number
  readonly id: string | null
  readonly base: Cells
  readonly values: ReadonlyMap<string, string | number | boolean | null>
}
/** A row as it is now, in cells and in the words that an export writes. */
export type RowNow = {
  readonly cells: Cells
  readonly texts: { readonly [column: string]: string }
  readonly body: object
}

/**
 * What an edited line would change: three ways, between what was exported, what somebody typed and what stands now. A
 * cell that nobody typed into changes nothing, however old the file is; one that was also changed here is a conflict.
 */
export function differenceOf(
  line: FileLine,
  now: RowNow | undefined,
  columns: readonly LedgerColumn[],
  words: ReadonlyMap<string, ReadonlyMap<string, Words>>,
): RowDifference | undefined {
  const title = String(line.values.get(columns[0]?.key ?? '') ?? '')
  if (line.id === null) return { id: null, line: line.line, change: 'added', title, cells: [], body: null }
  if (!now) return { id: line.id, line: line.line, change: 'missing', title, cells: [], body: null }
  const cells = columns.flatMap((column) => {
    if (!line.values.has(column.key)) return []
    const value = line.values.get(column.key) ?? null
    return column.edits === undefined
      ? fixedCell(column, value, now)
      : editedCell(column, value, line.base[column.key] ?? null, now, words.get(column.key) ?? new Map())
  })
  if (cells.length === 0) return undefined
  const isCarried = cells.some(({ change }) => change === 'change' || change === 'conflict')
  return {
    id: line.id,
    line: line.line,
    change: 'changed',
    title: now.texts[columns[0]?.key ?? ''] ?? title,
    cells,
    body: isCarried ? { ...now.body } : null,
  }
}

/** Typed into a column that fills itself: said, and left alone. Times and figures move by themselves and are not compared. */
function fixedCell(column: LedgerColumn, value: Cell, now: RowNow): CellDifference[] {
  if (column.kind !== 'text' || typeof value !== 'string') return []
  const before = now.texts[column.key] ?? ''
  const file = value.trim().replace(/^'(?=[=+\-@])/, '')
  if (file === before.trim()) return []
  return [
    {
      column: column.key,
      change: 'fixed',
      before,
      now: before,
      file,
      message: '这一列由办事过程自动生成，或别处有了变化，不会改。',
    },
  ]
}

function editedCell(
  column: LedgerColumn,
  value: Cell,
  base: Cell,
  { cells }: RowNow,
  words: ReadonlyMap<string, Words>,
): CellDifference[] {
  const current = cells[column.key] ?? null
  const read = cellFromFile(column, value, words)
  const of = { column: column.key, before: base, now: current }
  if ('wrong' in read) return [{ ...of, change: 'invalid', file: value, message: read.wrong }]
  const { cell: file } = read
  if (same(file, base) || same(file, current)) return []
  const change = same(base, current) ? 'change' : 'conflict'
  return [{ ...of, change, file, message: null }]
}

/** Spaces at the ends are nobody's edit. */
const same = (a: Cell, b: Cell): boolean => plain(a) === plain(b)
const plain = (cell: Cell): Cell => (typeof cell === 'string' ? cell.trim() || null : cell)
