import type { StationDuty } from '@linli/contract/duties/shapes'
import ical from 'ical-generator'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'

const AHEAD_DAYS = 60
type Served = Row & {
  id: string
  post: string
  shiftName: string
  startsAt: string
  endsAt: string
  isNow: boolean
  name: string | null
  station: string
  address: string
}
const SERVED = sql`select d.id, p.name as post, d.starts_at as "startsAt", d.ends_at as "endsAt", app_now() between d.starts_at and d.ends_at as "isNow",
    coalesce((select one ->> 'name' from jsonb_array_elements(r.shifts) one where one ->> 'key' = d.shift), d.shift) as "shiftName",
    case when m.show_name then o.name end as name, s.name as station, s.address
  from stations s join rosters r on r.region_id = s.region_id and r.station_id = s.id and r.state = 'accepted'
  join duties d on d.region_id = r.region_id and d.roster_id = r.id and d.accepted
  join roster_posts p on p.region_id = d.region_id and p.id = d.post_id
  left join roster_members m on m.region_id = d.region_id and m.roster_id = d.roster_id and m.person_id = d.person_id
  left join people o on o.region_id = d.region_id and o.id = d.person_id`

/**
 * 今天谁值班, open to everybody: posts and hours; of people only how to call those who agreed to it. Empty where nobody is
 * on a roster. @throws notFound
 */
export async function stationDuty(db: Database, region: number, slug: string): Promise<StationDuty> {
  const rows = await db.read<Served>(
    systemScope(region),
    sql`${SERVED} where s.region_id = ${region} and s.slug = ${slug} and s.closed_at is null and d.ends_at > app_now()
      and d.starts_at < ((app_now() at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai'
      order by d.starts_at, p.name, d.id limit 100`,
  )
  if (rows.length === 0) await assertStation(db, region, slug)
  return {
    items: rows.map(({ post, shiftName, startsAt, endsAt, isNow, name }) => ({
      post,
      shiftName,
      startsAt,
      endsAt,
      isNow,
      name: maskName(name),
    })),
  }
}

async function assertStation(db: Database, region: number, slug: string): Promise<void> {
  const [found] = await db.read(
    systemScope(region),
    sql`select 1 from stations where region_id = ${region} and slug = ${slug} and closed_at is null`,
  )
  if (!found) throw notFound()
}

/** The duties of the next sixty days as iCalendar, without people. @throws notFound where the station has none */
export async function stationDutyCalendar(
  db: Database,
  region: number,
  slug: string,
): Promise<{ file: Buffer; name: string }> {
  const rows = await db.read<Served>(
    systemScope(region),
    sql`${SERVED} where s.region_id = ${region} and s.slug = ${slug} and s.closed_at is null and d.ends_at > app_now()
      and d.starts_at < app_now() + make_interval(days => ${AHEAD_DAYS}) order by d.starts_at, d.id limit 2000`,
  )
  const [first] = rows
  if (!first) throw notFound()
  return {
    file: calendarOf(`${first.station} 值班`, rows, ({ post }) => `${post} 有人值班`),
    name: `${slug}.ics`,
  }
}

/** One's own duties from a month ago on, at the address that only the person knows. @throws notFound */
export async function dutyCalendar(
  db: Database,
  region: number,
  secretHash: Buffer | undefined,
): Promise<{ file: Buffer; name: string }> {
  if (!secretHash) throw notFound()
  const [owner] = await db.read<{ personId: string }>(
    systemScope(region),
    sql`select person_id as "personId" from duty_calendars where region_id = ${region} and secret_hash = ${secretHash}`,
  )
  if (!owner) throw notFound()
  const rows = await db.read<Served>(
    systemScope(region),
    sql`select d.id, p.name as post, p.place as address, r.title as station, d.starts_at as "startsAt", d.ends_at as "endsAt",
        coalesce((select one ->> 'name' from jsonb_array_elements(r.shifts) one where one ->> 'key' = d.shift), d.shift) as "shiftName"
      from duties d join rosters r on r.region_id = d.region_id and r.id = d.roster_id
      join roster_posts p on p.region_id = d.region_id and p.id = d.post_id
      where d.region_id = ${region} and d.person_id = ${owner.personId}::uuid and d.accepted and d.starts_at > app_now() - interval '31 days'
      order by d.starts_at limit 1000`,
  )
  return {
    file: calendarOf('我的值班', rows, ({ shiftName, post }) => `${shiftName} · ${post}`),
    name: 'duties.ics',
  }
}

/** An event keeps its id from one reading to the next, so that a calendar changes it and does not add another (RFC 5545). */
function calendarOf(name: string, rows: readonly Served[], summary: (row: Served) => string): Buffer {
  const feed = ical({ name, prodId: { company: 'linli', product: 'duties' }, ttl: 3600 })
  for (const row of rows)
    feed.createEvent({
      id: row.id,
      start: new Date(row.startsAt),
      end: new Date(row.endsAt),
      summary: summary(row),
      location: row.address,
    })
  return Buffer.from(feed.toString(), 'utf8')
}
