import { Worker } from 'node:worker_threads'
import type { UploadedFile } from '../../../kernel/http/room.ts'
import { wrongFile } from '../errors.ts'
import { fileKind } from './fileKind.ts'
import type { Lines } from './parse.ts'
import type { FromWorker } from './parseWorker.ts'
import type { Column, RegisterRow } from './register.ts'

const MOST_MILLISECONDS = 60_000
const WORKER = new URL('./parseWorker.ts', import.meta.url)
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
  await parse(file.bytes, await fileKind(file), (lines) => {
    for (const line of lines) {
      number += 1
      if (!places) places = placesOf(line, columns)
      else if (!line.every((cell) => !cell) && !line[0]?.startsWith(EXAMPLE))
        rows.push({ number, cells: Object.fromEntries(places.map(({ key, at }) => [key, clean(line[at])])) })
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

/** Full-width digits become plain ones; lone surrogates, which a database cannot keep, become a mark to be seen. */
const clean = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').toWellFormed().trim()

/** Reads a file beside the server's own thread; its lines come in pieces, so that other requests run between them. */
async function parse(bytes: Buffer, kind: 'xlsx' | 'csv', take: (lines: Lines) => void): Promise<void> {
  const worker = new Worker(WORKER, {
    workerData: { bytes, kind },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const timer = setTimeout(() => void worker.terminate(), MOST_MILLISECONDS)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        try {
          if ('refused' in message) throw refuse(message.refused)
          if ('lines' in message) take(message.lines)
          else resolve()
        } catch (error) {
          reject(error)
        }
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(refuse('文件太复杂，读了很久也没读完，请分几次导入。')))
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw refuse('文件太大，请分几次导入。')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
