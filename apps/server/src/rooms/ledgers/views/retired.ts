import type { RetiredPage, RetiredView } from '@linli/contract/ledgers/shapes'
import sql, { join, raw } from 'sql-template-tag'
import { type Actor, covers, holds, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import { inRanges, type PlaceRules, placeRules } from '../../places/index.ts'
import type { LedgerNeeds } from '../needs.ts'
import { RETIRED_READERS } from '../policy.ts'
import { type MeasuredRow, measuredMinutes } from '../store.ts'
import { chosenValues, counted } from './asked.ts'

const MONTHS = 12
type Retired = PlaceRules['retiredLedgers'][number]

/**
 * Month by month, which paper ledgers had their entries here instead, and the minutes those would have taken by hand:
 * rows that came about times the minutes that held in that month, the place's own where it measured them. An estimate with its ground, of ledgers and
 * never of people.
 */
export async function retiredLedgers(
  { db, ledgers, filledBy }: LedgerNeeds,
  me: Actor,
  months = MONTHS,
): Promise<RetiredPage> {
  const rules = await placeRules(db, me.region)
  const known = rules.retiredLedgers.flatMap((row) => {
    const ledger = ledgers.find(({ key }) => key === row.ledger)
    return ledger ? [{ row, ledger }] : []
  })
  const ranges = rangesOf(me, RETIRED_READERS)
  const measured = await db.read<Row & MeasuredRow>(systemScope(me.region), measuredMinutes(me.region))
  const shown = holds(me, 'regionAdmin') || holds(me, 'auditor') ? measured : measured.map(unnamed)
  const found = await db.read<Counted>(
    systemScope(me.region), // counts of the reader's own areas; no row is shown
    sql`with month as (
        select to_char(first, 'YYYY-MM') as month, first at time zone 'Asia/Shanghai' as lo, (first + interval '1 month') at time zone 'Asia/Shanghai' as hi
        from generate_series(date_trunc('month', app_now() at time zone 'Asia/Shanghai') - make_interval(months => ${months - 1}::int),
          date_trunc('month', app_now() at time zone 'Asia/Shanghai'), interval '1 month') first)
      select month.month, counted.key, counted.entries from month cross join lateral (
        ${
          known.length === 0
            ? sql`select null::text as key, 0 as entries where false`
            : join(
                known.map(({ row, ledger }) => entriesOf(row, ledger, me.region, ranges)),
                ' union all ',
              )
        }) counted
      order by month.month desc, counted.key`,
    { plan: 'custom' },
  )
  const items = known.map(({ row }) => ({
    ...viewOf(
      row,
      found,
      shown.filter(({ book }) => book === row.key),
    ),
    filledBy: (filledBy[row.ledger] ?? []).map(({ name }) => name),
  }))
  const names = [...new Set(found.map(({ month }) => month))]
  return {
    area: ranges.length === 1 && ranges[0]?.lo === '/' ? rules.name.zh : '',
    items,
    mayMeasure: covers(me, 'regionAdmin', '/'),
    months: names.map((month) => {
      const here = items.flatMap((item) => item.months.filter((one) => one.month === month))
      return {
        month,
        ledgers: here.filter(({ entries }) => entries > 0).length,
        entries: here.reduce((sum, { entries }) => sum + entries, 0),
        minutes: here.reduce((sum, { minutes }) => sum + minutes, 0),
      }
    }),
  }
}

/** Who leads reads figures: nobody is named. */
const unnamed = (row: MeasuredRow): MeasuredRow => ({ ...row, by: null })

type Counted = Row & { month: string; key: string; entries: number }

/** The entries of one paper ledger in the month of the surrounding query. */
const entriesOf = (
  row: Retired,
  ledger: Ledger,
  region: number,
  ranges: Parameters<typeof inRanges>[1],
) => sql`
  select ${row.key}::text as key, count(*)::int as entries from ${counted(ledger)} where ${join(
    [
      sql`${raw(ledger.region)} = ${region}`,
      inRanges(ledger.path, ranges),
      sql`${raw(ledger.at)} >= month.lo and ${raw(ledger.at)} < month.hi`,
      ...(ledger.where ? [raw(`(${ledger.where})`)] : []),
      ...chosenValues(ledger, row.only),
    ],
    ' and ',
  )}`

function viewOf(
  row: Retired,
  counted: readonly Counted[],
  measured: readonly MeasuredRow[],
): Omit<RetiredView, 'filledBy'> {
  const { key, name, keptBy, every, ledger, ground, source } = row
  const [newest] = measured
  // The newest first: the first that had begun is what held.
  const heldIn = (month: string): number =>
    measured.find(({ since }) => since <= month)?.minutes ?? row.minutes
  return {
    key,
    name,
    keptBy,
    every,
    ledger,
    minutes: newest?.minutes ?? row.minutes,
    ground: newest ? { zh: newest.ground, en: newest.ground } : ground,
    document: newest ? '' : source.document,
    measured: measured.map(({ since, minutes, ground: measure, by, at }) => ({
      since,
      minutes,
      ground: measure,
      by,
      at,
    })),
    months: counted
      .filter((one) => one.key === key)
      .map(({ month, entries }) => ({
        month,
        entries,
        each: heldIn(month),
        minutes: entries * heldIn(month),
      })),
  }
}
