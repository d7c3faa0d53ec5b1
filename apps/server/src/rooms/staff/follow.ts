import type { Database } from '../../kernel/db/database.ts'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { followRows } from '../places/index.ts'

const TABLES = [
  'courses',
  'course_sessions',
  'course_seats',
  'mentor_pairs',
  'work_agreements',
  'allowances',
] as const

/** Rows that lie in an ended area go to its successor. Safe to repeat. */
export const followingListeners = (db: Database): Listeners => ({
  'places.areasRedrawn.1': oneByOne(async ({ region }) => {
    await followRows(
      db,
      region,
      TABLES.map((table) => ({ table, key: ['id'] })),
    )
  }),
})
