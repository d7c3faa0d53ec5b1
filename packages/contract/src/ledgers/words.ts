import type { Vocabulary } from '../words.ts'

/** What a cell of a ledger holds. */
export const CELL_KINDS = {
  text: { zh: '文字', en: 'Text' },
  code: { zh: '类别', en: 'Code' },
  number: { zh: '数字', en: 'Number' },
  money: { zh: '金额', en: 'Money' },
  day: { zh: '日期', en: 'Day' },
  time: { zh: '时间', en: 'Time' },
  yesNo: { zh: '是否', en: 'Yes or no' },
} as const satisfies Vocabulary<string>
export type CellKind = keyof typeof CELL_KINDS

/** How a ledger leaves the house. `print` is read back by the page that prints it. */
export const LEDGER_FORMATS = {
  xlsx: { zh: 'Excel 表格', en: 'Excel workbook' },
  csv: { zh: 'CSV 文本', en: 'CSV text' },
  docx: { zh: 'Word 文档', en: 'Word document' },
  print: { zh: '打印', en: 'Print' },
} as const satisfies Vocabulary<string>
export type LedgerFormat = keyof typeof LEDGER_FORMATS

export const EXPORT_STATES = {
  waiting: { zh: '排队中', en: 'Waiting' },
  writing: { zh: '正在写', en: 'Being written' },
  over: { zh: '写好了', en: 'Ready' },
  refused: { zh: '没有写成', en: 'Refused' },
  lost: { zh: '中断了', en: 'Broken off' },
} as const satisfies Vocabulary<string>
export type ExportState = keyof typeof EXPORT_STATES

/** What a template makes: a document about all rows, or about one. */
export const TEMPLATE_SCOPES = {
  table: { zh: '整份台账', en: 'The whole ledger' },
  row: { zh: '单独一行', en: 'A single row' },
} as const satisfies Vocabulary<string>
export type TemplateScope = keyof typeof TEMPLATE_SCOPES

/** What became of a cell between the export and now. */
export const CELL_CHANGES = {
  change: { zh: '会改', en: 'Would change' },
  conflict: { zh: '别人也改了', en: 'Changed by somebody else too' },
  fixed: { zh: '这一列不能改', en: 'Not editable' },
  invalid: { zh: '填得不对', en: 'Not a fitting value' },
} as const satisfies Vocabulary<string>
export type CellChange = keyof typeof CELL_CHANGES

export const ROW_CHANGES = {
  changed: { zh: '有改动', en: 'Changed' },
  missing: { zh: '找不到这一行', en: 'No such row any more' },
  added: { zh: '新加的行', en: 'A new row' },
} as const satisfies Vocabulary<string>
export type RowChange = keyof typeof ROW_CHANGES
