import { Worker } from 'node:worker_threads'
import { wrongFile } from '../errors.ts'

const MOST_MILLISECONDS = 60_000

/** What a reading worker says: what it read, or why it did not, in words for the one who sent the file. */
type Said<T> = { readonly read?: T; readonly refused?: string }

/**
 * Reads a file beside the server's own thread, within bounds of memory and time.
 * @throws wrongFile with what to do
 */
export async function inWorker<T>(worker: URL, workerData: object): Promise<T> {
  const refuse = (message: string) => wrongFile([{ field: 'file', message }])
  const reading = new Worker(worker, { workerData, resourceLimits: { maxOldGenerationSizeMb: 768 } })
  const timer = setTimeout(() => void reading.terminate(), MOST_MILLISECONDS)
  try {
    const said = await new Promise<Said<T>>((resolve, reject) => {
      reading.once('message', resolve)
      reading.once('error', reject)
      reading.once('exit', () => resolve({ refused: '文件太复杂，读了很久也没读完，请分几次导入。' }))
    })
    if (said.read === undefined) throw refuse(said.refused ?? '文件读不出来，请另存后再传。')
    return said.read
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw refuse('文件太大，请分几次导入。')
    throw error
  } finally {
    clearTimeout(timer)
    await reading.terminate()
  }
}
