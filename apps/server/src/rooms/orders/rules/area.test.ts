import { expect, it } from 'vitest'
import { areaAt, liesIn } from './area.ts'

it.each([
  [0, '/'],
  [1, '/s01/'],
  [2, '/s01/c01/'],
  [3, '/s01/c01/g01/'],
  [9, '/s01/c01/g01/'],
])('takes the first %i codes of a path', (depth, expected) => {
  expect(areaAt('/s01/c01/g01/', depth)).toBe(expected)
})

it('answers the region for the region itself', () => {
  expect(areaAt('/', 3)).toBe('/')
})

it('tells g1 from g101 by the terminator, and everything lies in the region', () => {
  expect(liesIn('/c01/g101/', '/c01/g1/')).toBe(false)
  expect(liesIn('/c01/g1/b2/', '/c01/g1/')).toBe(true)
  expect(liesIn('/c01/g1/', '/c01/g1/')).toBe(true)
  expect(liesIn('/c01/', '/c01/g1/')).toBe(false)
  expect(liesIn('/c01/g1/', '/')).toBe(true)
})
