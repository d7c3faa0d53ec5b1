import type { RowError } from '@linli/contract/places/shapes'
import type { Register as RegisterKey } from '@linli/contract/places/words'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import type { PlaceRules } from '../placeRules.ts'
import type { Statement } from '../store.ts'

/** A column of a register's file. `title` is its heading; a file may leave out a column that is not required. */
export type Column = {
  readonly key: string
  readonly title: string
  readonly required: boolean
  readonly help: string
  readonly example: string
}

/** One row of a file: its number as the spreadsheet counts and its cells by column key, trimmed; an empty cell is ''. */
export type RegisterRow = { readonly number: number; readonly cells: { readonly [column: string]: string } }

export type PlanContext = {
  readonly tx: Tx
  readonly crypto: CryptoProvider
  readonly actor: Actor
  readonly rules: PlaceRules
  /** Called once for each row that is checked, and `breathe` for each of any further round: others run between them. */
  checked(): Promise<void>
  breathe(): Promise<void>
}

/** Rows that a file would write, in parts that are made when their turn comes: they are never all in memory. */
export type Writes = {
  readonly rows: number
  readonly parts: Iterable<{ readonly rows: number; write(tx: Tx): Promise<unknown> }>
}

/** What a file would do. `writes` are made in their order, when there is no error and more than a check was asked for. */
export type RegisterPlan = {
  readonly errors: readonly RowError[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly writes: readonly Writes[]
  /** Called once they are committed. */
  readonly committed?: () => void
}

/** A register that comes in by file: its columns, and what a file's rows mean. Safe to repeat: known rows change nothing. */
export type Register = {
  readonly key: RegisterKey
  columns(rules: PlaceRules): readonly Column[]
  plan(context: PlanContext, rows: readonly RegisterRow[]): Promise<RegisterPlan>
}

/** Collects what is wrong with the rows, column by its heading. */
export function findings(columns: readonly Column[]) {
  const errors: RowError[] = []
  return {
    errors,
    add(row: RegisterRow, column: string, problem: string, remedy: string): void {
      const title = columns.find(({ key }) => key === column)?.title ?? column
      errors.push({ row: row.number, column: title, problem, remedy })
    },
  }
}

/** Lets other requests run between two pieces of a long piece of work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const ROWS_A_WRITE = 2500

/** Rows in parts that one statement carries well. */
export const writesOf = <T>(rows: readonly T[], statement: (part: readonly T[]) => Statement): Writes => ({
  rows: rows.length,
  parts: partsOf(rows, statement),
})

function* partsOf<T>(rows: readonly T[], statement: (part: readonly T[]) => Statement) {
  for (let at = 0; at < rows.length; at += ROWS_A_WRITE) {
    const part = rows.slice(at, at + ROWS_A_WRITE)
    yield { rows: part.length, write: (tx: Tx) => tx.query(statement(part)) }
  }
}

/** Rows of which each is written by what it takes, one after another. */
export const writesEach = <T>(rows: readonly T[], write: (tx: Tx, row: T) => Promise<unknown>): Writes => ({
  rows: rows.length,
  parts: rows.map((row) => ({ rows: 1, write: (tx) => write(tx, row) })),
})
