import type { Urgency } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Range, Scope } from '../../../kernel/db/scope.ts'
import { inRanges } from '../../places/index.ts'
import type { OrderFacts } from '../rules/facts.ts'
import type { Spot } from '../rules/way.ts'

/** An offered order that waits for somebody. */
export type WaitingOrder = Pick<
  OrderFacts,
  'requesterId' | 'placedBy' | 'beneficiaryId' | 'aboutPersonId'
> & {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly item: string
  readonly urgency: Urgency
  readonly path: string
  readonly place: string
  readonly placedAt: string
  /** Minutes since it was placed, by the database's clock. */
  readonly waited: number
}
/** So many are reckoned together; the others follow. */
const MOST = 100

/** The offered orders of some areas that wait for somebody, the longest first; matters with readers of their own are not among them. */
export const waitingIn = (db: Database, scope: Scope, ranges: readonly Range[]): Promise<WaitingOrder[]> =>
  db.read<WaitingOrder>(
    scope,
    sql`
    select o.id, o.number, o.version, o.item, o.urgency, o.path, o.placed_at as "placedAt", o.requester_id as "requesterId", o.placed_by as "placedBy",
      o.beneficiary_id as "beneficiaryId", o.about_person_id as "aboutPersonId", extract(epoch from app_now() - o.placed_at)::float8 / 60 as waited,
      coalesce((select string_agg(a.name, ' ' order by length(a.path)) from unnest(area_prefixes(o.path)) way join areas a on a.region_id = o.region_id and a.path = way and a.level in ('community', 'building')), '') as place
    from orders o where o.region_id = ${scope.region} and o.state = 'offered' and o.restriction = 'none' and o.item is not null
      and ${inRanges('o.path', ranges)}
    order by o.placed_at, o.id limit ${MOST}`,
  )

/** Where areas stand on the map: a path's own point, or that of the nearest area above it that has one. */
export async function spotsOf(
  db: Database,
  region: number,
  of: readonly { readonly path: string }[],
): Promise<(path: string) => Spot> {
  const paths = [...new Set(of.map(({ path }) => path))]
  const rows = await db.read<{ path: string; longitude: number; latitude: number }>(
    systemScope(region),
    sql`select distinct on (asked) asked as path, p.longitude, p.latitude from unnest(${paths}::text[]) asked
      cross join lateral unnest(area_prefixes(asked)) way
      join area_positions p on p.region_id = ${region} and p.path = way and p.to_at is null
    order by asked, length(p.path) desc`,
  )
  const points = new Map(rows.map(({ path, longitude, latitude }) => [path, { longitude, latitude }]))
  return (path) => ({ path, at: points.get(path) ?? null })
}
