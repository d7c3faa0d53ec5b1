import { MOST_POINTS, type Position } from '@linli/contract/places/boundaryShapes'
import { pointsOf, type Region, type Ring, squareMetres } from './geometry.ts'

/** What is wrong with an outline and what to do, in words. */
export type Fault = { readonly problem: string; readonly remedy: string }

const SMALLEST_SQUARE_METRES = 1
const REDRAW = '请把这条边界删掉重画。'

export const NOT_DEGREES: Fault = {
  problem: '坐标不是经纬度',
  remedy: '请在制图软件里另存为“WGS84 经纬度（EPSG:4326）”后再传；shapefile 请带上 .prj。',
}

/** Why a tidied outline cannot be kept; undefined when it can. */
export function faultOf(region: Region): Fault | undefined {
  const rings = region.flat()
  if (region.length === 0 || region.some((polygon) => polygon.length === 0))
    return { problem: '没有边界线', remedy: '请画出至少三个拐点。' }
  if (region.flat(2).some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90))) return NOT_DEGREES
  if (rings.some((ring) => ring.length < 4)) return { problem: '边界不到三个拐点', remedy: REDRAW }
  if (pointsOf(region) > MOST_POINTS)
    return {
      problem: `边界有 ${pointsOf(region)} 个点，最多 ${MOST_POINTS} 个`,
      remedy: '请在制图软件里简化边界后再传。',
    }
  const crossing = crossingOf(rings)
  if (crossing)
    return {
      problem: `边界线自己交叉了（${crossing[0].toFixed(5)}, ${crossing[1].toFixed(5)} 附近）`,
      remedy: '请把交叉处的拐点挪开，让边界线只绕一圈。',
    }
  if (squareMetres(region) < SMALLEST_SQUARE_METRES)
    return { problem: '边界围起来不到 1 平方米', remedy: REDRAW }
  return undefined
}

type Edge = { readonly ring: number; readonly at: number; readonly from: Position; readonly to: Position }

/** Where two edges cross, of one ring or of two; edges that share a corner do not. */
function crossingOf(rings: readonly Ring[]): Position | undefined {
  const edges = rings
    .flatMap((ring, number) =>
      ring.slice(1).map((to, at): Edge => ({ ring: number, at, from: ring[at] ?? to, to })),
    )
    .sort((a, b) => Math.min(a.from[0], a.to[0]) - Math.min(b.from[0], b.to[0]))
  let open: Edge[] = []
  for (const edge of edges) {
    const west = Math.min(edge.from[0], edge.to[0])
    open = open.filter(({ from, to }) => Math.max(from[0], to[0]) >= west)
    const other = open.find((one) => cross(one, edge))
    if (other) return edge.from
    open.push(edge)
  }
  return undefined
}

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Properly: each edge has the other's ends on both its sides. Touching is no crossing: holes may touch their border. */
function cross(a: Edge, b: Edge): boolean {
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  )
}
