import { expect, it } from 'vitest'
import { classOf, percentOf, withShares } from './coverage.ts'

it.each([
  [0, 0, 0, 0],
  [200, 0, 0, 0],
  [200, 1, 1, 1],
  [200, 50, 25, 2],
  [1000, 999, 99, 4],
  [200, 200, 100, 5],
])('of %i households %i: %i per cent, class %i', (households, reached, percent, number) => {
  expect([percentOf({ households, reached }), classOf({ households, reached })]).toEqual([percent, number])
})

it('a grid without figures stays as it is', () => {
  const row = (path: string) => ({ path, name: path, outline: null, position: null })
  expect(
    withShares([row('/g1/'), row('/g2/')], new Map([['/g1/', { households: 4, reached: 3 }]])),
  ).toMatchObject([{ name: '/g1/ 75%', tone: 4 }, row('/g2/')])
})
