import { readdirSync, readFileSync } from 'node:fs'

const TICKS = 100 // USER_HZ of Linux

/** CPU seconds, user and system, that some processes have used; of those gone nothing is known. */
export function cpuSeconds(pids: readonly number[]): number {
  let ticks = 0
  for (const pid of pids) {
    const stat = statOf(pid)
    if (stat) ticks += Number(stat[11]) + Number(stat[12])
  }
  return ticks / TICKS
}

/** The CPU seconds of a process's children that have ended and were waited for, as PostgreSQL's are. */
export function endedChildrenSeconds(pid: number): number {
  const stat = statOf(pid)
  return stat ? (Number(stat[13]) + Number(stat[14])) / TICKS : 0
}

/** A process and its living children. */
export function family(pid: number): number[] {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === pid,
  )
  return [pid, ...children.map(Number)]
}

/** Resident memory of a process, megabytes. */
export function memoryMegabytes(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)
  return Number(line?.[1] ?? 0) / 1024
}

/** Share of the machine's time that the host took for others since `before`, percent. */
export function stealSince(before: readonly number[]): number {
  const now = machineTicks()
  const moved = now.map((ticks, n) => ticks - (before[n] ?? 0))
  const all = moved.reduce((sum, ticks) => sum + ticks, 0)
  return all === 0 ? 0 : ((moved[7] ?? 0) / all) * 100
}
export const machineTicks = (): number[] =>
  (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number)

/** The fields of /proc/PID/stat behind the command's name, or undefined when the process is gone. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return undefined
    throw error
  }
}
