import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitInside } from './compressPhoto.ts'

it('keeps the shape, fits the longest side and never enlarges', () => {
  expect(fitInside(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 })
  const side = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fitted = fitInside(width, height, 1600)
      expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(1600)
      expect(fitted.width).toBeLessThanOrEqual(width)
      expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1)
    }),
  )
})
