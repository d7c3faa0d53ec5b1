import type { Kind, Urgency } from '@linli/contract'
import { TEXT_MAX } from '@linli/contract/schema'
import type { SenderColumn } from '@linli/contract/upstream/shapes'
import type { SenderField } from '@linli/contract/upstream/words'
import { isWithheld, isYes, kindOf, timeOf, urgencyOf } from './cells.ts'

/** A row of a file by what its columns mean; `row` is its number as the spreadsheet counts. */
export type FileRow = { readonly row: number; readonly cells: { readonly [field in SenderField]?: string } }

/** What is wrong with a row, in which column, and what to do. */
export type Fault = { readonly column: string; readonly problem: string; readonly remedy: string }

/** A row as an order would take it. */
export type TakenRow = {
  readonly row: number
  readonly number: string
  readonly title: string
  readonly detail: string
  readonly kind: Kind | undefined
  readonly urgency: Urgency | undefined
  /** As the sender calls it. */
  readonly item: string
  readonly community: string
  readonly address: string
  readonly name: string | null
  readonly phone: string | null
  readonly confidential: boolean
  readonly sentAt: string | null
  readonly dueAt: string | null
}

const MOST_NUMBER = 60
const MOST_TITLE = 60
const MOST_ADDRESS = 120
const MOST_NAME = 40

/**
 * Reads the rows of a file. What is wrong with a row is said once, by the first cell that is wrong.
 * @param phoneOf a number in plain form, '' where none is written, undefined where it is none
 */
export function readRows(
  rows: readonly FileRow[],
  columns: readonly SenderColumn[],
  phoneOf: (cell: string) => string | undefined,
): { taken: TakenRow[]; faults: { row: number; number: string; fault: Fault }[] } {
  const headingOf = (field: SenderField): string =>
    columns.find((column) => column.field === field)?.heading ?? field
  const taken: TakenRow[] = []
  const faults: { row: number; number: string; fault: Fault }[] = []
  const seen = new Map<string, number>()
  for (const { row, cells } of rows) {
    const of = (field: SenderField): string => cells[field] ?? ''
    const number = of('number')
    const phone = isWithheld(of('phone')) ? '' : phoneOf(of('phone'))
    const sentAt = timeOf(of('sentAt'))
    const dueAt = timeOf(of('dueAt'), true)
    const fault = (field: SenderField, problem: string, remedy: string): void => {
      faults.push({
        row,
        number: number.slice(0, MOST_NUMBER),
        fault: { column: headingOf(field), problem, remedy },
      })
    }
    const before = seen.get(number)
    if (number === '') fault('number', '没有编号', '补上转来方的编号')
    else if (number.length > MOST_NUMBER) fault('number', '编号太长', `最多 ${MOST_NUMBER} 个字`)
    else if (before !== undefined)
      fault('number', `和第 ${before} 行编号相同`, '删掉其中一行，或改成各自的编号')
    else if (of('detail') === '') fault('detail', '没有内容', '补上诉求内容')
    else if (of('detail').length > TEXT_MAX) fault('detail', '内容太长', `最多 ${TEXT_MAX} 个字`)
    else if (phone === undefined) fault('phone', '认不出这个电话', '写 11 位手机号或区号加座机号，没有就留空')
    else if (sentAt === undefined) fault('sentAt', '认不出这个时间', '写成 2026-11-22 09:30')
    else if (dueAt === undefined) fault('dueAt', '认不出这个时间', '写成 2026-11-22 09:30')
    else
      taken.push({
        row,
        number,
        title: of('title').slice(0, MOST_TITLE),
        detail: of('detail'),
        kind: kindOf(of('kind')),
        urgency: urgencyOf(of('urgency')),
        item: of('item'),
        community: of('community'),
        address: of('address').slice(0, MOST_ADDRESS),
        name: isWithheld(of('name')) ? null : of('name').slice(0, MOST_NAME) || null,
        phone: phone || null,
        confidential: isYes(of('confidential')),
        sentAt,
        dueAt,
      })
    if (number !== '' && before === undefined) seen.set(number, row)
  }
  return { taken, faults }
}
