import type { Static } from '@linli/contract/schema'
import type { Hours, Position, StationCard, StationList, StationView } from '@linli/contract/stations/shapes'
import type { StationKind } from '@linli/contract/stations/words'
import sql, { empty } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import { readFile } from '../../../kernel/uploads/files.ts'
import { fullName } from '../../places/index.ts'
import { mapLinks } from '../maps.ts'
import type { StationNeeds } from '../needs.ts'
import { type Calendar, dayOf, daysFrom, openAt } from '../rules/hours.ts'
import { standingOf } from '../standing.ts'

type Found = Row & {
  id: string
  slug: string
  kind: StationKind
  name: string
  area: string
  path: string
  address: string
  longitude: number | null
  latitude: number | null
  phone: string | null
  facilities: string[]
  stepFree: boolean
  photos: string[]
  hours: Hours
  from: string | null
  to: string | null
  version: number
}
const COLUMNS = sql`s.id, s.slug, s.kind, s.name, ${fullName('s.region_id', 's.path')} as area, s.path, s.address, s.longitude, s.latitude,
  s.phone, s.facilities, s.step_free as "stepFree", s.photo_ids as photos, s.hours, s.from_at as "from", s.to_at as "to", s.version`
const WEEK = 7
const PHOTO_SECONDS = 3600 // a picture never changes, but it can be taken away
/** Far more stations than a region has. */
const MOST = 2000

const positionOf = ({ longitude, latitude }: Found): Position | null =>
  longitude === null || latitude === null ? null : { longitude, latitude }

function cardOf(found: Found, now: number, calendar: Calendar): StationCard {
  const { slug, kind, name, area, address, stepFree, facilities, photos, from, to } = found
  const open = openAt(standingOf(found), now, calendar)
  return {
    slug,
    kind,
    name,
    area,
    address,
    position: positionOf(found),
    stepFree,
    facilities,
    open,
    photo: photos[0] ?? null,
    from,
    to,
  }
}

/** 驿站: every open station of the region or of an area, by area and name; a mobile one until it has gone. Open to everybody. */
export async function listStations(
  needs: StationNeeds,
  region: number,
  { area }: { readonly area?: string | undefined },
): Promise<Static<typeof StationList>> {
  const range = area === undefined ? undefined : rangeOf(area)
  const rows = await needs.db.read<Found>(
    systemScope(region),
    sql`select ${COLUMNS} from stations s where s.region_id = ${region} and s.closed_at is null and (s.to_at is null or s.to_at > app_now())
      ${range ? sql`and s.path >= ${range.lo} and s.path < ${range.hi}` : empty} order by s.path, s.name, s.id limit ${MOST}`,
  )
  const { facilities, calendar } = await needs.terms(region)
  const now = Date.now() + needs.db.shift()
  return {
    items: rows.map((row) => cardOf(row, now, calendar)),
    facilities: facilities.map(({ key, name }) => ({ key, name })),
    tiles: needs.tiles ?? null,
  }
}

/** One station by its random address: its coming week, the ways to it and what can be booked. @throws notFound */
export async function getStation(needs: StationNeeds, region: number, slug: string): Promise<StationView> {
  const { found, calendar } = await readStation(needs, region, slug)
  const now = Date.now() + needs.db.shift()
  const position = positionOf(found)
  return {
    ...cardOf(found, now, calendar),
    id: found.id,
    version: found.version,
    path: found.path,
    phone: found.phone,
    photos: found.photos,
    hours: found.hours,
    days: daysFrom(standingOf(found), dayOf(now), WEEK, calendar),
    links: position && mapLinks(found.name, found.address, position),
    bookables: found.bookables,
    lendables: found.lendables,
  }
}

/** A picture that the station shows. Open to everybody. @throws notFound */
export async function stationPhoto(needs: StationNeeds, region: number, slug: string, id: string) {
  const { found } = await readStation(needs, region, slug)
  if (!found.photos.includes(id)) throw notFound()
  const { stream, mediaType } = await readFile(
    needs.db,
    needs.storage,
    systemScope(region),
    id,
    async () => true,
  )
  return { file: stream, mediaType, cacheSeconds: PHOTO_SECONDS }
}

/** A station that is open, with what can be booked there. @throws notFound */
export async function readStation(needs: StationNeeds, region: number, slug: string) {
  const [found] = await needs.db.read<Found & Pick<StationView, 'bookables' | 'lendables'>>(
    systemScope(region),
    sql`select ${COLUMNS}, coalesce((select json_agg(json_build_object('id', b.id, 'kind', b.kind, 'name', b.name, 'minutes', b.minutes,
        'seats', b.seats, 'daysAhead', b.days_ahead) order by b.kind, b.name, b.id) from bookables b
        where b.region_id = s.region_id and b.station_id = s.id and b.closed_at is null), '[]') as bookables,
      coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'free', l.pieces - l.lent) order by l.name, l.id) from lendables l
        where l.region_id = s.region_id and l.station_id = s.id and l.closed_at is null), '[]') as lendables
      from stations s where s.region_id = ${region} and s.slug = ${slug} and s.closed_at is null`,
  )
  if (!found) throw notFound()
  return { found, calendar: (await needs.terms(region)).calendar }
}
