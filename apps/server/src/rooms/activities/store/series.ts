import sql, { type Sql } from 'sql-template-tag'
import { isFree, oneMore, remindAt } from '../../../kernel/db/seats.ts'
import type { Asked } from './signups.ts'

/** Dates of a series that one may sign up for: this one and what is to come, published. */
export const openDates = (region: number, activityId: string): Sql => sql`
  select a.id from activities a where a.region_id = ${region} and a.state = 'published' and a.sign_up and a.ends_at > app_now()
    and (a.id = ${activityId}::uuid or a.series_id = (select series_id from activities where region_id = ${region} and id = ${activityId}::uuid)
      and a.starts_at > app_now()) order by a.starts_at, a.id`

export type SeriesDate = { readonly activityId: string; readonly id: string }

/**
 * A seat of each of these dates, or a turn on its waiting list, in one write; a date that is full for whoever does not
 * wait, or has the person already, is left out. The seats are locked in one order, so that two who ask at once never wait
 * for each other. Refuses activityFull, alreadySignedUp or notOpen when no date is left.
 */
export const takeSeats = (
  region: number,
  asked: Omit<Asked, 'id' | 'activityId'>,
  dates: readonly SeriesDate[],
): Sql => sql`
  with wanted as (select * from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as d("activityId" uuid, id uuid)),
  things as (
    select a.region_id, a.id, a.path, a.starts_at, a.ends_at, w.id as signup from activities a join wanted w on w."activityId" = a.id
    where a.region_id = ${region} and a.state = 'published' and a.sign_up and a.ends_at > app_now() order by a.id for share of a),
  mine as (
    select u.activity_id from activity_signups u where u.region_id = ${region} and u.person_id = ${asked.personId}::uuid and u.state <> 'cancelled'
      and u.activity_id in (select id from things)),
  held as (
    select s.activity_id from activity_seats s where s.region_id = ${region} and s.part = ${asked.part} and s.activity_id in (select id from things)
    order by s.activity_id for update of s),
  seat as (
    update activity_seats s set ${oneMore} from things t
    where (select count(*) from held) > 0 and s.region_id = t.region_id and s.activity_id = t.id and s.part = ${asked.part} and s.seats is distinct from 0
      and ${isFree(asked.wait)} and not exists (select from mine where mine.activity_id = t.id)
    returning s.seats, s.waiting, s.drawn, t.id, t.signup, t.path, t.starts_at, t.ends_at),
  made as (
    insert into activity_signups (region_id, id, activity_id, part, path, starts_at, ends_at, person_id, told_person, by_person, guardian_id, state, turn, asked_at, remind_at)
    select ${region}::int, signup, id, ${asked.part}, path, starts_at, ends_at, ${asked.personId}::uuid, ${asked.toldPerson}::uuid, ${asked.byPerson}::uuid,
      ${asked.guardianId}::uuid, case when waiting > 0 then 'waiting' else 'signedUp' end, drawn, app_now(), ${remindAt(sql`starts_at`)}
    from seat returning state)
  select count(*)::int as dates, (count(*) filter (where state = 'waiting'))::int as waiting,
    case when count(*) = 0 then refuse(case when exists (select from mine) then 'alreadySignedUp' when exists (
      select from activity_seats s where s.region_id = ${region} and s.activity_id in (select id from things) and s.part = ${asked.part} and s.seats is distinct from 0)
      then 'activityFull' else 'notOpen' end) end as refused
  from made`

/** What the asker is answered, and a repeat of the command again. */
export const seriesAnswer = (region: number, id: string, dates: readonly SeriesDate[]): Sql => sql`
  (select jsonb_build_object('id', ${id}::text, 'dates', count(*), 'waiting', count(*) filter (where state = 'waiting'))
   from activity_signups where region_id = ${region} and id = any(${dates.map((date) => date.id)}::uuid[]))`
