import type { MyNumber, NumberRow, QueueView } from '@linli/contract/stations/queueShapes'
import type { TicketState } from '@linli/contract/stations/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

/**
 * One conditional write: whoever draws holds the row of the day, so that no number goes out twice and none is left out.
 * Violates queue_tickets_once for a second one; refuses noStation where there is none or it was closed.
 */
export const drawNumber = (
  region: number,
  stationId: string,
  ticket: { readonly id: string; readonly personId: string | null },
): Sql => sql`
  with place as (
    select region_id, id, path from stations where region_id = ${region} and id = ${stationId}::uuid and closed_at is null),
  drawn as (
    insert into queue_days as q (region_id, station_id, day, drawn) select region_id, id, ${TODAY}, 1 from place
    on conflict (region_id, station_id, day) do update set drawn = q.drawn + 1 returning q.drawn),
  made as (
    insert into queue_tickets (region_id, id, station_id, path, day, number, person_id, state, taken_at)
    select p.region_id, ${ticket.id}::uuid, p.id, p.path, ${TODAY}, d.drawn, ${ticket.personId}::uuid, 'waiting', app_now()
    from place p cross join drawn d returning number)
  select coalesce((select number from made), refuse('noStation')) as number`

/** What the asker is answered, and a repeat of the command again. */
export const numberAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'number', number) from queue_tickets where region_id = ${region} and id = ${id}::uuid)`

/** Of all who call at once each gets another number; nobody waits: no row. */
export const callNextStatement = (region: number, stationId: string, counter: string): Sql => sql`
  update queue_tickets set state = 'called', counter = ${counter}, called_at = app_now()
  where region_id = ${region} and id = (
    select id from queue_tickets where region_id = ${region} and station_id = ${stationId}::uuid and day = ${TODAY} and state = 'waiting'
    order by number limit 1 for update skip locked) and state = 'waiting'
  returning id, number`

/** Somebody did not come: called once more, as often as it takes, at whichever counter. Refuses numberOver. */
export const callAgainStatement = (region: number, id: string, counter: string): Sql => sql`
  with called as (
    update queue_tickets set called_at = app_now(), counter = ${counter} where region_id = ${region} and id = ${id}::uuid
      and state = 'called' and day = ${TODAY} returning 1)
  select refuse('numberOver') where not exists (select from called)`

/** Refuses numberOver. */
export const endStatement = (region: number, id: string): Sql => sql`
  with ended as (
    update queue_tickets set state = 'ended', ended_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and state <> 'ended' returning 1)
  select refuse('numberOver') where not exists (select from ended)`

export type TicketRow = Row & {
  id: string
  number: number
  path: string
  personId: string | null
  state: TicketState
}
export const ticketById = (region: number, id: string): Sql => sql`
  select id, number, path, person_id as "personId", state from queue_tickets where region_id = ${region} and id = ${id}::uuid`

/** How many wait, and what was called last, the latest first. */
export const queueOf = (region: number, slug: string): Sql => sql`
  select s.name as station,
    (select count(*)::int from queue_tickets q where q.region_id = s.region_id and q.station_id = s.id and q.day = ${TODAY} and q.state = 'waiting') as waiting,
    coalesce((select json_agg(json_build_object('number', c.number, 'counter', c.counter) order by c.called_at desc, c.number) from (
      select number, counter, called_at from queue_tickets q where q.region_id = s.region_id and q.station_id = s.id and q.day = ${TODAY}
        and q.state = 'called' order by called_at desc, number limit 6) c), '[]') as called
  from stations s where s.region_id = ${region} and s.slug = ${slug} and s.closed_at is null`
export type QueueRow = Row & QueueView

/** Of today, what is still open, in the order of being called. */
export const openNumbers = (region: number, stationId: string): Sql => sql`
  select id, number, state, counter, taken_at as "takenAt", called_at as "calledAt" from queue_tickets
  where region_id = ${region} and station_id = ${stationId}::uuid and day = ${TODAY} and state <> 'ended' order by state, number limit 200`
export type OpenNumber = Row & NumberRow

/** One's own of today; whoever is before is counted, not seen. */
export const numbersOf = (region: number, personId: string): Sql => sql`
  select t.id, s.name as station, s.slug, t.number, t.state, t.counter,
    case when t.state = 'waiting' then (select count(*)::int from queue_tickets o where o.region_id = t.region_id and o.station_id = t.station_id
      and o.day = t.day and o.state = 'waiting' and o.number < t.number) end as before
  from queue_tickets t join stations s on s.region_id = t.region_id and s.id = t.station_id
  where t.region_id = ${region} and t.person_id = ${personId}::uuid and t.taken_at > app_now() - interval '1 day' and t.day = ${TODAY}
    and t.state <> 'ended' order by t.taken_at desc limit 20`
export type OwnNumber = Row & MyNumber
