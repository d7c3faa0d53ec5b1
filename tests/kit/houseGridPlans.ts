import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { Ground } from './houseGround.ts'
import { plantGrid } from './houseRows.ts'

type Db = Parameters<typeof plantGrid>[0]

/** A plan of a community whose one fresh building is to begin a new grid; all others stay where they are. */
export async function plantGridPlan(db: Db, ground: Ground): Promise<{ id: string; building: string }> {
  const { building } = await plantGrid(db, ground)
  const { rows } = await db.admin.query<{ path: string; grid: string; name: string }>(
    `select b.path, g.path as grid, g.name from areas g
      join areas b on b.region_id = g.region_id and b.parent_path = g.path and b.level = 'building' and b.closed_at is null
      where g.region_id = $1 and g.parent_path = $2 and g.closed_at is null`,
    [ground.region, ground.community],
  )
  const today = Map.groupBy(
    rows.filter(({ path }) => path !== building),
    ({ grid }) => grid,
  )
  const kept = [...today].map(([grid, members]) => ({
    name: members[0]?.name,
    keeps: grid,
    buildings: members.map(({ path }) => path),
    reason: null,
  }))
  const id = newId()
  const grids = [...kept, { name: `新网格${id.slice(-8)}`, keeps: null, buildings: [building], reason: null }]
  await db.admin.query(
    `insert into grid_plans (region_id, id, path, state, least, most, progress, grids, opened_by, opened_at, proposed_at)
      values ($1, $2, $3, 'proposed', 300, 500, 100, $4, $5, now(), now())`,
    [ground.region, id, ground.community, JSON.stringify(grids), newId()],
  )
  return { id, building }
}
