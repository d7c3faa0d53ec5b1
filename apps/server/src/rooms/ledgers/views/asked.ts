import type { LedgerFilters } from '@linli/contract/ledgers/shapes'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf } from '../../../kernel/auth/actor.ts'
import { type Range, rangeOf } from '../../../kernel/db/scope.ts'
import type { Ledger, LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { invalid } from '../../../kernel/problem.ts'
import { inRanges } from '../../places/index.ts'
import { noSuchLedger } from '../errors.ts'

/** A ledger as one reader asks for it: their areas of it, and what they narrow it to. */
export type Asked = { readonly ledger: Ledger; readonly ranges: readonly Range[]; readonly where: Sql }

/** The ledger of a key, if it opens to one of the reader's roles. @throws noSuchLedger */
export function ledgerFor(ledgers: readonly Ledger[], me: Actor, key: string): Ledger {
  const ledger = ledgers.find((one) => one.key === key)
  if (!ledger || rangesOf(me, ledger.roles).length === 0) throw noSuchLedger()
  return ledger
}

/**
 * What every read of a ledger begins with: its region, the reader's own ranges, and the filters asked for. A ledger
 * cannot be read without it: the queries below take nothing else.
 * @throws invalid for columns that cannot be filtered by
 */
export function ask(ledger: Ledger, me: Actor, filters: LedgerFilters): Asked {
  const ranges = rangesOf(me, ledger.roles)
  const { path, from, to } = filters
  const conditions = [
    sql`${raw(ledger.region)} = ${me.region}`,
    inRanges(ledger.path, ranges),
    ...(ledger.where ? [raw(`(${ledger.where})`)] : []),
    ...(ledger.narrowed && !ranges.some(({ lo }) => lo === '/') ? [raw(`(${ledger.narrowed})`)] : []),
    ...(path ? [inRanges(ledger.path, [rangeOf(path)])] : []),
    ...(from ? [sql`${raw(ledger.at)} >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`] : []),
    ...(to ? [sql`${raw(ledger.at)} < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`] : []),
    ...chosenValues(ledger, filters.only ?? []),
  ]
  return { ledger, ranges, where: join(conditions, ' and ') }
}

/** Of what was asked for this row alone. */
export const rowAlone = (asked: Asked, id: string): Asked => ({
  ...asked,
  where: sql`${asked.where} and ${raw(asked.ledger.id)} = ${id}::uuid`,
})

/** `column:value`; two values of one column are either of them. @throws invalid */
export function chosenValues(ledger: Ledger, only: readonly string[]): Sql[] {
  const pairs = only.map((one) => {
    const at = one.indexOf(':')
    return { key: one.slice(0, at), value: one.slice(at + 1) }
  })
  return [...Map.groupBy(pairs, ({ key }) => key)].map(([key, values]) => {
    const column = ledger.columns.find((one) => one.key === key && one.filters)
    if (!column) throw invalid([{ field: 'only', message: '这本台账不能按这一列筛选，请去掉这个条件。' }])
    return sql`${raw(column.sql)} = any(${values.map(({ value }) => value)}::text[])`
  })
}

/** The columns asked for, in that order. @throws invalid for one that the ledger does not have */
export function columnsOf(ledger: Ledger, keys: readonly string[]): LedgerColumn[] {
  return keys.map((key) => {
    const column = ledger.columns.find((one) => one.key === key)
    if (!column) throw invalid([{ field: 'columns', message: '有一列这本台账里没有，请刷新页面重选。' }])
    return column
  })
}

export type Sort = { readonly sql: string; readonly type: string; readonly isDown: boolean }

/** By a column that sorts, upwards unless asked; else the newest first. @throws invalid */
export function sortOf(ledger: Ledger, { sort, down }: LedgerFilters): Sort {
  if (sort === undefined) return { sql: ledger.at, type: 'timestamptz', isDown: true }
  const column = ledger.columns.find((one) => one.key === sort && one.sorts)
  if (!column) throw invalid([{ field: 'sort', message: '这本台账不能按这一列排序，请换一列。' }])
  return { sql: column.sql, type: TYPES[column.kind], isDown: down === true }
}

const TYPES = {
  text: 'text',
  code: 'text',
  number: 'bigint',
  money: 'bigint',
  day: 'date',
  time: 'timestamptz',
  yesNo: 'boolean',
} as const satisfies { [kind in LedgerColumn['kind']]: string }

/** Where rows are counted from. */
export const counted = ({ counts, from }: Ledger): Sql => raw(counts ?? from)

export const orderBy = ({ isDown, ...sort }: Sort, { id }: Ledger): Sql =>
  raw(`order by ${sort.sql} ${isDown ? 'desc' : 'asc'}, ${id} ${isDown ? 'desc' : 'asc'}`)

/** The cells of a row as `c0`, `c1`…, in the order of the columns. A day that is said to be endless is no day. */
export const selected = (columns: readonly LedgerColumn[]): Sql =>
  raw(columns.map((column, at) => `${finite(column)} as c${at}`).join(', ') || 'null as c')

const finite = ({ kind, sql: value }: LedgerColumn): string =>
  kind === 'time' || kind === 'day' ? `case when isfinite(${value}) then ${value} end` : value
