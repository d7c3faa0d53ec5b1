import { type CellObject, read, type WorkSheet } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { assertSaneZip, ZipError } from '../uploads/zip.ts'

/** A sheet as texts; the first line is row 1. */
export type Lines = string[][]

/** Why a file could not be read, in words for the one who sent it. */
export class TableError extends Error {}

export const MOST_ROWS = 200_000
const MOST_COLUMNS = 40
const tooMany = () => new TableError(`一次最多导入 ${MOST_ROWS} 行，请分几次导入。`)

/** Reads the first sheet of a workbook, or a comma-separated text in UTF-8, UTF-16 or GB18030. @throws TableError */
export function parseTable(bytes: Buffer, kind: 'xlsx' | 'csv'): Lines {
  try {
    return kind === 'xlsx' ? parseWorkbook(bytes) : parseText(decode(bytes))
  } catch (error) {
    if (error instanceof TableError) throw error
    if (error instanceof ZipError) throw new TableError(error.message)
    throw new TableError('文件已损坏或不是表格，请在表格软件里打开并另存后再传。')
  }
}

function parseWorkbook(bytes: Buffer): Lines {
  assertSaneZip(bytes)
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    sheets: 0,
    sheetRows: MOST_ROWS + 2,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellDates: false,
  })
  const sheet: WorkSheet | undefined = book.Sheets[book.SheetNames[0] ?? '']
  const rows = sheet?.['!data']
  if (!rows) throw new TableError('文件里没有工作表，请检查后再传。')
  if (rows.length > MOST_ROWS + 1) throw tooMany()
  return Array.from({ length: rows.length }, (_, at) => (rows[at] ?? []).slice(0, MOST_COLUMNS).map(cellText))
}

function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return ''
  return String(cell.v).trim() // a telephone kept as a number keeps its digits
}

function parseText(text: string): Lines {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length)
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ','
  const lines: Lines = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    trim: true,
    to: MOST_ROWS + 2,
    max_record_size: 20_000,
  })
  if (lines.length > MOST_ROWS + 1) throw tooMany()
  return lines.map((line) => line.slice(0, MOST_COLUMNS))
}

/** Excel in China saves .csv as GB18030; everything else is UTF-8, or UTF-16 with its mark. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder('utf-16le', { fatal: true }).decode(bytes)
  const text = tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no table holds them
  if (text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text))
    throw new TableError('文件里有认不出的字符，请在表格软件里另存为 .csv（UTF-8）或 .xlsx 后再传。')
  return text
}

function tryDecode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined // the next encoding is tried
  }
}
