import type { GridReach } from '@linli/contract/merchants/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'
import { layOut } from '../nearby.ts'
import type { MerchantNeeds, Terms } from '../needs.ts'
import { GAP_READERS } from '../policy.ts'
import { nearestOf, type Shop } from '../rules/reach.ts'
import { LIES, spotOf, type Whereabouts } from './ground.ts'
import { walkShown } from './shown.ts'

/** Ten of the largest counties; the map draws as many. */
const MOST_GRIDS = 5000
type Grid = Row &
  Whereabouts & {
    path: string
    area: string
    walks: { id: string; minutes: number }[]
  }

/** Of some grids the nearest of each needed service, and whether it is within the minutes of the circle. */
async function reachOf(
  { db, terms }: Pick<MerchantNeeds, 'db' | 'terms'>,
  scope: Scope,
  where: Sql,
): Promise<{ items: GridReach[]; needed: Terms['services']; walk: Terms['walk'] }> {
  const { region } = scope
  const [grids, shops, { services, walk }] = await Promise.all([
    db.read<Grid>(
      scope,
      sql`select a.path, ${fullName('a.region_id', 'a.path')} as area, lies.middle, lies.outline,
          coalesce((select json_agg(json_build_object('id', w.merchant_id, 'minutes', w.minutes)) from merchant_walks w where w.region_id = a.region_id and w.path = a.path), '[]') as walks
        from areas a ${LIES(sql`a`)} where a.region_id = ${region} and a.level = 'grid' and a.closed_at is null and ${where} order by a.path limit ${MOST_GRIDS}`,
    ),
    db.read<Row & Shop>(
      scope,
      sql`select id, name, services, longitude, latitude from merchants where region_id = ${region} and closed_at is null`,
    ),
    terms(region),
  ])
  const needed = services.filter((one) => one.needed)
  const nearby = layOut(shops)
  const items: GridReach[] = grids.map(({ path, area: name, walks, ...lies }) => {
    const spot = spotOf(lies)
    const measured = new Map(walks.map(({ id, minutes }) => [id, minutes]))
    const nearest = nearestOf(spot, nearby(spot, measured), measured, walk)
    return {
      path,
      area: name,
      placed: spot !== undefined,
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
  return { items, needed, walk }
}

/**
 * 生活圈缺口: of each grid of the reader's areas the nearest of each needed service, and whether it is within the minutes of
 * the circle. From the middle of the grid; a grid of which nobody knows where it lies says so.
 */
export async function circleGaps(
  needs: MerchantNeeds,
  me: Actor,
  { area }: { readonly area?: string | undefined },
) {
  const asked = area === undefined ? undefined : rangeOf(area)
  const { items, needed, walk } = await reachOf(
    needs,
    scopeOf(me),
    sql`${inRanges('a.path', rangesOf(me, GAP_READERS))} ${asked ? sql`and a.path >= ${asked.lo} and a.path < ${asked.hi}` : empty}`,
  )
  return {
    items,
    services: needed.map(({ key, name }) => ({ key, name, needed: true })),
    walk: walkShown(walk),
  }
}

/** Of every grid by service whether it is reached, and under `:placed` whether it is known where the grid lies. */
export async function reachByGrid(
  needs: Pick<MerchantNeeds, 'db' | 'terms'>,
  region: number,
): Promise<{ path: string; key: string; held: number; wanted: number }[]> {
  const { items } = await reachOf(needs, systemScope(region), sql`true`)
  return items.flatMap(({ path, placed, services }) => [
    { path, key: ':placed', held: placed ? 1 : 0, wanted: 1 },
    ...services.map(({ key, within }) => ({ path, key, held: within ? 1 : 0, wanted: 1 })),
  ])
}
