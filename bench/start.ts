import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

// How long `npm start` takes until the house answers: the first time with a demo town to found, then warm:
// `node bench/start.ts`. Fails when a start takes longer than it may.

const MOST_SECONDS = { first: 180, warm: 3 }
const PATIENCE_SECONDS = 600
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'linli-start-'))
const port = await freePort()
const root = join(import.meta.dirname, '..')

/** Starts the house. @returns the seconds until it answered, and its end by a signal to all of it */
async function start(): Promise<{ seconds: number; end(signal: NodeJS.Signals): Promise<void> }> {
  const begun = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.kill(-(child.pid ?? 0), signal)
    await ended
  }
  while (!(await answers())) {
    const seconds = (performance.now() - begun) / 1000
    if (child.exitCode !== null || seconds > PATIENCE_SECONDS) {
      if (child.exitCode === null) await end('SIGTERM')
      throw new Error(
        `npm start did not come to answer (exit code ${child.exitCode}, ${seconds.toFixed(0)} s)`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { seconds: (performance.now() - begun) / 1000, end }
}

const answers = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

try {
  const first = await start()
  say(`第一次 first start: ${first.seconds.toFixed(1)} s`)
  await first.end('SIGTERM')
  const taken: number[] = []
  for (let run = 0; run < Number(values.runs); run += 1) {
    const { seconds, end } = await start()
    taken.push(seconds)
    say(`再次 warm start: ${seconds.toFixed(2)} s`)
    await end('SIGTERM')
  }
  taken.sort((a, b) => a - b)
  const median = taken[Math.floor(taken.length / 2)] ?? 0
  say(`中位 median: ${median.toFixed(2)} s`)
  if (first.seconds > MOST_SECONDS.first || median > MOST_SECONDS.warm) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
