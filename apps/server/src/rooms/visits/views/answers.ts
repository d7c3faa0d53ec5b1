import type { AnsweredPlace, QuestionTotals, VisitConflict } from '@linli/contract/visits/answerShapes'
import type { Answers, CampaignRow } from '@linli/contract/visits/shapes'
import type { Outcome } from '@linli/contract/visits/words'
import sql, { empty, raw, type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { type Range, rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'

/** Whose answers are read: a campaign's, in the reader's ranges, of one grid or outcome, of those that answered so. */
export type Wanted = {
  readonly campaign: Pick<CampaignRow, 'id' | 'path'>
  readonly ranges: readonly Range[]
  readonly grid?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly question?: string | undefined
  readonly answer?: string | undefined
}

const below = (column: string, path: string): Sql => {
  const { lo, hi } = rangeOf(path)
  return sql`${raw(column)} >= ${lo} and ${raw(column)} < ${hi}`
}

/** What stands of a campaign, and whether it does so twice. What replaces a record is of the same door, so it lies beside it. */
const standing = (region: number, { campaign, ranges, grid }: Wanted): Sql => sql`records as materialized (
    select r.id, r.visit_id, r.household_id, r.unit_id, r.path, r.form_id, r.replaces, r.outcome, r.answers, r.order_ids, r.device_at, r.at
    from visit_records r where r.region_id = ${region} and r.campaign_id = ${campaign.id}::uuid and ${inRanges('r.path', ranges)}
      ${grid === undefined ? empty : sql`and ${below('r.path', grid)}`}),
  replaced as (select distinct unnest(replaces) as id from records),
  heads as (select r.*, count(*) over (partition by r.visit_id) > 1 as twice
    from records r left join replaced on replaced.id = r.id where replaced.id is null)`

/** A choice is compared as a whole; of several choices one is enough. */
const wantedOf = ({ outcome, question, answer }: Wanted): Sql => sql`
  ${outcome === undefined ? sql`true` : sql`h.outcome = ${outcome}`}
  ${question === undefined ? empty : sql`and h.answers ? ${question}`}
  ${question === undefined || answer === undefined ? empty : sql`and h.answers -> ${question} ? ${answer}`}`

/** The words for a door of `of`: the way to a home, or a company by its name. */
const door = (of: string): Sql => sql`case when ${raw(of)}.unit_id is null
  then concat_ws(' ', ${fullName(`${of}.region_id`, `${of}.path`)}, home.room) else company.name ->> 'zh' end`
const doors = (of: string): Sql => sql`
  left join households home on home.region_id = ${raw(of)}.region_id and home.id = ${raw(of)}.household_id
  left join units company on company.region_id = ${raw(of)}.region_id and company.id = ${raw(of)}.unit_id`

export type Totals = {
  visits: number
  conflicts: number
  questions: Omit<QuestionTotals, 'label'>[]
  places: AnsweredPlace[]
}
/** Places on one small map. */
const PLACES = 200

/** What a campaign was answered: of each visit what stands, once. Nothing here knows who walked. */
export async function totalsOf(db: Database, scope: Scope, wanted: Wanted): Promise<Totals> {
  const { region } = scope
  const [row] = await db.read<Totals>(
    scope,
    sql`with ${standing(region, wanted)},
    chosen as (select ${region}::int as region_id, h.* from heads h where ${wantedOf(wanted)}),
    asked as (
      select h.region_id, h.id, h.visit_id, h.household_id, h.unit_id, h.path, q.value ->> 'key' as key, q.value ->> 'kind' as kind,
        h.answers -> (q.value ->> 'key') as value
      from chosen h join visit_forms f on f.region_id = h.region_id and f.id = h.form_id
        cross join lateral jsonb_array_elements(f.questions) q
      where not h.twice and h.answers ? (q.value ->> 'key')),
    numbers as (select key, kind, case when kind in ('number', 'decimal') then (value #>> '{}')::numeric end as number from asked),
    sums as (select key, kind, count(*)::int as answered, trim_scale(sum(number))::text as sum, trim_scale(min(number))::text as least,
      trim_scale(max(number))::text as most from numbers group by key, kind),
    picks as (select a.key, a.kind, v.choice, count(*)::int as visits from asked a
      cross join lateral jsonb_array_elements_text(case when a.kind = 'several' then a.value else jsonb_build_array(a.value) end) v(choice)
      where a.kind in ('choice', 'several') group by a.key, a.kind, v.choice)
    select (select count(*)::int from chosen where not twice) as visits, (select count(distinct visit_id)::int from chosen where twice) as conflicts,
      coalesce((select jsonb_agg(jsonb_build_object('key', s.key, 'kind', s.kind, 'answered', s.answered, 'sum', s.sum, 'least', s.least, 'most', s.most,
        'choices', coalesce((select jsonb_agg(jsonb_build_object('choice', p.choice, 'visits', p.visits) order by p.choice) from picks p
          where p.key = s.key and p.kind = s.kind), '[]')) order by s.key) from sums s), '[]') as questions,
      coalesce((select jsonb_agg(to_jsonb(p)) from (
        select a.id as record, a.visit_id as visit, a.key as question, a.value ->> 'name' as name, ${door('a')} as door,
          (a.value -> 'longitude') as longitude, (a.value -> 'latitude') as latitude
        from asked a ${doors('a')} where a.kind = 'place' and a.value ? 'longitude' order by a.id desc limit ${PLACES}) p), '[]') as places`,
  )
  return row ?? { visits: 0, conflicts: 0, questions: [], places: [] }
}

export type AnsweredRow = {
  id: string
  visit: string
  door: string
  isCompany: boolean
  outcome: Outcome
  at: string
  orders: number
  isTwice: boolean
  form: string
  answers: Answers
}

/** Visits of a campaign with what was answered, what was written down last first. */
export const answersIn = (
  db: Database,
  scope: Scope,
  wanted: Wanted,
  limit: number,
  after: string | undefined,
): Promise<AnsweredRow[]> =>
  db.read<AnsweredRow>(
    scope,
    sql`with ${standing(scope.region, wanted)},
    page as (select ${scope.region}::int as region_id, h.* from heads h where ${wantedOf(wanted)}
      ${after === undefined ? empty : sql`and h.id < ${after}::uuid`} order by h.id desc limit ${limit})
    select p.id, p.visit_id as visit, ${door('p')} as door, p.unit_id is not null as "isCompany", p.outcome,
      to_char(p.device_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, cardinality(p.order_ids) as orders, p.twice as "isTwice",
      p.form_id as form, p.answers
    from page p ${doors('p')} order by p.id desc`,
  )

/** Visits of a campaign that stand twice, by their ids. */
export const conflictsIn = (
  db: Database,
  scope: Scope,
  wanted: Wanted,
  limit: number,
  after: string | undefined,
): Promise<VisitConflict[]> =>
  db.read<VisitConflict>(
    scope,
    sql`with ${standing(scope.region, wanted)},
    page as (select ${scope.region}::int as region_id, h.visit_id, h.household_id, h.unit_id, h.path, count(*)::int as versions, max(h.at) as arrived
      from heads h where h.twice ${after === undefined ? empty : sql`and h.visit_id > ${after}::uuid`}
      group by h.visit_id, h.household_id, h.unit_id, h.path order by h.visit_id limit ${limit})
    select p.visit_id as visit, ${door('p')} as door, p.unit_id is not null as "isCompany", p.versions,
      to_char(p.arrived at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as arrived
    from page p ${doors('p')} order by p.visit_id`,
  )

/** How many visits of a campaign stand twice. */
export async function conflictCount(db: Database, scope: Scope, wanted: Wanted): Promise<number> {
  const [row] = await db.read<{ count: number }>(
    scope,
    sql`with records as materialized (select r.id, r.visit_id, r.replaces from visit_records r
      where r.region_id = ${scope.region} and r.campaign_id = ${wanted.campaign.id}::uuid and ${inRanges('r.path', wanted.ranges)}),
    replaced as (select distinct unnest(replaces) as id from records)
    select count(*)::int as count from (select r.visit_id from records r left join replaced on replaced.id = r.id
      where replaced.id is null group by r.visit_id having count(*) > 1) twice`,
  )
  return row?.count ?? 0
}

/** Grids of a campaign inside the reader's ranges, in the order of their codes. */
export const gridsIn = (
  db: Database,
  scope: Scope,
  { campaign, ranges }: Wanted,
): Promise<{ path: string; name: string }[]> =>
  db.read<{ path: string; name: string }>(
    scope,
    sql`select g.path, ${fullName('g.region_id', 'g.path')} as name from areas g
      where g.region_id = ${scope.region} and g.level = 'grid' and g.closed_at is null and ${below('g.path', campaign.path)}
        and ${inRanges('g.path', ranges)} order by g.path limit 400`,
  )
