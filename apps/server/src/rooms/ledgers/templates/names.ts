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

/** A column stands in a template under its Chinese name. */
export const placeholderOf = ({ name }: LedgerColumn): string => name.zh
