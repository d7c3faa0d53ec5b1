import type { Shape } from './shapes.ts'

/** A border may lie this far from where it was drawn, in pixels: nobody sees it. */
const UNSEEN = 0.4

type Thinned = { readonly scale: number; readonly rings: readonly Float64Array[] }
const thinned = new WeakMap<Shape, Thinned>()

/** A shape's rings as they look at a scale: made once for each doubling of it, so that moving the map makes nothing anew. */
export function ringsAt(shape: Shape, scale: number): readonly Float64Array[] {
  const finest = 2 ** Math.ceil(Math.log2(scale))
  const known = thinned.get(shape)
  if (known?.scale === finest) return known.rings
  const rings = shape.rings.map((ring) => thin(ring, UNSEEN / finest))
  thinned.set(shape, { scale: finest, rings })
  return rings
}

/**
 * The corners of a closed ring without those that lie on the way to the next: no corner left out is further than
 * `reach` from the line that is drawn instead. One pass: from the last kept corner, the way to the next has to pass all
 * corners between within their reach.
 */
export function thin(ring: Float64Array, reach: number): Float64Array {
  const kept = new Float64Array(ring.length)
  let [length, fromX, fromY] = [0, ring[0] ?? 0, ring[1] ?? 0]
  // The two bounds of the ways that are left, and how far the last corner was; none while there is no corner between.
  let [leftX, leftY, rightX, rightY, farthest] = [0, 0, 0, 0, 0]
  const keep = (x: number, y: number): void => {
    kept[length] = x
    kept[length + 1] = y
    length += 2
    fromX = x
    fromY = y
    farthest = 0
  }
  keep(fromX, fromY)
  for (let at = 2; at < ring.length; at += 2) {
    let [x, y] = [(ring[at] ?? 0) - fromX, (ring[at + 1] ?? 0) - fromY]
    let far = Math.sqrt(x * x + y * y)
    const passes = leftX * y - leftY * x <= 0 && rightX * y - rightY * x >= 0 && far >= farthest - reach
    if (farthest > 0 && !passes) {
      keep(ring[at - 2] ?? 0, ring[at - 1] ?? 0)
      x = (ring[at] ?? 0) - fromX
      y = (ring[at + 1] ?? 0) - fromY
      far = Math.sqrt(x * x + y * y)
    }
    if (far <= reach) continue
    // The corner's own bounds: turned by the angle that its reach has from here.
    const [sine, cosine] = [reach / far, Math.sqrt(1 - (reach / far) ** 2)]
    const [ownLeftX, ownLeftY] = [x * cosine - y * sine, y * cosine + x * sine]
    const [ownRightX, ownRightY] = [x * cosine + y * sine, y * cosine - x * sine]
    if (farthest === 0 || leftX * ownLeftY - leftY * ownLeftX < 0) [leftX, leftY] = [ownLeftX, ownLeftY]
    if (farthest === 0 || rightX * ownRightY - rightY * ownRightX > 0)
      [rightX, rightY] = [ownRightX, ownRightY]
    farthest = Math.max(farthest, far)
  }
  keep(ring.at(-2) ?? 0, ring.at(-1) ?? 0)
  return kept.subarray(0, length)
}
