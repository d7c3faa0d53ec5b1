import type { BookingView, MyBooking } from '@linli/contract/stations/shapes'
import sql, { empty } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { policy, standingAt } from '../policy.ts'
import { dayAfter } from '../rules/hours.ts'
import { deskScope } from '../store/bookings.ts'
import { type StationRow, stationById } from '../store/stations.ts'

const FIELDS = sql`b.id, t.name as bookable, b.starts_at as "startsAt", b.ends_at as "endsAt", b.state,
  case when b.state = 'waiting' then (select count(*) from bookings o where o.region_id = b.region_id and o.bookable_id = b.bookable_id
    and o.starts_at = b.starts_at and o.state = 'waiting' and o.turn < b.turn) end as before,
  b.state <> 'cancelled' and b.starts_at > app_now() as "mayCancel"`
const FROM = sql`from bookings b join bookables t on t.region_id = b.region_id and t.id = b.bookable_id`

/** A person's own bookings, the latest first, also those that somebody made for them. Whoever stands before on a waiting list is counted, not seen. */
export async function myBookings(
  db: Database,
  me: Actor,
  { limit = 20, after }: { readonly limit?: number | undefined; readonly after?: string | undefined },
): Promise<{ items: MyBooking[]; next: string | null }> {
  const { region, personId } = me
  const before = after
    ? sql`and (b.starts_at, b.id) < (select starts_at, id from bookings where region_id = ${region} and id = ${uuid(after)}::uuid and person_id = ${personId}::uuid)`
    : empty
  const rows = await db.read<Row & MyBooking>(
    deskScope(scopeOf(me)),
    sql`select ${FIELDS}, s.name as station, s.slug, s.address ${FROM} join stations s on s.region_id = t.region_id and s.id = t.station_id
      where b.region_id = ${region} and b.person_id = ${personId}::uuid ${before}
      order by b.starts_at desc, b.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A cursor is the last row's id; anything else finds nothing. */
const uuid = (after: string): string => (UUID.test(after) ? after : '00000000-0000-0000-0000-000000000000')

type Seen = Row & BookingView & { tail: string | null }

/** A day's bookings of a station for those on duty there: by time, then by turn; name and number masked. @throws notFound, forbidden */
export async function listBookings(
  db: Database,
  me: Actor,
  stationId: string,
  day: string,
): Promise<{ items: BookingView[] }> {
  const { region } = me
  const [station] = await db.read<StationRow>(scopeOf(me), stationById(region, stationId))
  if (!station) throw notFound()
  demand(policy.operations.listBookings, me, standingAt(me, station.path))
  const rows = await db.read<Seen>(
    scopeOf(me),
    sql`select ${FIELDS}, p.name, p.phone_tail as tail, b.by_person <> b.person_id as "byTelephone"
      ${FROM} left join people p on p.region_id = b.region_id and p.id = b.person_id
      where b.region_id = ${region} and t.station_id = ${stationId}::uuid and b.state <> 'cancelled'
        and b.starts_at >= ${`${day}T00:00:00+08:00`}::timestamptz and b.starts_at < ${`${dayAfter(day)}T00:00:00+08:00`}::timestamptz
      order by b.starts_at, t.name, b.turn`,
  )
  return {
    items: rows.map(({ tail, name, ...row }) => ({ ...row, name: maskName(name), phone: maskPhone(tail) })),
  }
}
