import { expect, it } from 'vitest'
import { closesByRating } from './outcome.ts'

it.each([
  ['solved', 5, true],
  ['solved', 3, true],
  ['solved', 2, false],
  ['partlySolved', 3, true],
  ['partlySolved', 1, false],
  ['notSolved', 5, false],
  ['notSolved', 1, false],
] as const)('%s with %i closes the order: %s', (resolved, score, closes) => {
  expect(closesByRating(resolved, score)).toBe(closes)
})
