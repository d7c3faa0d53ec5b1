import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Part } from './parts.ts'

export type Outcome = { readonly part: Part; readonly passed: boolean; readonly seconds: number }

const ROOT = resolve(import.meta.dirname, '../..')
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

/** Runs a part's test files in their long form. One that is still at it when the time is over is ended, and failed. @param ends of `performance.now()` */
export async function runPart(part: Part, seed: number, ends: number): Promise<Outcome> {
  const begun = performance.now()
  const args = ['run', '--no-file-parallelism', '--reporter=dot', ...part.files]
  const child = spawn(process.execPath, [VITEST, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, VERIFY: 'long', SEED: String(seed) },
  })
  const stop = (): void => void child.kill('SIGTERM')
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const late = setTimeout(stop, Math.max(0, ends - begun))
  const code = await new Promise<number | null>((over, failed) => {
    child.once('error', failed)
    child.once('exit', over)
  })
  clearTimeout(late)
  process.off('SIGTERM', stop)
  process.off('SIGINT', stop)
  return { part, passed: code === 0, seconds: (performance.now() - begun) / 1000 }
}
