import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { ClockRules } from '../rules/clockRules.ts'
import { yearOf } from '../rules/workTime.ts'
import { databaseTime } from '../store/databaseTime.ts'

/** The first year from now on whose days off nobody has entered. */
export async function nextUnknownYear(db: Database, region: number, clocks: ClockRules): Promise<number> {
  const { years } = clocks.calendarOf(null)
  let year = yearOf(await databaseTime(db, region))
  while (years.has(year)) year += 1
  return year
}

/** Whether a running limit in working time reaches into the year: its due time is a guess. */
export const touchesYear = (region: number, year: number): Sql => sql`exists (
  select from order_clocks c where c.region_id = ${region} and c.due_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Asia/Shanghai')
    and c.stopped_at is null and c.fired_at is null and c.paused_at is null and c.unit in ('workHour', 'workDay'))`
