import pg from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import { type Row, sendBatch } from './batch.ts'
import { type Plan, type Scope, scopeStatements } from './scope.ts'

export type { Row } from './batch.ts'
/** A statement with what its rows look like; the caller vouches for the type, a test executes it on real PostgreSQL. */
export type Tx = { query<R extends Row = Row>(sql: Sql): Promise<R[]> }

/** A write that met nobody: raised by `refuse(code)` in SQL. */
export class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(`refused: ${code}`)
    this.name = 'Refused'
    this.code = code
  }
}

export type Database = {
  /**
   * One read in a scope; one round trip. A `custom` plan is made for its own values each time: for full-text search, where
   * the best way depends on how common the words are. A `generic` one is made once: for what is read often and always in
   * the same way, where PostgreSQL would plan longer than it reads. Without a word PostgreSQL decides.
   */
  read<R extends Row = Row>(scope: Scope, sql: Sql, how?: { readonly plan?: Plan | undefined }): Promise<R[]>
  /**
   * Writes that are known beforehand: the scope and the statements in order leave as one batch, one round trip. All or nothing. @throws Refused when a statement called `refuse(code)`; pg's DatabaseError otherwise.
   */
  commit(scope: Scope, statements: readonly Sql[]): Promise<Row[][]>
  /** Writes that depend on one another. Retried when PostgreSQL asks for it (40001, 40P01). */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the global tables (accounts, sessions, codes, regions), which have no scope. */
  global<R extends Row = Row>(sql: Sql): Promise<R[]>
  globalTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Shifts the time of all commands of this process; tests and the demo's past only. */
  setShift(milliseconds: number): void
  shift(): number
  readonly pool: pg.Pool
  close(): Promise<void>
}

export type DatabaseOptions = {
  url: string
  poolSize?: number
  role?: string
  onError?: (error: Error) => void
}

const RETRIES = 4
const retryable = new Set(['40001', '40P01'])

// int8 and numeric counts are exact below 2^53; a larger one is a mistake that must not pass silently.
pg.types.setTypeParser(20, (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`a bigint is beyond the safe range: ${text}`)
  return value
})
pg.types.setTypeParser(1184, isoTime)
pg.types.setTypeParser(1082, (text: string) => text) // date

/** A timestamptz in the API's own form. A server that speaks UTC has all of it but the letters, and lists hold many. */
function isoTime(text: string): string {
  if (text.length > 26 || text[10] !== ' ' || !text.endsWith('+00')) return new Date(text).toISOString()
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
}

/** Opens the application's pool. `role` is taken on each connection, for servers where one login serves both roles. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 32,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  // Once the pool is ending its sockets may still be closing when the database goes down too: no news.
  const report = (error: Error): void => {
    if (!pool.ending) options.onError?.(error)
  }
  pool.on('error', report)
  // The pool listens to idle connections only: one that drops under a query must not end the process either.
  pool.on('connect', (client) => client.on('error', report))
  let shiftMilliseconds = 0

  /** Lends a connection; one that was lost does not go back. */
  const onConnection = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error
      throw translate(error)
    } finally {
      client.release(broken)
    }
  }

  /** One batch, which is one transaction. @returns the rows of the statements behind the opening ones */
  const atOnce = (opening: readonly Sql[], statements: readonly Sql[]): Promise<Row[][]> =>
    onConnection(async (client) =>
      (await sendBatch(client, [...opening, ...statements])).slice(opening.length),
    )

  const interactive = <T>(opening: readonly Sql[], work: (tx: Tx) => Promise<T>): Promise<T> =>
    onConnection((client) => inTransaction(client, opening, work))

  return {
    pool,
    read: async <R extends Row>(scope: Scope, sql: Sql, how: { readonly plan?: Plan | undefined } = {}) => {
      const opening = scopeStatements(scope, shiftMilliseconds, { readOnly: true, ...how })
      return ((await atOnce(opening, [sql]))[0] ?? []) as R[]
    },
    commit: (scope, statements) =>
      retrying(() => atOnce(scopeStatements(scope, shiftMilliseconds), statements)),
    transaction: (scope, work) =>
      retrying(() => interactive(scopeStatements(scope, shiftMilliseconds), work)),
    global: async <R extends Row>(sql: Sql) =>
      ((await atOnce(scopeStatements(undefined, shiftMilliseconds), [sql]))[0] ?? []) as R[],
    globalTransaction: (work) =>
      retrying(() => interactive(scopeStatements(undefined, shiftMilliseconds), work)),
    setShift: (milliseconds) => {
      shiftMilliseconds = milliseconds
    },
    shift: () => shiftMilliseconds,
    close: () => pool.end(),
  }
}

const BEGIN = sql`begin`
const COMMIT = sql`commit`
const ROLLBACK = sql`rollback`

/**
 * A transaction that goes back and forth on a connection of its own.
 * @throws whatever the work throws, or when the commit was refused; then nothing is written
 */
export async function inTransaction<T>(
  client: pg.ClientBase,
  opening: readonly Sql[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    await sendBatch(client, [BEGIN, ...opening])
    const result = await work({
      query: async <R extends Row>(sql: Sql) => (await sendBatch(client, [sql]))[0] as R[],
    })
    await sendBatch(client, [COMMIT])
    return result
  } catch (error) {
    if (!isConnectionLoss(error)) await sendBatch(client, [ROLLBACK])
    throw error
  }
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let left = RETRIES; ; left -= 1) {
    try {
      return await run()
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError) || !retryable.has(error.code ?? '')) throw error
    }
  }
}

function translate(error: unknown): unknown {
  return error instanceof pg.DatabaseError && error.code === 'LI001' ? new Refused(error.message) : error
}

/** The connection, not the statement, failed: it must not go back to the pool. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError)
    return ['57P01', '57P02', '57P03', '08006', '08003'].includes(error.code ?? '')
  return (
    error instanceof Error &&
    /Connection terminated|ECONNRESET|ECONNREFUSED|EPIPE|timeout exceeded/.test(error.message)
  )
}

/** The name of the constraint that a failed write met, or undefined. */
export function violated(error: unknown): string | undefined {
  if (
    error instanceof pg.DatabaseError &&
    (error.code === '23505' || error.code === '23514' || error.code === '23P01')
  )
    return error.constraint
  return undefined
}
