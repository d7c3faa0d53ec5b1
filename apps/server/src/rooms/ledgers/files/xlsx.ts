import type { Cells } from '@linli/contract/ledgers/shapes'
import { writeXlsxStream } from 'hucre/xlsx'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import type { FileRow } from '../views/fileRows.ts'
import { sheetValue } from './values.ts'

/** The two hidden columns of an export that may come back: which row it is, and what its editable cells were. */
export const ROW_HEADING = '行编号（请勿改动）'
export const BASE_HEADING = '导出时的内容（请勿改动）'

const FORMATS: { readonly [kind in LedgerColumn['kind']]?: string } = {
  number: '0',
  money: '0.00',
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
  text: '@',
}
const WIDE = { text: 24, code: 14, number: 8, money: 12, day: 12, time: 18, yesNo: 8 } as const

/**
 * A workbook of one sheet, written while its rows are read: memory does not grow with them.
 * @param comesBack whether edited cells may be brought back
 */
export function xlsxOf(
  name: string,
  columns: readonly LedgerColumn[],
  rows: AsyncIterable<FileRow>,
  comesBack: boolean,
): AsyncIterable<Uint8Array> {
  const editable = columns.filter(({ edits }) => edits !== undefined)
  const lines = async function* () {
    for await (const { id, cells, texts } of rows) {
      const line = columns.map((column, at) => sheetValue(column, cells[at] ?? null, texts[at] ?? ''))
      const base: Cells = Object.fromEntries(
        editable.map((column) => [column.key, cells[columns.indexOf(column)] ?? null]),
      )
      yield comesBack ? [...line, id, JSON.stringify(base)] : line
    }
  }
  return writeXlsxStream(lines(), {
    name: sheetName(name),
    columns: [
      ...columns.map(({ name: { zh }, kind }) => ({
        header: zh,
        width: Math.max(WIDE[kind], zh.length * 2 + 2),
        ...(FORMATS[kind] ? { numFmt: FORMATS[kind] } : {}),
      })),
      ...(comesBack ? [ROW_HEADING, BASE_HEADING].map((header) => ({ header, hidden: true })) : []),
    ],
    freezePane: { rows: 1 },
  })
}

/** What Excel takes as the name of a sheet. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
