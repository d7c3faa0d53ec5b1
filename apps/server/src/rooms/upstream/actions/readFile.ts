import type { SenderColumn } from '@linli/contract/upstream/shapes'
import { SENDER_MOST_ROWS } from '@linli/contract/upstream/words'
import type { UploadedFile } from '../../../kernel/http/room.ts'
import { invalid } from '../../../kernel/problem.ts'
import { cleanCell, readLines } from '../../../kernel/tables/readLines.ts'
import { wrongTable } from '../errors.ts'
import { columnsOf } from '../rules/columns.ts'
import type { FileRow } from '../rules/rows.ts'

const refuse = (message: string) => wrongTable([{ field: 'file', message }])
const MOST_HEADING = 60
/** A title or two above the headings is what platforms print. */
const MOST_TITLES = 5

/**
 * The rows of a sender's file by what its columns mean, read beside the server's own thread. Lines before the headings are
 * passed over: the headings are the first line with at least three cells.
 * @throws wrongFile with what to do
 */
export async function readFile(
  file: UploadedFile | undefined,
  remembered: readonly SenderColumn[],
): Promise<{ columns: SenderColumn[]; rows: FileRow[] }> {
  if (!file) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  const rows: FileRow[] = []
  let columns: SenderColumn[] | undefined
  let number = 0
  await readLines(file, refuse, (lines) => {
    for (const line of lines) {
      number += 1
      const cells = line.map(cleanCell)
      const filled = cells.filter((cell) => cell !== '').length
      if (!columns) {
        if (filled >= 3) columns = columnsOf(headingsOf(cells), remembered)
        else if (number > MOST_TITLES) throw refuse('前几行里没有找到表头，请把表头放在第一行。')
      } else if (filled > 0) rows.push({ row: number, cells: cellsBy(columns, cells) })
      if (rows.length > SENDER_MOST_ROWS) throw refuse(`一次最多导入 ${SENDER_MOST_ROWS} 行，请分几次导入。`)
    }
  })
  if (!columns) throw refuse('没有找到表头，请把表头放在第一行。')
  if (rows.length === 0) throw refuse('表头下面没有要导入的行。')
  return { columns, rows }
}

/** Headings told apart: an empty one gets its letter, a second one of the same name its number. */
function headingsOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.slice(0, MOST_HEADING - 6) || `第 ${at + 1} 列`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}（${times}）`
  })
}

const cellsBy = (columns: readonly SenderColumn[], cells: readonly string[]): FileRow['cells'] =>
  Object.fromEntries(columns.flatMap(({ field }, at) => (field ? [[field, cells[at] ?? '']] : [])))
