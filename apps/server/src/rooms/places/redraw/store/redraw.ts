import sql, { join, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../../kernel/db/database.ts'
import { rangeOf } from '../../../../kernel/db/scope.ts'
import { newId, newSlug } from '../../../../kernel/ids.ts'
import type { RedrawPlan, TreeArea } from '../../rules/redrawPlan.ts'

/** So many rows follow in one transaction. */
const BATCH = 500

/**
 * The areas at and below some paths, closed ones too, and the open ones above them. With `lock` whoever opens, closes or
 * redraws there meanwhile waits.
 */
export async function treeOf(
  tx: Tx,
  region: number,
  roots: readonly string[],
  lock: boolean,
): Promise<TreeArea[]> {
  if (roots.length === 0) return []
  const ranges = join(
    roots.map(rangeOf).map(({ lo, hi }) => sql`(path >= ${lo} and path < ${hi})`),
    ' or ',
  )
  if (lock)
    await tx.query(
      sql`select path from areas where region_id = ${region} and (${ranges}) and closed_at is null order by path for update`,
    )
  return tx.query<TreeArea>(sql`
    select path, parent_path as "parentPath", level, code, name, compound, closed_at is not null as closed
    from areas where region_id = ${region} and (${ranges}) order by length(path), path`)
}

/** Ends areas. @returns how many were still open */
export async function closeAreas(tx: Tx, region: number, paths: readonly string[]): Promise<number> {
  const closed = await tx.query(
    sql`update areas set closed_at = app_now() where region_id = ${region} and path = any(${[...paths]}::text[]) and closed_at is null returning 1`,
  )
  return closed.length
}

export function openAreas(region: number, { opens }: RedrawPlan): Sql {
  const rows = opens.map((area) => ({ ...area, id: newId(), slug: newSlug() }))
  return sql`
    insert into areas (region_id, id, path, parent_path, level, code, name, compound, qr_slug, opened_at)
    select ${region}, n.id, n.path, n."parentPath", n.level, n.code, n.name, n.compound, n.slug, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, path text, "parentPath" text, level text, code text, name text, compound text, slug text)`
}

export function successionStatement(region: number, redraw: string, { successions }: RedrawPlan): Sql {
  const rows = successions.map((one) => ({ ...one, id: newId() }))
  return sql`
    insert into area_successions (region_id, id, redraw_id, from_path, to_path, is_main)
    select ${region}, n.id, ${redraw}, n."from", n."to", n."isMain"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "from" text, "to" text, "isMain" boolean)`
}

/** What lies at some areas and is to follow them. */
export type Following = { households: number; people: number; posts: number; orders: number }

/** The other rooms' rows are counted here, in one reading; they are written by their own rooms. */
export const followingAt = (region: number, paths: readonly string[]): Sql => sql`
  select ${countsAt(sql`any(${[...paths]}::text[])`, region)}`

const countsAt = (paths: Sql, region: number): Sql => sql`
  (select count(*)::int from households where region_id = ${region} and path = ${paths} and closed_at is null) as households,
  (select count(*)::int from people where region_id = ${region} and path = ${paths} and erased_at is null) as people,
  (select count(*)::int from posts where region_id = ${region} and area_path = ${paths}
    and (to_on is null or to_on > (app_now() at time zone 'Asia/Shanghai')::date)) as posts,
  (select count(*)::int from orders where region_id = ${region} and path = ${paths}
    and closed_at is null) as orders`

/** What has not followed yet of one redraw, as columns beside the row `r`. */
export const LEFT: Sql = sql`
  (select count(*)::int from area_successions s join households h on h.region_id = s.region_id and h.path = s.from_path and h.closed_at is null
    where s.region_id = r.region_id and s.redraw_id = r.id and s.is_main) as "leftHouseholds",
  (select count(*)::int from area_successions s join people p on p.region_id = s.region_id and p.path = s.from_path and p.erased_at is null
    where s.region_id = r.region_id and s.redraw_id = r.id and s.is_main) as "leftPeople",
  (select count(*)::int from area_successions s join orders o on o.region_id = s.region_id and o.path = s.from_path
      and o.closed_at is null
    where s.region_id = r.region_id and s.redraw_id = r.id and s.is_main) as "leftOrders"`

/** Refuses `sameRoom` when two homes with one room number would come to lie at one area. */
export const refuseSameRoom = (region: number, closes: readonly string[]): Sql => sql`
  select refuse('sameRoom') where exists (
    select from households h join area_successions s on s.region_id = h.region_id and s.from_path = h.path and s.is_main
      left join households o on o.region_id = h.region_id and o.path = s.to_path and o.room = h.room
    where h.region_id = ${region} and h.path = any(${[...closes]}::text[])
    group by s.to_path, h.room having count(*) > 1 or count(o.id) > 0)`

export const redrawStatement = (
  region: number,
  redraw: {
    id: string
    kind: string
    path: string
    reason: string
    by: string
    areas: number
    following: Following
  },
): Sql => sql`
  insert into area_redraws (region_id, id, kind, path, reason, by_person, areas, households, people, posts, orders, at)
  values (${region}, ${redraw.id}, ${redraw.kind}, ${redraw.path}, ${redraw.reason}, ${redraw.by}, ${redraw.areas},
    ${redraw.following.households}, ${redraw.following.people}, ${redraw.following.posts}, ${redraw.following.orders}, app_now())`

/** Homes that lie in an ended area follow to its successor, batch by batch; a home that was closed goes along. @returns how many */
export async function moveHouseholds(db: Database, region: number): Promise<number> {
  for (let moved = 0; ; ) {
    const [rows = []] = await db.commit(systemScope(region), [
      sql`update households h set path = s.to_path from area_successions s
        where h.region_id = ${region} and s.region_id = ${region} and s.from_path = h.path and s.is_main and h.id = any(array(
          select m.id from households m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
          where m.region_id = ${region} limit ${BATCH} for update of m))
        returning 1`,
    ])
    moved += rows.length
    if (rows.length === 0) return moved
  }
}

/** The areas of party bodies follow like posts: the old row ends today, the same body begins at the successor. */
export async function moveBodies(tx: Tx, region: number): Promise<void> {
  const moved = await tx.query<{ id: string }>(sql`
    select b.id from party_bodies b join area_successions s on s.region_id = b.region_id and s.from_path = b.area_path and s.is_main
    where b.region_id = ${region} and b.to_on is null for update of b`)
  if (moved.length === 0) return
  const rows = moved.map(({ id }) => ({ old: id, id: newId() }))
  await tx.query(sql`
    insert into party_bodies (region_id, id, kind, name, area_path, from_on)
    select b.region_id, n.id, b.kind, b.name, s.to_path, greatest(b.from_on, (app_now() at time zone 'Asia/Shanghai')::date)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(old uuid, id uuid)
    join party_bodies b on b.region_id = ${region} and b.id = n.old
    join area_successions s on s.region_id = b.region_id and s.from_path = b.area_path and s.is_main
    on conflict do nothing`)
  await tx.query(sql`
    update party_bodies set to_on = greatest(from_on, (app_now() at time zone 'Asia/Shanghai')::date)
    where region_id = ${region} and id = any(${moved.map(({ id }) => id)}::uuid[])`)
}
