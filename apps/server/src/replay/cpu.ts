import { readdirSync, readFileSync } from 'node:fs'
import { backendPid } from '../kernel/db/backend.ts'
import type { Database } from '../kernel/db/database.ts'

const TICKS = 100 // USER_HZ of Linux

/**
 * CPU seconds of the whole database server, ended backends among them.
 * @returns undefined where it does not run on this Linux machine
 */
export async function databaseCpu(db: Database): Promise<number | undefined> {
  const pid = await backendPid(db)
  const backend = pid === undefined ? undefined : statOf(pid)
  if (!backend?.name.startsWith('postgres')) return undefined
  const postmaster = Number(backend.fields[1])
  const own = statOf(postmaster)
  if (!own) return undefined
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
    .filter(({ fields }) => Number(fields[1]) === postmaster)
  const ticks = (fields: readonly string[], from: number): number =>
    Number(fields[from]) + Number(fields[from + 1])
  const all = ticks(own.fields, 11) + ticks(own.fields, 13) // its own, and of children that ended
  return living.reduce((sum, { fields }) => sum + ticks(fields, 11), all) / TICKS
}

/** Name and fields of /proc/PID/stat; undefined when there is no such process, or no /proc. */
function statOf(pid: number): { name: string; fields: string[] } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    return { name: text.slice(text.indexOf('(') + 1, end), fields: text.slice(end + 2).split(' ') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // what reading a file throws
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
