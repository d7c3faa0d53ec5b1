import type { Words } from '@linli/contract'
import type { ActivitiesQuery, ActivityView } from '@linli/contract/activities/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import { readFile } from '../../../kernel/uploads/files.ts'
import type { ActivityNeeds, Terms } from '../needs.ts'
import { CARD, type CardRow, ORGANISER, TOLD } from './sql.ts'

/** What is to come is shown for so many days. */
const AHEAD = sql`interval '90 days'`
const MOST = 500
const PHOTO_SECONDS = 300 // it may be taken down at any moment

const openTo = (area: string | undefined): Sql => {
  if (area === undefined) return empty
  const { lo, hi } = rangeOf(area)
  return sql`and a.path >= ${lo} and a.path < ${hi}`
}

/** Kinds and themes, as a list's filters and a plan's choices need them. */
export const termsShown = ({ kinds, themes }: Terms) => ({
  kinds: kinds.map(({ key, name, health }) => ({ key, name, health })),
  themes: themes.map(({ key, name, months }) => ({ key, name, months: [...months] })),
})

/** 活动: what is to come, or a whole month; what was called off stays on the list and says so. Open to everybody. */
export async function listActivities(
  { db, terms }: ActivityNeeds,
  region: number,
  { area, kind, month }: ActivitiesQuery,
) {
  const start = sql`(${`${month ?? '2000-01'}-01`}::timestamp at time zone 'Asia/Shanghai')`
  const during = month
    ? sql`a.starts_at >= ${start} and a.starts_at < ((${`${month}-01`}::timestamp + interval '1 month') at time zone 'Asia/Shanghai')`
    : sql`a.ends_at > app_now() and a.starts_at > app_now() - interval '3 days' and a.starts_at < app_now() + ${AHEAD}`
  const items = await db.read<CardRow>(
    systemScope(region),
    sql`select ${CARD} from activities a where a.region_id = ${region} and a.state <> 'planned' and ${during}
      ${openTo(area)} ${kind ? sql`and a.kind = ${kind}` : empty} order by a.starts_at, a.id limit ${MOST}`,
  )
  return { items, ...termsShown(await terms(region)) }
}

type Found = CardRow &
  Pick<
    ActivityView,
    | 'id'
    | 'words'
    | 'organiser'
    | 'forWhom'
    | 'bring'
    | 'phone'
    | 'callOffReason'
    | 'heads'
    | 'summary'
    | 'seriesDates'
  > & { stationSlug: string | null; stationName: string | null; photos: string[] }

/** One activity by its random address. Open to everybody once it is published. @throws notFound */
export async function getActivity(
  { db, terms }: ActivityNeeds,
  region: number,
  slug: string,
): Promise<ActivityView> {
  const [found] = await db.read<Found>(
    systemScope(region),
    sql`select ${CARD}, ${TOLD}, s.slug as "stationSlug", s.name as "stationName",
        coalesce((select array_agg(p.id order by p.added_at, p.id) from activity_photos p where p.region_id = a.region_id and p.activity_id = a.id and p.shown), '{}') as photos,
        (select count(*)::int from activities d where d.region_id = a.region_id and d.series_id = a.series_id and d.state = 'published' and d.sign_up
          and (d.id = a.id and d.ends_at > app_now() or d.starts_at > app_now())) as "seriesDates"
      from activities a ${ORGANISER} left join stations s on s.region_id = a.region_id and s.id = a.station_id and s.closed_at is null
      where a.region_id = ${region} and a.slug = ${slug} and a.state <> 'planned'`,
  )
  if (!found) throw notFound()
  const { kinds, themes } = await terms(region)
  const kind = kinds.find(({ key }) => key === found.kind)
  const nameless: Words = { zh: '活动', en: 'Activity' } // a kind that the place has given up since
  const { stationSlug, stationName, ...activity } = found
  return {
    ...activity,
    health: kind?.health ?? false,
    kindName: kind?.name ?? nameless,
    themeName: themes.find(({ key }) => key === found.theme)?.name ?? null,
    station: stationSlug && stationName ? { slug: stationSlug, name: stationName } : null,
  }
}

/** A photo that the activity shows: checked by somebody else than added it, and not taken down. Open to everybody. @throws notFound */
export async function activityPhoto(
  { db, storage }: ActivityNeeds,
  region: number,
  slug: string,
  id: string,
) {
  const [shown] = await db.read(
    systemScope(region),
    sql`select 1 from activity_photos p join activities a on a.region_id = p.region_id and a.id = p.activity_id
      where p.region_id = ${region} and p.id = ${id}::uuid and p.shown and a.slug = ${slug} and a.state <> 'planned'`,
  )
  if (!shown) throw notFound()
  const { stream, mediaType } = await readFile(db, storage, systemScope(region), id, async () => true)
  return { file: stream, mediaType, cacheSeconds: PHOTO_SECONDS }
}
