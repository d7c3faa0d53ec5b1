import type { RewardRow } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { foundRewards } from '../store/rewards.ts'

/** Puts the place's rewards that the shelf does not know yet onto it, for the whole region. One that stands there is the place's own and stays. */
export async function foundShelf(db: Database, region: number, rewards: readonly RewardRow[]): Promise<void> {
  await db.commit(systemScope(region), [foundRewards(region, rewards)])
}
