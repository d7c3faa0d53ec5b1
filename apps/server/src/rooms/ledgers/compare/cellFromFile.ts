import type { Words } from '@linli/contract'
import type { Cell } from '@linli/contract/ledgers/shapes'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { unguarded } from '../../../kernel/tables/guarded.ts'

type Value = string | number | boolean | null
/** A cell as the ledger would have it, or why it cannot. */
export type Read = { readonly cell: Cell } | { readonly wrong: string }

/** What somebody typed into an editable cell of an exported workbook. */
export function cellFromFile(column: LedgerColumn, value: Value, words: ReadonlyMap<string, Words>): Read {
  const text = value === null ? '' : unguarded(String(value)).toWellFormed().replaceAll('\u0000', '').trim()
  if (text === '') return { cell: null }
  const of = READ[column.kind]
  return of ? of(text, value, words) : { cell: text }
}

const READ: {
  readonly [kind in LedgerColumn['kind']]?: (
    text: string,
    value: Value,
    words: ReadonlyMap<string, Words>,
  ) => Read
} = {
  yesNo: (text, value) => {
    if (value === true || text === '是') return { cell: true }
    if (value === false || text === '否') return { cell: false }
    return { wrong: '请写“是”或“否”。' }
  },
  number: (text) => (/^-?\d{1,15}$/.test(text) ? { cell: Number(text) } : { wrong: '请写整数。' }),
  money: (text) => {
    const fen = Math.round(Number(text) * 100)
    return /^-?\d{1,12}(\.\d{1,2})?$/.test(text) ? { cell: fen } : { wrong: '请写金额，最多两位小数。' }
  },
  day: (text, value) => {
    const day = typeof value === 'number' ? dayOfSerial(value) : text.slice(0, 10).replaceAll('/', '-')
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
      ? { cell: day }
      : { wrong: '请写成 2026-03-01 这样的日期。' }
  },
  code: (text, _, words) => {
    const found = [...words].find(([code, { zh }]) => zh === text || code === text)
    if (found) return { cell: found[0] }
    return {
      wrong: `只能写：${[...words.values()]
        .map(({ zh }) => zh)
        .slice(0, 20)
        .join('、')}。`,
    }
  },
}

/** Excel counts days from 30 December 1899 (ECMA-376, 18.17.4.1). */
const dayOfSerial = (serial: number): string =>
  Number.isFinite(serial) && serial > 0 && serial < 2_958_466
    ? new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
    : ''
