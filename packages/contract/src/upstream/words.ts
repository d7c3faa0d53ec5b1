import type { Vocabulary } from '../words.ts'

/** What a column of a sender's file may mean. */
export const SENDER_FIELDS = {
  number: { zh: '编号', en: 'Number' },
  title: { zh: '标题', en: 'Title' },
  detail: { zh: '诉求内容', en: 'What is asked' },
  kind: { zh: '诉求类型', en: 'Kind of need' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  item: { zh: '事项分类', en: 'Item' },
  community: { zh: '社区或网格', en: 'Community or grid' },
  address: { zh: '地址', en: 'Address' },
  name: { zh: '诉求人姓名', en: "Requester's name" },
  phone: { zh: '联系电话', en: 'Telephone' },
  confidential: { zh: '是否保密', en: 'Confidential' },
  sentAt: { zh: '受理时间', en: 'When it was taken there' },
  dueAt: { zh: '办结时限', en: 'Limit' },
  state: { zh: '办理状态', en: 'State' },
  unit: { zh: '承办单位', en: 'Unit that handles it' },
  contactedAt: { zh: '首次联系时间', en: 'First contact' },
  handledAt: { zh: '办结时间', en: 'Handled at' },
  reply: { zh: '办理结果', en: 'Reply' },
  resolved: { zh: '是否解决', en: 'Solved or not' },
} as const satisfies Vocabulary<string>
export type SenderField = keyof typeof SENDER_FIELDS

/** What an import takes from a file; the rest is what goes back in it. */
export const TAKEN_FIELDS = [
  'number',
  'title',
  'detail',
  'kind',
  'urgency',
  'item',
  'community',
  'address',
  'name',
  'phone',
  'confidential',
  'sentAt',
  'dueAt',
] as const satisfies readonly SenderField[]
/** What a file must have. */
export const NEEDED_FIELDS = ['number', 'detail'] as const satisfies readonly SenderField[]
/** What is sent back: never a name, a number to call or an address. */
export const RETURNED_FIELDS = [
  'number',
  'title',
  'sentAt',
  'dueAt',
  'state',
  'unit',
  'contactedAt',
  'handledAt',
  'resolved',
  'reply',
] as const satisfies readonly SenderField[]

/** What would come of a row of a file. */
export const ROW_FATES = {
  new: { zh: '新单', en: 'New order' },
  known: { zh: '已导入过', en: 'Imported before' },
  similar: { zh: '新单，可能和已有的是一件事', en: 'New, perhaps the same matter as another' },
  wrong: { zh: '要改', en: 'To be corrected' },
} as const satisfies Vocabulary<string>
export type RowFate = keyof typeof ROW_FATES

export const SENDER_RUN_STATES = {
  running: { zh: '正在导入', en: 'Importing' },
  over: { zh: '导完了', en: 'Over' },
  lost: { zh: '中断了', en: 'Broken off' },
} as const satisfies Vocabulary<string>
export type SenderRunState = keyof typeof SENDER_RUN_STATES

export const RETURN_FORMATS = {
  xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  csv: { zh: 'CSV 文本', en: 'CSV text' },
} as const satisfies Vocabulary<string>

/** So many rows come in by one file; so many orders go back in one. */
export const SENDER_MOST_ROWS = 5000
export const RETURN_MOST_ROWS = 20_000
/** So many of a sender's latest orders are counted where it is listed. */
export const SENDER_LATEST = 200
