import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { watchElders } from './elders.mjs'

/** The root of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const windows = process.platform === 'win32'

/** The Node 24 binary that the npm package `node` installs. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** Signals that ask to stop, and what the program is told. A closed terminal is a request to stop in good order. */
const requests = { SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' }
const again = 1_000

/**
 * Runs a program to its end with our terminal and resolves to its exit code (128 + n when signal n ended it).
 * Ctrl-C reaches every process of the terminal's group, and npm passes it on once more: the program gets a session of
 * its own and hears of it from here, once; only a second request after a second is passed on too.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, follow?: boolean, shell?: boolean }} [options] follow: the program stops when we are killed
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd = root, follow = false, shell = false } = {}) {
  const child = spawn(program, args, {
    cwd,
    shell,
    stdio: follow ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    detached: !windows,
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(windows ? ';' : ':'),
      // Types stripped and code compiled once, not at every start.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
    },
  })
  let asked = Number.NEGATIVE_INFINITY
  const passOn = (name) => {
    if (performance.now() - asked < again) return
    asked = performance.now()
    if (!windows) child.kill(requests[name])
  }
  for (const name of Object.keys(requests)) process.on(name, passOn)
  const elders = watchElders()
  const watch = setInterval(() => {
    if (elders.alive()) return
    clearInterval(watch)
    passOn('SIGTERM')
  }, 500)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of Object.keys(requests)) process.off(name, passOn)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}
