import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nightDue } from '../kernel/backup/due.ts'
import { beginRun, failRun } from '../kernel/backup/runs.ts'
import type { Config } from '../kernel/config.ts'
import type { Database } from '../kernel/db/database.ts'
import { every, type Ticker } from '../kernel/jobs/ticker.ts'

export type NightNeeds = {
  readonly db: Database
  readonly config: Config
  /** Does the night's work until it is done or the signal comes; resolves to the exit code. */
  readonly work?: (night: string, signal: AbortSignal) => Promise<number>
  /** For the operators: what failed. */
  readonly warn: (line: { readonly [name: string]: unknown }) => void
}

const MINUTE = 60_000

/**
 * The house's own nightly backup, when one is set up. The work is done by a process of its own, so that no request waits
 * for it; of several houses on one database one takes the night.
 */
export function startNights(needs: NightNeeds, onError: (error: Error) => void): Ticker {
  if (!needs.config.backup.to) return { stop: async () => undefined }
  let done = ''
  const ending = new AbortController()
  const ticker = every(
    MINUTE,
    async () => {
      const night = nightDue(new Date(), needs.config.backup.at)
      if (night !== done && (await backUpNight(needs, night, ending.signal))) done = night
    },
    onError,
  )
  return {
    stop: async () => {
      ending.abort()
      await ticker.stop()
    },
  }
}

/** Takes the night if nobody has it, and does its work. @returns whether this process has it behind itself */
export async function backUpNight(needs: NightNeeds, night: string, signal: AbortSignal): Promise<boolean> {
  const run = await beginRun(needs.db, 'backup', night)
  if (run === undefined) return false
  const code = await (needs.work ?? inProcess)(night, signal)
  if (code === 0) return true
  await failRun(needs.db, run, `exit${code}`) // unless the process has said it better
  needs.warn({ message: 'the nightly backup or its drill failed', night, code })
  return false
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

function inProcess(night: string, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'backup', '--night', night], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    signal.addEventListener('abort', () => child.kill(), { once: true })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
