import type { UploadedFile } from '../../../kernel/http/room.ts'
import { cleanCell, readLines } from '../../../kernel/tables/readLines.ts'
import { wrongFile } from '../errors.ts'
import type { Column, RegisterRow } from './register.ts'

const EXAMPLE = '示例'

const refuse = (message: string) => wrongFile([{ field: 'file', message }])

/**
 * The rows of an uploaded register by its columns. Empty rows and rows that begin with 示例 are passed over; columns
 * are found by heading, in any order.
 * @param onRead hears how many rows have been read so far
 * @throws wrongFile with what to do
 */
export async function readTable(
  file: UploadedFile,
  columns: readonly Column[],
  onRead: (rows: number) => void,
): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = []
  let places: readonly Placed[] | undefined
  let number = 0
  await readLines(file, refuse, (lines) => {
    for (const line of lines) {
      number += 1
      if (!places) places = placesOf(line, columns)
      else if (!line.every((cell) => !cell) && !line[0]?.startsWith(EXAMPLE))
        rows.push({
          number,
          cells: Object.fromEntries(places.map(({ key, at }) => [key, cleanCell(line[at])])),
        })
    }
    onRead(rows.length)
  })
  if (rows.length === 0) throw refuse('表里没有要导入的行，请从第二行开始填。')
  return rows
}

type Placed = Column & { readonly at: number }

/** @throws wrongFile when a column that is needed has no heading */
function placesOf(line: readonly string[], columns: readonly Column[]): Placed[] {
  const heading = line.map((cell) => cell.replace(/[\s*＊]/g, ''))
  const places = columns.map((column) => ({ ...column, at: heading.indexOf(column.title) }))
  const missing = places.filter((column) => column.required && column.at < 0)
  if (missing.length > 0)
    throw refuse(
      `第一行的表头里缺少：${missing.map((column) => column.title).join('、')}。请下载模板，照它的表头填。`,
    )
  return places
}
