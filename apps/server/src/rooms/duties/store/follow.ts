import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { followRows } from '../../places/index.ts'

/** A roster is worked on for a month after its last day: hours are confirmed by then. */
const RUNNING = sql`r.to_on >= (app_now() at time zone 'Asia/Shanghai')::date - 31`
const of = (roster: Sql): Sql =>
  sql`exists (select from rosters r where r.region_id = m.region_id and r.id = ${roster} and ${RUNNING})`

/** Rosters of ended areas with all that hangs on them go to the successor; those that are over stay. Safe to repeat. */
export const followRosters = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [
    { table: 'rosters', key: ['id'], where: of(sql`m.id`) },
    { table: 'roster_members', key: ['roster_id', 'person_id'], where: of(sql`m.roster_id`) },
    { table: 'duties', key: ['id'], where: of(sql`m.roster_id`) },
    { table: 'duty_log', key: ['id'], where: of(sql`m.roster_id`) },
    {
      table: 'duty_swaps',
      key: ['id'],
      where: of(sql`(select d.roster_id from duties d where d.region_id = m.region_id and d.id = m.duty_id)`),
    },
  ])
