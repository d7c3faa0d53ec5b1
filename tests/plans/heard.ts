import { AsyncLocalStorage } from 'node:async_hooks'
import { relative } from 'node:path'
import type pg from 'pg'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** One statement as it was sent: in which transaction's scope, with which values, for whom and from where in the code. */
export type Heard = {
  readonly text: string
  readonly values: readonly unknown[]
  /** The statement that opened its transaction, with the scope as its values; none outside every scope. */
  readonly opening: Statement | undefined
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
    let opening: Statement | undefined
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    const note = (statement: Statement): void => {
      const { text, values } = statement
      if (/^(begin|commit|rollback)/i.test(text)) opening = undefined
      if (isOpening(statement)) opening = statement
      else if (/^\s*(select|insert|update|delete|with|merge)\b/i.test(text)) {
        const key = `${text}\n${driving.getStore() ?? ''}`
        const count = counts.get(key) ?? 0
        if (count >= most) return
        counts.set(key, count + 1)
        heard.push({ text, values, opening, driven: driving.getStore() ?? 'clockwork', from: source(), pool })
      }
    }
    const listened = (...args: unknown[]): unknown => {
      const statements = statementsOf(args[0], args[1])
      const isAlone = statements.length === 1 // a step of a transaction that was opened before
      if (!isAlone) opening = undefined
      for (const statement of statements) note(statement)
      return send(...args)
    }
    client.query = listened as typeof client.query // the same overloads, passed through
  })
  return heard
}

const isOpening = ({ text }: Statement): boolean => text.startsWith('select set_config(')

/** What a batch holds, or the one statement that is asked in pg's own way. */
function statementsOf(asked: unknown, given: unknown): readonly Statement[] {
  if (typeof asked === 'string') return [{ text: asked, values: Array.isArray(given) ? given : [] }]
  if (typeof asked !== 'object' || asked === null) return []
  if ('statements' in asked) return asked.statements as readonly Statement[] // our own batch
  return 'text' in asked ? [{ values: [], ...(asked as { text: string }) }] : []
}

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
