import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { textOf } from './files.ts'
import type { PostgresLog } from './log.ts'
import { clusterProcesses, eventually, signal } from './processes.ts'

/** Fast shutdown, then immediate shutdown, then the end; each with the time it is given (milliseconds). */
const steps = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

/**
 * Ends what an earlier PostgreSQL left in a cluster, so that a new one can start at once: a server whose Linli was
 * killed, children whose server was killed, and the lock file of either. The caller holds the data directory's lock,
 * so nothing found here has a living owner.
 */
export async function clearLeftovers(cluster: string, log: PostgresLog): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid')
  const lock = await textOf(lockFile)
  const found = await clusterProcesses(cluster)
  if (found.length > 0) {
    log.warn({ pids: found }, '正在停下上次留下的数据库进程 stopping database processes left behind')
    const postmaster = Number.parseInt(lock ?? '', 10)
    await endAll(cluster, found.includes(postmaster) ? postmaster : undefined)
  }
  // PostgreSQL would trust this file when its number now belongs to a zombie or to a stranger.
  if (lock !== undefined && process.platform !== 'win32') await rm(lockFile, { force: true })
}

/** Children end with their postmaster; when it is gone already a clean shutdown is no longer possible. */
async function endAll(cluster: string, postmaster: number | undefined): Promise<void> {
  for (const [name, patience] of postmaster === undefined ? steps.slice(1) : steps) {
    const told =
      name === 'SIGINT' && postmaster !== undefined ? [postmaster] : await clusterProcesses(cluster)
    for (const pid of told) signal(pid, name)
    if (await eventually(async () => (await clusterProcesses(cluster)).length === 0, patience)) return
  }
  throw new Error(`PostgreSQL processes in ${cluster} do not end`)
}
