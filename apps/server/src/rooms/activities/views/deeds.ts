import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

/** Confirmed help at an activity, as the points room reckons any deed. */
export type DeedFacts = Row & { id: string; community: string; personId: string }

/** One confirmed help by the id of its sign-up; undefined when there is none. */
export async function deedFacts(db: Database, region: number, id: string): Promise<DeedFacts | undefined> {
  const [deed] = await db.read<DeedFacts>(
    systemScope(region),
    sql`select h.id, h.person_id as "personId", coalesce((select a.path from areas a where a.region_id = h.region_id and a.level = 'community'
        and a.path = any(area_prefixes(h.path)) order by a.closed_at is null desc limit 1), h.path) as community
      from activity_help h where h.region_id = ${region} and h.id = ${id}::uuid`,
  )
  return deed
}
