import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'
import { pathsAbove, TODAY } from './plans.ts'

/** So many alarms go on in one transaction. */
export const ALARMS_AT_ONCE = 50

export type PassedLine = {
  readonly planId: string
  readonly rhythm: string
  readonly dueAt: string
  readonly step: number
  readonly path: string
  readonly carerId: string
  readonly isOver: boolean
  /** Who took the day over, and else who may. */
  readonly standIn: string | null
  readonly deputies: readonly string[]
}

/** Lines whose next step has come by the database's clock; another instance's are left to it. */
export const passedLines = (region: number): Sql => sql`
  select l.plan_id as "planId", l.rhythm, l.due_at as "dueAt", l.step, p.path, p.carer_id as "carerId", p.until_on < ${TODAY} as "isOver",
    (select s.taken_by from care_stand_ins s where s.region_id = p.region_id and s.plan_id = p.id and s.taken_by is not null and ${TODAY} between s.from_on and s.to_on
      order by s.taken_at desc limit 1) as "standIn",
    array(select d.person_id from care_deputies d where d.region_id = p.region_id and d.plan_id = p.id order by d.person_id) as deputies
  from care_lines l join care_plans p on p.region_id = l.region_id and p.id = l.plan_id
  where l.region_id = ${region} and l.next_at is not null and l.next_at <= app_now()
  order by l.next_at limit ${ALARMS_AT_ONCE} for update of l skip locked`

/** One step more, with its mark: the mark's key keeps a step from being taken twice. */
export const stepStatements = (
  region: number,
  { planId, rhythm, dueAt, step }: PassedLine,
  next: { readonly nextAt: string | null; readonly orderId: string | null },
): Sql[] => [
  sql`update care_lines set step = ${step + 1}, next_at = ${next.nextAt}::timestamptz, order_id = ${next.orderId}::uuid
    where region_id = ${region} and plan_id = ${planId}::uuid and rhythm = ${rhythm}`,
  sql`insert into care_alarms (region_id, plan_id, rhythm, due_at, step, at)
    values (${region}, ${planId}::uuid, ${rhythm}, ${dueAt}::timestamptz, ${step + 1}, app_now())`,
]

/** A rhythm that the place no longer has waits for nothing. */
export const silence = (region: number, { planId, rhythm }: PassedLine): Sql => sql`
  update care_lines set next_at = null where region_id = ${region} and plan_id = ${planId}::uuid and rhythm = ${rhythm}`

/** Who answers at the community's desk for a place: the nearest who may dispatch there. */
export const deskOf = (region: number, path: string): Sql => sql`
  with near as (
    select g.account_id, length(g.area_path) as depth from grants g
    where g.region_id = ${region} and g.role = 'dispatcher' and g.area_path = any(${['/', ...pathsAbove(path)]}::text[])
      and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()))
  select p.id from near join people p on p.region_id = ${region} and p.account_id = near.account_id
  where near.depth = (select max(depth) from near) order by p.id limit 20`

export type Unseen = {
  readonly id: string
  readonly path: string
  readonly carerId: string
  readonly guardianId: string | null
  readonly deputies: readonly string[]
}
/** Plans whose person nobody met for so many days, marked at once; told once until the person is met again. */
export const markUnseen = (region: number, days: number): Sql => sql`
  update care_plans p set unseen_told_at = app_now()
  where p.region_id = ${region} and p.id = any(array(
    select id from care_plans where region_id = ${region} and ended_at is null and unseen_told_at is null
      and last_seen_at <= app_now() - make_interval(days => ${days}::int) and until_on >= ${TODAY}
    order by last_seen_at limit ${ALARMS_AT_ONCE} for update skip locked))
  returning p.id, p.path, p.carer_id as "carerId", case when p.agreed_by <> p.person_id then p.agreed_by end as "guardianId",
    array(select d.person_id from care_deputies d where d.region_id = p.region_id and d.plan_id = p.id order by d.person_id) as deputies`

/** News for some people, by a topic of this room. */
export const tell = (
  region: number,
  event: string,
  id: string,
  people: readonly (string | null)[],
): Sql => sql`
  insert into outbox (region_id, id, topic, payload, at)
  values (${region}, ${newId()}, ${`care.${event}.1`}, ${JSON.stringify({ id, people: [...new Set(people.filter((one) => one !== null))] })}::jsonb, app_now())`
