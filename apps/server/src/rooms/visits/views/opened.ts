import type { VisitVersion } from '@linli/contract/visits/answerShapes'
import type { FormView } from '@linli/contract/visits/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName } from '../../places/index.ts'

/** Where a visit was made. */
export type VisitGround = {
  readonly campaign: string
  readonly campaignName: string
  readonly household: string | null
  readonly company: string | null
  readonly path: string
  readonly door: string
  readonly forms: FormView[]
}

/**
 * The door of a visit with its campaign's forms. Under the system's own hand, since a company lies in no grid: nothing of
 * it leaves before the policy let the reader in.
 */
export async function groundOfVisit(
  db: Database,
  region: number,
  visit: string,
): Promise<VisitGround | undefined> {
  const [row] = await db.read<VisitGround>(
    { region, system: true },
    sql`select r.campaign_id as campaign, c.name as "campaignName", r.household_id as household, r.unit_id as company, r.path,
      case when r.unit_id is null then concat_ws(' ', ${fullName('r.region_id', 'r.path')}, h.room) else u.name ->> 'zh' end as door,
      (select jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'questions', f.questions) order by f.version desc)
        from visit_forms f where f.region_id = r.region_id and f.campaign_id = r.campaign_id) as forms
    from visit_records r join campaigns c on c.region_id = r.region_id and c.id = r.campaign_id
      left join households h on h.region_id = r.region_id and h.id = r.household_id
      left join units u on u.region_id = r.region_id and u.id = r.unit_id
    where r.region_id = ${region} and r.visit_id = ${visit}::uuid limit 1`,
  )
  return row
}

/** The net around what stands of a door: a home lies in the reader's own area, a company where its campaign does. */
export const scopeAt = (scope: Scope, { company, path }: Pick<VisitGround, 'company' | 'path'>): Scope =>
  company === null ? scope : { ...scope, ranges: [rangeOf(path)] }

/** Everything that was ever written down at a door in one campaign, what came last first. */
export const versionsQuery = (
  region: number,
  { campaign, household, company }: Pick<VisitGround, 'campaign' | 'household' | 'company'>,
): Sql => sql`
  with records as materialized (
    select r.* from visit_records r where r.region_id = ${region} and r.campaign_id = ${campaign}::uuid
      and ${household === null ? sql`r.household_id is null and r.unit_id = ${company}::uuid` : sql`r.household_id = ${household}::uuid`})
  select r.id, r.visit_id as visit, r.form_id as form, r.replaces::text[] as replaces, r.outcome, r.answers, r.order_ids::text[] as orders,
    case when r.again_on is not null then jsonb_build_object('on', r.again_on::text, 'part', r.again_part) end as again,
    r.device_at as at, r.at as arrived, p.name as by, r.id <> all (array(select unnest(replaces) from records)) as stands
  from records r left join people p on p.region_id = r.region_id and p.id = r.by_person and p.erased_at is null
  order by r.at desc, r.id desc limit 200`

export type VersionRow = Omit<VisitVersion, 'again'> & { readonly again: VisitVersion['again'] | null }

/** Absent, where nothing was agreed. */
export const versionOf = ({ again, ...rest }: VersionRow): VisitVersion => ({
  ...rest,
  ...(again ? { again } : {}),
})
