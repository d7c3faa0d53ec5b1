import type { AgreementState, WorkFactKind, WorkOutcome } from '@linli/contract/staff/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { HELD, TODAY } from './training.ts'

/** The narrowest area somebody holds a post over now; null without a post, undefined when there is no such person here. */
export async function workplaceOf(
  db: Database,
  region: number,
  personId: string,
): Promise<string | null | undefined> {
  const [row] = await db.read<{ path: string | null }>(
    systemScope(region),
    sql`select (select s.area_path from posts s where s.region_id = p.region_id and s.person_id = p.id and s.area_path is not null and ${HELD}
        order by length(s.area_path) desc, s.id limit 1) as path
      from people p where p.region_id = ${region} and p.id = ${personId}::uuid`,
  )
  return row?.path
}

export type Agreement = {
  readonly id: string
  readonly path: string
  readonly workerId: string
  readonly leadId: string
  readonly state: AgreementState
  readonly version: number
  readonly from: string
  readonly to: string
  readonly itemIds: readonly string[]
  readonly isAppealOpen: boolean
}
export async function agreementById(
  db: Database,
  region: number,
  id: string,
  openDays: number,
): Promise<Agreement | undefined> {
  const [row] = await db.read<Row & Agreement>(
    systemScope(region),
    sql`select a.id, a.path, a.worker_id as "workerId", a.lead_id as "leadId", a.state, a.version, a.from_on as "from", a.to_on as "to",
      array(select i.id from work_items i where i.region_id = a.region_id and i.agreement_id = a.id order by i.at_place) as "itemIds",
      coalesce(a.concluded_at > app_now() - make_interval(days => ${openDays}::int), false) as "isAppealOpen"
    from work_agreements a where a.region_id = ${region} and a.id = ${id}::uuid`,
  )
  return row
}

type Item = { readonly name: string; readonly doneWhen: string; readonly fact?: WorkFactKind | undefined }
type NewAgreement = {
  readonly id: string
  readonly path: string
  readonly workerId: string
  readonly from: string
  readonly to: string
  readonly items: readonly Item[]
}
export const insertAgreement = (region: number, lead: string, work: NewAgreement): Sql[] => [
  sql`insert into work_agreements (region_id, id, path, worker_id, lead_id, from_on, to_on, state, version, at)
    values (${region}, ${work.id}::uuid, ${work.path}, ${work.workerId}::uuid, ${lead}::uuid, ${work.from}::date, ${work.to}::date, 'proposed', 1, app_now())`,
  sql`insert into work_items (region_id, id, agreement_id, at_place, name, done_when, fact, at)
    select ${region}::int, n.id, ${work.id}::uuid, n.place, n.name, n."doneWhen", n.fact, app_now()
    from jsonb_to_recordset(${JSON.stringify(work.items.map((item, at) => ({ ...item, id: newId(), place: at + 1 })))}::jsonb)
      as n(id uuid, place int, name text, "doneWhen" text, fact text)`,
]

/** One step on, from the state it was seen in. Refuses `notNow`. */
const stepStatement = (
  region: number,
  id: string,
  from: AgreementState,
  to: AgreementState,
  set: Sql,
): Sql => sql`
  with done as (update work_agreements set state = ${to}, version = version + 1, ${set}
    where region_id = ${region} and id = ${id}::uuid and state = ${from} returning 1)
  select refuse('notNow') where not exists (select from done)`

export const agreeStatement = (region: number, id: string): Sql =>
  stepStatement(region, id, 'proposed', 'agreed', sql`agreed_at = app_now()`)
export const showStatement = (region: number, id: string): Sql =>
  stepStatement(region, id, 'agreed', 'shown', sql`shown_at = app_now()`)
export const concludeStatement = (region: number, id: string): Sql =>
  stepStatement(region, id, 'shown', 'concluded', sql`concluded_at = app_now()`)
