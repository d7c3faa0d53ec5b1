import type {
  AddBookableBody,
  AddStationBody,
  ChangeStationBody,
  Hours,
  Position,
} from '@linli/contract/stations/shapes'
import type { BookableKind } from '@linli/contract/stations/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'

/** A station as it is written, its position as it is kept. */
type Written<Body> = Omit<Body, 'position'> & { readonly position: Position | null }

/** Pictures are the writer's own photos, or the station's already. Refuses photoNotYours. */
export const assertPhotos = (
  region: number,
  id: string,
  photos: readonly string[],
  personId: string,
): Sql => sql`
  select refuse('photoNotYours') from unnest(${[...photos]}::uuid[]) photo where not exists (
    select from files f where f.region_id = ${region} and f.id = photo and f.kind = 'photo' and f.erased_at is null and f.order_id is null
      and (f.uploaded_by = ${personId}::uuid or exists (select from stations s where s.region_id = f.region_id and s.id = ${id}::uuid and f.id = any(s.photo_ids))))`

/** When a file began to count towards its limit: not while a station shows it. `other` is what holds for all other files; the row stands under \`t\`. */
export const fileClock = (other: Sql): Sql =>
  sql`case when t.order_id is null and exists (select from stations s where s.region_id = t.region_id and t.id = any(s.photo_ids) and s.closed_at is null) then null else ${other} end`

/** Refuses noArea where no open area has the path. */
export const insertStation = (region: number, body: Written<AddStationBody>, slug: string): Sql => sql`
  with added as (
    insert into stations (region_id, id, slug, kind, name, path, address, longitude, latitude, phone, facilities, step_free, photo_ids, hours, from_at, to_at, version, opened_at)
    select ${region}::int, ${body.id}::uuid, ${slug}, ${body.kind}, ${body.name}, a.path, ${body.address}, ${body.position?.longitude ?? null}::int,
      ${body.position?.latitude ?? null}::int, ${body.phone}, ${body.facilities}::text[], ${body.stepFree}::boolean, ${body.photos}::uuid[],
      ${JSON.stringify(body.hours)}::jsonb, ${body.from}::timestamptz, ${body.to}::timestamptz, 1, app_now()
    from areas a where a.region_id = ${region} and a.path = ${body.path} and a.closed_at is null returning 1)
  select refuse('noArea') where not exists (select from added)`

/** One conditional UPDATE at the version that was seen; refuses stationChanged, or noArea. */
export const updateStation = (region: number, id: string, body: Written<ChangeStationBody>): Sql => sql`
  with changed as (
    update stations s set version = s.version + 1, kind = ${body.kind}, name = ${body.name}, path = a.path, address = ${body.address},
      longitude = ${body.position?.longitude ?? null}::int, latitude = ${body.position?.latitude ?? null}::int, phone = ${body.phone},
      facilities = ${body.facilities}::text[], step_free = ${body.stepFree}::boolean, photo_ids = ${body.photos}::uuid[], hours = ${JSON.stringify(body.hours)}::jsonb,
      from_at = ${body.from}::timestamptz, to_at = ${body.to}::timestamptz
    from areas a where a.region_id = s.region_id and a.path = ${body.path} and a.closed_at is null
      and s.region_id = ${region} and s.id = ${id}::uuid and s.version = ${body.version} and s.closed_at is null returning 1)
  select refuse(case when exists (select from areas where region_id = ${region} and path = ${body.path} and closed_at is null) then 'stationChanged' else 'noArea' end)
  where not exists (select from changed)`

export const endStation = (region: number, id: string, version: number): Sql => sql`
  with closed as (
    update stations set version = version + 1, closed_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and closed_at is null returning 1)
  select refuse('stationChanged') where not exists (select from closed)`

export const insertBookable = (region: number, stationId: string, body: AddBookableBody): Sql => sql`
  with added as (
    insert into bookables (region_id, id, station_id, kind, name, minutes, seats, days_ahead, opened_at)
    select s.region_id, ${body.id}::uuid, s.id, ${body.kind}, ${body.name}, ${body.minutes}::int, ${body.seats}::int, ${body.daysAhead}::int, app_now()
    from stations s where s.region_id = ${region} and s.id = ${stationId}::uuid and s.closed_at is null for share of s returning 1)
  select refuse('stationChanged') where not exists (select from added)`

/** Ends what can be booked: one thing, or everything of a station. */
export const endBookables = (
  region: number,
  of: { readonly id: string } | { readonly stationId: string },
): Sql => sql`
  update bookables set closed_at = app_now() where region_id = ${region} and closed_at is null
    and ${'id' in of ? sql`id = ${of.id}::uuid` : sql`station_id = ${of.stationId}::uuid`}`

export type StationRow = Row & { id: string; slug: string; path: string; version: number; closed: boolean }
export const stationById = (region: number, id: string): Sql => sql`
  select id, slug, path, version, closed_at is not null as closed from stations where region_id = ${region} and id = ${id}::uuid`

/** Whether an open station of this id lies in an area. */
export async function stationAt(db: Database, region: number, id: string, path: string): Promise<boolean> {
  const { lo, hi } = rangeOf(path)
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from stations where region_id = ${region} and id = ${id}::uuid and closed_at is null and path >= ${lo} and path < ${hi}`,
  )
  return rows.length > 0
}

export type BookableRow = Row & {
  id: string
  kind: BookableKind
  name: string
  minutes: number
  seats: number
  daysAhead: number
  closed: boolean
  station: string
  stationId: string
  path: string
  hours: Hours
  from: string | null
  to: string | null
}
/** A thing to book with the hours that its slots are cut from. */
export const bookableById = (region: number, id: string): Sql => sql`
  select b.id, b.kind, b.name, b.minutes, b.seats, b.days_ahead as "daysAhead", b.closed_at is not null or s.closed_at is not null as closed,
    s.name as station, s.id as "stationId", s.path, s.hours, s.from_at as "from", s.to_at as "to"
  from bookables b join stations s on s.region_id = b.region_id and s.id = b.station_id
  where b.region_id = ${region} and b.id = ${id}::uuid`
