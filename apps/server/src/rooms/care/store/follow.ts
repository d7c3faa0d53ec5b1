import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { followRows } from '../../places/index.ts'

/** Plans of homes in an ended area go to its successor; those that have ended stay. Safe to repeat. */
export const followPlans = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [{ table: 'care_plans', key: ['id'], where: sql`m.ended_at is null` }])
