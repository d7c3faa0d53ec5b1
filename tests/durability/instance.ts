import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { until } from './form.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHIFT = join(import.meta.dirname, 'shiftDate.mjs')

export type InstanceOptions = {
  readonly name: string
  readonly port: number
  /** Where the program lies; this one's own folder when absent. */
  readonly root?: string
  readonly environment: { readonly [name: string]: string }
  /** So far the process's own clock is off, milliseconds. */
  readonly clockShift?: number
}

/** One server process, as `npm start` runs it; killed and started again on the same port. */
export class Instance {
  readonly options: InstanceOptions
  readonly url: string
  #child: ChildProcess | undefined
  #gone: Promise<void> = Promise.resolve()
  /** What it wrote last: told when it does not come up. */
  #lines: string[] = []

  constructor(options: InstanceOptions) {
    this.options = options
    this.url = `http://127.0.0.1:${options.port}`
  }

  get isRunning(): boolean {
    return this.#child !== undefined
  }

  /** Starts the process; `ready` says when it serves. */
  start(): void {
    const { port, root = ROOT, environment, clockShift = 0 } = this.options
    const follow = pathToFileURL(join(root, 'tools/follow.mjs')).href
    const shift = clockShift === 0 ? [] : ['--import', pathToFileURL(SHIFT).href]
    const main = join(root, 'apps/server/src/main.ts')
    const child = spawn(process.execPath, ['--import', follow, ...shift, main], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'compiled'),
        DEMO: '0',
        LOG_LEVEL: 'error',
        PORT: String(port),
        CLOCK_SHIFT: String(clockShift),
        ...environment,
      },
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes) => {
        this.#lines = [...this.#lines, String(bytes)].slice(-12)
      })
    this.#child = child
    this.#gone = new Promise((over) =>
      child.once('exit', () => {
        if (this.#child === child) this.#child = undefined
        over()
      }),
    )
  }

  /** Resolves when `/readyz` answers 200. */
  async ready(patience = 300_000): Promise<void> {
    await until(`${this.options.name} ready`, () => this.#asksToStart() ?? isReady(this.url), patience).catch(
      (error: Error) => {
        throw new Error(`${error.message}: ${this.tail()}`)
      },
    )
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL')
    await this.#gone
  }

  /** SIGTERM, in good order. @throws when the process does not end by itself */
  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM')
    let isLate = false
    const late = setTimeout(() => {
      isLate = true
      this.#child?.kill('SIGKILL')
    }, 60_000)
    await this.#gone
    clearTimeout(late)
    if (isLate) throw new Error(`${this.options.name} did not stop by itself: ${this.tail()}`)
  }

  tail(): string {
    return this.#lines.join('').slice(-1500)
  }

  #asksToStart(): Promise<never> | undefined {
    return this.isRunning ? undefined : Promise.reject(new Error(`${this.options.name} ended`))
  }
}

export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).status === 200
  } catch {
    return false // not there, or not yet
  }
}

/** A loopback port that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
