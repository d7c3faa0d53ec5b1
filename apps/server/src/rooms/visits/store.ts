import type { Static } from '@linli/contract/schema'
import type { Question, StartCampaignBody, VisitRecord } from '@linli/contract/visits/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import type { Scope } from '../../kernel/db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { followRows } from '../places/index.ts'

export type NewCampaign = Omit<Static<typeof StartCampaignBody>, 'questions'> & { readonly id: string }

/** Refuses `unknownPlace` where the area is not there or was closed. */
export const insertCampaign = (region: number, by: string, campaign: NewCampaign): Sql => sql`
  insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
  select ${region}::int, ${campaign.id}::uuid, ${campaign.kind}, ${campaign.name},
    case when exists (select from areas where region_id = ${region} and path = ${campaign.path} and closed_at is null)
      then ${campaign.path} else refuse('unknownPlace')::text end,
    ${campaign.from}::date, ${campaign.to}::date, ${by}::uuid, app_now()`

/** A campaign that a row of the place began: of each row one a month. */
export type Begun = { readonly key: string; readonly month: string }

/** Another one begun for the same row and month violates `campaign_terms_month`. */
export const insertTerms = (region: number, owner: string, campaign: NewCampaign, begun?: Begun): Sql => sql`
  insert into campaign_terms (region_id, campaign_id, owner_person, targets, daily_quota, in_pairs, unmet_since, preset_key, month, at)
  values (${region}, ${campaign.id}, ${owner}, ${campaign.targets ?? 'households'}, ${campaign.dailyQuota ?? null},
    ${campaign.inPairs ?? false}, ${campaign.unmetSince ?? null}, ${begun?.key ?? null}, ${begun?.month ?? null}, app_now())`

/** Refuses `unknownCompany` where one is no company, or was closed. */
export const insertCompanies = (
  region: number,
  campaign: string,
  rows: readonly { id: string; unit: string }[],
): Sql => sql`
  insert into campaign_companies (region_id, id, campaign_id, unit_id, at)
  select ${region}::int, n.id, ${campaign}::uuid,
    case when exists (select from units u where u.region_id = ${region} and u.id = n.unit and u.kind = 'company' and u.closed_at is null)
      then n.unit else refuse('unknownCompany')::text::uuid end, app_now()
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, unit uuid)`

type NewForm = { readonly id: string; readonly campaign: string; readonly version: number }

/** Another version of the same number made meanwhile violates `visit_forms_region_id_campaign_id_version_key`. */
export const insertForm = (
  region: number,
  by: string,
  form: NewForm,
  questions: readonly Question[],
): Sql => sql`
  insert into visit_forms (region_id, id, campaign_id, version, questions, by_person, at)
  values (${region}, ${form.id}, ${form.campaign}, ${form.version}, ${JSON.stringify(questions)}::jsonb, ${by}, app_now())`

/** `path` is the door's; of a company the campaign's. */
export type StoredRecord = VisitRecord & { readonly path: string }

const RECORD = sql`n(id uuid, visit uuid, campaign uuid, household uuid, company uuid, path text, form uuid, replaces uuid[],
  outcome text, answers jsonb, orders uuid[], "againOn" date, "againPart" text, companion uuid, "companionId" uuid, at timestamptz)`

/**
 * Adds records that are not there yet. A record that is there must be the same, by the same person, and records of one
 * visit must be of one door; else it refuses `recordReused` or `visitElsewhere`; `unknownCompanion` where who came along
 * is nobody here, or the writer.
 */
