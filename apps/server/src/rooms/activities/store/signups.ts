import type { SignupPart, SignupState } from '@linli/contract/activities/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'
import { isFree, oneMore, remindAt } from '../../../kernel/db/seats.ts'
import { newId } from '../../../kernel/ids.ts'

export type Asked = {
  readonly id: string
  readonly activityId: string
  readonly part: SignupPart
  readonly personId: string
  readonly toldPerson: string
  readonly byPerson: string
  readonly guardianId: string | null
  /** Take a turn on the waiting list where no seat is free. */
  readonly wait: boolean
}

/**
 * One conditional write: of all who ask at once as many have a seat as there are, and the rest wait by turns or are
 * refused. Refuses activityFull, alreadySignedUp, notOpen; violates activity_signups_once for a second one.
 */
export const takeSeat = (region: number, asked: Asked): Sql => sql`
  with thing as (
    select region_id, id, path, starts_at, ends_at from activities where region_id = ${region} and id = ${asked.activityId}::uuid
      and state = 'published' and sign_up and ends_at > app_now() for share),
  seat as (
    update activity_seats s set ${oneMore} from thing t
    where s.region_id = t.region_id and s.activity_id = t.id and s.part = ${asked.part} and s.seats is distinct from 0 and ${isFree(asked.wait)}
    returning s.waiting, s.drawn, t.path, t.starts_at, t.ends_at),
  made as (
    insert into activity_signups (region_id, id, activity_id, part, path, starts_at, ends_at, person_id, told_person, by_person, guardian_id, state, turn, asked_at, remind_at)
    select ${region}::int, ${asked.id}::uuid, ${asked.activityId}::uuid, ${asked.part}, path, starts_at, ends_at, ${asked.personId}::uuid, ${asked.toldPerson}::uuid,
      ${asked.byPerson}::uuid, ${asked.guardianId}::uuid, case when waiting > 0 then 'waiting' else 'signedUp' end, drawn, app_now(), ${remindAt(sql`starts_at`)}
    from seat returning state)
  select coalesce((select state from made),
    refuse(case when not exists (select from thing) then 'notOpen' when exists (select from activity_signups where region_id = ${region}
      and activity_id = ${asked.activityId}::uuid and person_id = ${asked.personId}::uuid and state <> 'cancelled')
      then 'alreadySignedUp' when exists (select from activity_seats where region_id = ${region} and activity_id = ${asked.activityId}::uuid and part = ${asked.part} and seats = 0)
      then 'notOpen' else 'activityFull' end)::text) as state`

