import { firstAdministrators } from '../administrators.ts'
import type { Ground } from '../ground.ts'
import type { Town } from '../stagedTown.ts'
import { foundActivities } from './foundActivities.ts'
import { foundMerchants } from './foundMerchants.ts'
import { foundReporting } from './foundReporting.ts'
import { foundVisits } from './foundVisits.ts'
import { drawGround } from './ground.ts'

/**
 * What goes on around the orders: the ground on a map, shops, activities, a round of visits, who reports. A town that has
 * its check-ins, the last of it, is left alone. Safe to repeat.
 */
export async function foundLife(ground: Ground, town: Town): Promise<void> {
  const { admin } = await firstAdministrators(ground, town.tokens)
  const { items } = await town.call('listCheckIns', { query: {} }, admin)
  if (items.length > 0) return
  await drawGround(town, admin)
  await foundMerchants(town, admin)
  await foundActivities(town, admin)
  await foundVisits(town, admin)
  await foundReporting(town, admin)
}
