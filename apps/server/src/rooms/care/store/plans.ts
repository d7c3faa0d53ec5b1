import type { CareEnding, ConsentPath } from '@linli/contract/care/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

// Everything of care is read and written by the room's own hand: the net opens it to nobody else.

export const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
/** The longest a consent lasts (days). */
const MOST_DAYS = 366

/** A member of a household now, who speaks for them, and whether the days asked for are allowed. */
export type Member = {
  readonly path: string
  /** The guardian of a child under fourteen, else the person. */
  readonly speakerId: string
  readonly hasAccount: boolean
  readonly daysFit: boolean
}
export async function memberOf(
  db: Database,
  region: number,
  { householdId, personId, from, until }: Pick<NewPlan, 'householdId' | 'personId' | 'from' | 'until'>,
): Promise<Member | undefined> {
  const [row] = await db.read<Row & Member>(
    systemScope(region),
    sql`select h.path, coalesce(k.guardian_id, m.person_id) as "speakerId",
      exists (select from people s where s.region_id = m.region_id and s.account_id is not null
        and s.id = case when k.guardian_id is null then m.person_id else k.guardian_id end) as "hasAccount",
      ${until}::date > ${from}::date and ${until}::date >= ${TODAY} and ${until}::date <= ${TODAY} + ${MOST_DAYS}::int
        and ${until}::date < coalesce(k.minor_until, 'infinity'::date) as "daysFit"
    from household_members m join households h on h.region_id = m.region_id and h.id = m.household_id and h.closed_at is null
      left join card_members k on k.region_id = m.region_id and k.household_id = m.household_id and k.person_id = m.person_id and k.minor_until > ${TODAY}
    where m.region_id = ${region} and m.household_id = ${householdId}::uuid and m.person_id = ${personId}::uuid and m.to_at is null`,
  )
  return row
}

/** Those of some people who hold a post over a place now: staff who may care without being a helper. */
export async function staffOver(
  db: Database,
  region: number,
  path: string,
  people?: readonly string[],
): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    systemScope(region),
    sql`select distinct s.person_id as id from posts s where s.region_id = ${region} and s.area_path = any(${pathsAbove(path)}::text[])
      and s.from_on <= ${TODAY} and (s.to_on is null or s.to_on > ${TODAY}) ${people ? sql`and s.person_id = any(${[...people]}::uuid[])` : sql``}
    order by id limit 200`,
  )
  return rows.map(({ id }) => id)
}

/** A place and every area above it but the region itself: `/c01/g02/` gives `/c01/` and `/c01/g02/`. */
export function pathsAbove(path: string): string[] {
  const codes = path.split('/').filter(Boolean)
  return codes.map((_, at) => `/${codes.slice(0, at + 1).join('/')}/`)
}

export type NewPlan = {
  readonly id: string
  readonly personId: string
  readonly householdId: string
  readonly path: string
  readonly carerId: string
  readonly deputies: readonly string[]
  readonly from: string
  readonly until: string
  readonly way: ConsentPath
  readonly wordsVersion: number
  /** Who signed; null while it waits for an answer on the phone. */
  readonly agreedBy: string | null
}
/** When what of a plan is due, and when the first is told. ISO. */
export type NewLine = { readonly rhythm: string; readonly dueAt: string; readonly nextAt: string | null }

/** A plan, still without anything due until it is agreed to; violates `care_plans_now` for a second one. */
export const insertPlan = (region: number, by: string, plan: NewPlan): Sql => sql`
  insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
  values (${region}, ${plan.id}::uuid, ${plan.personId}::uuid, ${plan.householdId}::uuid, ${plan.path}, ${plan.carerId}::uuid, ${plan.from}::date, ${plan.until}::date,
    ${plan.way}, ${plan.wordsVersion}, ${plan.agreedBy}::uuid, case when ${plan.agreedBy}::uuid is null then null else app_now() end,
    case when ${plan.agreedBy}::uuid is null then null else greatest(app_now(), ${plan.from}::date::timestamp at time zone 'Asia/Shanghai') end, 1, ${by}::uuid, app_now())`

/** The rhythms of a plan in place of those it had: what is due of one that stays, stays. */
export const setLines = (
  region: number,
  planId: string,
  personId: string,
  lines: readonly NewLine[],
): Sql[] => [
  sql`delete from care_lines where region_id = ${region} and plan_id = ${planId}::uuid and rhythm <> all(${lines.map(({ rhythm }) => rhythm)}::text[])`,
  sql`insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step)
    select ${region}::int, ${planId}::uuid, ${personId}::uuid, n.rhythm, n."dueAt", n."nextAt", 0
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n(rhythm text, "dueAt" timestamptz, "nextAt" timestamptz)
    on conflict (region_id, plan_id, rhythm) do nothing`,
]

export const setDeputies = (
  region: number,
  planId: string,
  caredId: string,
  people: readonly string[],
): Sql[] => [
  sql`delete from care_deputies where region_id = ${region} and plan_id = ${planId}::uuid and person_id <> all(${[...people]}::uuid[])`,
  sql`insert into care_deputies (region_id, plan_id, person_id, cared_id)
    select ${region}::int, ${planId}::uuid, one, ${caredId}::uuid from unnest(${[...people]}::uuid[]) one on conflict do nothing`,
]

/** The yes of whoever speaks. Refuses `answered`. */
export const agreeStatement = (region: number, id: string, by: string, wordsVersion: number): Sql => sql`
  with done as (update care_plans set agreed_by = ${by}::uuid, agreed_at = app_now(), words_version = ${wordsVersion},
      last_seen_at = greatest(app_now(), from_on::timestamp at time zone 'Asia/Shanghai'), version = version + 1
    where region_id = ${region} and id = ${id}::uuid and agreed_at is null and ended_at is null returning 1)
  select refuse('answered') where not exists (select from done)`

/** Refuses `changed`. */
export const changePlan = (region: number, id: string, version: number, carerId: string): Sql => sql`
  with done as (update care_plans set carer_id = ${carerId}::uuid, version = version + 1
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and ended_at is null returning 1)
  select refuse('changed') where not exists (select from done)`

/** Ends a plan: nothing of it is due any more and nobody stands in. Refuses `ended`. */
export const endPlan = (region: number, id: string, by: string | null, ending: CareEnding): Sql[] => [
  sql`with done as (update care_plans set ended_at = app_now(), ended_by = ${by}::uuid, ending = ${ending}, version = version + 1
      where region_id = ${region} and id = ${id}::uuid and ended_at is null returning 1)
    select refuse('ended') where not exists (select from done)`,
  sql`delete from care_lines where region_id = ${region} and plan_id = ${id}::uuid`,
  sql`delete from care_deputies where region_id = ${region} and plan_id = ${id}::uuid`,
]

/** A no to what was not answered yet. Refuses `answered`. */
export const assertUnanswered = (region: number, id: string): Sql => sql`
  select refuse('answered') where not exists (
    select from care_plans where region_id = ${region} and id = ${id}::uuid and agreed_at is null and ended_at is null)`

/** A row when the cared-for person is a child for whom a guardian speaks. */
export const childOf = (region: number, id: string): Sql => sql`
  select 1 from care_plans p join card_members k on k.region_id = p.region_id and k.household_id = p.household_id and k.person_id = p.person_id and k.minor_until > ${TODAY}
  where p.region_id = ${region} and p.id = ${id}::uuid`

/** Whether there is such a household here. */
export async function isHousehold(db: Database, region: number, id: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from households where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return rows.length > 0
}
