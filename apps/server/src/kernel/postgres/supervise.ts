import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { connected } from './client.ts'
import { PostgresError } from './errors.ts'
import type { Home } from './home.ts'
import { type Exit, type Launched, launch } from './launch.ts'
import { clearLeftovers } from './leftovers.ts'
import type { PostgresLog } from './log.ts'
import { embeddedSettings } from './settings.ts'

export type SuperviseOptions = {
  home: Home
  binaries: Binaries
  port: number
  /** The superuser's address, asked until it answers. */
  adminUrl: string
  settings?: Record<string, string>
  log: PostgresLog
  onCrash?: (exit: Exit) => void
  onRestart?: () => void
}

/** A supervised server: restarted whenever it ends, until it is stopped. */
export type Supervised = { stop(): Promise<void> }

/** Pause before the n-th restart in a row (milliseconds); a server that stood for a minute begins again at 0. */
const pauses = [0, 250, 500, 1_000, 2_000, 5_000, 10_000]
const steady = 60_000
const stopPatience = 60_000

/** Starts the server and resolves when it answers; from then on it is kept running. */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const stopping = new AbortController()
  let current: Launched | undefined
  const start = async () => {
    await clearLeftovers(options.home.cluster, options.log)
    stopping.signal.throwIfAborted()
    current = launch(options.binaries.postgres, serverArguments(options), options.home, (line) => {
      options.log.info({ postgres: line }, '数据库 database')
    })
    await answering(current, options)
    return current
  }
  // A Linli that ends without stop() (an uncaught error) takes the server with it.
  const endWithUs = () => current?.child.kill('SIGINT')
  process.once('exit', endWithUs)
  const first = await start().catch((error: unknown) => {
    process.off('exit', endWithUs)
    throw error
  })
  const watch = keepRunning(first, start, stopping.signal, options)
  return {
    async stop() {
      stopping.abort()
      if (current) await shutDown(current, options)
      await watch
      // Children of a server that was killed just before may still be on their way out.
      await clearLeftovers(options.home.cluster, options.log)
      process.off('exit', endWithUs)
    },
  }
}

async function keepRunning(
  first: Launched,
  start: () => Promise<Launched>,
  stopping: AbortSignal,
  options: SuperviseOptions,
): Promise<void> {
  let server = first
  let failures = 0
  for (let since = performance.now(); ; since = performance.now()) {
    const exit = await server.exited
    if (stopping.aborted) return
    options.log.error(exit, '数据库意外停止，正在重新启动 the database ended unexpectedly; restarting it')
    options.onCrash?.(exit)
    if (performance.now() - since > steady) failures = 0
    for (let next: Launched | undefined; next === undefined; failures += 1) {
      await sleep(pauses[Math.min(failures, pauses.length - 1)], undefined, { signal: stopping }).catch(
        () => {},
      )
      if (stopping.aborted) return
      next = await start().catch((error: unknown) => {
        options.log.error(
          { err: error },
          '数据库未能重新启动，稍后再试 the database did not restart; trying again',
        )
        return undefined
      })
      server = next ?? server
    }
    if (stopping.aborted) return
    options.log.info({}, '数据库已恢复 the database is back')
    options.onRestart?.()
  }
}

function serverArguments({ home, port, settings }: SuperviseOptions): string[] {
  const all = { ...embeddedSettings, port: String(port), ...settings }
  return ['-D', home.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Resolves when the server answers a query. Recovery after a crash may take minutes: only its end is a failure. */
async function answering(server: Launched, options: SuperviseOptions): Promise<void> {
  let ended: Exit | undefined
  void server.exited.then((exit) => {
    ended = exit
  })
  for (;;) {
    if (ended) throw startFailed(ended, server.lines())
    if (await asked(options.adminUrl)) return
    await Promise.race([sleep(15), server.exited])
  }
}

/** Codes of a server that is not there yet: a refused or cut connection, shutting down, starting up. */
const notYet = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])

async function asked(url: string): Promise<boolean> {
  try {
    await connected(url, (client) => client.query('select 1'))
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === undefined || (typeof code === 'string' && notYet.has(code))) return false
    throw error
  }
}

async function shutDown({ child, exited }: Launched, { binaries, log }: SuperviseOptions): Promise<void> {
  const tell = (name: 'INT' | 'QUIT') => {
    if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['kill', name, String(child.pid)])
    else child.kill(`SIG${name}`)
  }
  tell('INT')
  const impatience = setTimeout(() => {
    log.warn(
      {},
      '数据库一分钟内没有停下，立即结束 the database did not stop within a minute; ending it at once',
    )
    tell('QUIT')
  }, stopPatience)
  await exited
  clearTimeout(impatience)
}

function startFailed(exit: Exit, lines: string[]): PostgresError {
  const said = [exit.error?.message, ...lines].filter(Boolean).join('\n')
  return new PostgresError(
    'startFailed',
    `数据库没有启动起来（退出码 ${exit.code ?? exit.signal}），原因见下文；请检查磁盘空间、内存和目录权限后再试。`,
    `The database did not start (${exit.code ?? exit.signal}); check disk space, memory and permissions, then try again. It said:\n${said}`,
  )
}
