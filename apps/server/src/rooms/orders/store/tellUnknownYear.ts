import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { touchesYear } from '../views/unknownYear.ts'

/**
 * Tells the region's administrators that limits reach into a year whose days off nobody has entered. Every instance may
 * look, as often as it likes: the row has one id a year, and so has each notice.
 */
export async function tellUnknownYear(db: Database, region: number, year: number): Promise<void> {
  const once = `unknownYear:${year}`
  await db.commit(systemScope(region), [
    sql`insert into outbox (region_id, id, topic, payload, at)
      select ${region}, md5(${`${region} ${once}`})::uuid, 'orders.yearUnknown.1', jsonb_build_object('once', ${once}::text, 'year', ${year}::int, 'actor', null, 'told',
          (select coalesce(jsonb_agg(distinct p.id), '[]') from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id and p.erased_at is null
            where g.region_id = ${region} and g.role = 'regionAdmin' and g.area_path = '/' and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()))), app_now()
      where ${touchesYear(region, year)} on conflict do nothing`,
  ])
}
