import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import {
  CELL_CHANGES,
  CELL_KINDS,
  EXPORT_STATES,
  LEDGER_FORMATS,
  ROW_CHANGES,
  TEMPLATE_SCOPES,
} from './words.ts'

/** No wider than a sheet of paper is readable. */
const MOST_COLUMNS = 40

export const LedgerKey = Type.String({ title: '台账', pattern: '^[a-z][a-zA-Z]{1,29}$' })
const ColumnKey = Type.String({ title: '列', pattern: '^[a-z][a-zA-Z0-9]{0,29}$' })
export const LedgerParams = Shape({ ledger: LedgerKey })
export const ExportParams = Shape({ id: Id('导出') })
export const TemplateParams = Shape({ id: Id('模板') })
const Columns = Type.Array(ColumnKey, {
  title: '列',
  minItems: 1,
  maxItems: MOST_COLUMNS,
  uniqueItems: true,
})

export const ColumnView = Shape({
  key: ColumnKey,
  name: WordsShape,
  kind: CodeOf(CELL_KINDS),
  masked: Type.Boolean(),
  sorts: Type.Boolean(),
  filters: Type.Boolean(),
  /** The words of a code. */
  values: Type.Array(Shape({ value: Type.String(), name: WordsShape })),
  editable: Type.Boolean(),
})
export type ColumnView = Static<typeof ColumnView>
export const LedgerView = Shape({
  key: LedgerKey,
  name: WordsShape,
  about: WordsShape,
  columns: Type.Array(ColumnView),
  /** The reader's own choice and order of columns. */
  chosen: Type.Array(ColumnKey),
  /** The operations that fill it, and the paper ledgers that are kept no more for it. */
  filledBy: Type.Array(Shape({ operation: Type.String(), name: WordsShape })),
  retires: Type.Array(WordsShape),
  /** Whether edited cells of this ledger can come back from this reader. */
  editable: Type.Boolean(),
})
export type LedgerView = Static<typeof LedgerView>
/** Ledgers that a place keeps as one set under a name of its own (一站一库一册两台账). */
export const LedgerSetView = Shape({
  key: Type.String(),
  name: WordsShape,
  parts: Type.Array(
    Shape({
      name: WordsShape,
      ledger: LedgerKey,
      only: Type.Array(Type.String()),
      columns: Type.Array(ColumnKey),
    }),
  ),
})
export type LedgerSetView = Static<typeof LedgerSetView>
export const LedgerList = Shape({
  place: WordsShape,
  items: Type.Array(LedgerView),
  sets: Type.Array(LedgerSetView),
  mayKeepTemplates: Type.Boolean(),
})
export type LedgerList = Static<typeof LedgerList>

/** `column:value`, all of them fit; two of one column: either. */
const Only = Type.Array(Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,29}:.{1,60}$', maxLength: 91 }), {
  title: '筛选',
  maxItems: 20,
  uniqueItems: true,
})
const FILTERS = {
  path: Optional(AreaPath('范围')),
  from: Optional(Day('开始日期')),
  to: Optional(Day('结束日期')),
  only: Optional(Only),
  sort: Optional(ColumnKey),
  down: Optional(Type.Boolean({ title: '从大到小' })),
}
export const LedgerFilters = Shape(FILTERS)
export type LedgerFilters = Static<typeof LedgerFilters>
export const ReadLedgerQuery = Shape({
  ...FILTERS,
  limit: Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 100, default: 50 })),
  after: Optional(Type.String({ title: '下一页', maxLength: 600 })),
})
export type ReadLedgerQuery = Static<typeof ReadLedgerQuery>

/** A cell as it is shown: a code by its key, money in fen, a time as an instant. */
export const Cell = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])
export type Cell = Static<typeof Cell>
export const Cells = Type.Record(ColumnKey, Cell)
export type Cells = Static<typeof Cells>
export const LedgerGroup = Shape({
  /** Null: what fits none of the others. */
  value: Nullable(Type.String()),
  name: WordsShape,
  count: Count(),
})
export type LedgerGroup = Static<typeof LedgerGroup>
export const LedgerPage = Shape({
  items: Type.Array(Shape({ id: Id(), cells: Cells })),
  next: Nullable(Type.String()),
})
export type LedgerPage = Static<typeof LedgerPage>
/** Of all pages. The groups make up the total. */
export const LedgerTotals = Shape({ count: Count(), groups: Type.Array(LedgerGroup) })
export type LedgerTotals = Static<typeof LedgerTotals>
/** What a form says of itself: the ledgers that it fills, and the paper ones that are kept no more for it. */
export const FormLedgers = Shape({
  items: Type.Array(
    Shape({
      operation: Type.String(),
      ledgers: Type.Array(Shape({ key: LedgerKey, name: WordsShape, papers: Type.Array(WordsShape) })),
    }),
  ),
})
export type FormLedgers = Static<typeof FormLedgers>

export const ChooseColumnsBody = Shape({ columns: Columns })
export const ChosenColumns = Shape({ columns: Type.Array(ColumnKey) })

