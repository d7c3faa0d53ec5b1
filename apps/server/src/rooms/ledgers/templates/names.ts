import type { TemplateScope } from '@linli/contract/ledgers/words'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'

/** What a template may say beside the columns. */
export const HEADINGS = {
  place: '地方',
  ledger: '台账',
  by: '导出人',
  at: '导出时间',
  scope: '范围',
  purpose: '用途',
  count: '共几行',
  number: '序号',
} as const

/** How docxtemplater reads a template, when it is checked and when it is filled. */
export const OPTIONS = { paragraphLoop: true, linebreaks: true, errorLogging: false } as const

/** A column stands in a template under its Chinese name. */
export const placeholderOf = ({ name }: LedgerColumn): string => name.zh

/** A template as a thread gets it: the names it may use, and its bytes; null: the house's own is made. */
export type TemplateTask = {
  readonly scope: TemplateScope
  readonly names: readonly string[]
  readonly content: Uint8Array | null
}
