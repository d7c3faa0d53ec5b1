import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a step found: nothing, or the text that says what is wrong. */
export type Finding = string | undefined

/** Environment of every program we run: our own Node 24 and tools come before those of the machine. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
}

/** Runs a tool of node_modules/.bin to its end; its whole output is the finding when it fails. */
export function program(name: string, ...args: string[]): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8').trim()
      resolve(code === 0 ? undefined : output || `${name} ended with ${signal ?? `exit code ${code}`}`)
    })
  })
}

const REQUESTS = ['SIGINT', 'SIGTERM'] as const
/** The exit code of a program that was asked to stop. */
const STOPPED = 143

/**
 * Runs a tool of node_modules/.bin with our terminal for its output and nothing to read; resolves to its exit code. Asked to stop
 * meanwhile, we pass it on and stop with the tool, so that nothing is left running.
 */
export function show(name: string, ...args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    let asked = false
    const passOn = (): void => {
      asked = true
      child.kill('SIGTERM')
    }
    for (const request of REQUESTS) process.on(request, passOn)
    child.once('error', reject)
    child.once('close', (code) => {
      for (const request of REQUESTS) process.off(request, passOn)
      if (asked) process.exit(code || STOPPED)
      resolve(code ?? 1)
    })
  })
}
