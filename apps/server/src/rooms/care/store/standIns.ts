import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { TODAY } from './plans.ts'

/** Everything that hands days of a plan over stands behind its row. */
export const lockPlan = (region: number, id: string): Sql => sql`
  select 1 from care_plans where region_id = ${region} and id = ${id}::uuid for update`

type NewStandIn = {
  readonly id: string
  readonly planId: string
  readonly caredId: string
  readonly from: string
  readonly to: string
}
/** Refuses `overlaps` where some of the days were handed over before. */
export const insertStandIn = (region: number, by: string, days: NewStandIn): Sql => sql`
  insert into care_stand_ins (region_id, id, plan_id, cared_id, from_on, to_on, by_person, at)
  select ${region}::int, ${days.id}::uuid, case when exists (select from care_stand_ins s where s.region_id = ${region} and s.plan_id = ${days.planId}::uuid
      and s.from_on <= ${days.to}::date and s.to_on >= ${days.from}::date) then refuse('overlaps')::text::uuid else ${days.planId}::uuid end,
    ${days.caredId}::uuid, ${days.from}::date, ${days.to}::date, ${by}::uuid, app_now()`

export const tellDeputies = (region: number, planId: string): Sql => sql`
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, 'care.standInAsked.1', jsonb_build_object('id', ${planId}::text, 'people', coalesce(jsonb_agg(d.person_id), '[]'::jsonb)), app_now()
  from care_deputies d where d.region_id = ${region} and d.plan_id = ${planId}::uuid`

export type OpenDays = {
  readonly planId: string
  readonly carerId: string
  readonly agreedBy: string | null
}
/** Days that were handed over, for somebody who stands in for that plan; undefined to everybody else. */
export async function standInFor(
  db: Database,
  region: number,
  id: string,
  me: string,
): Promise<OpenDays | undefined> {
  const [row] = await db.read<Row & OpenDays>(
    systemScope(region),
    sql`select p.id as "planId", p.carer_id as "carerId", p.agreed_by as "agreedBy"
    from care_stand_ins s join care_plans p on p.region_id = s.region_id and p.id = s.plan_id and p.ended_at is null
      join care_deputies d on d.region_id = p.region_id and d.plan_id = p.id and d.person_id = ${me}::uuid
    where s.region_id = ${region} and s.id = ${id}::uuid`,
  )
  return row
}

/** One conditional write: the first has the days. Refuses `taken`. */
export const takeDays = (region: number, id: string, by: string): Sql => sql`
  with done as (update care_stand_ins set taken_by = ${by}::uuid, taken_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and taken_by is null and to_on >= ${TODAY} returning 1)
  select refuse('taken') where not exists (select from done)`
