import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { placeRules } from '../../places/index.ts'
import { tellPeople } from './news.ts'
import { endGone, type Gone } from './store/gone.ts'

/**
 * A pair goes on as long as both its sides are there: it ends the day a post, a home, a unit or a community does, its row
 * stays, and whoever is left on either side is told. Safe to repeat.
 */
export async function endGonePairs(db: Database, region: number): Promise<void> {
  const { pairingRules } = await placeRules(db, region)
  for (const rule of pairingRules)
    await db.transaction(systemScope(region), async (tx) => {
      const [gone] = await tx.query<Gone>(endGone(region, rule))
      if (gone?.id) await tellPeople(tx, region, 'pairingEnded', gone.id, gone.people)
    })
}
