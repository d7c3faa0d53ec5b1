import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lengthOf, type Stop, walkOrder } from './walkOrder.ts'

const at = (east: number, north: number): Stop => ({
  longitude: 1_150_000_000 + east,
  latitude: 280_000_000 + north,
})

it('goes by a short way from the first stop, and then to those whose place nobody knows', () => {
  const row = [at(0, 0), at(30_000, 0), null, at(10_000, 0), at(20_000, 0), null]
  expect(walkOrder(row)).toEqual([0, 3, 4, 1, 2, 5])
  expect(walkOrder([])).toEqual([])
  expect(walkOrder([null, null])).toEqual([0, 1])
})

it('a crossed way is untangled', () => {
  const square = [at(0, 0), at(10_000, 10_000), at(10_000, 0), at(0, 10_000)]
  const way = walkOrder(square).map((index) => square[index])
  const points = way.map((stop) => [stop?.longitude ?? 0, stop?.latitude ?? 0] as const)
  expect(lengthOf(points)).toBeLessThan(31_000)
})

it('names each stop once, and is never longer than the order it was given', () => {
  const stop = fc
    .tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }))
    .map(([east, north]) => at(east, north))
  fc.assert(
    fc.property(fc.array(stop, { minLength: 3, maxLength: 25 }), (stops) => {
      const order = walkOrder(stops)
      expect([...order].sort((a, b) => a - b)).toEqual(stops.map((_, index) => index))
      const shrink = Math.cos((28 * Math.PI) / 180)
      const line = (indices: readonly number[]) =>
        lengthOf(
          indices.map(
            (index) => [(stops[index]?.longitude ?? 0) * shrink, stops[index]?.latitude ?? 0] as const,
          ),
        )
      // Nearest first may begin worse than an order that happens to be the best; a plane holds it within a third of that.
      expect(line(order)).toBeLessThanOrEqual(line(stops.map((_, index) => index)) * 1.34 + 1)
    }),
    { seed: 20261122 },
  )
})
