import type { Settlement, SettlementLine, SettlementMerchant } from '@linli/contract/points/redemptionShapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { visibleTo } from './sql.ts'

type Sums = Settlement['total']

/**
 * The settlement statement of a month (`2026-11`, Asia/Shanghai): what each merchant handed over and took back, at the terms
 * it was redeemed at, by the area that pays. Lines are counted from the redemptions and proved from the merchants' entries
 * in the ledger, which no merchant sees: it is read by the system's hand, narrowed to what the reader may see.
 */
export async function settlementOf(
  db: Database,
  me: Actor,
  month: string,
  unit: string | undefined,
): Promise<Settlement> {
  const { region } = me
  const start = sql`${`${month}-01`}::timestamp at time zone 'Asia/Shanghai'`
  const end = sql`(${`${month}-01`}::timestamp + interval '1 month') at time zone 'Asia/Shanghai'`
  const mine = (alias: 'd' | 'a') =>
    sql`${visibleTo(me, alias, alias === 'a' ? 'community' : 'area')} ${unit ? sql`and ${alias === 'a' ? sql`a` : sql`d`}.unit_id = ${unit}::uuid` : empty}`
  const movedIn = (sign: 1 | -1, then: Sql): Sql => sql`
    select d.unit_id, d.area, d.reward_id, d.points / d.quantity as each_points, d.fen / d.quantity as each_fen, ${sign}::int as sign, d.quantity, d.points, d.fen
    from redemptions d where d.region_id = ${region} and ${then} and ${mine('d')}`
  const [row] = await db.read<Row & { lines: SettlementLine[]; holds: boolean }>(
    systemScope(region),
    sql`
    with moved as (
      ${movedIn(1, sql`d.collected_at >= ${start} and d.collected_at < ${end}`)} union all
      ${movedIn(-1, sql`d.state = 'refunded' and d.ended_at >= ${start} and d.ended_at < ${end}`)}),
    lines as (
      select unit_id, area, reward_id, each_points, each_fen,
        coalesce(sum(quantity) filter (where sign = 1), 0) as pieces, coalesce(sum(points) filter (where sign = 1), 0) as points,
        coalesce(sum(fen) filter (where sign = 1), 0) as fen, coalesce(sum(quantity) filter (where sign = -1), 0) as refunded_pieces,
        coalesce(sum(points) filter (where sign = -1), 0) as refunded_points, coalesce(sum(fen) filter (where sign = -1), 0) as refunded_fen
      from moved group by 1, 2, 3, 4, 5),
    ledger as (
      select a.unit_id, a.community as area, sum(case when e.credit_account = a.id then e.amount else -e.amount end) as points
      from point_accounts a join point_entries e on e.region_id = a.region_id and a.id in (e.debit_account, e.credit_account)
      where a.region_id = ${region} and a.kind = 'merchant' and e.kind in ('redeem', 'refund') and e.phase = 'posted' and e.at >= ${start} and e.at < ${end} and ${mine('a')}
      group by 1, 2),
    stated as (select unit_id, area, sum(points - refunded_points) as points from lines group by 1, 2)
    select not exists (select from stated s full join ledger l using (unit_id, area) where s.points is distinct from l.points) as holds,
      coalesce((select json_agg(json_build_object(
          'merchant', json_build_object('id', u.id, 'name', u.name), 'area', l.area, 'areaName', p.name,
          'reward', json_build_object('id', r.id, 'kind', r.kind, 'name', r.name), 'eachPoints', l.each_points, 'eachFen', l.each_fen,
          'pieces', l.pieces, 'points', l.points, 'fen', l.fen, 'refundedPieces', l.refunded_pieces, 'refundedPoints', l.refunded_points,
          'refundedFen', l.refunded_fen, 'dueFen', l.fen - l.refunded_fen) order by u.id, l.area, r.id, l.each_points, l.each_fen)
        from lines l join units u on u.region_id = ${region} and u.id = l.unit_id join rewards r on r.region_id = ${region} and r.id = l.reward_id
        left join areas p on p.region_id = ${region} and p.path = l.area), '[]') as lines`,
  )
  if (!row) throw new Error(`the settlement of ${month} was not read`)
  const lines = row.lines.map((line) => ({ ...line, areaName: line.areaName ?? line.area }))
  return { month, merchants: merchantsIn(lines), lines, total: sumOf(lines), holds: row.holds }
}

/** The lines come merchant by merchant and area by area. */
function merchantsIn(lines: readonly SettlementLine[]): SettlementMerchant[] {
  const groups = Map.groupBy(lines, ({ merchant, area }) => `${merchant.id}${area}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first
      ? [{ merchant: first.merchant, area: first.area, areaName: first.areaName, ...sumOf(group) }]
      : []
  })
}

function sumOf(lines: readonly SettlementLine[]): Sums {
  const sum = (field: keyof Sums): number => lines.reduce((all, line) => all + line[field], 0)
  return {
    pieces: sum('pieces'),
    points: sum('points'),
    fen: sum('fen'),
    refundedPieces: sum('refundedPieces'),
    refundedPoints: sum('refundedPoints'),
    refundedFen: sum('refundedFen'),
    dueFen: sum('dueFen'),
  }
}
