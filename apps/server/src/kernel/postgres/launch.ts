import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Home } from './home.ts'

/** How a program ended: its code, or the signal that ended it. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; error?: Error }

/** A running program of PostgreSQL. `exited` resolves once it is reaped; `lines` are the last it wrote. */
export type Launched = { child: ChildProcess; exited: Promise<Exit>; lines(): string[] }

const kept = 30
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']

/**
 * Spawns a program under the home's account, in a session of its own (Ctrl-C in the terminal must reach Linli only,
 * which then stops the database after its own work) and with almost no environment (it may hold secrets).
 */
export function launch(
  program: string,
  args: string[],
  home: Home,
  onLine?: (line: string) => void,
): Launched {
  const last: string[] = []
  const known = passedOn.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined)
  const child = spawn(program, args, {
    ...home.account,
    cwd: home.home,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(known), LC_ALL: 'C', TZ: 'UTC' },
  })
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      last.push(line)
      if (last.length > kept) last.shift()
      onLine?.(line)
    })
  }
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  return { child, exited, lines: () => last.slice() }
}
