import { parentPort, workerData } from 'node:worker_threads'
import { type CellObject, read } from '@e965/xlsx'
import { assertSaneZip, ZipError } from '../../../kernel/uploads/zip.ts'

/** A sheet as values: texts, numbers, yes or no; an empty cell is null. */
export type Sheet = (string | number | boolean | null)[][]

const MOST_ROWS = 20_000
const MOST_COLUMNS = 44
const { bytes } = workerData as { bytes: Uint8Array } // sent by readWorkbook

parentPort?.postMessage(sheetOf(Buffer.from(bytes)))

function sheetOf(content: Buffer): { sheet: Sheet } | { refused: string } {
  try {
    if (content.readUInt32LE(0) !== 0x04034b50)
      return { refused: '请传 .xlsx 文件：对照要用导出的 Excel 表格。' }
    assertSaneZip(content)
    const book = read(content, {
      type: 'buffer',
      dense: true,
      sheets: 0,
      sheetRows: MOST_ROWS + 2,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    })
    const rows = book.Sheets[book.SheetNames[0] ?? '']?.['!data']
    if (!rows) return { refused: '文件里没有工作表。' }
    if (rows.length > MOST_ROWS + 1) return { refused: `一次最多对照 ${MOST_ROWS} 行，请分几次。` }
    return {
      sheet: Array.from({ length: rows.length }, (_, at) =>
        (rows[at] ?? []).slice(0, MOST_COLUMNS).map(cellValue),
      ),
    }
  } catch (error) {
    return {
      refused: error instanceof ZipError ? error.message : '文件已损坏或不是表格，请另存为 .xlsx 后再传。',
    }
  }
}

function cellValue(cell: CellObject | undefined): string | number | boolean | null {
  if (!cell || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return null
  return typeof cell.v === 'object' ? cell.v.toISOString() : cell.v
}
