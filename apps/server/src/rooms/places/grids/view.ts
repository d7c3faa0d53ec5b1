import type { GridPlanView } from '@linli/contract/places/gridPlanShapes'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { figuresOf } from '../rules/grids/compare.ts'
import { type BuildingRow, buildingsBelow, type KeptGrid, type KeptPlan } from './store.ts'
import { onPlane } from './task.ts'

/** Whether a plan names the buildings that are there, each once and in the grid it was planned from. */
export function isStale(rows: readonly BuildingRow[], grids: readonly KeptGrid[]): boolean {
  const planned = grids.flatMap(({ buildings }) => buildings)
  const there = new Set(rows.map(({ path }) => path))
  const open = new Set(rows.map(({ today }) => today))
  return (
    planned.length !== there.size ||
    planned.some((path) => !there.has(path)) ||
    grids.some(({ keeps }) => keeps !== null && !open.has(keeps))
  )
}

/** A plan beside the grids of today, with all that is needed to judge it. */
export async function gridPlanView(
  db: Database,
  scope: Scope,
  { grids: kept, ...plan }: KeptPlan,
): Promise<GridPlanView> {
  const rows = await db.read<BuildingRow>(scope, buildingsBelow(scope.region, plan.path))
  const grids = kept ?? []
  const gridOf = new Map(grids.flatMap(({ buildings }, at) => buildings.map((path) => [path, at])))
  const homes = new Map(rows.map(({ path, households }) => [path, households]))
  const shown = rows.filter(({ path }) => gridOf.has(path))
  const moved = shown.filter(({ path, today }) => grids[gridOf.get(path) ?? -1]?.keeps !== today)
  const estates = Map.groupBy(shown, ({ compound }) => compound)
  const before = Map.groupBy(rows.keys(), (at) => rows[at]?.today ?? '')
  const after = grids.map((_, grid) => rows.flatMap(({ path }, at) => (gridOf.get(path) === grid ? at : [])))
  const buildings = onPlane(rows)
  return {
    ...plan,
    before: figuresOf(buildings, [...before.values()], plan),
    after: kept && figuresOf(buildings, after, plan),
    moved: {
      buildings: moved.length,
      households: moved.reduce((sum, { households }) => sum + households, 0),
    },
    grids: grids.map(({ name, keeps, buildings: paths, reason }) => ({
      name,
      keeps,
      buildings: paths.length,
      households: paths.reduce((sum, path) => sum + (homes.get(path) ?? 0), 0),
      reason,
    })),
    buildings: shown.map(({ longitude, latitude, ...row }) => ({
      ...row,
      grid: gridOf.get(row.path) ?? 0,
      position: longitude === null || latitude === null ? null : [longitude / 1e7, latitude / 1e7],
    })),
    dividedEstates: [...estates].flatMap(([estate, members]) =>
      estate !== null && new Set(members.map(({ path }) => gridOf.get(path))).size > 1 ? [estate] : [],
    ),
    stale: kept !== null && plan.state === 'proposed' && isStale(rows, grids),
  }
}
