import type { Outline, Position } from '@linli/contract/places/boundaryShapes'
import { type Box, worldX, worldY } from './mercator.ts'

/** Something on a map: an outline, or a point where there is none. */
export type Drawn = {
  readonly path: string
  /** As it is written on the map; a line feed begins a line. */
  readonly name: string
  readonly outline: Outline | null
  readonly position: Position | null
  /** Which of the tones it has, where the map tells a figure; the figure stands in the name too. */
  readonly tone?: number
}
/** The same in the unit square, made once for all views. Each ring: x and y by turns. */
export type Shape = {
  readonly path: string
  readonly name: string
  readonly rings: readonly Float64Array[]
  readonly box: Box
  readonly tone: number | undefined
  /** Where its name stands: inside. */
  readonly middle: readonly [number, number]
}

/** The full name of an area on two lines: where it lies, then what it is called. */
export const onTwoLines = (fullName: string): string => fullName.replace(/ (?=[^ ]*$)/, '\n')

export const shapesOf = (rows: readonly Drawn[]): Shape[] =>
  rows.flatMap(({ path, name, outline, position, tone }) => {
    if (!outline) return position ? [{ path, name, tone, ...pointAt(position) }] : []
    const rings = outline.coordinates.flat().map(ringOf)
    const [outer] = rings
    if (!outer) return []
    return [{ path, name, tone, rings, box: boxOf(rings), middle: middleOf(outer) }]
  })

function pointAt([longitude, latitude]: Position): Pick<Shape, 'rings' | 'box' | 'middle'> {
  const [x, y] = [worldX(longitude), worldY(latitude)]
  return { rings: [], box: [x, y, x, y], middle: [x, y] }
}

function ringOf(ring: readonly Position[]): Float64Array {
  const plain = new Float64Array(ring.length * 2)
  // By numbers: a county has a hundred thousand corners.
  for (let at = 0; at < ring.length; at += 1) {
    const corner = ring[at]
    if (!corner) continue
    plain[2 * at] = worldX(corner[0])
    plain[2 * at + 1] = worldY(corner[1])
  }
  return plain
}

function boxOf(rings: readonly Float64Array[]): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (let at = 0; at < ring.length; at += 2) {
      const [x = 0, y = 0] = [ring[at], ring[at + 1]]
      west = Math.min(west, x)
      east = Math.max(east, x)
      north = Math.min(north, y)
      south = Math.max(south, y)
    }
  return [west, north, east, south]
}

/** The middle of the widest stretch inside at half the height: inside whatever the shape. */
function middleOf(ring: Float64Array): [number, number] {
  const [west, north, east, south] = boxOf([ring])
  const y = (north + south) / 2
  const crossings = crossingsOf(ring, y).sort((a, b) => a - b)
  let best: [number, number] = [west, east]
  let widest = 0
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from = 0, to = 0] = [crossings[at], crossings[at + 1]]
    if (to - from > widest) [best, widest] = [[from, to], to - from]
  }
  return [(best[0] + best[1]) / 2, y]
}

/** Where a ring crosses a latitude. */
function crossingsOf(ring: Float64Array, y: number): number[] {
  const found: number[] = []
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]]
    if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  return found
}

const isIn = ({ rings }: Shape, x: number, y: number): boolean =>
  rings.reduce((sum, ring) => sum + crossingsOf(ring, y).filter((crossing) => crossing > x).length, 0) % 2 ===
  1

const sizeOf = ([west, north, east, south]: Box): number => (east - west) * (south - north)

/** What lies under a point: a point near it, else the smallest outline around it. @param near in the unit square */
export function shapeAt(shapes: readonly Shape[], x: number, y: number, near: number): Shape | undefined {
  let best: Shape | undefined
  for (const shape of shapes) {
    const [west, north, east, south] = shape.box
    const rim = shape.rings.length === 0 ? near : 0
    if (x < west - rim || x > east + rim || y < north - rim || y > south + rim) continue
    if (shape.rings.length > 0 && !isIn(shape, x, y)) continue
    if (!best || sizeOf(shape.box) < sizeOf(best.box)) best = shape
  }
  return best
}
