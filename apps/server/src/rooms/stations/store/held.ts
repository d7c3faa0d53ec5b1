import sql, { empty, type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'

// Slots that something of another room holds: they are wholly its own. Whoever asks for them meanwhile waits by turns.

export type HeldSlot = { readonly holder: string; readonly startsAt: string; readonly endsAt: string }
export type KeptSlots = { readonly roomId: string; readonly startsAt: string; readonly endsAt: string }

/** One conditional write: all of these slots or none. Refuses noRoom, roomTaken. */
export const holdSlots = (
  region: number,
  { roomId, stationId }: { readonly roomId: string; readonly stationId: string },
  slots: readonly HeldSlot[],
): Sql => sql`
  with wanted as (select * from jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) as w(holder uuid, "startsAt" timestamptz, "endsAt" timestamptz)),
  room as (
    select region_id, id, seats from bookables where region_id = ${region} and id = ${roomId}::uuid and station_id = ${stationId}::uuid
      and kind = 'room' and closed_at is null for share),
  held as (
    insert into booking_slots as s (region_id, bookable_id, starts_at, ends_at, seats, taken, waiting, drawn, held_by)
    select r.region_id, r.id, w."startsAt", w."endsAt", r.seats, r.seats, 0, 0, w.holder
    from room r cross join (select * from wanted order by "startsAt") w
    on conflict (region_id, bookable_id, starts_at) do update set taken = s.seats, held_by = excluded.held_by
      where (s.taken = 0 and s.held_by is null) or s.held_by = excluded.held_by
    returning 1)
  select refuse(case when not exists (select from room) then 'noRoom' else 'roomTaken' end)
  where (select count(*) from held) < (select count(*) from wanted)`

/**
 * Gives back what is to come of the slots of these holders; whoever waits longest is booked into them, and is told.
 * @param holders a list of ids, or a select of them
 * @param kept slots that stay held
 */
export const releaseSlots = (region: number, holders: Sql, kept?: KeptSlots): Sql => sql`
  with freed as (
    select s.bookable_id, s.starts_at, s.seats from booking_slots s
    where s.region_id = ${region} and s.held_by in (${holders}) and s.starts_at > app_now()
      ${kept ? sql`and not (s.bookable_id = ${kept.roomId}::uuid and s.starts_at < ${kept.endsAt}::timestamptz and s.ends_at > ${kept.startsAt}::timestamptz)` : empty}
    order by s.bookable_id, s.starts_at for update),
  next as (
    select w.id, f.seats, row_number() over (partition by w.bookable_id, w.starts_at order by w.turn) as place
    from bookings w join freed f on f.bookable_id = w.bookable_id and f.starts_at = w.starts_at
    where w.region_id = ${region} and w.state = 'waiting'),
  up as (
    update bookings b set state = 'booked', moved_up_at = app_now(), reminded_at = case when remind_at <= app_now() then app_now() end
    from next n where b.region_id = ${region} and b.id = n.id and n.place <= n.seats returning b.id, b.person_id),
  settled as (
    update booking_slots s set held_by = null, taken = least(s.seats, s.waiting), waiting = greatest(0, s.waiting - s.seats)
    from freed f where s.region_id = ${region} and s.bookable_id = f.bookable_id and s.starts_at = f.starts_at returning 1)
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, 'stations.bookingMovedUp.1', jsonb_build_object('id', (array_agg(id))[1], 'people', jsonb_agg(distinct person_id)), app_now()
  from up having count(*) > 0`
