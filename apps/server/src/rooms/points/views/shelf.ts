import type { Shelf, ShelfReward } from '@linli/contract/points/redemptionShapes'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { mostPieces } from '../rules/hindrance.ts'
import { OFFERED, redeemedThisMonth } from '../store/redemptions.ts'
import { PAGE, pageOf } from './sql.ts'

type Found = Omit<ShelfReward, 'most' | 'hindrance'> & { available: number }

/**
 * What is offered where the person has points (or lives, before the first), cheapest first. What cannot be redeemed now
 * stays on the shelf and says why.
 */
export async function shelfOf(
  db: Database,
  me: Actor,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<Shelf> {
  const { region, personId } = me
  const rows = await db.read<Row & Found>(
    scopeOf(me),
    sql`
    select coalesce(a.balance - a.held, 0) as available, r.id, r.kind, r.name, json_build_object('id', u.id, 'name', u.name) as merchant,
      r.points, r.stock, r.base, r.monthly_limit as "monthlyLimit", r.from_at as "from", r.to_at as "to", r.source,
      ${redeemedThisMonth(region, personId)} as "redeemedThisMonth"
    from people p left join point_accounts a on a.region_id = p.region_id and a.person_id = p.id
    left join (rewards r join units u on u.region_id = r.region_id and u.id = r.unit_id)
      on r.region_id = p.region_id and ${OFFERED} and starts_with(coalesce(a.community, p.path), r.area)
      and (${after ?? null}::uuid is null or (r.points, r.id) > (select points, id from rewards where region_id = ${region} and id = ${after ?? null}::uuid))
    where p.region_id = ${region} and p.id = ${personId}::uuid
    order by r.points, r.id limit ${limit + 1}`,
  )
  const items = rows
    .filter((row) => row.id !== null) // a shelf without rewards
    .map(({ available, ...reward }) => ({
      ...reward,
      ...mostPieces(reward, available, reward.redeemedThisMonth),
    }))
  return { available: rows[0]?.available ?? 0, ...pageOf(items, limit) }
}
