import type { LedgerPage, ReadLedgerQuery } from '@linli/contract/ledgers/shapes'
import sql, { empty, raw } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { invalid } from '../../../kernel/problem.ts'
import { cursor, pageOf } from '../../places/index.ts'
import { cellsOf } from '../cells.ts'
import type { LedgerNeeds } from '../needs.ts'
import { ask, ledgerFor, orderBy, selected, sortOf } from './asked.ts'

const PAGE = 50

/** One page of a ledger in the reader's areas; what it adds up to is asked apart (`totals.ts`). @throws noSuchLedger, invalid */
export async function readLedger(
  { db, ledgers }: LedgerNeeds,
  me: Actor,
  key: string,
  query: ReadLedgerQuery,
): Promise<LedgerPage> {
  const ledger = ledgerFor(ledgers, me, key)
  const asked = ask(ledger, me, query)
  const sort = sortOf(ledger, query)
  const { limit = PAGE } = query
  const after = cursor(query.after, 2)
  if (after && !isCursor(sort.type, after)) throw invalid([{ field: 'after', message: WRONG_CURSOR }])
  const { columns } = ledger
  const rows = await db.read<Row & { id: string; at: string }>(
    scopeOf(me),
    sql`select ${raw(ledger.id)} as id, (${raw(sort.sql)})::text as at, ${selected(columns)} from ${raw(ledger.from)}
      where ${asked.where} ${after ? sql`and (${raw(sort.sql)}, ${raw(ledger.id)}) ${raw(sort.isDown ? '<' : '>')} (${after[0]}::${raw(sort.type)}, ${after[1]}::uuid)` : empty}
      ${orderBy(sort, ledger)} limit ${limit + 1}`,
    { plan: 'custom' }, // how much of a region a range holds is only seen from its ends
  )
  const page = pageOf(rows, limit, ({ at, id }) => [at, id])
  return {
    items: page.items.map((row) => {
      const cells = cellsOf(columns, row)
      return {
        id: row.id,
        cells: Object.fromEntries(columns.map((column, at) => [column.key, cells[at] ?? null])),
      }
    }),
    next: page.next,
  }
}

const WRONG_CURSOR = '翻页的标记不对，请回到第一页。'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHAPES: { readonly [type: string]: RegExp } = {
  timestamptz: /^\d{4}-(0\d|1[0-2])-([012]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/,
  date: /^\d{4}-(0\d|1[0-2])-([012]\d|3[01])$/,
  bigint: /^-?\d{1,18}$/,
  boolean: /^(true|false)$/,
}

/** Whether PostgreSQL will read what a cursor holds; 31 February is none. */
function isCursor(type: string, [at, id]: readonly [string, string]): boolean {
  const shape = SHAPES[type]
  const isDay = type !== 'timestamptz' && type !== 'date' ? true : isRealDay(at.slice(0, 10))
  return UUID.test(id) && (!shape || shape.test(at)) && isDay
}

const isRealDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
