/** A building as the planner sees it. */
export type PlannedBuilding = {
  readonly path: string
  /** The estate (小区) that it belongs to. */
  readonly compound: string | null
  readonly households: number
  /** The grid it lies in today. */
  readonly grid: string
  /** Metres on a plane; null where nobody has said where it stands. */
  readonly x: number | null
  readonly y: number | null
}
/** The buildings of one community, and how many households a grid should have. */
export type GridTask = {
  readonly buildings: readonly PlannedBuilding[]
  readonly least: number
  readonly most: number
  /** Repeats the plan. */
  readonly seed: number
}

/**
 * Why a grid is outside the limits.
 * - `building`: it is one building, which has more by itself.
 * - `arithmetic`: so many households cannot be divided into grids of this size at all.
 * - `shape`: no division into grids that hang together was found in which it has so many.
 */
export type GridReason = 'building' | 'arithmetic' | 'shape'

/** One grid of a plan: positions in the task's list. */
export type PlannedGrid = {
  readonly buildings: readonly number[]
  readonly households: number
  readonly reason: GridReason | null
}
export type GridPlan = {
  readonly grids: readonly PlannedGrid[]
  /** Estates that lie in more than one grid, because they are larger than a grid may be. */
  readonly dividedEstates: readonly string[]
}

/** What is never divided: an estate that fits into a grid, or one building. Positions in the task's list. */
export type Block = {
  readonly buildings: readonly number[]
  readonly households: number
  readonly x: number
  readonly y: number
  readonly next: readonly number[]
}
