import type { Block, GridTask, PlannedBuilding } from './gridTask.ts'

export type Point = { readonly x: number; readonly y: number }

/** Only so many of the nearest come into question as neighbours. */
const NEAR = 10
/** A building that nobody has placed stands so far from the one before it in the register, in metres. */
const PACE = 40

/** What is never divided, with its neighbours: whole estates that fit into a grid, and single buildings. */
export function blocksOf({ buildings, most }: GridTask): Block[] {
  const points = placed(buildings)
  const groups = groupsOf(buildings, most)
  const blockOf = new Map(groups.flatMap((members, block) => members.map((member) => [member, block])))
  const next = groups.map(() => new Set<number>())
  for (const [from, to] of neighbours(points)) {
    const [a = 0, b = 0] = [blockOf.get(from), blockOf.get(to)]
    if (a === b) continue
    next[a]?.add(b)
    next[b]?.add(a)
  }
  return groups.map((members, block) => ({
    ...middleOf(members, points),
    buildings: members,
    households: members.reduce((sum, member) => sum + (buildings[member]?.households ?? 0), 0),
    next: [...(next[block] ?? [])].sort((a, b) => a - b),
  }))
}

/** Estates that are larger than a grid may be. */
export const largeEstates = ({ buildings, most }: GridTask): string[] =>
  [...sizesOf(buildings)].filter(([, households]) => households > most).map(([estate]) => estate)

function sizesOf(buildings: readonly PlannedBuilding[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { compound, households } of buildings)
    if (compound !== null) sizes.set(compound, (sizes.get(compound) ?? 0) + households)
  return sizes
}

function groupsOf(buildings: readonly PlannedBuilding[], most: number): number[][] {
  const sizes = sizesOf(buildings)
  const groups = new Map<string, number[]>()
  for (const [at, { compound, path }] of buildings.entries()) {
    const whole = compound !== null && (sizes.get(compound) ?? 0) <= most
    const key = whole ? `estate ${compound}` : `building ${path}`
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  }
  return [...groups.values()]
}

/** A point for every building: its own, else the middle of its estate, else of its grid, else in the register's order. */
export function placed(buildings: readonly PlannedBuilding[]): Point[] {
  const known = (key: (one: PlannedBuilding) => string | null): Map<string, Point> => {
    const sums = new Map<string, { x: number; y: number; count: number }>()
    for (const one of buildings) {
      const name = key(one)
      if (name === null || one.x === null || one.y === null) continue
      const sum = sums.get(name) ?? { x: 0, y: 0, count: 0 }
      sums.set(name, { x: sum.x + one.x, y: sum.y + one.y, count: sum.count + 1 })
    }
    return new Map([...sums].map(([name, { x, y, count }]) => [name, { x: x / count, y: y / count }]))
  }
  const estates = known(({ compound }) => compound)
  const grids = known(({ grid }) => grid)
  return buildings.map((one, at) => {
    if (one.x !== null && one.y !== null) return { x: one.x, y: one.y }
    const near = estates.get(one.compound ?? '') ?? grids.get(one.grid)
    return near ?? { x: at * PACE, y: 0 }
  })
}

const middleOf = (members: readonly number[], points: readonly Point[]): Point => {
  const [x, y] = members.reduce<[number, number]>(
    ([sumX, sumY], member) => [sumX + (points[member]?.x ?? 0), sumY + (points[member]?.y ?? 0)],
    [0, 0],
  )
  return { x: x / members.length, y: y / members.length }
}

const squared = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

/**
 * Which points are neighbours: those with nobody else in the circle between them (Gabriel and Sokal 1969), of the nearest
 * ten; and, where parts stay apart, the shortest ways between them, so that all hangs together.
 */
export function neighbours(points: readonly Point[]): [number, number][] {
  const pairs: [number, number][] = []
  const part = points.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (part[root] !== undefined && part[root] !== root) root = part[root] ?? root
    part[at] = root
    return root
  }
  const link = (a: number, b: number): void => {
    pairs.push([a, b])
    part[rootOf(a)] = rootOf(b)
  }
  for (const [at, point] of points.entries()) {
    const near = nearestOf(points, at)
    for (const other of near) {
      const end = points[other]
      if (!end || other < at) continue
      const middle = { x: (point.x + end.x) / 2, y: (point.y + end.y) / 2 }
      const reach = squared(point, end) / 4
      const between = near.some(
        (one) => one !== other && squared(points[one] ?? middle, middle) < reach * (1 - 1e-9),
      )
      if (!between || reach === 0) link(at, other)
    }
  }
  for (;;) {
    const bridge = shortestBridge(points, rootOf)
    if (!bridge) return pairs
    link(...bridge)
  }
}

function nearestOf(points: readonly Point[], at: number): number[] {
  const own = points[at] ?? { x: 0, y: 0 }
  const near: { other: number; far: number }[] = []
  for (const [other, point] of points.entries()) {
    if (other === at) continue
    const far = squared(own, point)
    const last = near.at(-1)
    if (near.length === NEAR && last && far >= last.far) continue
    const place = near.findIndex((one) => one.far > far)
    near.splice(place < 0 ? near.length : place, 0, { other, far })
    if (near.length > NEAR) near.pop()
  }
  return near.map(({ other }) => other)
}

/** The shortest way from the part of the first point to any other part; undefined when there is one part only. */
function shortestBridge(
  points: readonly Point[],
  rootOf: (at: number) => number,
): [number, number] | undefined {
  const roots = points.map((_, at) => rootOf(at))
  const inside = points.flatMap((_, at) => (roots[at] === roots[0] ? at : []))
  let best: [number, number] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [other, point] of points.entries()) {
    if (roots[other] === roots[0]) continue
    for (const from of inside) {
      const far = squared(points[from] ?? point, point)
      if (far < least) [least, best] = [far, [from, other]]
    }
  }
  return best
}
