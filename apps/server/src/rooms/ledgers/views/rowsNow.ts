import sql, { raw } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import type { PlaceRules } from '../../places/index.ts'
import { cellsOf, textOf, wordsOf } from '../cells.ts'
import type { RowNow } from '../compare/difference.ts'
import { ask, selected } from './asked.ts'

/** The rows of these ids as they are, in the areas in which the reader may edit them. */
export async function rowsNow(
  db: Database,
  me: Actor,
  ledger: Ledger,
  rules: PlaceRules,
  ids: readonly string[],
): Promise<Map<string, RowNow>> {
  const { where } = ask({ ...ledger, roles: ledger.edit?.roles ?? [] }, me, {})
  const { columns } = ledger
  const rows = await db.read<Row & { id: string; body: object }>(
    scopeOf(me),
    sql`select ${raw(ledger.id)} as id, ${raw(ledger.edit?.body ?? 'null')} as body, ${selected(columns)} from ${raw(ledger.from)}
      where ${where} and ${raw(ledger.id)} = any(${[...ids]}::uuid[])`,
  )
  return new Map(
    rows.map((row) => {
      const cells = cellsOf(columns, row)
      const entries = columns.map((column, at) => [column.key, cells[at] ?? null] as const)
      const texts = columns.map(
        (column, at) => [column.key, textOf(column, cells[at] ?? null, wordsOf(column, rules))] as const,
      )
      return [
        row.id,
        { cells: Object.fromEntries(entries), texts: Object.fromEntries(texts), body: row.body },
      ]
    }),
  )
}
