import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { campaignsWhere, progressOf } from './campaigns.ts'

/**
 * Of the campaigns that run today, by grid: the homes met on their last visit, and under `id:tried` those visited at all,
 * of the homes that the campaign goes to. Campaigns that go to companies have no homes.
 */
export async function runningVisits(
  db: Database,
  region: number,
): Promise<{ path: string; key: string; held: number; wanted: number }[]> {
  const scope = systemScope(region)
  const running = await campaignsWhere(
    db,
    scope,
    sql`(app_now() at time zone 'Asia/Shanghai')::date between c.from_on and c.to_on and coalesce(t.targets, 'households') = 'households'`,
  )
  const found = []
  for (const campaign of running)
    for (const { path, households: wanted, met, notHome, refused, moved, closed } of await progressOf(
      db,
      scope,
      campaign,
      [rangeOf('/')],
    )) {
      const tried = met + notHome + refused + moved + closed
      found.push({ path, key: campaign.id, held: met, wanted })
      found.push({ path, key: `${campaign.id}:tried`, held: tried, wanted })
    }
  return found
}
