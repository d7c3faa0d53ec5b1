/** A stop of a walk; null where nobody has said where it lies. Integers of 0.0000001 degrees. */
export type Stop = { readonly longitude: number; readonly latitude: number } | null

type Point = readonly [east: number, north: number]

/** On so small a piece of ground the earth is flat; degrees of longitude shrink with the latitude. */
function pointsOf(stops: readonly { readonly longitude: number; readonly latitude: number }[]): Point[] {
  const shrink = Math.cos(((stops[0]?.latitude ?? 0) / 1e7) * (Math.PI / 180))
  return stops.map(({ longitude, latitude }) => [longitude * shrink, latitude])
}

const between = ([a, b]: Point, [c, d]: Point): number => Math.hypot(a - c, b - d)

/** How long a way through points is, in the points' own measure. */
export function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, at) => sum + between(points[at - 1] ?? point, point), 0)
}

/** From the first stop always to the nearest that is left; of two equally near the earlier. */
function nearestFirst(points: readonly Point[]): number[] {
  const left = points.map((_, at) => at)
  const way = left.splice(0, 1)
  while (left.length > 0) {
    const from = points[way.at(-1) ?? 0] ?? [0, 0]
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (const [at, stop] of left.entries()) {
      const far = between(from, points[stop] ?? from)
      if (far < least) [best, least] = [at, far]
    }
    way.push(...left.splice(best, 1))
  }
  return way
}

/** Turns stretches of the way around as long as that makes it shorter (2-opt); the first stop stays the first. */
function untangled(way: readonly number[], points: readonly Point[]): number[] {
  const best = [...way]
  const at = (index: number): Point | undefined => points[best[index] ?? -1]
  for (let round = 0, isBetter = true; isBetter && round < 50; round += 1) {
    isBetter = false
    for (let from = 1; from < best.length - 1; from += 1)
      for (let to = from + 1; to < best.length; to += 1) {
        const [before, first, last, after] = [at(from - 1), at(from), at(to), at(to + 1)]
        if (!before || !first || !last) continue
        const gain =
          between(before, first) +
          (after ? between(last, after) : 0) -
          between(before, last) -
          (after ? between(first, after) : 0)
        if (gain <= 1e-6) continue
        best.splice(from, to - from + 1, ...best.slice(from, to + 1).reverse())
        isBetter = true
      }
  }
  return best
}

/**
 * The order in which stops are walked: those whose place is known by a short way from the first of them, the others after
 * them as they came. @returns the indices of `stops`, each once
 */
export function walkOrder(stops: readonly Stop[]): number[] {
  const known = stops.flatMap((stop, at) => (stop ? [{ ...stop, at }] : []))
  const unknown = stops.flatMap((stop, at) => (stop ? [] : [at]))
  const points = pointsOf(known)
  const way = points.length > 2 ? untangled(nearestFirst(points), points) : points.map((_, at) => at)
  return [...way.flatMap((at) => known[at]?.at ?? []), ...unknown]
}
