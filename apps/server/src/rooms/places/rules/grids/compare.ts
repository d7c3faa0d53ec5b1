import { placed } from './blocks.ts'
import type { PlannedBuilding } from './gridTask.ts'

/** A grid of a plan: the one of today that it goes on as, and its buildings by path. */
export type GridWish = {
  readonly name: string
  readonly keeps: string | null
  readonly buildings: readonly string[]
}

/** Which grid of today each planned one goes on as: the one it shares most households with; each of today once. */
export function keeps(
  buildings: readonly PlannedBuilding[],
  grids: readonly (readonly number[])[],
): (string | null)[] {
  const shared = new Map<string, { grid: number; today: string; homes: number }>()
  for (const [grid, members] of grids.entries())
    for (const member of members) {
      const building = buildings[member]
      if (!building) continue
      const key = `${grid} ${building.grid}`
      const homes = (shared.get(key)?.homes ?? 0) + building.households + 1
      shared.set(key, { grid, today: building.grid, homes })
    }
  const kept: (string | null)[] = grids.map(() => null)
  const taken = new Set<string>()
  const order = [...shared.values()].sort(
    (a, b) => b.homes - a.homes || a.grid - b.grid || (a.today < b.today ? -1 : 1),
  )
  for (const { grid, today } of order)
    if (kept[grid] === null && !taken.has(today)) {
      kept[grid] = today
      taken.add(today)
    }
  return kept
}

/** The figures of a division, today's or a planned one. */
export type DivisionFigures = {
  readonly grids: number
  readonly least: number
  readonly most: number
  /** Grids outside the limits. */
  readonly outside: number
  /** How far a household lives from the middle of its grid on average, in metres; null where positions are missing. */
  readonly metres: number | null
}

/** @param divisions lists of positions in `buildings` */
export function figuresOf(
  buildings: readonly PlannedBuilding[],
  divisions: readonly (readonly number[])[],
  limits: { readonly least: number; readonly most: number },
): DivisionFigures {
  const points = placed(buildings)
  const sizes = divisions.map((members) =>
    members.reduce((sum, at) => sum + (buildings[at]?.households ?? 0), 0),
  )
  let [ways, homes] = [0, 0]
  for (const [grid, members] of divisions.entries()) {
    const weight = Math.max(1, sizes[grid] ?? 0)
    const middle = members.reduce(
      (sum, at) => {
        const share = (buildings[at]?.households ?? 0) / weight
        return { x: sum.x + share * (points[at]?.x ?? 0), y: sum.y + share * (points[at]?.y ?? 0) }
      },
      { x: 0, y: 0 },
    )
    for (const at of members) {
      const count = buildings[at]?.households ?? 0
      ways += count * Math.hypot((points[at]?.x ?? 0) - middle.x, (points[at]?.y ?? 0) - middle.y)
      homes += count
    }
  }
  const isPlaced = buildings.every(({ x, y }) => x !== null && y !== null)
  return {
    grids: divisions.length,
    least: sizes.length > 0 ? Math.min(...sizes) : 0,
    most: sizes.length > 0 ? Math.max(...sizes) : 0,
    outside: sizes.filter((size) => size > limits.most || size < limits.least).length,
    metres: isPlaced ? Math.round(ways / Math.max(1, homes)) : null,
  }
}

type Part = { readonly to?: string; readonly name?: string; readonly areas: string[] }

/**
 * A plan as one redraw: kept grids take what comes to them, new ones begin, and those of today that no planned one goes
 * on as end. Empty when nothing would change.
 */
export function redrawOf(
  buildings: readonly Pick<PlannedBuilding, 'path' | 'grid'>[],
  grids: readonly GridWish[],
): { closes: string[]; parts: Part[] } {
  const today = new Map(buildings.map(({ path, grid }) => [path, grid]))
  const kept = new Set(grids.flatMap(({ keeps }) => keeps ?? []))
  const closes = [...new Set(today.values())].filter((grid) => !kept.has(grid)).sort()
  const parts = grids.flatMap(({ keeps, name, buildings: members }): Part[] => {
    const areas = members.filter((path) => keeps === null || today.get(path) !== keeps)
    if (areas.length === 0) return []
    return [keeps === null ? { name, areas } : { to: keeps, areas }]
  })
  return { closes, parts }
}
