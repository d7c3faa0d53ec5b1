import type { GridPlanRow } from '@linli/contract/places/gridPlanShapes'
import type { PlanState } from '@linli/contract/places/gridPlanWords'
import sql, { empty, type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../../kernel/db/database.ts'
import type { Range, Scope } from '../../../kernel/db/scope.ts'
import type { GridWish } from '../rules/grids/compare.ts'
import type { GridReason } from '../rules/grids/gridTask.ts'
import { fullName, inRanges } from '../views/sql.ts'

/** A grid of a proposal as it is kept. */
export type KeptGrid = GridWish & { readonly reason: GridReason | null }
export type KeptPlan = GridPlanRow & { readonly grids: KeptGrid[] | null }

const COLUMNS = sql`p.id, p.path, coalesce(nullif(${fullName('p.region_id', 'p.path')}, ''), p.path) as "areaName", p.state, p.least, p.most,
  p.progress, p.failed, p.version, p.opened_at as "openedAt", p.redraw_id as "redrawId"`

export const plansAt = (
  db: Database,
  scope: Scope,
  ranges: readonly Range[],
  path: string,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<GridPlanRow[]> =>
  db.read(
    scope,
    sql`select ${COLUMNS} from grid_plans p where p.region_id = ${scope.region} and p.path = ${path} and ${inRanges('p.path', ranges)}
      ${after ? sql`and (p.opened_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
      order by p.opened_at desc, p.id desc limit ${limit}`,
  )

export async function planById(db: Database, scope: Scope, id: string): Promise<KeptPlan | undefined> {
  const [row] = await db.read<KeptPlan>(
    scope,
    sql`select ${COLUMNS}, p.grids from grid_plans p where p.region_id = ${scope.region} and p.id = ${id}::uuid`,
  )
  return row
}

export const openStatement = (
  region: number,
  plan: { id: string; path: string; least: number; most: number; by: string },
): Sql => sql`
  insert into grid_plans (region_id, id, path, state, least, most, opened_by, opened_at)
  values (${region}, ${plan.id}, ${plan.path}, 'planning', ${plan.least}, ${plan.most}, ${plan.by}, app_now())`

type To = {
  readonly state: PlanState
  readonly by?: string
  readonly redraw?: string
  readonly grids?: readonly KeptGrid[]
}
/** From what somebody saw to the next: one conditional UPDATE. Refuses gridPlanMoved. */
export const moveStatement = (region: number, id: string, version: number, to: To): Sql => sql`
  with moved as (
    update grid_plans set state = ${to.state}, version = version + 1, redraw_id = ${to.redraw ?? null}::uuid
      ${to.by ? sql`, decided_by = ${to.by}::uuid, decided_at = app_now()` : empty}
      ${to.grids ? sql`, grids = ${JSON.stringify(to.grids)}::jsonb` : empty}
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and state = 'proposed' returning 1)
  select refuse('gridPlanMoved') where not exists (select from moved)`

export type BuildingRow = Row & {
  path: string
  name: string
  compound: string | null
  today: string
  todayName: string
  households: number
  longitude: number | null
  latitude: number | null
}
/** The open buildings in the open grids just below an area, with how many households they hold and where they stand. */
export const buildingsBelow = (region: number, path: string): Sql => sql`
  select b.path, b.name, b.compound, g.path as today, g.name as "todayName", p.longitude, p.latitude,
    (select count(*)::int from households h where h.region_id = b.region_id and h.path >= b.path
      and h.path < (left(b.path, -1) || '0') collate "C" and h.closed_at is null) as households
  from areas g join areas b on b.region_id = g.region_id and b.parent_path = g.path and b.level = 'building' and b.closed_at is null
    left join area_positions p on p.region_id = b.region_id and p.path = b.path and p.to_at is null
  where g.region_id = ${region} and g.parent_path = ${path} and g.closed_at is null
  order by b.path`

/** The next plan to be calculated, held by this transaction alone; its row stays free, so that progress can be told. */
export async function takePlanning(
  tx: Tx,
  region: number,
): Promise<{ id: string; path: string; least: number; most: number } | undefined> {
  const waiting = await tx.query<{ id: string; path: string; least: number; most: number }>(
    sql`select id, path, least, most from grid_plans where region_id = ${region} and state = 'planning' order by id limit 10`,
  )
  for (const plan of waiting) {
    const [lock] = await tx.query<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${plan.id}, 0)) as mine`,
    )
    if (!lock?.mine) continue
    const [still] = await tx.query(
      sql`select 1 from grid_plans where region_id = ${region} and id = ${plan.id}::uuid and state = 'planning'`,
    )
    if (still) return plan
  }
  return undefined
}

export const progressStatement = (region: number, id: string, percent: number): Sql => sql`
  update grid_plans set progress = ${percent} where region_id = ${region} and id = ${id}::uuid and state = 'planning'`

/** @param grids null: the calculation came to no end */
export const proposedStatement = (region: number, id: string, grids: readonly KeptGrid[] | null): Sql => sql`
  update grid_plans set state = 'proposed', progress = 100, version = version + 1, proposed_at = app_now(),
    grids = ${grids === null ? null : JSON.stringify(grids)}::jsonb, failed = ${grids === null}
  where region_id = ${region} and id = ${id}::uuid and state = 'planning'`
