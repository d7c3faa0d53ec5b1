import type { Position } from '@linli/contract/places/boundaryShapes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { square } from '../../../../../../tests/kit/outlines.ts'
import type { Region } from '../rules/geometry.ts'
import { outlineIndex } from './outlineIndex.ts'
import { slabsOf } from './slabs.ts'

const area = (path: string, region: Region, level = 'grid') => ({ path, level, name: path, region })
const COMMUNITY = area('/s1/c1/', [[square(0, 0, 4)]], 'community')
const WEST = area('/s1/c1/g1/', [[square(0, 0, 2), square(0.5, 0.5, 1)]])
const EAST = area('/s1/c1/g2/', [[square(2, 0, 2)]])
const POND = area('/s1/c1/g1/b1/', [[square(1.6, 1.6, 0.2)]], 'building')
const index = outlineIndex([COMMUNITY, EAST, WEST, POND])
const pathAt = (x: number, y: number) => index.at(x, y)?.path

test('finds the smallest area, leaves holes to the area around, and knows nothing outside', () => {
  expect(pathAt(0.2, 0.2)).toBe(WEST.path)
  expect(pathAt(3, 1)).toBe(EAST.path)
  expect(pathAt(1, 1)).toBe(COMMUNITY.path) // in the hole
  expect(pathAt(1.7, 1.7)).toBe(POND.path)
  expect(pathAt(1, 3)).toBe(COMMUNITY.path)
  expect(pathAt(5, 5)).toBeUndefined()
})

test('a border belongs to the first of its neighbours, corners too, however often it is asked', () => {
  expect([pathAt(2, 1), pathAt(2, 0), pathAt(2, 2)]).toEqual([WEST.path, WEST.path, WEST.path])
  expect(pathAt(0, 0)).toBe(WEST.path)
  expect(pathAt(4, 0.5)).toBe(EAST.path)
  expect(pathAt(0.5, 1)).toBe(WEST.path) // the border of its hole
})

test('without outlines there is nothing to find', () => {
  const empty = outlineIndex([])
  expect([empty.at(1, 1), empty.near([0, 0, 1, 1]), empty.bounds]).toEqual([undefined, [], undefined])
  expect(index.bounds).toEqual([0, 0, 4, 4])
})

test('a point in a star of any shape is where the angle says', () => {
  const radii = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 400 })
  fc.assert(
    fc.property(radii, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (radiuses, turn) => {
      const corner = (at: number, radius: number): Position => {
        const angle = (at / radiuses.length) * 2 * Math.PI
        return [radius * Math.cos(angle), radius * Math.sin(angle)]
      }
      const ring = [...radiuses, radiuses[0] ?? 1].map((radius, at) => corner(at % radiuses.length, radius))
      const holds = slabsOf([[ring]])
      const at = Math.floor(turn * radiuses.length)
      const [x, y] = ring[at] ?? [0, 0]
      if (radiuses.length > 3) expect(holds(0, 0)).toBe(true)
      expect(holds(x, y)).toBe(true)
      expect(holds(x * 1.2, y * 1.2)).toBe(false)
      if (radiuses.length > 3) expect(holds(x * 0.9, y * 0.9)).toBe(true)
    }),
  )
})
