import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { followRows } from '../../places/index.ts'

/** Devices and presses that live go with their homes to the successor of an ended area. Safe to repeat. */
export const followDevices = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [
    { table: 'devices', key: ['id'] },
    { table: 'device_presses', key: ['id'], where: sql`m.ended_at is null` },
  ])
