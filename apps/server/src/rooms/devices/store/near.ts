import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

type Person = { readonly personId: string }

/** The grid workers with whom the household or the person is paired now. */
export const pairedWith = (
  db: Database,
  region: number,
  { householdId, personId }: { householdId: string | null; personId: string },
): Promise<Person[]> =>
  db.read(
    systemScope(region),
    sql`select distinct taker_id as "personId" from pairings where region_id = ${region} and accepted and to_on is null and declined_at is null and taker_id is not null
      and (household_id = ${householdId}::uuid or person_id = ${personId}::uuid) limit 10`,
  )

/** The duty officers who answer for a place, of the nearest level that has any. */
export const deskOf = (db: Database, region: number, path: string): Promise<Person[]> =>
  db.read(
    systemScope(region),
    sql`with near as (
      select g.account_id, length(g.area_path) as depth from grants g
      where g.region_id = ${region} and g.role in ('intake', 'dispatcher') and g.area_path = any('/'::text || area_prefixes(${path}))
        and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()))
    select distinct p.id as "personId" from near join people p on p.region_id = ${region} and p.account_id = near.account_id and p.erased_at is null
    where near.depth = (select max(depth) from near) order by 1 limit 20`,
  )

/** Contacts of a device who have an account here: they can be told on their phone. */
export const contactsOf = (
  db: Database,
  region: number,
  deviceId: string,
): Promise<(Person & { kind: 'family' | 'neighbour'; nights: boolean })[]> =>
  db.read(
    systemScope(region),
    sql`select p.id as "personId", c.kind, c.nights from device_contacts c
      join people p on p.region_id = c.region_id and p.phone_hmac = c.phone_hmac and p.account_id is not null and p.erased_at is null
    where c.region_id = ${region} and c.device_id = ${deviceId}::uuid order by c.place`,
  )
