import type { LedgerFilters, LedgerGroup, LedgerTotals } from '@linli/contract/ledgers/shapes'
import sql, { raw } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import { type PlaceRules, placeRules } from '../../places/index.ts'
import { wordsOf } from '../cells.ts'
import type { LedgerNeeds } from '../needs.ts'
import { ask, counted, ledgerFor } from './asked.ts'

/**
 * How many rows there are, and how they divide; the parts make the whole, since what fits none is one of them. It reads
 * every row it counts, so the page shows its rows first and asks for this beside them. @throws noSuchLedger, invalid
 */
export async function sumLedger(
  { db, ledgers }: LedgerNeeds,
  me: Actor,
  key: string,
  filters: LedgerFilters,
): Promise<LedgerTotals> {
  const ledger = ledgerFor(ledgers, me, key)
  const { where } = ask(ledger, me, filters)
  const column = ledger.columns.find(({ key }) => key === ledger.groups)
  const rows = await db.read<Row & { value: string | null; count: number }>(
    scopeOf(me),
    sql`select ${raw(column?.sql ?? 'null::text')} as value, count(*)::int as count from ${counted(ledger)} where ${where} group by 1`,
    { plan: 'custom' },
  )
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  return { count, groups: column ? groupsOf(ledger, await placeRules(db, me.region), rows) : [] }
}

const OTHER = { zh: '其他', en: 'Other' }

/** The place's own sums where it has some for this ledger, else the words of the column. */
export function groupsOf(
  ledger: Ledger,
  rules: PlaceRules,
  rows: readonly { readonly value: string | null; readonly count: number }[],
): LedgerGroup[] {
  const column = ledger.columns.find(({ key }) => key === ledger.groups)
  if (!column) return []
  const sums = rules.ledgerSums.filter((sum) => sum.ledger === ledger.key)
  const parts =
    sums.length > 0
      ? sums.map(({ key, name, values }) => ({ value: key, name, values }))
      : [...wordsOf(column, rules)].map(([value, name]) => ({ value, name, values: [value] }))
  const summed = parts.map(({ value, name, values }) => ({
    value,
    name,
    count: sumOf(rows.filter((row) => row.value !== null && values.includes(row.value))),
  }))
  const other = sumOf(rows) - sumOf(summed)
  const shown = sums.length > 0 ? summed : summed.filter(({ count }) => count > 0)
  return [...shown, ...(other > 0 || sums.length > 0 ? [{ value: null, name: OTHER, count: other }] : [])]
}

const sumOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0)
