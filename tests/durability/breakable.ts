import { AsyncLocalStorage } from 'node:async_hooks'
import sql, { type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../apps/server/src/kernel/db/database.ts'

/**
 * What goes wrong in one request.
 * - `statement`: the n-th statement, or the end of a transaction behind its last, is refused by PostgreSQL.
 * - `lostBefore`, `lostAfter`: the connection is lost before or after the n-th COMMIT, and the database stays away for the
 *   rest of the request.
 */
export type Failure = { readonly mode: 'statement' | 'lostBefore' | 'lostAfter'; readonly at: number }
type Running = Failure & { count: number; struck: boolean; away: boolean }

const running = new AsyncLocalStorage<Running>()
/** PostgreSQL refuses it wherever it stands. */
const BROKEN: Sql = sql`select 1 / 0`
const away = (): Error => new Error('Connection terminated unexpectedly') // pg's own words for a lost connection

/** Does the work with a failure planted. @returns its answer, and whether the failure was met */
export async function failing<T>(
  failure: Failure,
  work: () => Promise<T>,
): Promise<{ answer: T; struck: boolean }> {
  const state: Running = { ...failure, count: 0, struck: false, away: false }
  const answer = await running.run(state, work)
  return { answer, struck: state.struck }
}

/** Whether the failure is due now; counts this place. */
function isDue(state: Running | undefined, mode: Failure['mode']): boolean {
  if (state?.mode !== mode) return false
  const due = state.count === state.at
  state.count += 1
  if (due) state.struck = true
  return due
}

/** One COMMIT, or what stands for one, of whatever is being failed. */
async function committing<T>(commit: () => Promise<T>): Promise<T> {
  const state = running.getStore()
  if (state?.away) throw away()
  if (state && isDue(state, 'lostBefore')) {
    state.away = true
    throw away()
  }
  const answer = await commit()
  if (state && isDue(state, 'lostAfter')) {
    state.away = true
    throw away()
  }
  return answer
}

/** The statements with one refused among them when it is due: before each, and behind the last. */
function withBroken(statements: readonly Sql[]): readonly Sql[] {
  const state = running.getStore()
  for (let place = 0; place <= statements.length; place += 1)
    if (isDue(state, 'statement')) return statements.toSpliced(place, 0, BROKEN)
  return statements
}

const breakableTx = (tx: Tx): Tx => ({
  query: async <R extends Row>(statement: Sql) => {
    if (isDue(running.getStore(), 'statement')) await tx.query(BROKEN)
    return tx.query<R>(statement)
  },
})

/** Puts the failures into a database that is in use already; requests without one notice nothing. */
export function makeBreakable(db: Database): void {
  const real = { ...db }
  const single = (statement: Sql): Sql => (isDue(running.getStore(), 'statement') ? BROKEN : statement)
  const throughout =
    <T>(work: (tx: Tx) => Promise<T>) =>
    async (tx: Tx): Promise<T> => {
      const answer = await work(breakableTx(tx))
      if (isDue(running.getStore(), 'statement')) await tx.query(BROKEN)
      return answer
    }
  const there = <T>(read: () => Promise<T>): Promise<T> =>
    running.getStore()?.away ? Promise.reject(away()) : read()
  Object.assign(db, {
    read: (scope, statement, how) => there(() => real.read(scope, single(statement), how)),
    commit: (scope, statements) => committing(() => real.commit(scope, withBroken(statements))),
    transaction: (scope, work) => committing(() => real.transaction(scope, throughout(work))),
    global: (statement) => committing(() => real.global(single(statement))),
    globalTransaction: (work) => committing(() => real.globalTransaction(throughout(work))),
  } satisfies Partial<Database>)
}
