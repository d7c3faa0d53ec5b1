import type { Database } from '../../kernel/db/database.ts'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { followRows } from '../places/index.ts'

/** What of a sender is not recognised goes to the successor of the area it went to. */
export const followSenders = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [{ table: 'upstream_senders', key: ['id'] }])

export const followingListeners = (db: Database): Listeners => ({
  'places.areasRedrawn.1': oneByOne(async ({ region }) => {
    await followSenders(db, region)
  }),
})