export function recordStatements(region: number, by: string, records: readonly StoredRecord[]): Sql[] {
  // In one order, so that two senders of the same records wait for each other instead of locking each other out.
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const rows = JSON.stringify(
    sorted.map((record) => ({
      ...record,
      replaces: `{${record.replaces.join(',')}}`,
      orders: `{${record.orders.join(',')}}`,
      againOn: record.again?.on,
      againPart: record.again?.part,
      companionId: record.companion && newId(),
    })),
  )
  const visits = sorted.map(({ visit }) => visit)
  const accompanied = sorted.flatMap(({ companion }) => companion ?? [])
  return [
    sql`insert into visit_records (region_id, id, visit_id, campaign_id, household_id, unit_id, path, form_id, replaces, outcome, answers, order_ids, again_on, again_part, by_person, device_at, at)
      select ${region}, n.id, n.visit, n.campaign, n.household, n.company, n.path, n.form, n.replaces, n.outcome, n.answers, n.orders, n."againOn", n."againPart", ${by}::uuid, n.at, app_now()
      from jsonb_to_recordset(${rows}::jsonb) as ${RECORD} order by n.id
      on conflict (region_id, id) do nothing`,
    sql`select refuse('recordReused') from jsonb_to_recordset(${rows}::jsonb) as ${RECORD}
      left join (select * from visit_records where region_id = ${region} and id = any(${sorted.map(({ id }) => id)}::uuid[])) r on r.id = n.id
      where r.id is null or r.by_person <> ${by}::uuid or (r.visit_id, r.campaign_id, r.form_id, r.outcome) <> (n.visit, n.campaign, n.form, n.outcome)
        or (r.household_id, r.unit_id, r.again_on, r.again_part) is distinct from (n.household, n.company, n."againOn", n."againPart")
        or r.answers <> n.answers or r.replaces <> n.replaces or r.order_ids <> n.orders or r.device_at <> n.at limit 1`,
    sql`select refuse('visitElsewhere') from jsonb_to_recordset(${rows}::jsonb) as ${RECORD}
      join visit_records r on r.region_id = ${region} and r.visit_id = any(${visits}::uuid[]) and r.visit_id = n.visit
      where (r.campaign_id, r.household_id, r.unit_id) is distinct from (n.campaign, n.household, n.company) limit 1`,
    ...(accompanied.length === 0
      ? []
      : [
          sql`select refuse('unknownCompanion') from unnest(${accompanied}::uuid[]) as a(id)
            left join people p on p.region_id = ${region} and p.id = a.id and p.erased_at is null
            where p.id is null or p.id = ${by}::uuid limit 1`,
          sql`insert into visit_companions (region_id, id, visit_id, person_id, named_by, at)
            select ${region}, n."companionId", n.visit, n.companion, ${by}::uuid, app_now()
            from jsonb_to_recordset(${rows}::jsonb) as ${RECORD} where n.companion is not null order by n.visit, n.companion
            on conflict (region_id, visit_id, person_id) do nothing`,
        ]),
  ]
}

/**
 * Holds the records of a visit until the end of the transaction and refuses `settledMeanwhile` unless just these stand:
 * whoever settles at the same moment waits, and sees then that it is done.
 */
export const stillStands = (region: number, visit: string, versions: readonly string[]): Sql[] => [
  sql`select id from visit_records where region_id = ${region} and visit_id = ${visit}::uuid order by id for update`,
  sql`select refuse('settledMeanwhile') where (
    select array_agg(r.id order by r.id) from visit_records r where r.region_id = ${region} and r.visit_id = ${visit}::uuid
      and not exists (select from visit_records later where later.region_id = ${region} and later.visit_id = ${visit}::uuid and r.id = any(later.replaces))
    ) is distinct from array(select v from unnest(${[...versions]}::uuid[]) v order by v)`,
]

/** Who came along says so, or that it is a mistake; refuses `notNamed` where somebody else or nobody was named. */
export const answerCompanionStatements = (
  region: number,
  me: string,
  visits: readonly string[],
  wasThere: boolean,
): Sql[] => [
  sql`update visit_companions set answered_at = app_now(), was_there = ${wasThere}
    where region_id = ${region} and person_id = ${me}::uuid and visit_id = any(${[...visits]}::uuid[]) and answered_at is null`,
  sql`select refuse('notNamed') where (select count(*) from visit_companions where region_id = ${region} and person_id = ${me}::uuid
    and visit_id = any(${[...visits]}::uuid[]) and was_there = ${wasThere}) < ${visits.length}`,
]

/** The outbox row of a command whose `told` (who gets a notice of it) the database works out in the same commit. */
export const telling = (
  region: number,
  topic: string,
  payload: { readonly [key: string]: unknown },
  told: Sql,
): Sql => sql`
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, ${topic}, ${JSON.stringify(payload)}::jsonb
    || jsonb_build_object('told', coalesce((select jsonb_agg(distinct t.person_id) from (${told}) t), '[]'::jsonb)), app_now()`

/** Who was named as the second at these visits and has not said yet whether they were there. */
export const askedAt = (region: number, visits: readonly string[]): Sql => sql`
  select c.person_id from visit_companions c where c.region_id = ${region} and c.visit_id = any(${[...new Set(visits)]}::uuid[]) and c.answered_at is null`

