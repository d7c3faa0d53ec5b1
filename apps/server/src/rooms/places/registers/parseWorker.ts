import { parentPort, workerData } from 'node:worker_threads'
import { parseTable, TableError } from './parse.ts'

/** One file, read beside the server's own thread: a workbook of 50,000 rows takes seconds. */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: 'xlsx' | 'csv' } // sent by readTable
try {
  parentPort?.postMessage({ lines: parseTable(Buffer.from(bytes), kind) })
} catch (error) {
  if (!(error instanceof TableError)) throw error
  parentPort?.postMessage({ refused: error.message })
}
