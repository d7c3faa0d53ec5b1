import { parentPort, workerData } from 'node:worker_threads'
import type { Said } from './inWorker.ts'

// The other side of `inWorker`: loads the module, runs its function, says what came out.

type Work = (input: unknown, progress: (share: number) => void) => unknown

const say = (said: Said): void => parentPort?.postMessage(said)
const { module, name, input } = workerData as { module: string; name: string; input: unknown } // given by inWorker

/** A hundred words at most, however often the function speaks. */
let told = 0
const progress = (share: number): void => {
  const percent = Math.floor(share * 100)
  if (percent <= told) return
  told = percent
  say({ share })
}

try {
  const exported: { readonly [name: string]: unknown } = await import(module)
  const work = exported[name]
  if (typeof work !== 'function') throw new Error(`${module} has no function ${name}`)
  say({ result: await (work as Work)(input, progress) }) // the caller vouches for its shape
} catch (error) {
  say({ failure: error instanceof Error ? error.message : String(error) })
}
