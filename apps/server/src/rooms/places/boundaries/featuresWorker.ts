import { parentPort, workerData } from 'node:worker_threads'
import type { Coordinates } from '@linli/contract/places/words'
import { FeaturesError, readFeatures } from './readFeatures.ts'

/** One file of outlines, read beside the server's own thread: hundreds of thousands of points take seconds. */
const { bytes, from } = workerData as { bytes: Uint8Array; from: Coordinates } // sent by importOutlines
try {
  parentPort?.postMessage({ read: readFeatures(Buffer.from(bytes), from) })
} catch (error) {
  if (!(error instanceof FeaturesError)) throw error
  parentPort?.postMessage({ refused: error.message })
}
