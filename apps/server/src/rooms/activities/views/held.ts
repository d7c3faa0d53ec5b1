import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Range, Scope } from '../../../kernel/db/scope.ts'
import { fullName, inRanges } from '../../places/index.ts'

/** One activity as a ledger shows it: what, where, how many, who helped in hours, photos that are shown, words. Names nobody. */
export type HeldActivity = Row & {
  id: string
  kind: string
  theme: string | null
  title: string
  area: string
  place: string
  startsAt: string
  endsAt: string
  heads: number
  helpers: number
  helpedMinutes: number
  photos: number
  summary: string
}

/** Activities that were summed up, of some areas, from a moment on and before another; the earliest first. */
export const heldActivities = (
  db: Database,
  scope: Scope & { readonly region: number },
  ranges: readonly Range[],
  from: string,
  to: string,
): Promise<HeldActivity[]> =>
  db.read<HeldActivity>(
    scope,
    sql`select a.id, a.kind, a.theme, a.title, ${fullName('a.region_id', 'a.path')} as area, a.place, a.starts_at as "startsAt", a.ends_at as "endsAt", a.heads,
        (select count(*)::int from activity_help h where h.region_id = a.region_id and h.activity_id = a.id) as helpers, a.helped_minutes as "helpedMinutes",
        (select count(*)::int from activity_photos p where p.region_id = a.region_id and p.activity_id = a.id and p.shown) as photos, a.summary
      from activities a where a.region_id = ${scope.region} and ${inRanges('a.path', ranges)} and a.state = 'held'
        and a.starts_at >= ${from}::timestamptz and a.starts_at < ${to}::timestamptz order by a.starts_at, a.id`,
  )
