import sql, { type Sql } from 'sql-template-tag'

/** Holds what somebody serves until the end: of two changes for one person the second sees the first. */
export const lockMember = (region: number, dutyId: string, personId: string): Sql => sql`
  select 1 from roster_members m join duties d on d.region_id = m.region_id and d.roster_id = m.roster_id
  where d.region_id = ${region} and d.id = ${dutyId}::uuid and m.person_id = ${personId}::uuid for update of m`

/** Said that they cannot come on the day it begins or ends, or to this shift. */
const AWAY = sql`exists (select from roster_members m where m.region_id = d.region_id and m.roster_id = d.roster_id
  and m.person_id = f.person and (d.shift = any (m.off_shifts) or exists (select from unnest(m.off_days) off
    where off in ((d.starts_at at time zone 'Asia/Shanghai')::date, ((d.ends_at - interval '1 minute') at time zone 'Asia/Shanghai')::date))))`

/**
 * Why somebody is not given a duty, by the rules the planner keeps, or null: not of the roster, away, without the skill,
 * too little rest, the week is full with what it has in the month before or after of the same row. The one place that
 * says so once a duty is given by hand. `d` is the duty or the empty place, `r` its roster, `p` its post, `f.person` who.
 * @param counts what of `o` they serve already @param own whether they take it on themselves: then they may come after all
 */
export const whyUnfit = (counts: Sql, own = false): Sql => sql`
  case when not exists (select from roster_members m where m.region_id = d.region_id and m.roster_id = d.roster_id
      and m.person_id = f.person and m.answer = 'yes') then 'notMember'
    when ${own ? sql`false` : AWAY} then 'away'
    when p.skill is not null and not exists (select from helper_skills s where s.region_id = d.region_id
      and s.person_id = f.person and s.skill = p.skill and s.to_at is null and s.verified_at is not null) then 'lacksSkill'
    when exists (select from duties o where o.region_id = d.region_id and o.person_id = f.person and o.id <> d.id
      and ${counts} and o.starts_at < d.ends_at + make_interval(hours => r.rest_hours)
      and d.starts_at < o.ends_at + make_interval(hours => r.rest_hours)) then 'needsRest'
    when (select coalesce(sum(o.ends_at - o.starts_at), interval '0') from duties o where o.region_id = d.region_id
        and o.person_id = f.person and o.id <> d.id and ${counts}
        and o.roster_id = any(array(select s.id from rosters s where s.region_id = r.region_id and coalesce(s.series_id, s.id) = coalesce(r.series_id, r.id)))
        and date_trunc('week', o.starts_at at time zone 'Asia/Shanghai') = date_trunc('week', d.starts_at at time zone 'Asia/Shanghai'))
      + (d.ends_at - d.starts_at) > make_interval(hours => r.week_hours) then 'weekFull' end`

const BESIDE = sql`join rosters r on r.region_id = d.region_id and r.id = d.roster_id
  join roster_posts p on p.region_id = d.region_id and p.id = d.post_id and p.roster_id = d.roster_id`

/** Refuses somebody a duty that another has, as `whyUnfit` says; a proposal's duties count beside those in force. */
export const refuseUnfit = (region: number, dutyId: string, personId: string, own = false): Sql => sql`
  select refuse(why) from (
    select ${whyUnfit(sql`(o.accepted or o.roster_id = d.roster_id)`, own)} as why
    from duties d ${BESIDE} cross join (select ${personId}::uuid as person) f
    where d.region_id = ${region} and d.id = ${dutyId}::uuid) one
  where why is not null`

/** A place of a roster in force: which post, and when. `id` is of the duty that fills it. */
export type Place = {
  readonly id: string
  readonly rosterId: string
  readonly postId: string
  readonly shift: string
  readonly day: string
  /** From the day's midnight. */
  readonly start: number
  readonly minutes: number
}

const midnight = (day: string): Sql => sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`
/** The place as a row beside its roster and post. */
export const placeRow = (
  region: number,
  { id, rosterId, postId, shift, day, start, minutes }: Place,
): Sql => sql`
  (select ${region}::int as region_id, ${id}::uuid as id, ${rosterId}::uuid as roster_id, ${postId}::uuid as post_id,
    ${shift}::text as shift, ${midnight(day)} + make_interval(mins => ${start}::int) as starts_at,
    ${midnight(day)} + make_interval(mins => ${start + minutes}::int) as ends_at) d ${BESIDE}`

/** In a roster in force every duty counts. */
export const IN_FORCE = sql`o.accepted`
