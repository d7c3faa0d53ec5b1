import type { GridReach } from '@linli/contract/merchants/shapes'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { MerchantNeeds } from '../needs.ts'
import { GAP_READERS } from '../policy.ts'
import { nearestOf, type Shop, type Spot } from '../rules/reach.ts'
import { MIDDLE } from './ground.ts'
import { walkShown } from './shown.ts'

const MOST_GRIDS = 2000
type Grid = Row & {
  path: string
  area: string
  middle: Spot | null
  walks: { id: string; minutes: number }[]
}

/**
 * 生活圈缺口: of each grid of the reader's areas the nearest of each needed service, and whether it is within the minutes of
 * the circle. From the middle of the grid; a grid of which nobody knows where it lies says so.
 */
export async function circleGaps(
  { db, terms }: MerchantNeeds,
  me: Actor,
  { area }: { readonly area?: string | undefined },
) {
  const { region } = me
  const within = area === undefined ? undefined : rangeOf(area)
  const [grids, shops, { services, walk }] = await Promise.all([
    db.read<Grid>(
      scopeOf(me),
      sql`select a.path, ${fullName('a.region_id', 'a.path')} as area, ${MIDDLE(sql`a`)} as middle,
          coalesce((select json_agg(json_build_object('id', w.merchant_id, 'minutes', w.minutes)) from merchant_walks w where w.region_id = a.region_id and w.path = a.path), '[]') as walks
        from areas a where a.region_id = ${region} and a.level = 'grid' and a.closed_at is null and ${inRanges('a.path', rangesOf(me, GAP_READERS))}
          ${within ? sql`and a.path >= ${within.lo} and a.path < ${within.hi}` : empty} order by a.path limit ${MOST_GRIDS}`,
    ),
    db.read<Row & Shop>(
      scopeOf(me),
      sql`select id, name, services, longitude, latitude from merchants where region_id = ${region} and closed_at is null`,
    ),
    terms(region),
  ])
  const needed = services.filter((one) => one.needed)
  const items: GridReach[] = grids.map(({ path, area: name, middle, walks }) => {
    const measured = new Map(walks.map(({ id, minutes }) => [id, minutes]))
    const nearest = nearestOf(middle ?? undefined, shops, measured, walk)
    return {
      path,
      area: name,
      placed: middle !== null,
      services: needed.map(({ key }) => {
        const best = nearest.get(key)
        return {
          key,
          minutes: best?.minutes ?? null,
          how: best?.how ?? null,
          merchant: best?.name ?? null,
          within: best !== undefined && best.minutes <= walk.minutes,
        }
      }),
    }
  })
  return {
    items,
    services: needed.map(({ key, name }) => ({ key, name, needed: true })),
    walk: walkShown(walk),
  }
}
