import { parentPort, workerData } from 'node:worker_threads'
import { type Lines, parseTable, TableError } from './parse.ts'

/** A piece of the table, the end of it, or why it cannot be read. */
export type FromWorker = { lines: Lines } | { refused: string } | { over: true }

const LINES_A_PIECE = 5000
const tell = (message: FromWorker): void => parentPort?.postMessage(message)

/** One file, read beside the server's own thread: a workbook of 100,000 rows takes seconds. */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: 'xlsx' | 'csv' } // sent by readTable
try {
  const lines = parseTable(Buffer.from(bytes), kind)
  for (let at = 0; at < lines.length; at += LINES_A_PIECE)
    tell({ lines: lines.slice(at, at + LINES_A_PIECE) })
  tell({ over: true })
} catch (error) {
  if (!(error instanceof TableError)) throw error
  tell({ refused: error.message })
}
