import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { followRows } from '../../places/index.ts'

/** Stations and what is booked, waits or is lent there go to the successor of an ended area; bookings that are over stay. Safe to repeat. */
export const followStations = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [
    { table: 'stations', key: ['id'], where: sql`m.closed_at is null` },
    { table: 'bookings', key: ['id'], where: sql`m.ends_at > app_now()` },
    { table: 'queue_tickets', key: ['id'], where: sql`m.state <> 'ended'` },
    { table: 'loans', key: ['id'], where: sql`m.returned_at is null` },
  ])
