import type { CampaignProgress, CampaignRow, FormView } from '@linli/contract/visits/shapes'
import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { type Range, rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'

const ROW = sql`c.id, c.kind, c.name, c.path, ${fullName('c.region_id', 'c.path')} as "areaName", c.from_on::text as "from", c.to_on::text as "to",
  coalesce(t.targets, 'households') as targets, t.daily_quota as "dailyQuota", coalesce(t.in_pairs, false) as "inPairs",
  t.unmet_since::text as "unmetSince", o.name as owner`
const FROM = sql`campaigns c left join campaign_terms t on t.region_id = c.region_id and t.campaign_id = c.id
  left join people o on o.region_id = t.region_id and o.id = t.owner_person`

/** The first path beyond everything below a campaign's area: the same rule as `rangeOf`. */
const beyond = sql`(left(c.path, -1) || '0') collate "C"`

function reaching(ranges: readonly Range[]): Sql {
  if (ranges.length === 0) return sql`false`
  return sql`(${join(
    ranges.map(({ lo, hi }) => sql`(c.path < ${hi} and ${lo} < ${beyond})`),
    ' or ',
  )})`
}

/** Campaigns whose area meets the reader's, the latest first. */
export const campaignsIn = (
  db: Database,
  scope: Scope,
  ranges: readonly Range[],
  limit: number,
  after: string | undefined,
): Promise<CampaignRow[]> =>
  db.read<CampaignRow>(
    scope,
    sql`select ${ROW} from ${FROM}
    where c.region_id = ${scope.region} and ${reaching(ranges)}
      ${after ? sql`and c.id < ${after}::uuid` : empty}
    order by c.id desc limit ${limit}`,
  )

/** The campaigns of a region of which something holds of `c` and its terms `t`. */
export const campaignsWhere = (db: Database, scope: Scope, condition: Sql): Promise<CampaignRow[]> =>
  db.read<CampaignRow>(
    scope,
    sql`select ${ROW} from ${FROM} where c.region_id = ${scope.region} and ${condition} order by c.id`,
  )

/** A campaign with every version of its form, the latest first. */
export async function campaignById(
  db: Database,
  scope: Scope,
  id: string,
): Promise<{ campaign: CampaignRow; forms: FormView[] } | undefined> {
  const [row] = await db.read<CampaignRow & { forms: FormView[] }>(
    scope,
    sql`select ${ROW}, (select jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'questions', f.questions) order by f.version desc)
      from visit_forms f where f.region_id = c.region_id and f.campaign_id = c.id) as forms
    from ${FROM} where c.region_id = ${scope.region} and c.id = ${id}::uuid`,
  )
  if (!row) return undefined
  const { forms, ...campaign } = row
  return { campaign, forms }
}

/** Which households `h` a campaign goes to: those nobody met since its day, in whatever other campaign. */
export const chosen = (region: number, { id, unmetSince }: Pick<CampaignRow, 'id' | 'unmetSince'>): Sql =>
  unmetSince === null
    ? sql`true`
    : sql`not exists (select from visit_records m where m.region_id = ${region} and m.path = h.path and m.household_id = h.id
        and m.campaign_id <> ${id}::uuid and m.outcome = 'met' and m.device_at >= (${unmetSince}::date at time zone 'Asia/Shanghai'))`

/**
 * Households of a campaign by grid and by what became of the latest visit, inside the reader's ranges. Grids in the order
 * of their codes: nothing here says who walked.
 */
export const progressOf = (
  db: Database,
  scope: Scope,
  campaign: CampaignRow,
  ranges: readonly Range[],
): Promise<CampaignProgress['grids']> => {
  const end = rangeOf(campaign.path).hi
  return db.read<CampaignProgress['grids'][number]>(
    scope,
    sql`with records as materialized (
      select r.id, r.household_id, r.replaces, r.outcome, r.order_ids, r.device_at from visit_records r
      where r.region_id = ${scope.region} and r.campaign_id = ${campaign.id}::uuid and ${inRanges('r.path', ranges)}),
    replaced as (select distinct unnest(replaces) as id from records),
    latest as (
      select distinct on (r.household_id) r.household_id, r.outcome, r.order_ids
      from records r left join replaced on replaced.id = r.id where replaced.id is null
      order by r.household_id, r.device_at desc, r.id desc),
    grids as materialized (select a.region_id, a.path from areas a
      where a.region_id = ${scope.region} and a.level = 'grid' and a.closed_at is null
        and a.path >= ${uppermost(campaign.path)} and a.path < ${end})
    select g.path, ${fullName('g.region_id', 'g.path')} as name, count(*)::int as households,
      count(*) filter (where l.outcome = 'met')::int as met, count(*) filter (where l.outcome = 'notHome')::int as "notHome",
      count(*) filter (where l.outcome = 'refused')::int as refused, count(*) filter (where l.outcome = 'moved')::int as moved,
      count(*) filter (where l.outcome = 'closed')::int as closed, coalesce(sum(cardinality(l.order_ids)), 0)::int as orders
    -- By the areas over a home, and not by the range of each grid: equal paths are hashed, ranges would be walked grid by grid.
    from households h cross join lateral unnest(area_prefixes(h.path)) as above(path)
      join grids g on g.path = above.path
      left join latest l on l.household_id = h.id
    where h.region_id = ${scope.region} and h.closed_at is null and h.path >= ${campaign.path} and h.path < ${end} and ${inRanges('h.path', ranges)}
      and ${chosen(scope.region, campaign)}
    group by g.region_id, g.path order by g.path`,
  )
}

/** The top area over a path: a campaign within a grid is counted for that grid, which lies between the two. */
const uppermost = (path: string): string => /^\/(?:[^/]+\/)?/.exec(path)?.[0] ?? '/'

/** The companies of a campaign with the latest outcome at each. What is written of a company is no household's. */
export const companiesReached = (
  db: Database,
  scope: Scope,
  id: string,
): Promise<CampaignProgress['companies']> =>
  db.read<CampaignProgress['companies'][number]>(
    { region: scope.region, system: true },
    sql`with records as materialized (
      select r.id, r.unit_id, r.replaces, r.outcome, r.order_ids, r.device_at from visit_records r
      where r.region_id = ${scope.region} and r.campaign_id = ${id}::uuid and r.unit_id is not null),
    latest as (
      select distinct on (r.unit_id) r.unit_id, r.outcome, r.order_ids from records r
      where r.id <> all (array(select unnest(replaces) from records)) order by r.unit_id, r.device_at desc, r.id desc)
    select u.id, u.name, l.outcome, coalesce(cardinality(l.order_ids), 0) as orders
    from campaign_companies c join units u on u.region_id = c.region_id and u.id = c.unit_id
      left join latest l on l.unit_id = c.unit_id
    where c.region_id = ${scope.region} and c.campaign_id = ${id}::uuid order by u.key`,
  )
