import { AsyncLocalStorage } from 'node:async_hooks'
import { relative } from 'node:path'
import type pg from 'pg'

/** One statement as it was sent: in which transaction's scope, with which values, for whom and from where in the code. */
export type Heard = {
  readonly text: string
  readonly values: readonly unknown[]
  /** The statements that opened its transaction: its scope. */
  readonly begin: string
  /** What the test was driving; nothing for the house's own clockwork. */
  readonly driven: string
  /** The nearest line of the rooms, else of the kernel, that sent it. */
  readonly from: string
  readonly pool: pg.Pool
}

const driving = new AsyncLocalStorage<string>()
const SOURCES = /\/apps\/server\/src\/((?:rooms|kernel|house)\/[^):?]+)(?:\?[^):]*)?:(\d+)/
const DOORS = /kernel\/(?:db|http)\//

/** Names what is driven, for all that is sent because of it. */
export const drive = <T>(name: string, work: () => Promise<T>): Promise<T> => driving.run(name, work)

/**
 * Listens at a pool: every statement that its connections send from now on, one of each text and scope. The values of
 * lists may matter to a plan, so a text is kept with up to `most` different values.
 */
export function listen(pool: pg.Pool, most = 2): Heard[] {
  const heard: Heard[] = []
  const counts = new Map<string, number>()
  const listening = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (listening.has(client)) return
    listening.add(client)
    let begin = 'BEGIN'
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    const note = (asked: unknown, given: unknown): void => {
      const text = textOf(asked)
      if (/^begin/i.test(text)) begin = text.includes(';') ? text : `${text};select`
      if (!/^\s*(select|insert|update|delete|with|merge)\b/i.test(text)) return
      const key = `${text}\n${driving.getStore() ?? ''}`
      const count = counts.get(key) ?? 0
      if (count >= most) return
      counts.set(key, count + 1)
      const values = valuesOf(asked, given)
      heard.push({ text, values, begin, driven: driving.getStore() ?? 'clockwork', from: source(), pool })
    }
    const listened = (...args: unknown[]): unknown => {
      note(args[0], args[1])
      return send(...args)
    }
    client.query = listened as typeof client.query // the same overloads, passed through
  })
  return heard
}

const isConfig = (asked: unknown): asked is { text: string; values?: unknown[] } =>
  typeof asked === 'object' && asked !== null && 'text' in asked

const textOf = (asked: unknown): string =>
  typeof asked === 'string' ? asked : isConfig(asked) ? asked.text : ''

const valuesOf = (asked: unknown, given: unknown): unknown[] =>
  isConfig(asked) && asked.values ? asked.values : Array.isArray(given) ? given : []

function source(): string {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 40
  const lines = (new Error().stack ?? '').split('\n').flatMap((line) => {
    const [, path, at] = SOURCES.exec(line) ?? []
    return path ? [`${relative('.', path)}:${at}`] : []
  })
  Error.stackTraceLimit = before
  return lines.find((line) => !DOORS.test(line)) ?? lines.at(-1) ?? 'elsewhere'
}
