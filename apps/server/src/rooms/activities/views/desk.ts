import type {
  DeskActivityCard,
  DeskActivityView,
  DeskPhoto,
  SignupView,
} from '@linli/contract/activities/shapes'
import type { ActivityState } from '@linli/contract/activities/words'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { readFile } from '../../../kernel/uploads/files.ts'
import { inRanges } from '../../places/index.ts'
import type { ActivityNeeds } from '../needs.ts'
import { DESK, policy, standingAt } from '../policy.ts'
import { type PhotoRow, photoById } from '../store/photos.ts'
import { termsShown } from './activities.ts'
import { SIGNUP, uuidOf } from './signups.ts'
import { CARD, type CardRow, ORGANISER, TOLD } from './sql.ts'

const PAGE = 20
type Query = {
  readonly limit?: number | undefined
  readonly after?: string | undefined
  readonly state?: ActivityState | undefined
}

/** Activities of the reader's areas, the latest date first. */
export async function manageActivities(
  { db, terms }: ActivityNeeds,
  me: Actor,
  { limit = PAGE, after, state }: Query,
) {
  const { region } = me
  const before = after
    ? sql`and (a.starts_at, a.id) < (select starts_at, id from activities where region_id = ${region} and id = ${uuidOf(after)}::uuid)`
    : empty
  const rows = await db.read<Row & DeskActivityCard>(
    scopeOf(me),
    sql`select a.id, a.path, a.series_id is not null as series, ${CARD} from activities a
      where a.region_id = ${region} and ${inRanges('a.path', rangesOf(me, DESK))} ${state ? sql`and a.state = ${state}` : empty} ${before}
      order by a.starts_at desc, a.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null
  return { items, next, ...termsShown(await terms(region)) }
}

type Found = CardRow &
  Omit<DeskActivityView, 'health' | 'photos' | 'signups' | 'left'> & {
    photos: (DeskPhoto & { addedBy: string })[]
    leftDates: number
    leftUntil: string | null
  }
type SeenRow = Row & Omit<SignupView, 'name' | 'phone'> & { name: string | null; tail: string | null }

/** One activity with its sign-ups by turn, names and numbers masked, and its photos. @throws notFound, forbidden */
export async function manageActivity(
  { db, terms }: ActivityNeeds,
  me: Actor,
  id: string,
): Promise<DeskActivityView> {
  const { region } = me
  const [[found], rows] = await Promise.all([
    db.read<Found>(
      scopeOf(me),
      sql`select ${CARD}, ${TOLD}, a.path, a.unit_id as "unitId", a.station_id as "stationId", a.room_id as "roomId", s.slug as "stationSlug", a.series_id is not null as series,
          l.dates as "leftDates", l.until as "leftUntil", a.version, a.door_code as "doorCode",
          a.helped_minutes as "helpedMinutes", (select coalesce(sum(s.arrived), 0)::int from activity_seats s where s.region_id = a.region_id and s.activity_id = a.id) as arrived,
          coalesce((select json_agg(json_build_object('id', p.id, 'people', p.people, 'shown', p.shown, 'checked', p.checked_at is not null,
            'isMine', p.added_by = ${me.personId}::uuid) order by p.added_at, p.id) from activity_photos p
            where p.region_id = a.region_id and p.activity_id = a.id and p.removed_at is null), '[]') as photos
        from activities a ${ORGANISER} left join stations s on s.region_id = a.region_id and s.id = a.station_id and s.closed_at is null
          cross join lateral (select count(*)::int as dates, max(d.starts_at) as until from activities d where d.region_id = a.region_id and d.series_id = a.series_id
            and d.starts_at >= a.starts_at and d.state in ('planned', 'published') and d.ends_at > app_now() and (d.id = a.id or d.starts_at > app_now())) l
        where a.region_id = ${region} and a.id = ${id}::uuid`,
    ),
    db.read<SeenRow>(
      scopeOf(me),
      sql`select ${SIGNUP}, p.name, p.phone_tail as tail, h.minutes,
          case when u.by_person = u.person_id then 'self' when u.by_person = u.told_person then 'household' else 'staff' end as how
        from activity_signups u left join people p on p.region_id = u.region_id and p.id = u.person_id
          left join activity_help h on h.region_id = u.region_id and h.id = u.id
        where u.region_id = ${region} and u.activity_id = ${id}::uuid and u.state <> 'cancelled' order by u.part, u.turn`,
    ),
  ])
  if (!found) throw notFound()
  demand(policy.operations.manageActivity, me, standingAt(me, found.path))
  const { kinds } = await terms(region)
  const { leftDates, leftUntil, ...activity } = found
  return {
    ...activity,
    left: { dates: leftDates, until: leftUntil },
    health: kinds.find(({ key }) => key === found.kind)?.health ?? false,
    signups: rows.map(({ tail, name, ...row }) => ({ ...row, name: maskName(name), phone: maskPhone(tail) })),
  }
}

/** A photo before it is shown, for whoever is to check it. @throws notFound, forbidden */
export async function deskActivityPhoto({ db, storage }: ActivityNeeds, me: Actor, id: string) {
  const [photo] = await db.read<PhotoRow>(scopeOf(me), photoById(me.region, id))
  if (!photo) throw notFound()
  demand(policy.operations.deskActivityPhoto, me, standingAt(me, photo.path))
  const { stream, mediaType } = await readFile(db, storage, systemScope(me.region), id, async () => true)
  return { file: stream, mediaType }
}
