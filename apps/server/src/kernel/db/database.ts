import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { preamble, type Scope } from './scope.ts'

export type Row = Record<string, unknown>
/** A statement with what its rows look like; the caller vouches for the type, a test executes it on real PostgreSQL. */
export type Tx = { query<R extends Row = Row>(sql: Sql): Promise<R[]> }

/** A write that met nobody: raised by `refuse(code)` in SQL or by a pipelined statement's own check. */
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
   * One read in a scope; one round trip. `customPlan` plans it for its own values each time: for full-text search, where
   * the best way depends on how common the words are.
   */
  read<R extends Row = Row>(scope: Scope, sql: Sql, how?: { readonly customPlan?: boolean }): Promise<R[]>
  /**
   * Writes that are known beforehand: BEGIN, the statements in order and COMMIT leave in one socket write, one round trip.
   * All or nothing. @throws Refused when a statement called `refuse(code)`; pg's DatabaseError otherwise.
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
pg.types.setTypeParser(1184, (text: string) => new Date(text).toISOString()) // timestamptz as the API's own form
pg.types.setTypeParser(1082, (text: string) => text) // date

/** Opens the application's pool. `role` is taken on each connection, for servers where one login serves both roles. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 32,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  } as pg.PoolConfig) // `pipeline` is newer than the type package
  const report = (error: Error): void => options.onError?.(error)
  pool.on('error', report)
  // The pool listens to idle connections only: one that drops under a query must not end the process either.
  pool.on('connect', (client) => client.on('error', report))
  let shiftMilliseconds = 0

  const pipelined = async (begin: string, statements: readonly Sql[]): Promise<Row[][]> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const sent = [
        client.query(begin),
        ...statements.map((sql) => client.query(prepared(sql))),
        client.query('COMMIT'),
      ]
      const answers = await Promise.allSettled(sent)
      const failed = answers.find((answer) => answer.status === 'rejected')
      if (failed) throw translate(failed.reason)
      const results = answers.map((answer) => (answer as PromiseFulfilledResult<pg.QueryResult>).value)
      if (results.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was not committed')
      return results.slice(1, -1).map((result) => result.rows as Row[])
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  const interactive = async <T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(begin)
      const tx: Tx = {
        query: async <R extends Row>(sql: Sql) => (await client.query(prepared(sql))).rows as R[],
      }
      const result = await work(tx)
      const end = await client.query('COMMIT')
      if (end.command !== 'COMMIT') throw new Error('the transaction was not committed')
      return result
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error
      else await client.query('ROLLBACK').catch((reason: Error) => (broken = reason))
      throw translate(error)
    } finally {
      client.release(broken)
    }
  }

  return {
    pool,
    read: async <R extends Row>(scope: Scope, sql: Sql, how: { readonly customPlan?: boolean } = {}) => {
      const begin = preamble(scope, shiftMilliseconds, true)
      const planned = how.customPlan ? `${begin};SET LOCAL plan_cache_mode = force_custom_plan` : begin
      return ((await pipelined(planned, [sql]))[0] ?? []) as R[]
    },
    commit: (scope, statements) => retrying(() => pipelined(preamble(scope, shiftMilliseconds), statements)),
    transaction: (scope, work) => retrying(() => interactive(preamble(scope, shiftMilliseconds), work)),
    global: async <R extends Row>(sql: Sql) => {
      const begin =
        shiftMilliseconds === 0
          ? 'BEGIN'
          : `BEGIN;SET LOCAL app.shift='${Math.trunc(shiftMilliseconds)} milliseconds'`
      return ((await pipelined(begin, [sql]))[0] ?? []) as R[]
    },
    globalTransaction: (work) =>
      retrying(() =>
        interactive(`BEGIN;SET LOCAL app.shift='${Math.trunc(shiftMilliseconds)} milliseconds'`, work),
      ),
    setShift: (milliseconds) => {
      shiftMilliseconds = milliseconds
    },
    shift: () => shiftMilliseconds,
    close: () => pool.end(),
  }
}

const names = new Map<string, string>()

/** Statements are prepared once per connection, under a name made of their text. */
export function prepared(sql: Sql): pg.QueryConfig {
  const text = sql.text
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    if (names.size < 5000) names.set(text, name) // texts built from lists must not fill memory
  }
  return { name, text, values: sql.values as unknown[] }
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
