import type { PartyBodyRow, RedrawRow, RedrawView } from '@linli/contract/places/redrawShapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { cursor, pageOf } from '../paging.ts'
import type { PlaceRules } from '../placeRules.ts'
import { type Became, redrawChanges } from '../rules/redrawChanges.ts'
import { fullName, inRanges } from '../views/sql.ts'
import { LEFT } from './store/redraw.ts'

type Row = Omit<RedrawRow, 'left'> & { leftHouseholds: number; leftPeople: number; leftOrders: number }
const READERS = ['regionAdmin', 'auditor'] as const

const redraws = (me: Actor, condition: Sql, limit: number): Sql => sql`
  select r.id, r.kind, r.path, coalesce(nullif(${fullName('r.region_id', 'r.path')}, ''), (select a.name from areas a where a.region_id = r.region_id and a.path = r.path)) as "areaName",
    r.reason, r.at, r.areas, r.households, r.people, r.posts, r.orders, ${LEFT}
  from area_redraws r where r.region_id = ${me.region} and ${inRanges('r.path', rangesOf(me, READERS))} ${condition}
  order by r.at desc, r.id desc limit ${limit}`

const shown = ({ leftHouseholds, leftPeople, leftOrders, ...row }: Row): RedrawRow => ({
  ...row,
  left: { households: leftHouseholds, people: leftPeople, orders: leftOrders },
})

/** Redraws of the reader's areas, the newest first. Numbers only, so what has not followed is counted over everybody's rows. */
export async function listRedraws(
  db: Database,
  me: Actor,
  query: { limit?: number; after?: string },
): Promise<{ items: RedrawRow[]; next: string | null }> {
  const limit = query.limit ?? 20
  const after = cursor(query.after, 2)
  const condition = after ? sql`and (r.at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty
  const rows = await db.read<Row>(systemScope(me.region), redraws(me, condition, limit + 1))
  return pageOf(rows.map(shown), limit, ({ at, id }) => [at, id])
}

export async function redrawById(db: Database, me: Actor, id: string): Promise<RedrawView | undefined> {
  const [row] = await db.read<Row>(systemScope(me.region), redraws(me, sql`and r.id = ${id}::uuid`, 1))
  return row && { ...shown(row), ...redrawChanges(row.kind, await pairsOf(db, me.region, id)) }
}

/** What became what in one redraw. Areas begin in its own transaction, so at its very moment. */
const pairsOf = (db: Database, region: number, id: string): Promise<Became[]> =>
  db.read<Became>(
    systemScope(region),
    sql`
    select s.from_path as "from", f.name, s.to_path as "to", t.name as "toName", t.closed_at is null as "toIsOpen",
      t.opened_at = r.at as "toBegan", p.name as "parentName", p.closed_at is null as "parentIsOpen", p.opened_at = r.at as "parentBegan"
    from area_redraws r
      join area_successions s on s.region_id = r.region_id and s.redraw_id = r.id
      join areas f on f.region_id = s.region_id and f.path = s.from_path
      join areas t on t.region_id = s.region_id and t.path = s.to_path
      join areas p on p.region_id = t.region_id and p.path = t.parent_path
    where r.region_id = ${region} and r.id = ${id}::uuid
    order by length(s.from_path), s.from_path, s.is_main desc, s.to_path`,
  )

/** Where one area came from, itself included: it and all that ended in it. `path` is the area's. */
export const PREDECESSORS = (region: number, path: string): Sql => sql`
  with recursive here(path) as (select ${path}::text collate "C" union
    select s.from_path from here join area_successions s on s.region_id = ${region} and s.to_path = here.path)
  select path from here`

/** The party bodies that stand at an area, today or on a day of its past. */
export async function partyBodiesAt(
  db: Database,
  scope: Scope,
  rules: PlaceRules,
  path: string,
  on: string | undefined,
): Promise<PartyBodyRow[]> {
  const { region } = scope
  const rows = await db.read<Omit<PartyBodyRow, 'kindName'>>(
    scope,
    sql`
    select b.id, b.kind, b.name, b.area_path as path, coalesce(nullif(${fullName('b.region_id', 'b.area_path')}, ''), '') as "areaName",
      b.from_on as "fromOn", b.to_on as "toOn"
    from party_bodies b
    cross join (select coalesce(${on ?? null}::date, (app_now() at time zone 'Asia/Shanghai')::date) as day) t
    where b.region_id = ${region} and b.area_path = any(array(${PREDECESSORS(region, path)}))
      and b.from_on <= t.day and (b.to_on is null or b.to_on > t.day)
    order by b.from_on, b.id limit 100`,
  )
  return rows.map((row) => ({
    ...row,
    kindName: rules.partyBodies.find(({ key }) => key === row.kind)?.name ?? { zh: row.kind, en: row.kind },
  }))
}
