import type { PlannedBuilding } from '../rules/grids/gridTask.ts'
import type { BuildingRow } from './store.ts'

const METRES_NORTH = 110_540
const METRES_EAST = 111_320

/** Buildings as the planner sees them: metres on a plane around the first that has a position. */
export function onPlane(rows: readonly BuildingRow[]): PlannedBuilding[] {
  const first = rows.find(({ latitude }) => latitude !== null)
  const east = METRES_EAST * Math.cos(((first?.latitude ?? 0) / 1e7 / 180) * Math.PI)
  return rows.map(({ path, compound, households, today, longitude, latitude }) => ({
    path,
    compound,
    households,
    grid: today,
    x: longitude === null ? null : (longitude / 1e7) * east,
    y: latitude === null ? null : (latitude / 1e7) * METRES_NORTH,
  }))
}

/** The same plan comes of the same id. */
export const seedOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(-7), 16)
