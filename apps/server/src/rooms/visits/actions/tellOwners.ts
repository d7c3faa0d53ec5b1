import { systemScope } from '../../../kernel/auth/actor.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { isEnding } from '../rules/ending.ts'
import { campaignById, companiesReached, progressOf } from '../views/campaigns.ts'
import { type OwnerNews, tellOwner, untoldCampaigns } from '../views/untold.ts'

/** How many doors a campaign goes to and how many are left; whoever was not at home is left. */
async function doorsOf({ db }: Pick<Deps, 'db'>, region: number, id: string) {
  const scope = systemScope(region)
  const found = await campaignById(db, scope, id)
  if (!found) return undefined
  const { campaign } = found
  if (campaign.targets === 'companies') {
    const companies = await companiesReached(db, scope, id)
    const left = companies.filter(({ outcome }) => outcome === null || outcome === 'notHome')
    return { campaign, all: companies.length, left: left.length }
  }
  const grids = await progressOf(db, scope, campaign, [rangeOf('/')])
  const sum = (of: (grid: (typeof grids)[number]) => number) => grids.reduce((all, grid) => all + of(grid), 0)
  const all = sum(({ households }) => households)
  return {
    campaign,
    all,
    left: all - sum(({ met, refused, moved, closed }) => met + refused + moved + closed),
  }
}

/**
 * Tells whoever answers for a campaign, once each, that every door is done, or that its end is near and doors are left.
 * Doors are counted, nobody who walks. Safe to repeat and for two servers at once.
 */
export async function tellOwners(deps: Pick<Deps, 'db'>, region: number): Promise<void> {
  for (const { id, today, isEndingTold } of await untoldCampaigns(deps.db, region)) {
    const doors = await doorsOf(deps, region, id)
    if (!doors || doors.all === 0) continue
    const { campaign, left } = doors
    const isNear = !isEndingTold && isEnding(campaign.from, campaign.to, today)
    const news: OwnerNews | undefined = left === 0 ? 'campaignDone' : isNear ? 'campaignEnding' : undefined
    if (news)
      await deps.db.commit(systemScope(region), [tellOwner(region, { id, path: campaign.path }, news, left)])
  }
}
