import sql, { type Sql } from 'sql-template-tag'
import { IN_FORCE, type Place, placeRow, whyUnfit } from './fitness.ts'

/** Of two who fill places of one roster at once the second sees what the first did, and so does who closes it. */
export const lockRoster = (region: number, rosterId: string): Sql => sql`
  select 1 from rosters where region_id = ${region} and id = ${rosterId}::uuid for no key update`

/** Holds what somebody serves in the roster until the end, as `lockMember` does for a duty that is there. */
export const lockMemberOf = (region: number, rosterId: string, personId: string): Sql => sql`
  select 1 from roster_members m where m.region_id = ${region} and m.roster_id = ${rosterId}::uuid and m.person_id = ${personId}::uuid for update`

/**
 * Puts somebody on where fewer stand than the post needs, until the shift is over and as `whyUnfit` lets them: one write
 * that says itself why it was not made. Refuses rosterMoved, shiftOver, placeFilled, and what `whyUnfit` says.
 */
export const fillStatement = (region: number, place: Place, personId: string): Sql => sql`
  with place as (
    select d.*, r.path, f.person, case when r.state <> 'accepted' or r.closed_at is not null then 'rosterMoved'
      when d.ends_at <= app_now() then 'shiftOver'
      when (select count(*) from duties o where o.region_id = d.region_id and o.roster_id = d.roster_id
        and o.starts_at = d.starts_at and o.post_id = d.post_id and o.shift = d.shift) >= p.needed then 'placeFilled'
      else ${whyUnfit(IN_FORCE)} end as why
    from ${placeRow(region, place)} cross join (select ${personId}::uuid as person) f),
  filled as (
    insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
    select region_id, id, roster_id, post_id, person, path, shift, starts_at, ends_at, true from place where why is null returning 1)
  select refuse(coalesce((select why from place), 'rosterMoved')) where not exists (select from filled)`
