import type { RewardsQuery, RewardView } from '@linli/contract/points/redemptionShapes'
import sql, { empty } from 'sql-template-tag'
import { type Actor, covers, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { OFFERED } from '../store/redemptions.ts'
import { PAGE, pageOf, visibleTo } from './sql.ts'

/** The rewards of the reader's areas or of the reader's unit, newest first, with those that have left the shelf. */
export async function listRewards(db: Database, me: Actor, query: RewardsQuery) {
  const { limit = PAGE, after, unit } = query
  const { region } = me
  const rows = await db.read<Row & Omit<RewardView, 'mayChange'>>(
    scopeOf(me),
    sql`
    select r.id, r.kind, r.name, json_build_object('id', u.id, 'name', u.name) as merchant, r.points, r.stock, r.base,
      r.monthly_limit as "monthlyLimit", r.from_at as "from", r.to_at as "to", r.source, r.version, r.area, r.fen, (${OFFERED}) as offered,
      (select coalesce(sum(d.quantity), 0)::bigint from redemptions d where d.region_id = r.region_id and d.reward_id = r.id and d.state = 'held') as held
    from rewards r join units u on u.region_id = r.region_id and u.id = r.unit_id
    where r.region_id = ${region} and ${visibleTo(me, 'r')}
      ${unit ? sql`and r.unit_id = ${unit}::uuid` : empty} ${after ? sql`and r.id < ${after}::uuid` : empty}
    order by r.id desc limit ${limit + 1}`,
  )
  return pageOf(
    rows.map((row) => ({ ...row, mayChange: covers(me, 'regionAdmin', row.area) })),
    limit,
  )
}
