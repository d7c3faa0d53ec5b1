/** What of the earth is seen: its centre in the unit square of web Mercator, and how many pixels the whole earth is wide. */
export type View = { readonly x: number; readonly y: number; readonly scale: number }
/** West, north, east, south in the unit square. */
export type Box = readonly [number, number, number, number]
export type Size = { readonly width: number; readonly height: number }

/** The earth's width at zoom 0, in pixels, as MapLibre counts. */
const TILE = 512
const PADDING = 40
/** About thirty metres of a street across a hand. */
const NEAREST = TILE * 2 ** 17
/** The county's country, while nothing else is known. */
export const WHOLE: View = { x: 0.805, y: 0.405, scale: TILE * 2 ** 4 }

export const worldX = (longitude: number): number => (longitude + 180) / 360
export const worldY = (latitude: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)
export const longitudeOf = (x: number): number => x * 360 - 180
export const latitudeOf = (y: number): number =>
  (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90
export const zoomOf = (scale: number): number => Math.log2(scale / TILE)
export const scaleOf = (zoom: number): number => TILE * 2 ** zoom

/** The box around others, undefined when there are none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes
  if (!first) return undefined
  let [west, north, east, south] = first
  for (const box of boxes) {
    west = Math.min(west, box[0])
    north = Math.min(north, box[1])
    east = Math.max(east, box[2])
    south = Math.max(south, box[3])
  }
  return [west, north, east, south]
}

/** The nearest view that holds a box with a rim around it. */
export function viewOf(box: Box | undefined, { width, height }: Size): View {
  if (!box) return WHOLE
  const [west, north, east, south] = box
  const wide = Math.max(1, width - 2 * PADDING) / (east - west)
  const high = Math.max(1, height - 2 * PADDING) / (south - north)
  return { x: (west + east) / 2, y: (north + south) / 2, scale: Math.min(wide, high, NEAREST) }
}