/** What the asker is answered, and a repeat of the command again. */
export const signupAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'state', state) from activity_signups where region_id = ${region} and id = ${id}::uuid)`

export type SignupRow = Row & {
  id: string
  activityId: string
  part: SignupPart
  personId: string
  toldPerson: string
  path: string
  state: SignupState
}
export const signupById = (region: number, id: string): Sql => sql`
  select id, activity_id as "activityId", part, person_id as "personId", told_person as "toldPerson", path, state
  from activity_signups where region_id = ${region} and id = ${id}::uuid`

type Part = { readonly activityId: string; readonly part: SignupPart }

/** Refuses signupOver. */
export const endSignup = (region: number, id: string): Sql => sql`
  with ended as (
    update activity_signups set state = 'cancelled', cancelled_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and state <> 'cancelled' and starts_at > app_now() returning 1)
  select refuse('signupOver') where not exists (select from ended)`

/** Everything that changes the sign-ups of a part stands behind its row. */
export const lockSeats = (region: number, { activityId, part }: Part): Sql => sql`
  select 1 from activity_seats where region_id = ${region} and activity_id = ${activityId}::uuid and part = ${part} for update`

/**
 * Whoever waits longest takes what is free, and is told; then the figures are counted anew. To stand behind `lockSeats`.
 * @param seats how many there are from now on: null without a number; undefined as before
 */
export function settleSeats(region: number, { activityId, part }: Part, seats?: number | null): Sql[] {
  const there = seats === undefined ? sql`s.seats` : sql`${seats}::int`
  return [
    sql`with free as (
      select case when ${there} is null then s.waiting else greatest(0, ${there} - (select count(*) from activity_signups o
        where o.region_id = s.region_id and o.activity_id = s.activity_id and o.part = s.part and o.state = 'signedUp')) end as n
      from activity_seats s where s.region_id = ${region} and s.activity_id = ${activityId}::uuid and s.part = ${part}),
    up as (
      update activity_signups set state = 'signedUp', moved_up_at = app_now(), reminded_at = case when remind_at <= app_now() then app_now() end
      where region_id = ${region} and id in (
        select w.id from activity_signups w where w.region_id = ${region} and w.activity_id = ${activityId}::uuid and w.part = ${part} and w.state = 'waiting'
        order by w.turn limit (select n from free))
      returning told_person)
    insert into outbox (region_id, id, topic, payload, at)
    select ${region}::int, ${newId()}::uuid, 'activities.signupMovedUp.1', jsonb_build_object('id', ${activityId}::text, 'people', jsonb_agg(distinct told_person)), app_now()
    from up having count(*) > 0`,
    sql`update activity_seats s set seats = ${there}, (taken, waiting) = (
      select count(*) filter (where u.state = 'signedUp'), count(*) filter (where u.state = 'waiting') from activity_signups u
      where u.region_id = s.region_id and u.activity_id = s.activity_id and u.part = s.part)
    where s.region_id = ${region} and s.activity_id = ${activityId}::uuid and s.part = ${part}`,
  ]
}

/** How long before it begins, and after it ends, one may check in. */
const AT_THE_DOOR = sql`starts_at - interval '1 hour' <= app_now() and ends_at + interval '1 hour' > app_now()`

/** Marks who arrives, once each, and counts them. @param which a condition over the sign-up `u`. Refuses notSignedUp or notNow. */
export const arrive = (region: number, activityId: string, which: Sql): Sql => sql`
  with here as (
    update activity_signups u set arrived_at = app_now()
    where u.region_id = ${region} and u.activity_id = ${activityId}::uuid and ${which} and u.state = 'signedUp' and u.arrived_at is null and ${AT_THE_DOOR}
    returning u.part),
  counted as (
    update activity_seats s set arrived = s.arrived + h.n from (select part, count(*)::int as n from here group by part) h
    where s.region_id = ${region} and s.activity_id = ${activityId}::uuid and s.part = h.part returning h.n)
  select coalesce((select sum(n)::int from counted), refuse(case when exists (
    select from activities where region_id = ${region} and id = ${activityId}::uuid and state = 'published' and ${AT_THE_DOOR}) then 'notSignedUp' else 'notNow' end)) as arrived`

/** Minutes of those who helped, confirmed by somebody else. Refuses notAHelper, ownHelp. */
export const confirmHelp = (
  region: number,
  activityId: string,
  helped: readonly { readonly signupId: string; readonly minutes: number }[],
  byPerson: string,
): Sql => sql`
  with said as (select * from jsonb_to_recordset(${JSON.stringify(helped)}::jsonb) as h("signupId" uuid, minutes int)),
  known as (
    select u.id, u.person_id, u.path, said.minutes from said join activity_signups u on u.region_id = ${region} and u.id = said."signupId"
      and u.activity_id = ${activityId}::uuid and u.part = 'help' and u.state = 'signedUp'),
  kept as (
    insert into activity_help (region_id, id, activity_id, person_id, path, minutes, confirmed_by, at)
    select ${region}::int, id, ${activityId}::uuid, person_id, path, minutes, ${byPerson}::uuid, app_now() from known where person_id <> ${byPerson}::uuid returning id),
  told as (
    insert into outbox (region_id, id, topic, payload, at)
    select ${region}::int, ${newId()}::uuid, 'activities.helpConfirmed.1', jsonb_build_object('id', ${activityId}::text, 'deeds', jsonb_agg(id)), app_now()
    from kept having count(*) > 0 returning 1)
  select case when (select count(*) from known) < (select count(*) from said) then refuse('notAHelper')
    when exists (select from known where person_id = ${byPerson}::uuid) then refuse('ownHelp') end`

/** Who attended is forgotten; how many stays. @param which a condition over the sign-up */
export const forgetWhoCame = (region: number, which: Sql): Sql => sql`
  update activity_signups set arrived_at = null where region_id = ${region} and part = 'attend' and arrived_at is not null and ${which} returning 1`

/** Those whose person is to be reminded, taken and marked at once. What was asked late has nothing to be reminded of. */
export const markReminded = (region: number): Sql => sql`
  update activity_signups set reminded_at = app_now()
  where region_id = ${region} and id = any(array(
    select u.id from activity_signups u where u.region_id = ${region} and u.state = 'signedUp' and u.reminded_at is null
      and u.remind_at <= app_now() and u.remind_at > u.asked_at and u.starts_at > app_now()
    order by u.remind_at limit 100 for update skip locked))
    and activity_id in (select a.id from activities a where a.region_id = ${region} and a.state = 'published' and a.ends_at > app_now())
  returning activity_id as "activityId", told_person as "toldPerson"`

/** What was over a day ago. */
export const OVER: Sql = sql`ends_at < app_now() - interval '1 day'`
export const ofActivity = (id: string): Sql => sql`activity_id = ${id}::uuid`
export const isSignup = (id: string): Sql => sql`u.id = ${id}::uuid`
/** Sign-ups of a person and those the person made. */
export const ofPerson = (id: string): Sql => sql`(u.person_id = ${id}::uuid or u.told_person = ${id}::uuid)`
/** What whoever arrives is answered, and a repeat of the command again. */
export const arrivedAnswer = (region: number, activityId: string, title: string, which: Sql): Sql => sql`
  (select jsonb_build_object('title', ${title}::text, 'arrived', count(*)) from activity_signups u
    where u.region_id = ${region} and u.activity_id = ${activityId}::uuid and ${which} and u.arrived_at = app_now())`
/** Sign-ups whose time or place a change moves. */
export const isMoved = (
  id: string,
  to: { readonly place: string; readonly startsAt: string; readonly endsAt: string },
): Sql => sql`
  u.activity_id = ${id}::uuid and (select (b.place, b.starts_at, b.ends_at) is distinct from (${to.place}::text, ${to.startsAt}::timestamptz, ${to.endsAt}::timestamptz)
    from activities b where b.region_id = u.region_id and b.id = u.activity_id)`
