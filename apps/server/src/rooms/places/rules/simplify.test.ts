import type { Position } from '@linli/contract/places/boundaryShapes'
import { expect, test } from 'vitest'
import { square } from '../../../../../../tests/kit/outlines.ts'
import { pointsOf, type Region, squareMetres } from './geometry.ts'
import { lightened, simplified } from './simplify.ts'

const shore = (points: number): Region => [
  [
    Array.from({ length: points + 1 }, (_, at): Position => {
      const angle = ((at % points) / points) * 2 * Math.PI
      const wave = 0.01 + 0.00001 * Math.sin(angle * 40)
      return [115.9 + wave * Math.cos(angle), 28.65 + wave * Math.sin(angle)]
    }),
  ],
]

test('leaves a square as it is, and what is light enough untouched', () => {
  const region: Region = [[square(115.9, 28.65)]]
  expect(simplified(region, 0.01)).toEqual(region)
  const all = [region, undefined, shore(500)]
  expect(lightened(all, 1000)).toBe(all)
})

test('leaves points out until the answer is light, still closed and of the same size', () => {
  const before = shore(4000)
  const [after] = lightened([before], 300)
  expect(after && pointsOf(after)).toBeLessThan(300)
  const ring = after?.[0]?.[0]
  expect(ring?.at(0)).toEqual(ring?.at(-1))
  expect(squareMetres(after ?? []) / squareMetres(before)).toBeCloseTo(1, 2)
})
