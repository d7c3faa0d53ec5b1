import type { Position } from '@linli/contract/places/boundaryShapes'

/** A MultiPolygon's coordinates: of each polygon the outer ring, then its holes; rings end where they begin. */
export type Ring = readonly Position[]
export type Region = readonly (readonly Ring[])[]
/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

const METRES_PER_DEGREE = 111_320
/** One degree to the east in metres. */
const eastMetres = (latitude: number): number => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)

export const pointsOf = (region: Region): number =>
  region.reduce((sum, rings) => sum + rings.reduce((points, ring) => points + ring.length, 0), 0)

export function boundsOf(region: Region): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of region.flat(2)) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [west, south, east, north]
}

export const boundsMeet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** Metres and compass degrees (0 north, 90 east) from one position to another nearby. */
export function wayBetween(from: Position, to: Position): { metres: number; bearing: number } {
  const east = (to[0] - from[0]) * eastMetres((from[1] + to[1]) / 2)
  const north = (to[1] - from[1]) * METRES_PER_DEGREE
  return { metres: Math.hypot(east, north), bearing: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 }
}

/**
 * A point that lies inside: of each polygon the line half-way up, and of these the middle of the longest stretch within.
 * The mean of the corners would fall outside a crescent. None where nothing has an extent.
 */
export function pointInside(region: Region): Position | undefined {
  let best: { point: Position; width: number } | undefined
  for (const rings of region) {
    const [, south, , north] = boundsOf([rings])
    const latitude = (south + north) / 2
    const crossings = rings.flatMap((ring) => crossingsOf(ring, latitude)).toSorted((a, b) => a - b)
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from = 0, to = 0] = [crossings[at], crossings[at + 1]]
      if (!best || to - from > best.width)
        best = { point: [rounded((from + to) / 2), rounded(latitude)], width: to - from }
    }
  }
  return best?.point
}

/** Where a ring crosses a parallel; a corner on it counts for the edge above alone. */
const crossingsOf = (ring: Ring, latitude: number): number[] =>
  ring.slice(1).flatMap(([x2, y2], at) => {
    const [x1, y1] = ring[at] ?? [x2, y2]
    return y1 <= latitude !== y2 <= latitude ? [x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)] : []
  })

/** Twice the signed area in square degrees; positive when the ring runs counter-clockwise. */
function turnOf(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0] // near the first point the products stay small and exact
  let sum = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[at + 1] ?? ring[0] ?? [x, y]
    sum += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)
  }
  return sum
}

/** Square metres; holes are left out. Within a grid the earth is flat. */
export function squareMetres(region: Region): number {
  const [, south, , north] = boundsOf(region)
  const scale = METRES_PER_DEGREE * eastMetres((south + north) / 2)
  const degrees = region.reduce(
    (sum, rings) =>
      sum +
      rings.reduce(
        (area, ring, at) => area + (at === 0 ? Math.abs(turnOf(ring)) : -Math.abs(turnOf(ring))) / 2,
        0,
      ),
    0,
  )
  return Math.max(0, degrees * scale)
}

const DECIMALS = 1e7
const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS

/**
 * As it is kept: seven decimals (a centimetre), no point twice in a row, every ring closed, outer rings counter-clockwise
 * and holes clockwise as RFC 7946 wants. A ring of less than three corners stays for `faultOf` to tell.
 */
export function tidied(region: Region): Region {
  return region.map((rings) =>
    rings.map((ring, at) => {
      const points: Position[] = []
      for (const [x, y] of ring) {
        const last = points.at(-1)
        const point: Position = [rounded(x), rounded(y)]
        if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
      }
      const [first, last] = [points[0], points.at(-1)]
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first)
      const runsOutward = turnOf(points) > 0
      return runsOutward === (at === 0) ? points : points.reverse()
    }),
  )
}
