import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import { endGonePairs } from './pairings/gone.ts'
import { followOffices, followPlaces } from './store/follow.ts'

type FollowNeeds = { readonly db: Database; grantsChanged(accountId: string): void }

/** People, helpers, teams and open requests of ended areas go to the successors; a post that was just given there, too. Safe to repeat. */
export async function followAreas({ db, grantsChanged }: FollowNeeds, region: number): Promise<void> {
  const accounts = await db.transaction(systemScope(region), (tx) => followOffices(tx, region))
  for (const account of accounts) grantsChanged(account)
  await followPlaces(db, region)
  // Posts that ended by their date, too.
  await endGonePairs(db, region)
}

export const followingListeners = (needs: FollowNeeds): Listeners => ({
  'places.areasRedrawn.1': oneByOne(({ region }) => followAreas(needs, region)),
  'people.postEnded.1': oneByOne(({ region }) => endGonePairs(needs.db, region)),
})