/** Who named this person as the second at these visits. */
export const namedAt = (region: number, me: string, visits: readonly string[]): Sql => sql`
  select c.named_by as person_id from visit_companions c where c.region_id = ${region} and c.visit_id = any(${[...visits]}::uuid[]) and c.person_id = ${me}::uuid`

/** What the records of one batch are checked against: their campaigns, forms and doors, in one read. */
export type Ground = {
  readonly campaigns: {
    readonly [id: string]: {
      readonly path: string
      readonly inPairs: boolean
      /** The companies it goes to; null where it goes to households. */
      readonly companies: readonly string[] | null
    }
  }
  readonly forms: {
    readonly [id: string]: { readonly campaign: string; readonly questions: readonly Question[] }
  }
  readonly households: { readonly [id: string]: string }
}
type Named = Pick<VisitRecord, 'campaign' | 'form' | 'household'>

/** `households` leads to their paths. A household is found wherever it lies: the policy decides. */
export async function groundOf(db: Database, scope: Scope, records: readonly Named[]): Promise<Ground> {
  const ids = (key: keyof Named) => [...new Set(records.flatMap((record) => record[key] ?? []))]
  const [row] = await db.read<Ground>(
    scope,
    sql`select
      (select coalesce(jsonb_object_agg(c.id, jsonb_build_object('path', c.path, 'inPairs', coalesce(t.in_pairs, false),
          'companies', case when t.targets = 'companies' then coalesce((select jsonb_agg(m.unit_id) from campaign_companies m
            where m.region_id = c.region_id and m.campaign_id = c.id), '[]') end)), '{}')
       from campaigns c left join campaign_terms t on t.region_id = c.region_id and t.campaign_id = c.id
       where c.region_id = ${scope.region} and c.id = any(${ids('campaign')}::uuid[])) as campaigns,
      (select coalesce(jsonb_object_agg(f.id, jsonb_build_object('campaign', f.campaign_id, 'questions', f.questions)), '{}') from visit_forms f
       where f.region_id = ${scope.region} and f.id = any(${ids('form')}::uuid[])) as forms,
      (select coalesce(jsonb_object_agg(h.id, h.path), '{}') from households h
       where h.region_id = ${scope.region} and h.id = any(${ids('household')}::uuid[])) as households`,
  )
  return row ?? { campaigns: {}, forms: {}, households: {} }
}

/** Refuses `photoNotYours` when the file is not the sender's own photo, or the id stands for another one. */
export const photoStatements = (
  region: number,
  by: string,
  photo: { readonly id: string; readonly household: string; readonly path: string; readonly file: string },
): Sql[] => [
  sql`insert into visit_photos (region_id, id, household_id, path, file_id, by_person, at)
    select ${region}::int, ${photo.id}::uuid, ${photo.household}::uuid, ${photo.path}, f.id, ${by}::uuid, app_now()
    from files f where f.region_id = ${region} and f.id = ${photo.file}::uuid and f.uploaded_by = ${by}::uuid
      and f.kind = 'photo' and f.order_id is null and f.erased_at is null
    on conflict (region_id, id) do nothing`,
  sql`select refuse('photoNotYours') where not exists (
    select from visit_photos p where p.region_id = ${region} and p.id = ${photo.id}::uuid and p.file_id = ${photo.file}::uuid
      and p.household_id = ${photo.household}::uuid and p.by_person = ${by}::uuid)`,
]

/** Undefined where it was erased or lies outside the scope. */
export async function photoById(
  db: Database,
  scope: Scope,
  id: string,
): Promise<{ household: string; path: string; file: string } | undefined> {
  const [row] = await db.read<{ household: string; path: string; file: string }>(
    scope,
    sql`select household_id as household, path, file_id as file from visit_photos
      where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/**
 * A campaign keeps all its doors: over an area that was divided it goes to the area above the parts, else to the
 * successor. A visit lies where its door lies now, so that whoever walks there next reads it. Safe to repeat.
 */
export async function followVisits(db: Database, region: number): Promise<void> {
  await db.commit(systemScope(region), [
    sql`update campaigns c set path = r.path from area_successions s join area_redraws r on r.region_id = s.region_id and r.id = s.redraw_id
      where c.region_id = ${region} and s.region_id = ${region} and s.from_path = c.path and s.is_main
        and exists (select from area_successions x where x.region_id = s.region_id and x.from_path = s.from_path and x.id <> s.id)`,
  ])
  await followRows(db, region, [
    { table: 'campaigns', key: ['id'] },
    { table: 'visit_records', key: ['id'] },
    { table: 'visit_photos', key: ['id'] },
  ])
}