/** @param days an answer is due so many days from today */
export const appealStatement = (region: number, id: string, words: string, days: number): Sql =>
  stepStatement(
    region,
    id,
    'concluded',
    'appealed',
    sql`appeal = ${words}, appealed_at = app_now(), answer_by = ${TODAY} + ${days}::int`,
  )
export const finishStatement = (region: number, id: string, by: string, words: string): Sql =>
  stepStatement(
    region,
    id,
    'appealed',
    'final',
    sql`answer = ${words}, answered_by = ${by}::uuid, answered_at = app_now()`,
  )

/** What is sent back was never agreed on: it goes, words and all. Refuses `notNow`. */
export const removeProposed = (region: number, id: string): Sql[] => [
  sql`with done as (delete from work_agreements where region_id = ${region} and id = ${id}::uuid and state = 'proposed' returning 1)
    select refuse('notNow') where not exists (select from done)`,
  sql`delete from work_items where region_id = ${region} and agreement_id = ${id}::uuid`,
]

export const setOutcomes = (
  region: number,
  id: string,
  outcomes: readonly { readonly itemId: string; readonly outcome: WorkOutcome }[],
): Sql[] => [
  sql`update work_items i set outcome = n.outcome from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as n("itemId" uuid, outcome text)
    where i.region_id = ${region} and i.agreement_id = ${id}::uuid and i.id = n."itemId"`,
  sql`select refuse('itemMissing') where exists (select from work_items where region_id = ${region} and agreement_id = ${id}::uuid and outcome is null)`,
]

/** A fact while the work is agreed on: what is shown to the worker is complete. Refuses `notNow`. */
export const insertFact = (
  region: number,
  by: string,
  fact: { id: string; agreementId: string; itemId: string; words: string },
): Sql => sql`
  with open as (select 1 from work_agreements a join work_items i on i.region_id = a.region_id and i.agreement_id = a.id and i.id = ${fact.itemId}::uuid
      where a.region_id = ${region} and a.id = ${fact.agreementId}::uuid and a.state = 'agreed' for share of a),
    done as (insert into work_facts (region_id, id, agreement_id, item_id, by_person, words, at)
      select ${region}::int, ${fact.id}::uuid, ${fact.agreementId}::uuid, ${fact.itemId}::uuid, ${by}::uuid, ${fact.words}, app_now() from open returning 1)
  select refuse('notNow') where not exists (select from done)`

/** The worker's own words to a fact, until the result stands. Refuses `notNow`. */
export const answerFact = (region: number, id: string, worker: string, words: string): Sql => sql`
  with done as (update work_facts f set answer = ${words}, answered_at = app_now()
    where f.region_id = ${region} and f.id = ${id}::uuid and exists (select from work_agreements a where a.region_id = f.region_id and a.id = f.agreement_id
      and a.worker_id = ${worker}::uuid and a.state in ('agreed', 'shown')) returning 1)
  select refuse('notNow') where not exists (select from done)`

export async function factFor(db: Database, region: number, id: string, worker: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from work_facts f join work_agreements a on a.region_id = f.region_id and a.id = f.agreement_id and a.worker_id = ${worker}::uuid
      where f.region_id = ${region} and f.id = ${id}::uuid`,
  )
  return rows.length > 0
}

/** Who may answer an appeal about a place: the nearest who manage it, without the two whom it is between. */
export const judgesOf = (region: number, path: string, without: readonly string[]): Sql => sql`
  select distinct p.id from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id
  where g.region_id = ${region} and g.role in ('dispatcher', 'regionAdmin') and g.area_path = any(${pathsAbove(path)}::text[])
    and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()) and p.id <> all(${[...without]}::uuid[]) order by p.id limit 20`

/** The region and every area on the way to a place. */
function pathsAbove(path: string): string[] {
  const codes = path.split('/').filter(Boolean)
  return ['/', ...codes.map((_, at) => `/${codes.slice(0, at + 1).join('/')}/`)]
}
