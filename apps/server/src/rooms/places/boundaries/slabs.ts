import { boundsOf, type Region } from '../rules/geometry.ts'

/** Edges to a slab, more or less: a county's five thousand points are asked as quickly as a grid's fifty. */
const EDGES_PER_SLAB = 8
const NUMBERS_PER_EDGE = 4

/**
 * Whether a region holds a point, exactly: even-odd over all its rings, so holes are out; the border is in. The edges lie
 * in slabs by latitude, so that a point meets only those beside it.
 */
export function slabsOf(region: Region): (longitude: number, latitude: number) => boolean {
  const [, south, , north] = boundsOf(region)
  const edges = edgesOf(region)
  const count = Math.max(1, Math.ceil(edges.length / EDGES_PER_SLAB))
  const perDegree = north > south ? count / (north - south) : 0
  const slabAt = (latitude: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor((latitude - south) * perDegree)))
  const lists: number[][] = Array.from({ length: count }, () => [])
  for (const edge of edges)
    for (let slab = slabAt(Math.min(edge[1], edge[3])); slab <= slabAt(Math.max(edge[1], edge[3])); slab += 1)
      lists[slab]?.push(...edge)
  const slabs = lists.map((list) => Float64Array.from(list))
  return (x, y) => {
    const slab = y < south || y > north ? undefined : slabs[slabAt(y)]
    return slab !== undefined && holds(slab, x, y)
  }
}

const edgesOf = (region: Region): [number, number, number, number][] =>
  region.flatMap((rings) =>
    rings.flatMap((ring) =>
      ring.slice(1).map((to, at): [number, number, number, number] => {
        const from = ring[at] ?? to
        return [from[0], from[1], to[0], to[1]]
      }),
    ),
  )

function holds(edges: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let at = 0; at < edges.length; at += NUMBERS_PER_EDGE) {
    const [x1, y1] = [edges[at] ?? 0, edges[at + 1] ?? 0]
    const [x2, y2] = [edges[at + 2] ?? 0, edges[at + 3] ?? 0]
    const turn = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
    const isBeside = Math.min(x1, x2) <= x && x <= Math.max(x1, x2)
    if (turn === 0 && isBeside && Math.min(y1, y2) <= y && y <= Math.max(y1, y2)) return true
    if (y1 > y !== y2 > y && turn < 0 === y2 < y1) inside = !inside
  }
  return inside
}
