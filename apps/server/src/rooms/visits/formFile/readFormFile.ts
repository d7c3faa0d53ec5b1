import { type CellObject, read } from '@e965/xlsx'
import type { ReadForm } from '@linli/contract/visits/shapes'
import type { UploadedFile } from '../../../kernel/http/room.ts'
import { invalid } from '../../../kernel/problem.ts'
import { assertSaneZip, ZipError } from '../../../kernel/uploads/zip.ts'
import { wrongFormFile } from '../errors.ts'
import { type FormSheets, formOf } from './formOf.ts'

const SHEETS = ['survey', 'choices', 'settings'] as const
/** A form of forty questions is far below; a request does not wait longer than for so many rows. */
const MOST_ROWS = 2000
const MOST_BYTES = 2 * 1024 * 1024

/** 读入 XLSForm: reads a form file; nobody is asked by it before a campaign is started with it. @throws invalid, wrongFormFile with what to do */
export function readFormFile(file: UploadedFile | undefined): ReadForm {
  if (!file || file.bytes.length === 0) throw invalid([{ field: 'file', message: '请选择一个 .xlsx 文件。' }])
  const refuse = (message: string) => wrongFormFile([{ field: 'file', message }])
  if (file.bytes.length > MOST_BYTES) throw refuse('文件超过 2 MB，不像一张表单，请核对后再传。')
  const sheets = sheetsOf(file.bytes, refuse)
  if (sheets.survey.length < 2)
    throw refuse('没有找到 survey 工作表，或里面是空的。请按 XLSForm 的格式做好再传。')
  const form = formOf(sheets)
  if (form.questions.length === 0 && form.remarks.length === 0)
    throw refuse('survey 里没有题目。请检查第一行是不是 type、name、label。')
  return form
}

function sheetsOf(bytes: Buffer, refuse: (message: string) => Error): FormSheets {
  try {
    assertSaneZip(bytes)
    const book = read(bytes, {
      type: 'buffer',
      dense: true,
      sheetRows: MOST_ROWS,
      cellFormula: false,
      cellHTML: false,
    })
    const lines = (name: string): string[][] => {
      const found = book.SheetNames.find((one) => one.trim().toLowerCase() === name)
      const rows = (found === undefined ? undefined : book.Sheets[found]?.['!data']) ?? []
      return Array.from({ length: rows.length }, (_, at) => Array.from(rows[at] ?? [], textOf))
    }
    const [survey, choices, settings] = SHEETS.map(lines)
    return { survey: survey ?? [], choices: choices ?? [], settings: settings ?? [] }
  } catch (error) {
    if (error instanceof ZipError) throw refuse(error.message)
    throw refuse('文件已损坏或不是表格，请在表格软件里打开并另存为 .xlsx 后再传。')
  }
}

const textOf = (cell: CellObject | undefined): string =>
  !cell || cell.v === undefined || cell.t === 'e' || cell.t === 'z' ? '' : String(cell.v).trim()
