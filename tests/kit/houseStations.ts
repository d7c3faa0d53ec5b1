import type { Hours } from '@linli/contract/stations/shapes'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground } from './houseGround.ts'

// Stations and bookings, planted behind the house's back.

type Db = Pick<TestHouse, 'admin'>

const always = [{ from: '00:00', to: '00:00', duty: false }]
/** Open day and night, so that a test has a slot whenever it runs. */
export const OPEN_ALWAYS: Hours = {
  week: {
    monday: always,
    tuesday: always,
    wednesday: always,
    thursday: always,
    friday: always,
    saturday: always,
    sunday: always,
  },
  holidays: always,
  days: [],
}

/** The next slot of an hour that everything planted here has, at least an hour away. */
export const nextHour = (): string =>
  new Date((Math.floor(Date.now() / 3_600_000) + 2) * 3_600_000).toISOString()

export async function plantStation({ admin }: Db, ground: Ground): Promise<{ id: string; slug: string }> {
  const station = { id: newId(), slug: newSlug() }
  await admin.query(
    `insert into stations (region_id, id, slug, kind, name, path, address, longitude, latitude, facilities, step_free, hours, version, opened_at)
     values ($1, $2, $3, 'fixed', '桥头驿站', $4, '桥头 1 号', 1159000000, 286800000, '{water}', true, $5, 1, now())`,
    [ground.region, station.id, station.slug, ground.community, OPEN_ALWAYS],
  )
  return station
}

/** A station with one picture of the place. */
export async function plantPictured(
  db: Db & { readonly storageKey: string },
  ground: Ground,
): Promise<{ slug: string; photo: string }> {
  const [{ id, slug }, photo] = [await plantStation(db, ground), newId()]
  await db.admin.query(
    `with picture as (insert into files (region_id, id, kind, media_type, bytes, sha256, storage_key, uploaded_by, at)
       values ($1, $2, 'photo', 'image/webp', 1, '', $3, $4, now()))
     update stations set photo_ids = array[$2::uuid] where region_id = $1 and id = $5`,
    [ground.region, photo, db.storageKey, newId(), id],
  )
  return { slug, photo }
}

/** An hour for a few, in a station of its own. */
export async function plantBookable(
  db: Db,
  ground: Ground,
  seats = 3,
): Promise<{ id: string; stationId: string }> {
  const [id, station] = [newId(), await plantStation(db, ground)]
  await db.admin.query(
    `insert into bookables (region_id, id, station_id, kind, name, minutes, seats, days_ahead, opened_at) values ($1, $2, $3, 'room', '议事厅', 60, $4, 7, now())`,
    [ground.region, id, station.id, seats],
  )
  return { id, stationId: station.id }
}

/** A booking of the next hour in a room of its own. */
export async function plantBooking(
  db: Db,
  ground: Ground,
  personId: string,
): Promise<{ id: string; stationId: string; startsAt: string }> {
  const [id, startsAt, room] = [newId(), nextHour(), await plantBookable(db, ground)]
  await db.admin.query(
    `with slot as (insert into booking_slots (region_id, bookable_id, starts_at, ends_at, seats, taken, waiting, drawn)
       values ($1, $3, $6, $6::timestamptz + interval '1 hour', 3, 1, 0, 1))
     insert into bookings (region_id, id, bookable_id, path, starts_at, ends_at, person_id, by_person, state, turn, asked_at, remind_at)
     values ($1, $2, $3, $4, $6, $6::timestamptz + interval '1 hour', $5, $5, 'booked', 1, now(), now() + interval '1 minute')`,
    [ground.region, id, room.id, ground.community, personId, startsAt],
  )
  return { id, stationId: room.stationId, startsAt }
}

/** A number of today at a station of its own, waiting, or called to a counter. */
export async function plantNumber(
  db: Db,
  ground: Ground,
  personId: string | null,
  isCalled = false,
): Promise<{ id: string; stationId: string; slug: string }> {
  const [id, station] = [newId(), await plantStation(db, ground)]
  await db.admin.query(
    `with drawn as (insert into queue_days (region_id, station_id, day, drawn) values ($1, $3, (now() at time zone 'Asia/Shanghai')::date, 1))
     insert into queue_tickets (region_id, id, station_id, path, day, number, person_id, state, counter, taken_at, called_at)
     values ($1, $2, $3, $4, (now() at time zone 'Asia/Shanghai')::date, 1, $5, $6, case when $6 = 'called' then '1' end, now(), case when $6 = 'called' then now() end)`,
    [ground.region, id, station.id, ground.community, personId, isCalled ? 'called' : 'waiting'],
  )
  return { id, stationId: station.id, slug: station.slug }
}

/** Umbrellas of a station of its own, and one of them out where somebody has it. */
export async function plantLending(
  db: Db,
  ground: Ground,
  borrower: string | null = null,
): Promise<{ id: string; stationId: string; loanId: string }> {
  const [id, loanId, station] = [newId(), newId(), await plantStation(db, ground)]
  await db.admin.query(
    `insert into lendables (region_id, id, station_id, name, pieces, lent, days, opened_at) values ($1, $2, $3, '雨伞', 9, 1, 3, now())`,
    [ground.region, id, station.id],
  )
  await db.admin.query(
    `insert into loans (region_id, id, lendable_id, path, person_id, lent_at, due_at) values ($1, $2, $3, $4, $5, now(), now() + interval '3 days')`,
    [ground.region, loanId, id, ground.community, borrower],
  )
  return { id, stationId: station.id, loanId }
}
