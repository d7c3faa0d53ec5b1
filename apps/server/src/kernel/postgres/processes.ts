import { spawnSync } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What tells a process from a later one with the same number: boot and start time. Undefined when no such process
 * lives; a zombie does not live.
 */
export async function identityOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (process.platform === 'win32') return signal(pid, 0) ? String(pid) : undefined
  const [state, ...started] = ps(['-o', 'stat=,lstart=', '-p', String(pid)]).split(/\s+/)
  return !state || state.startsWith('Z') ? undefined : started.join(' ')
}

async function linuxIdentity(pid: number): Promise<string | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The program's name in parentheses may hold spaces, so fields are counted behind it: state is 3, start time 22.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()}:${fields[19]}`
  } catch {
    // The process ended, before or while it was read.
    return undefined
  }
}

/**
 * The living PostgreSQL processes of a cluster (an absolute path without links): the postmaster, known by its command,
 * and, on Linux, children that outlived it, known by working inside the cluster's directory.
 */
export async function clusterProcesses(cluster: string): Promise<number[]> {
  if (process.platform !== 'linux') return postmasterByCommand(cluster)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const belonging = await Promise.all(pids.map((pid) => belongsTo(cluster, pid)))
  return pids.filter((_, index) => belonging[index]).map(Number)
}

async function belongsTo(cluster: string, pid: string): Promise<boolean> {
  // A process that ends meanwhile, or a stranger's that may not be read, reads as empty.
  const fact = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
  if ((await fact('comm')) !== 'postgres\n') return false
  if ((await fact('cmdline')).split('\0').includes(cluster)) return true
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster
}

function postmasterByCommand(cluster: string): number[] {
  if (process.platform === 'win32') return []
  return ps(['-axo', 'pid=,stat=,command='])
    .split('\n')
    .filter((line) => line.includes(`-D ${cluster}`) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10))
}

function ps(args: string[]): string {
  return spawnSync('ps', args, { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** Sends a signal (0 only asks); false when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** Polls until the condition holds; false when it does not within the time (milliseconds). */
export async function eventually(condition: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!(await condition())) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}
