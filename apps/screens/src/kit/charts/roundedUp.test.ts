import { expect, test } from 'vitest'
import { roundedUp } from './roundedUp.ts'

test.each([
  [0, 4],
  [3, 4],
  [5, 6],
  [11, 20],
  [37, 40],
  [61, 80],
  [99, 100],
  [401, 600],
  [34_245, 40_000],
])('a scale for %i ends at %i, which halves evenly', (highest, top) => {
  expect(roundedUp(highest)).toBe(top)
  expect(Number.isInteger(top / 2)).toBe(true)
})
