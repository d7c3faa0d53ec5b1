import type { DutyRow, MyDuties, MyDuty } from '@linli/contract/duties/shapes'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName } from '../../places/index.ts'
import { daysTurned } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { SIGNS_IN } from '../store/duties.ts'
import { rosterById } from '../store/rosters.ts'

/** So many days are shown at once, and so many duties. */
const MOST_DAYS_SHOWN = 42
const MOST_SHOWN = 5000

/** The duties that begin on a day or between two, in order of time; names are masked. @throws notFound, forbidden, daysTurned */
export async function listDuties(
  db: Database,
  me: Actor,
  rosterId: string,
  day: string,
  until = day,
): Promise<{ items: DutyRow[] }> {
  const roster = await rosterById(db, scopeOf(me), rosterId)
  if (!roster) throw notFound()
  demandAt('listDuties', me, roster.path)
  const days = (Date.parse(until) - Date.parse(day)) / 86_400_000 + 1
  if (!(days >= 1 && days <= MOST_DAYS_SHOWN)) throw daysTurned()
  const rows = await db.read<Row & DutyRow>(
    scopeOf(me),
    sql`
    select d.id, d.post_id as "postId", d.shift, d.person_id as "personId", p.name, d.starts_at as "startsAt", d.ends_at as "endsAt",
      d.signed_in_at as "signedInAt", d.signed_out_at as "signedOutAt", d.confirmed_minutes as "confirmedMinutes",
      (select json_build_object('id', s.id, 'state', s.state, 'toName', t.name) from duty_swaps s
        left join people t on t.region_id = s.region_id and t.id = s.to_person
        where s.region_id = d.region_id and s.duty_id = d.id and s.ended_at is null) as swap
    from duties d left join people p on p.region_id = d.region_id and p.id = d.person_id
    where d.region_id = ${me.region} and d.roster_id = ${rosterId}::uuid
      and d.starts_at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'
      and d.starts_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by d.starts_at, d.post_id, d.id limit ${MOST_SHOWN}`,
  )
  return {
    items: rows.map(({ name, swap, ...row }) => ({
      ...row,
      name: maskName(name) ?? '',
      swap: swap && { ...swap, toName: maskName(swap.toName) },
    })),
  }
}

const PLACE = sql`r.title, p.name as post, p.place,
  coalesce((select one ->> 'name' from jsonb_array_elements(r.shifts) one where one ->> 'key' = d.shift), d.shift) as "shiftName",
  d.starts_at as "startsAt", d.ends_at as "endsAt"`
const FROM = sql`from duties d join rosters r on r.region_id = d.region_id and r.id = d.roster_id
  join roster_posts p on p.region_id = d.region_id and p.id = d.post_id`

/** What waits for one's answer, one's duties, and what colleagues would give away; colleagues are not named. */
export async function myDuties(db: Database, me: Actor): Promise<MyDuties> {
  const { region, personId } = me
  const mine = scopeOf(me)
  const [asked, duties, swaps, standing] = await Promise.all([
    db.read<Row & MyDuties['asked'][number]>(
      mine,
      sql`
      select r.id, r.title, r.reason, r.purpose, ${fullName('r.region_id', 'r.path')} as "areaName", r.from_on as "fromOn", r.to_on as "toOn",
        r.shifts, r.station_id is not null as "isOfStation", m.answer, m.stands, r.state = 'accepted' as "isInForce"
      from roster_members m join rosters r on r.region_id = m.region_id and r.id = m.roster_id
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and r.closed_at is null
        and (r.state <> 'accepted' or m.answer = 'asked' or (m.answer = 'yes' and not exists (select from duties d where d.region_id = m.region_id
          and d.person_id = m.person_id and d.accepted and d.roster_id = m.roster_id)))
        and r.to_on >= (app_now() at time zone 'Asia/Shanghai')::date
      order by r.from_on, r.id limit 50`,
    ),
    db.read<Row & MyDuty>(
      mine,
      sql`
      select d.id, ${PLACE}, p.tasks, d.signed_in_at as "signedInAt", d.signed_out_at as "signedOutAt",
        d.confirmed_minutes as "confirmedMinutes",
        d.signed_in_at is null and app_now() between d.starts_at - interval '30 minutes' and d.ends_at and ${SIGNS_IN} as "maySignIn",
        (select json_build_object('id', s.id, 'state', s.state) from duty_swaps s
          where s.region_id = d.region_id and s.duty_id = d.id and s.ended_at is null) as swap
      ${FROM} where d.region_id = ${region} and d.person_id = ${personId}::uuid and d.accepted
        and d.ends_at > app_now() - interval '2 days'
      order by d.starts_at limit 60`,
    ),
    // What may be taken over is seen by those of the roster, who are not yet parties: the system reads it for them.
    db.read<Row & MyDuties['swaps'][number]>(
      { ...mine, system: true },
      sql`
      select s.id, ${PLACE} ${FROM} join duty_swaps s on s.region_id = d.region_id and s.duty_id = d.id and s.state = 'asked' and s.ended_at is null
        join roster_members m on m.region_id = d.region_id and m.roster_id = d.roster_id and m.person_id = ${personId}::uuid and m.answer = 'yes'
      where d.region_id = ${region} and s.from_person <> ${personId}::uuid and d.starts_at > app_now()
      order by d.starts_at limit 30`,
    ),
    // One line for a row of months: its latest roster.
    db.read<Row & MyDuties['standing'][number]>(
      mine,
      sql`
      select distinct on (case when r.series_id is null then r.id else r.series_id end) r.id, r.title
      from roster_members m join rosters r on r.region_id = m.region_id and r.id = m.roster_id
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and m.stands and m.answer = 'yes'
        and r.to_on >= (app_now() at time zone 'Asia/Shanghai')::date - 31
      order by case when r.series_id is null then r.id else r.series_id end, r.from_on desc limit 20`,
    ),
  ])
  return { asked, duties, swaps, standing }
}
