import { Worker } from 'node:worker_threads'
import type { UploadedFile } from '../http/room.ts'
import { fileKind, type Refuse } from './fileKind.ts'
import type { Lines } from './parse.ts'
import type { FromWorker } from './parseWorker.ts'

const MOST_MILLISECONDS = 60_000
const WORKER = new URL('./parseWorker.ts', import.meta.url)

/**
 * Reads a table's file beside the server's own thread; its lines come in pieces, so that other requests run between them.
 * @throws what `refuse` makes, with what to do
 */
export async function readLines(
  file: UploadedFile,
  refuse: Refuse,
  take: (lines: Lines) => void,
): Promise<void> {
  const kind = await fileKind(file, refuse)
  const worker = new Worker(WORKER, {
    workerData: { bytes: file.bytes, kind },
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

/** A cell as people meant it: full-width digits become plain ones; lone surrogates, which a database cannot keep, become a mark to be seen. */
export const cleanCell = (cell: string | undefined): string =>
  (cell ?? '').normalize('NFKC').toWellFormed().trim()
