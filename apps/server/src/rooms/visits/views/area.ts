import type { AreaHousehold, CampaignRow, TakenArea } from '@linli/contract/visits/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { type Range, rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'
import { WALKERS } from '../policy.ts'
import { chosen } from './campaigns.ts'

/** What stands of the visits at each door `of` the CTE `records`, in the order of the phones' clocks. */
const standing = (of: 'household_id' | 'unit_id', me: string | undefined): Sql => {
  const door = of === 'unit_id' ? sql`r.unit_id` : sql`r.household_id`
  return sql`stands as (
      select ${door} as door, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', r.id, 'visit', r.visit_id, 'form', r.form_id, 'outcome', r.outcome,
        'answers', r.answers, 'orders', r.order_ids, 'at', to_char(r.device_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'again', case when r.again_on is not null then jsonb_build_object('on', r.again_on::text, 'part', r.again_part) end,
        'mine', r.by_person = ${me}::uuid)) order by r.device_at, r.id) as heads
      from records r where r.id <> all (array(select unnest(replaces) from records)) group by 1)`
}
const RECORD = sql`r.id, r.visit_id, r.household_id, r.unit_id, r.form_id, r.replaces, r.outcome, r.answers, r.order_ids, r.again_on, r.again_part, r.by_person, r.device_at`

/**
 * The doors of a campaign inside a walker's ranges with what stands of their visits, in the order of their doors.
 * Records of one visit are of one door, so what replaces a record is read with it, by the door's own index.
 */
export function doorsOf(
  db: Database,
  scope: Scope,
  campaign: CampaignRow,
  ranges: readonly Range[],
  limit: number,
  after: readonly [path: string, room: string] | undefined,
): Promise<AreaHousehold[]> {
  const { lo, hi } = rangeOf(campaign.path)
  return db.read<AreaHousehold>(
    scope,
    sql`with doors as materialized (
      select h.id, h.path, h.room from households h
      where h.region_id = ${scope.region} and h.path >= ${lo} and h.path < ${hi} and ${inRanges('h.path', ranges)}
        and h.closed_at is null and ${chosen(scope.region, campaign)} ${after ? sql`and (h.path, h.room) > (${after[0]}, ${after[1]})` : empty}
      order by h.path, h.room limit ${limit}),
    named as (select p.path, ${fullName(String(Math.trunc(scope.region)), 'p.path')} as name from (select distinct path from doors) p),
    records as materialized (
      select ${RECORD} from visit_records r
      where r.region_id = ${scope.region} and r.campaign_id = ${campaign.id}::uuid and r.household_id = any(array(select id from doors))),
    ${standing('household_id', scope.person)}
    select d.id, d.path, d.room, n.name as "areaName", false as "isCompany", coalesce(s.heads, '[]'::jsonb) as heads
    from doors d join named n on n.path = d.path left join stands s on s.door = d.id
    order by d.path, d.room`,
  )
}

/**
 * The companies of a campaign as doors. Whoever walks in the campaign may go to each: a company lies in no grid, so the
 * net is opened for the campaign's area here, after the policy let the reader in.
 */
export const companyDoors = (db: Database, scope: Scope, campaign: CampaignRow): Promise<AreaHousehold[]> =>
  db.read<AreaHousehold>(
    { ...scope, ranges: [rangeOf(campaign.path)] },
    sql`with records as materialized (
      select ${RECORD} from visit_records r
      where r.region_id = ${scope.region} and r.campaign_id = ${campaign.id}::uuid and r.household_id is null),
    ${standing('unit_id', scope.person)}
    select u.id, ${campaign.path} as path, u.name ->> 'zh' as room, ${campaign.areaName} as "areaName", true as "isCompany",
      coalesce(s.heads, '[]'::jsonb) as heads
    from campaign_companies c join units u on u.region_id = c.region_id and u.id = c.unit_id left join stands s on s.door = u.id
    where c.region_id = ${scope.region} and c.campaign_id = ${campaign.id}::uuid and u.closed_at is null order by u.key`,
  )

/** Where the nearest area above each door's path lies, of those that somebody has placed. */
export const positionsOf = (
  db: Database,
  scope: Scope,
  paths: readonly string[],
): Promise<TakenArea['positions']> =>
  paths.length === 0
    ? Promise.resolve([])
    : db.read(
        scope,
        sql`select d.path, p.longitude, p.latitude
        from unnest(${[...new Set(paths)]}::text[]) as d(path)
          cross join lateral (select a.longitude, a.latitude from area_positions a
            where a.region_id = ${scope.region} and a.path = any(area_prefixes(d.path)) and a.to_at is null
            order by length(a.path) desc limit 1) p`,
      )

/** Who else may walk in a campaign's area now, by name: one of them comes along where two go together. */
export const colleaguesIn = (db: Database, scope: Scope, path: string): Promise<TakenArea['colleagues']> => {
  const { lo, hi } = rangeOf(path)
  return db.read(
    scope,
    sql`select distinct p.id, p.name from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id
    where g.region_id = ${scope.region} and g.role = any(${[...WALKERS]}::text[]) and g.area_path < ${hi}
      and ${lo} < (left(g.area_path, -1) || '0') collate "C" and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now())
      and p.erased_at is null and p.id <> ${scope.person}::uuid
    order by p.name, p.id limit 200`,
  )
}
