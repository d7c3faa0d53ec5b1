import { Worker } from 'node:worker_threads'
import type { UploadedFile } from '../../../kernel/http/room.ts'
import { wrongFile } from '../errors.ts'
import { fileKind } from './fileKind.ts'
import type { Lines } from './parse.ts'
import type { Column, RegisterRow } from './register.ts'

const MOST_MILLISECONDS = 60_000
const WORKER = new URL('./parseWorker.ts', import.meta.url)
const EXAMPLE = '示例'

const refuse = (message: string) => wrongFile([{ field: 'file', message }])

/**
 * The rows of an uploaded register by its columns. Empty rows and rows that begin with 示例 are passed over; columns
 * are found by heading, in any order.
 * @throws wrongFile with what to do
 */
export async function readTable(file: UploadedFile, columns: readonly Column[]): Promise<RegisterRow[]> {
  const lines = await parse(file.bytes, await fileKind(file))
  const heading = (lines[0] ?? []).map((cell) => cell.replace(/[\s*＊]/g, ''))
  const places = columns.map((column) => ({ ...column, at: heading.indexOf(column.title) }))
  const missing = places.filter((column) => column.required && column.at < 0)
  if (missing.length > 0)
    throw refuse(
      `第一行的表头里缺少：${missing.map((column) => column.title).join('、')}。请下载模板，照它的表头填。`,
    )
  const rows: RegisterRow[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.every((cell) => !cell) || line[0]?.startsWith(EXAMPLE)) continue
    const cells = Object.fromEntries(places.map(({ key, at }) => [key, clean(line[at])]))
    rows.push({ number: index + 1, cells })
  }
  if (rows.length === 0) throw refuse('表里没有要导入的行，请从第二行开始填。')
  return rows
}

/** Full-width digits become plain ones; lone surrogates, which a database cannot keep, become a mark to be seen. */
const clean = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').toWellFormed().trim()

async function parse(bytes: Buffer, kind: 'xlsx' | 'csv'): Promise<Lines> {
  const worker = new Worker(WORKER, {
    workerData: { bytes, kind },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const timer = setTimeout(() => void worker.terminate(), MOST_MILLISECONDS)
  try {
    const answer = await new Promise<{ lines?: Lines; refused?: string }>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => resolve({ refused: '文件太复杂，读了很久也没读完，请分几次导入。' }))
    })
    if (!answer.lines) throw refuse(answer.refused ?? '文件读不出来，请另存后再传。')
    return answer.lines
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw refuse('文件太大，请分几次导入。')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
