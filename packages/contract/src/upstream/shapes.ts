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
  Version,
} from '../schema.ts'
import { RETURN_FORMATS, ROW_FATES, SENDER_FIELDS, SENDER_RUN_STATES } from './words.ts'

/** A column of a sender's file by its heading; null: not taken. */
export const SenderColumn = Shape({
  heading: Text('表头', 60),
  field: Nullable(CodeOf(SENDER_FIELDS, '对应什么')),
})
export type SenderColumn = Static<typeof SenderColumn>
const Columns = Type.Array(SenderColumn, { title: '各列', maxItems: 40 })

const Name = Text('转来方', 40, 2)
const Decides = Type.Boolean({ title: '由转来方回访和结案' })

/** A desk that sends orders as files, with the latest import. */
export const Sender = Shape({
  id: Id(),
  name: Type.String(),
  decides: Type.Boolean(),
  path: Type.String(),
  place: Type.String(),
  columns: Columns,
  version: Version(),
  /** Of its latest orders, two hundred at most: how many there are, and how many of them are open. */
  orders: Count(),
  open: Count(),
  importedAt: Nullable(Instant()),
})
export type Sender = Static<typeof Sender>
export const Senders = Shape({ items: Type.Array(Sender) })

export const AddSenderBody = Shape({ name: Name, decides: Decides, path: AreaPath('认不出地点时放到哪里') })
export type AddSenderBody = Static<typeof AddSenderBody>
export const ChangeSenderBody = Shape({
  version: Version(),
  name: Name,
  decides: Decides,
  path: AreaPath('认不出地点时放到哪里'),
  columns: Columns,
})
export type ChangeSenderBody = Static<typeof ChangeSenderBody>
export const SenderParams = Shape({ id: Id('转来方') })
export const SenderResult = Shape({ id: Id(), version: Version() })

/** A row of a file, named by its number there, with what would come of it. Nobody's name or number to call is answered. */
export const CheckedRow = Shape({
  row: Type.Integer(),
  number: Type.String(),
  fate: CodeOf(ROW_FATES),
  /** The order it is, or may be the same matter as. */
  order: Nullable(Shape({ id: Id(), number: Type.String() })),
  column: Nullable(Type.String()),
  problem: Nullable(Type.String()),
  remedy: Nullable(Type.String()),
})
export type CheckedRow = Static<typeof CheckedRow>

/** What a file would do. `missing`: fields that no column stands for, without which nothing is read further. */
export const CheckedFile = Shape({
  columns: Columns,
  missing: Type.Array(CodeOf(SENDER_FIELDS)),
  rowsRead: Count(),
  fresh: Count(),
  known: Count(),
  similar: Count(),
  /** Rows whose place was not recognised: they go where the sender's go. */
  unplaced: Count(),
  wrong: Count(),
  /** The rows that are no plain new orders, the first ones of each fate. */
  rows: Type.Array(CheckedRow),
})
export type CheckedFile = Static<typeof CheckedFile>

/** An import has begun: follow it by this id. */
export const SenderImportStarted = Shape({ run: Id() })
export const SenderRunParams = Shape({ id: Id('导入') })
export const SenderRun = Shape({
  id: Id(),
  sender: Id(),
  state: CodeOf(SENDER_RUN_STATES),
  rows: Count(),
  placed: Count(),
  known: Count(),
})
export type SenderRun = Static<typeof SenderRun>

export const ReturnQuery = Shape({
  format: CodeOf(RETURN_FORMATS, '格式'),
  /** By the day of the import; absent: all. */
  from: Optional(Day('从')),
  to: Optional(Day('到')),
})
