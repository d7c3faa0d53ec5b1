import type { BookingState } from '@linli/contract/stations/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { isFree, oneMore, remindAt } from '../../../kernel/db/seats.ts'
import { newId } from '../../../kernel/ids.ts'

/** Whoever moves up is not the asker's own to see. */
export const deskScope = (scope: Scope): Scope => ({ ...scope, system: true })

export type Asked = {
  readonly id: string
  readonly bookableId: string
  readonly path: string
  readonly startsAt: string
  readonly endsAt: string
  readonly personId: string
  readonly byPerson: string
  /** Take a turn on the waiting list where no seat is free. */
  readonly wait: boolean
}

/** So many bookings of one person may lie ahead: seats are few, and nobody keeps them all. */
export const MOST_AHEAD = 10

/** The bookings of one person are counted one after the other: whoever asks twice at once waits here. */
export const lockPerson = (region: number, personId: string): Sql =>
  sql`select pg_advisory_xact_lock(${region}::int, hashtext(${personId}))`

/** Refuses tooManyBookings. */
export const assertFew = (region: number, personId: string): Sql => sql`
  select refuse('tooManyBookings') from bookings where region_id = ${region} and person_id = ${personId}::uuid
    and state <> 'cancelled' and starts_at > app_now() having count(*) >= ${MOST_AHEAD}`

/**
 * One conditional write: of all who ask at once as many are booked as there are seats, and the rest wait by turns or are
 * refused. The first booking of a slot writes it. Refuses slotFull, alreadyBooked, notBookable; violates bookings_once for a second one.
 */
export const takeSeat = (region: number, asked: Asked): Sql => sql`
  with thing as (
    select region_id, id, seats from bookables where region_id = ${region} and id = ${asked.bookableId}::uuid and closed_at is null for share),
  slot as (
    insert into booking_slots as s (region_id, bookable_id, starts_at, ends_at, seats, taken, waiting, drawn)
    select region_id, id, ${asked.startsAt}::timestamptz, ${asked.endsAt}::timestamptz, seats, 1, 0, 1 from thing
    on conflict (region_id, bookable_id, starts_at) do update set ${oneMore}
      where ${isFree(asked.wait)}
    returning s.waiting, s.drawn, s.starts_at, s.ends_at),
  made as (
    insert into bookings (region_id, id, bookable_id, path, starts_at, ends_at, person_id, by_person, state, turn, asked_at, remind_at)
    select ${region}::int, ${asked.id}::uuid, ${asked.bookableId}::uuid, ${asked.path}, starts_at, ends_at, ${asked.personId}::uuid, ${asked.byPerson}::uuid,
      case when waiting > 0 then 'waiting' else 'booked' end, drawn, app_now(),
      ${remindAt(sql`starts_at`)}
    from slot returning state)
  select coalesce((select state from made),
    refuse(case when not exists (select from thing) then 'notBookable' when exists (select from bookings where region_id = ${region}
      and bookable_id = ${asked.bookableId}::uuid and starts_at = ${asked.startsAt}::timestamptz and person_id = ${asked.personId}::uuid and state <> 'cancelled')
      then 'alreadyBooked' else 'slotFull' end)::text) as state`

/** What the asker is answered, and a repeat of the command again. */
export const bookedAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'state', state) from bookings where region_id = ${region} and id = ${id}::uuid)`

export type BookingRow = Row & {
  id: string
  bookableId: string
  startsAt: string
  personId: string
  path: string
  state: BookingState
}
export const bookingById = (region: number, id: string): Sql => sql`
  select id, bookable_id as "bookableId", starts_at as "startsAt", person_id as "personId", path, state
  from bookings where region_id = ${region} and id = ${id}::uuid`

/** Everything that changes a slot's bookings stands behind its row. */
export const lockSlot = (region: number, { bookableId, startsAt }: BookingRow): Sql => sql`
  select 1 from booking_slots where region_id = ${region} and bookable_id = ${bookableId}::uuid and starts_at = ${startsAt}::timestamptz for update`

/** Refuses notOpenAnyMore. */
export const endBooking = (region: number, id: string): Sql => sql`
  with ended as (
    update bookings set state = 'cancelled', cancelled_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and state <> 'cancelled' and starts_at > app_now() returning 1)
  select refuse('notOpenAnyMore') where not exists (select from ended)`

/** Whoever waits longest takes the seat that is free, and is told. */
export const moveUp = (region: number, { bookableId, startsAt }: BookingRow): Sql => sql`
  with up as (
    update bookings set state = 'booked', moved_up_at = app_now(),
      reminded_at = case when remind_at <= app_now() then app_now() end
    where region_id = ${region} and id = (
      select b.id from bookings b join booking_slots s on s.region_id = b.region_id and s.bookable_id = b.bookable_id and s.starts_at = b.starts_at
      where b.region_id = ${region} and b.bookable_id = ${bookableId}::uuid and b.starts_at = ${startsAt}::timestamptz and b.state = 'waiting'
        and s.held_by is null and s.seats > (select count(*) from bookings o where o.region_id = b.region_id and o.bookable_id = b.bookable_id
          and o.starts_at = b.starts_at and o.state = 'booked')
      order by b.turn limit 1)
    returning id, person_id)
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, 'stations.bookingMovedUp.1', jsonb_build_object('id', id, 'people', jsonb_build_array(person_id)), app_now() from up`

/** The slot's figures, counted anew while its row is held; one that an activity holds stays full. */
export const countSlot = (region: number, { bookableId, startsAt }: BookingRow): Sql => sql`
  update booking_slots s set (taken, waiting) = (
    select case when s.held_by is null then count(*) filter (where b.state = 'booked') else s.seats end, count(*) filter (where b.state = 'waiting') from bookings b
    where b.region_id = s.region_id and b.bookable_id = s.bookable_id and b.starts_at = s.starts_at)
  where s.region_id = ${region} and s.bookable_id = ${bookableId}::uuid and s.starts_at = ${startsAt}::timestamptz`

/** What is to come of closed things is cancelled, and everybody concerned is told by one event. */
export const endComing = (
  region: number,
  of: { readonly id: string } | { readonly stationId: string },
): Sql => sql`
  with things as (
    select id from bookables where region_id = ${region} and ${'id' in of ? sql`id = ${of.id}::uuid` : sql`station_id = ${of.stationId}::uuid`}),
  emptied as (
    update booking_slots s set taken = 0, waiting = 0, held_by = null from things t
    where s.region_id = ${region} and s.bookable_id = t.id and s.starts_at > app_now() returning 1),
  ended as (
    update bookings b set state = 'cancelled', cancelled_at = app_now() from things t
    where b.region_id = ${region} and b.bookable_id = t.id and b.state <> 'cancelled' and b.starts_at > app_now() returning b.person_id)
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, 'stations.bookingCancelled.1',
    jsonb_build_object('id', ${'id' in of ? of.id : of.stationId}::text, 'people', (select jsonb_agg(distinct person_id) from ended)), app_now()
  where exists (select from ended)`

/** Those whose person is to be reminded, taken and marked at once. What was booked late has nothing to be reminded of. */
export const markReminded = (region: number): Sql => sql`
  update bookings set reminded_at = app_now()
  where region_id = ${region} and id = any(array(
    select id from bookings where region_id = ${region} and state = 'booked' and reminded_at is null
      and remind_at <= app_now() and remind_at > asked_at and starts_at > app_now()
    order by remind_at limit 100 for update skip locked))
  returning id, person_id as "personId"`
