import { Worker } from 'node:worker_threads'
import type { UploadedFile } from '../../../kernel/http/room.ts'
import { wrongFile } from '../errors.ts'
import type { Sheet } from './workbookWorker.ts'

const MOST_MILLISECONDS = 60_000
const WORKER = new URL('./workbookWorker.ts', import.meta.url)
const refuse = (message: string) => wrongFile([{ field: 'file', message }])

/** The first sheet of a workbook, read beside the server's own thread within bounds of memory and time. @throws wrongFile */
export async function readWorkbook(file: UploadedFile | undefined): Promise<Sheet> {
  if (!file) throw refuse('请选一个从这里导出、改过的 .xlsx 文件。')
  const worker = new Worker(WORKER, {
    workerData: { bytes: file.bytes },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const timer = setTimeout(() => void worker.terminate(), MOST_MILLISECONDS)
  try {
    const said = await new Promise<{ sheet?: Sheet; refused?: string }>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => resolve({ refused: '文件太复杂，读了很久也没读完，请分几次对照。' }))
    })
    if (!said.sheet) throw refuse(said.refused ?? '文件读不出来，请另存为 .xlsx 后再传。')
    return said.sheet
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw refuse('文件太大，请分几次对照。')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
