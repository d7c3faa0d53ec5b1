import fc from 'fast-check'
import { expect, it } from 'vitest'
import { thin } from './rings.ts'

const ring = (...corners: (readonly [number, number])[]): Float64Array => new Float64Array(corners.flat())
const cornersOf = (plain: Float64Array): [number, number][] =>
  Array.from({ length: plain.length / 2 }, (_, at) => [plain[2 * at] ?? 0, plain[2 * at + 1] ?? 0])

it('leaves out corners on a straight way, and keeps every turn', () => {
  const straight = ring([0, 0], [1, 0], [2, 0.05], [3, 0], [4, 0], [4, 2], [4, 4], [2, 4], [0, 4], [0, 0])
  expect(cornersOf(thin(straight, 0.1))).toEqual([
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ])
  expect(cornersOf(thin(straight, 0.01)).length).toBeGreaterThan(5)
  expect(cornersOf(thin(ring([0, 0], [3, 0], [1, 0], [1, 2], [0, 0]), 0.1))).toHaveLength(5)
})

it('a slow curve is not cut short', () => {
  const round = Array.from(
    { length: 361 },
    (_, degree) => [Math.cos((degree * Math.PI) / 180), Math.sin((degree * Math.PI) / 180)] as const,
  )
  const kept = cornersOf(thin(ring(...round), 0.005))
  expect(kept.length).toBeLessThan(60)
  expect(farthest(round, kept)).toBeLessThan(0.006)
})

it('nothing left out is further from the line than it may be, whatever was drawn', () => {
  const corner = fc.tuple(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.double({ min: 0, max: 100, noNaN: true }),
  )
  fc.assert(
    fc.property(
      fc.array(corner, { minLength: 3, maxLength: 40 }),
      fc.double({ min: 0.1, max: 20, noNaN: true }),
      (corners, reach) => {
        const closed = [...corners, corners[0] ?? [0, 0]]
        const kept = cornersOf(thin(ring(...closed), reach))
        expect(kept[0]).toEqual(closed[0])
        expect(kept.at(-1)).toEqual(closed.at(-1))
        // A corner nearer than its reach to where the line began may lie behind it: twice the reach is the bound then.
        expect(farthest(closed, kept)).toBeLessThanOrEqual(2 * reach + 1e-9)
      },
    ),
  )
})

/** How far the farthest of the corners lies from a line. */
function farthest(
  corners: readonly (readonly [number, number])[],
  line: readonly [number, number][],
): number {
  return Math.max(
    ...corners.map((corner) => Math.min(...line.slice(1).map((to, at) => away(corner, line[at] ?? to, to)))),
  )
}

function away(
  [x, y]: readonly [number, number],
  [x1, y1]: [number, number],
  [x2, y2]: [number, number],
): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const share =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
  return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))
}
