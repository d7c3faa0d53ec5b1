import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row, Tx } from '../../../kernel/db/database.ts'

/** So many guests of one station in an hour: a coach or two. */
export const MOST_AN_HOUR = 120
/** So many matters of one guest may be open. */
const MOST_OPEN = 3
/** Longer than any order is kept open for somebody who was passing through. */
const KEPT_DAYS = 90

export type GuestRow = Row & {
  personId: string
  accountId: string
  phoneCipher: string | null
  slug: string
  name: string
  address: string
  path: string
}

/** A station that is open and stands there now. Null where the hour's guests have all come. */
export async function stationForGuest(
  tx: Tx,
  region: number,
  slug: string,
): Promise<{ id: string; isFull: boolean } | undefined> {
  const [found] = await tx.query<{ id: string; isFull: boolean }>(sql`
    select s.id, (select count(*) >= ${MOST_AN_HOUR} from guests g where g.region_id = s.region_id and g.station_id = s.id
      and g.came_at > app_now() - interval '1 hour') as "isFull"
    from stations s where s.region_id = ${region} and s.slug = ${slug} and s.closed_at is null
      and (s.from_at is null or s.from_at <= app_now()) and (s.to_at is null or s.to_at > app_now())`)
  return found
}

/** Account, person and guest, in that order. The person has neither name, number nor address: nothing about them is known. */
export const guestStatements = (
  region: number,
  guest: { accountId: string; personId: string; stationId: string; secretHash: Buffer },
): Sql[] => [
  sql`insert into accounts (id, created_at) values (${guest.accountId}, app_now())`,
  sql`insert into people (region_id, id, account_id, name, created_at)
    values (${region}, ${guest.personId}, ${guest.accountId}, '访客', app_now())`,
  sql`insert into guests (region_id, person_id, account_id, station_id, secret_hash, came_at)
    values (${region}, ${guest.personId}, ${guest.accountId}, ${guest.stationId}, ${guest.secretHash}, app_now())`,
]

/** A guest who scans another code is there now. */
export const moveGuest = (region: number, personId: string, stationId: string): Sql => sql`
  update guests set station_id = ${stationId}::uuid where region_id = ${region} and person_id = ${personId}::uuid`

export async function guestBySecret(
  tx: Tx,
  region: number,
  secretHash: Buffer,
): Promise<{ personId: string; accountId: string } | undefined> {
  const [found] = await tx.query<{ personId: string; accountId: string }>(sql`
    select g.person_id as "personId", g.account_id as "accountId" from guests g
    where g.region_id = ${region} and g.secret_hash = ${secretHash}`)
  return found
}

export async function guestById(
  db: Database,
  region: number,
  personId: string,
): Promise<GuestRow | undefined> {
  const [found] = await db.read<GuestRow>(
    systemScope(region),
    sql`select g.person_id as "personId", g.account_id as "accountId", g.phone_cipher as "phoneCipher", s.slug, s.name, s.address, s.path
      from guests g join stations s on s.region_id = g.region_id and s.id = g.station_id
      where g.region_id = ${region} and g.person_id = ${personId}::uuid`,
  )
  return found
}

export const keepPhone = (region: number, personId: string, cipher: string): Sql => sql`
  update guests set phone_cipher = ${cipher} where region_id = ${region} and person_id = ${personId}::uuid`

/** A guest asks where they are, and not for a fourth thing at once. Refuses notHere, tooManyAsked. */
export const guestMayPlace = (region: number, personId: string, path: string): Sql => sql`
  select refuse(case when not exists (
      select from guests g join stations s on s.region_id = g.region_id and s.id = g.station_id
      where g.region_id = ${region} and g.person_id = ${personId}::uuid and s.path = ${path} and s.closed_at is null
        and (s.to_at is null or s.to_at > app_now())) then 'notHere' else 'tooManyAsked' end)
  where not exists (
      select from guests g join stations s on s.region_id = g.region_id and s.id = g.station_id
      where g.region_id = ${region} and g.person_id = ${personId}::uuid and s.path = ${path} and s.closed_at is null
        and (s.to_at is null or s.to_at > app_now()))
    or (select count(*) from order_parties q join orders o on o.region_id = q.region_id and o.id = q.order_id
      where q.region_id = ${region} and q.person_id = ${personId}::uuid and q.role = 'placer' and q.to_at is null
        and o.closed_at is null) >= ${MOST_OPEN}`

/** Guests whose time is over and who have no order that is still open. */
export async function guestsDue(db: Database, region: number): Promise<string[]> {
  const rows = await db.read<Row & { id: string }>(
    systemScope(region),
    sql`select g.person_id as id from guests g where g.region_id = ${region} and g.came_at < app_now() - make_interval(days => ${KEPT_DAYS})
      and not exists (select from order_parties q join orders o on o.region_id = q.region_id and o.id = q.order_id
        where q.region_id = g.region_id and q.person_id = g.person_id and q.to_at is null and o.closed_at is null)
      order by g.came_at limit 500`,
  )
  return rows.map(({ id }) => id)
}
