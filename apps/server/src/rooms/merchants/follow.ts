import type { Database } from '../../kernel/db/database.ts'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { followMerchants } from './store/merchants.ts'

export const followingListeners = (db: Database): Listeners => ({
  'places.areasRedrawn.1': oneByOne(async ({ region }) => {
    await followMerchants(db, region)
  }),
})