export const ExportLedgerBody = Shape({
  format: CodeOf(LEDGER_FORMATS, '格式'),
  /** What the file is for: stands in the record. */
  purpose: Text('用途', 200, 2),
  columns: Columns,
  filters: LedgerFilters,
  /** Of a docx: the place's own; absent, the house's. */
  template: Optional(Id('模板')),
  /** Of a docx about a single row. */
  row: Optional(Id('哪一行')),
})
export type ExportLedgerBody = Static<typeof ExportLedgerBody>
export const ExportView = Shape({
  id: Id(),
  ledger: LedgerKey,
  format: CodeOf(LEDGER_FORMATS),
  state: CodeOf(EXPORT_STATES),
  rows: Count('总行数'),
  written: Count('已写行数'),
  bytes: Nullable(Count()),
  name: Type.String(),
  /** Why it was not written. */
  refused: Nullable(Type.String()),
  at: Instant(),
  until: Instant('保留到'),
})
export type ExportView = Static<typeof ExportView>
export const ExportList = Shape({ items: Type.Array(ExportView) })
export type ExportList = Static<typeof ExportList>
export const ExportAsked = Shape({ id: Id() })

/** What the page that prints reads: everything in words already. */
export const PrintSheet = Shape({
  place: WordsShape,
  ledger: WordsShape,
  by: Type.String(),
  at: Instant(),
  scope: Type.String(),
  columns: Type.Array(Shape({ name: WordsShape, right: Type.Boolean() })),
  rows: Type.Array(Type.Array(Type.String())),
})
export type PrintSheet = Static<typeof PrintSheet>

export const TemplateView = Shape({
  id: Id(),
  ledger: LedgerKey,
  scope: CodeOf(TEMPLATE_SCOPES),
  name: Text('名称', 60),
  bytes: Count(),
  at: Instant(),
})
export type TemplateView = Static<typeof TemplateView>
export const TemplateList = Shape({ items: Type.Array(TemplateView) })
export type TemplateList = Static<typeof TemplateList>
export const AddTemplateQuery = Shape({
  scope: CodeOf(TEMPLATE_SCOPES, '用于'),
  name: Text('名称', 60),
})
export const TemplateKept = Shape({ id: Id() })
export const DefaultTemplateQuery = Shape({ scope: CodeOf(TEMPLATE_SCOPES, '用于') })

/** One cell of an edited file that is not as it was exported. */
export const CellDifference = Shape({
  column: ColumnKey,
  change: CodeOf(CELL_CHANGES),
  /** As exported, as it is now, as the file has it. */
  before: Cell,
  now: Cell,
  file: Cell,
  message: Nullable(Type.String()),
})
export type CellDifference = Static<typeof CellDifference>
export const RowDifference = Shape({
  /** Null: a row that was added. */
  id: Nullable(Id()),
  line: Count('第几行'),
  change: CodeOf(ROW_CHANGES),
  title: Type.String(),
  cells: Type.Array(CellDifference),
  /** The room's own command that carries the row's changes, conflicts among them if they are chosen; null: nothing to carry. */
  body: Nullable(Type.Record(Type.String(), Type.Unknown())),
})
export type RowDifference = Static<typeof RowDifference>
export const LedgerDifference = Shape({
  operation: Type.String(),
  /** Column key to field of the command's body. */
  fields: Type.Record(ColumnKey, Type.String()),
  rowsRead: Count(),
  rowsUnchanged: Count(),
  rows: Type.Array(RowDifference),
  /** Rows beyond those listed. */
  more: Count(),
})
export type LedgerDifference = Static<typeof LedgerDifference>

const Month = Type.String({ title: '月份', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const BookKey = Type.String({ title: '纸质台账', pattern: '^[a-z][a-zA-Z]{1,29}$' })
const Minutes = Type.Integer({ title: '每条几分钟', minimum: 1, maximum: 240 })
const Measure = Text('怎么量的', 200, 2)
export const BookParams = Shape({ book: BookKey })
export const SetLedgerMinutesBody = Shape({ minutes: Minutes, ground: Measure })
/** From which month the minutes hold. */
export const MinutesSet = Shape({ id: Id(), since: Month })
export type MinutesSet = Static<typeof MinutesSet>
/** Minutes that a place measured: they hold from a month on, and the months before keep theirs. */
export const MeasuredView = Shape({
  since: Month,
  minutes: Minutes,
  ground: Measure,
  /** Who put it in; figures alone name nobody. */
  by: Nullable(Type.String()),
  at: Instant(),
})
export type MeasuredView = Static<typeof MeasuredView>

/** A paper ledger that an operation of the house replaces, and by how much. */
export const RetiredView = Shape({
  key: BookKey,
  name: WordsShape,
  keptBy: WordsShape,
  every: WordsShape,
  ledger: LedgerKey,
  /** Of an entry, as they hold now, and why so many. */
  minutes: Type.Number(),
  ground: WordsShape,
  document: Type.String(),
  /** The operations by which its entries come about here. */
  filledBy: Type.Array(WordsShape),
  /** What the place measured, newest first. */
  measured: Type.Array(MeasuredView),
  /** `each`: the minutes of an entry as they held in that month. */
  months: Type.Array(Shape({ month: Month, entries: Count(), each: Type.Number(), minutes: Type.Number() })),
})
export type RetiredView = Static<typeof RetiredView>
export const RetiredQuery = Shape({
  months: Optional(Type.Integer({ title: '几个月', minimum: 1, maximum: 24 })),
})
export const RetiredPage = Shape({
  area: Type.String(),
  items: Type.Array(RetiredView),
  /** Whether the reader may put in measured minutes. */
  mayMeasure: Type.Boolean(),
  /** Month by month: how many paper ledgers had entries here instead, and the minutes they would have taken. */
  months: Type.Array(Shape({ month: Month, ledgers: Count(), entries: Count(), minutes: Type.Number() })),
})
export type RetiredPage = Static<typeof RetiredPage>
