import type { RewardRow } from '@linli/contract'
import type { AddRewardBody, ChangeRewardBody } from '@linli/contract/points/redemptionShapes'
import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'

/** Refuses noUnit, noArea. */
export function insertReward(region: number, body: AddRewardBody, byPerson: string): Sql {
  return sql`with added as (
      insert into rewards (region_id, id, kind, unit_id, name, points, stock, fen, base, monthly_limit, area, from_at, to_at, added_at, added_by)
      select u.region_id, ${body.id}::uuid, ${body.kind}, u.id, ${JSON.stringify(body.name)}::jsonb, ${body.points}::bigint, ${body.stock}::bigint,
        ${body.fen}::bigint, ${body.base}::bigint, ${body.monthlyLimit}::int, a.path, coalesce(${body.from ?? null}::timestamptz, app_now()),
        ${body.to ?? null}::timestamptz, app_now(), ${byPerson}::uuid
      from units u join areas a on a.region_id = u.region_id and a.path = ${body.area} and a.closed_at is null
      where u.region_id = ${region} and u.id = ${body.unit}::uuid and u.closed_at is null returning 1)
    select refuse(case when exists (select from units where region_id = ${region} and id = ${body.unit}::uuid and closed_at is null) then 'noArea' else 'noUnit' end)
    where not exists (select from added)`
}

/** One conditional UPDATE at the version that was seen; refuses rewardChanged. */
export function updateReward(region: number, id: string, body: ChangeRewardBody): Sql {
  const { version, name, points, fen, base, monthlyLimit, addStock, to } = body
  return sql`with changed as (
      update rewards set version = version + 1, name = coalesce(${name ? JSON.stringify(name) : null}::jsonb, name),
        points = coalesce(${points ?? null}::bigint, points), fen = coalesce(${fen ?? null}::bigint, fen), base = coalesce(${base ?? null}::bigint, base),
        monthly_limit = case when ${monthlyLimit === undefined}::boolean then monthly_limit else ${monthlyLimit ?? null}::int end,
        stock = stock + ${addStock ?? 0}::bigint,
        to_at = case when ${to === undefined}::boolean then to_at else ${to ?? null}::timestamptz end
      where region_id = ${region} and id = ${id}::uuid and version = ${version} returning 1)
    select refuse('rewardChanged') where not exists (select from changed)`
}

export const rewardById = (region: number, id: string): Sql =>
  sql`select area, stock is null as endless from rewards where region_id = ${region} and id = ${id}::uuid`

/** Rewards of the founding units by key; one that is there already stays as it is. */
export function foundRewards(region: number, rewards: readonly RewardRow[]): Sql {
  const rows = rewards.map((reward) => ({ ...reward, id: newId() }))
  return sql`
    insert into rewards (region_id, id, key, kind, unit_id, name, points, stock, fen, base, monthly_limit, area, from_at, source, added_at)
    select u.region_id, n.id, n.key, n.kind, u.id, n.name, n.points, n.stock, n.fen, n.base, n."monthlyLimit", '/', app_now(), n.source, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, key text, kind text, merchant text, name jsonb, points bigint, stock bigint, fen bigint, base bigint, "monthlyLimit" int, source jsonb)
    join units u on u.region_id = ${region} and u.key = n.merchant
    on conflict do nothing`
}
