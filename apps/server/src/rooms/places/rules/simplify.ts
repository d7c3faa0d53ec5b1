import type { Position } from '@linli/contract/places/boundaryShapes'
import { pointsOf, type Region, type Ring } from './geometry.ts'

/** The most points that leave in one answer: about five megabytes. */
export const MOST_ANSWER_POINTS = 200_000
const METRES_PER_DEGREE = 111_320

/** Outlines with points left out until together they have no more than `most`; undefined stays undefined. */
export function lightened(regions: readonly (Region | undefined)[], most = MOST_ANSWER_POINTS) {
  const total = () => light.reduce((sum, region) => sum + (region ? pointsOf(region) : 0), 0)
  let light = regions
  for (let metres = 2; total() > most && metres < 5000; metres *= 2)
    light = regions.map((region) => region && simplified(region, metres / METRES_PER_DEGREE))
  return light
}

/** Ramer, Douglas and Peucker: every point left out lies no further from the line than the tolerance, in degrees. */
export const simplified = (region: Region, tolerance: number): Region =>
  region.map((rings) => rings.map((ring) => simplerRing(ring, tolerance)))

function simplerRing(ring: Ring, tolerance: number): Ring {
  if (ring.length <= 5) return ring
  const middle = Math.floor(ring.length / 2) // a ring begins where it ends: cut in two, it has two lines
  const kept = new Set([0, middle, ring.length - 1])
  const parts: [number, number][] = [
    [0, middle],
    [middle, ring.length - 1],
  ]
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part
    const [start, end] = [ring[from], ring[to]]
    if (!start || !end) continue
    let [furthest, at] = [tolerance, -1]
    for (let index = from + 1; index < to; index += 1) {
      const away = distance(ring[index] ?? start, start, end)
      if (away > furthest) [furthest, at] = [away, index]
    }
    if (at < 0) continue
    kept.add(at)
    parts.push([from, at], [at, to])
  }
  const simpler = ring.filter((_, index) => kept.has(index))
  return simpler.length >= 4 ? simpler : ring
}

function distance([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}
