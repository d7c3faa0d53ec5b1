import type { Words } from '@linli/contract'
import type { Cell } from '@linli/contract/ledgers/shapes'
import type { Row } from '../../kernel/db/database.ts'
import type { LedgerColumn } from '../../kernel/ledgers/ledger.ts'
import { maskName, maskPhone } from '../../kernel/policy/mask.ts'
import type { PlaceRules } from '../places/index.ts'

/** The words of a code column, by its codes; of a list of the place's rules, as the place says them now. */
export function wordsOf(column: LedgerColumn, rules: PlaceRules): ReadonlyMap<string, Words> {
  if (column.words === undefined) return new Map()
  if (typeof column.words === 'object') return new Map(Object.entries(column.words))
  const { [column.words]: list } = rules as unknown as { readonly [name: string]: unknown } // a list of rules by its name
  if (!Array.isArray(list)) throw new Error(`the place's rules have no list ${column.words}`)
  const rows = list as readonly { readonly key: string; readonly name: Words }[]
  return new Map(rows.map(({ key, name }) => [key, name]))
}

/** A cell as the API says it, masked where the column is. */
export function cellOf(column: LedgerColumn, value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (column.mask === 'name') return maskName(String(value))
  if (column.mask === 'phone') return maskPhone(String(value))
  if (column.kind === 'number' || column.kind === 'money') return Number(value)
  if (column.kind === 'yesNo') return value === true
  return String(value)
}

export const cellsOf = (columns: readonly LedgerColumn[], row: Row): Cell[] =>
  columns.map((column, at) => cellOf(column, row[`c${at}`]))

const BEIJING = 8 * 3_600_000

/** An instant by Beijing's clock, as `2026-03-01 08:30`. */
export const clockText = (instant: string): string =>
  new Date(Date.parse(instant) + BEIJING).toISOString().slice(0, 16).replace('T', ' ')

/** A cell in words, as it is printed. */
export function textOf(column: LedgerColumn, cell: Cell, words: ReadonlyMap<string, Words>): string {
  if (cell === null) return ''
  if (column.kind === 'code') return words.get(String(cell))?.zh ?? String(cell)
  if (column.kind === 'yesNo') return cell === true ? '是' : '否'
  if (column.kind === 'money') return (Number(cell) / 100).toFixed(2)
  if (column.kind === 'time') return clockText(String(cell))
  return String(cell)
}
