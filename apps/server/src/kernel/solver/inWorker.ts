import { Worker } from 'node:worker_threads'

/** A calculation that did not end in its time. */
export class OutOfTime extends Error {
  constructor(seconds: number) {
    super(`the calculation took longer than ${seconds} s`)
    this.name = 'OutOfTime'
  }
}

/** A calculation that wanted more memory than it may have. */
export class OutOfMemory extends Error {
  constructor() {
    super('the calculation wanted too much memory')
    this.name = 'OutOfMemory'
  }
}

export type WorkerCall = {
  /** The module that holds the function, as `new URL('./plan.ts', import.meta.url)`. */
  readonly module: URL
  /** The name of its function: (input, progress) to a result, or to a promise of one. */
  readonly name: string
  /** Whatever a structured clone carries. */
  readonly input: unknown
  /** The thread is ended after so long. */
  readonly seconds: number
  /** Memory of its own that it may come to; it ends as OutOfMemory beyond. Absent: the process's own bound. */
  readonly megabytes?: number
  /** Told the share done, 0 to 1. */
  readonly progress?: (share: number) => void
}

/** What the thread says: how far it is, or what came out. */
export type Said = { readonly share: number } | { readonly result: unknown } | { readonly failure: string }

const THREAD = new URL('./thread.ts', import.meta.url)

/**
 * Runs a pure function in a thread of its own, so that no request waits for it.
 * @returns what the function returned, cloned; the caller vouches for the type
 * @throws OutOfTime, OutOfMemory; an Error with the function's own message
 */
export function inWorker<Result>({
  module,
  name,
  input,
  seconds,
  megabytes,
  progress,
}: WorkerCall): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      workerData: { module: module.href, name, input },
      ...(megabytes ? { resourceLimits: { maxOldGenerationSizeMb: megabytes } } : {}),
    })
    const timer = setTimeout(() => end(() => reject(new OutOfTime(seconds))), seconds * 1000)
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.terminate().then(settle, reject)
    }
    worker.on('message', (said: Said) => {
      if ('share' in said) progress?.(said.share)
      else if ('failure' in said) end(() => reject(new Error(said.failure)))
      else end(() => resolve(said.result as Result)) // the caller names the function and so its type
    })
    worker.on('error', (error) => end(() => reject(isOutOfMemory(error) ? new OutOfMemory() : error)))
    worker.on('exit', (code) => end(() => reject(new Error(`the calculation ended with ${code}`))))
  })
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
