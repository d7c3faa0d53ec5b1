import type { Contact } from '@linli/contract/care/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { TODAY } from './plans.ts'

/** What a contact must fit: whose plan it is and what it waits for. */
export type Ground = {
  readonly id: string
  readonly personId: string
  readonly carerId: string
  readonly path: string
  readonly isCarer: boolean
  readonly isDeputy: boolean
  readonly isOpen: boolean
  readonly fromOn: string
  readonly untilOn: string
  readonly rhythms: readonly string[]
}

/** Some plans as whoever writes down a contact finds them; those that have ended, too, so that a late phone loses nothing. */
export const groundOf = (
  db: Database,
  region: number,
  plans: readonly string[],
  me: string,
): Promise<Ground[]> =>
  db.read<Row & Ground>(
    systemScope(region),
    sql`select p.id, p.person_id as "personId", p.carer_id as "carerId", p.path, p.carer_id = ${me}::uuid as "isCarer", p.from_on as "fromOn", p.until_on as "untilOn",
      (exists (select from care_deputies d where d.region_id = p.region_id and d.plan_id = p.id and d.person_id = ${me}::uuid)
        or exists (select from care_stand_ins s where s.region_id = p.region_id and s.plan_id = p.id and s.taken_by = ${me}::uuid)) as "isDeputy",
      p.agreed_at is not null and p.ended_at is null and p.until_on >= ${TODAY} as "isOpen",
      array(select l.rhythm from care_lines l where l.region_id = p.region_id and l.plan_id = p.id) as rhythms
    from care_plans p where p.region_id = ${region} and p.id = any(${[...plans]}::uuid[])`,
  )

/** Contacts as the phone wrote them; one that is there already is left, and refused as `contactReused` when it says something else. */
export const contactStatements = (
  region: number,
  by: string,
  contacts: readonly (Contact & { readonly personId: string })[],
): Sql[] => [
  sql`insert into care_contacts (region_id, id, plan_id, person_id, rhythm, outcome, order_ids, by_person, device_at, at)
    select ${region}::int, n.id, n.plan, n."personId", n.rhythm, n.outcome, array(select jsonb_array_elements_text(n.orders))::uuid[], ${by}::uuid, n.at, app_now()
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n(id uuid, plan uuid, "personId" uuid, rhythm text, outcome text, orders jsonb, at timestamptz)
    on conflict (region_id, id) do nothing`,
  sql`select refuse('contactReused') from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n(id uuid, plan uuid, rhythm text, outcome text, at timestamptz)
    where not exists (select from care_contacts c where c.region_id = ${region} and c.id = n.id and c.plan_id = n.plan and c.rhythm = n.rhythm
      and c.outcome = n.outcome and c.by_person = ${by}::uuid and c.device_at = n.at)`,
]

/** A line that is done until the next is due. What is already further on is not taken back by a late phone. */
export type Done = {
  readonly plan: string
  readonly rhythm: string
  readonly dueAt: string
  readonly nextAt: string | null
}
export const moveLines = (region: number, done: readonly Done[]): Sql => sql`
  update care_lines l set due_at = n."dueAt", next_at = n."nextAt", step = 0, order_id = null
  from (select plan, rhythm, max("dueAt") as "dueAt", max("nextAt") as "nextAt"
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as x(plan uuid, rhythm text, "dueAt" timestamptz, "nextAt" timestamptz) group by plan, rhythm) n
  where l.region_id = ${region} and l.plan_id = n.plan and l.rhythm = n.rhythm and l.due_at < n."dueAt"`

/** The cared-for were met: the week begins anew. */
export const seenStatement = (
  region: number,
  seen: readonly { readonly plan: string; readonly at: string }[],
): Sql => sql`
  update care_plans p set last_seen_at = n.at, unseen_told_at = null
  from (select plan, max(at) as at from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as x(plan uuid, at timestamptz) group by plan) n
  where p.region_id = ${region} and p.id = n.plan and p.ended_at is null and (p.last_seen_at is null or p.last_seen_at < n.at)`
