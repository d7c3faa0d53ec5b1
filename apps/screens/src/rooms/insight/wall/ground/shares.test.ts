import { expect, test } from 'vitest'
import { careShare, dutyShare, ofAll, pairShare, percent, reachShare, visitShare } from './shares.ts'
import type { Ground } from './useGround.ts'

const NONE: Ground = {
  homes: 0,
  pairs: [],
  visits: [],
  duties: [],
  care: null,
  reach: { grids: 0, placed: 0, services: [] },
}

test('where nothing is wanted there is no share', () => {
  for (const share of [pairShare, visitShare, dutyShare, careShare, reachShare])
    expect(share(NONE)).toBeUndefined()
})

test('遂川: 728 hubs of at most thirty homes cannot hold thirty thousand, and the share says so', () => {
  const ground = { ...NONE, pairs: [{ rule: 'hubHouseholds', held: 728 * 30, homes: 30_000 }] }
  const share = pairShare(ground)
  expect(share && percent(share)).toBe(72)
  expect(share && ofAll(share)).toBe('21\u202f840 / 30\u202f000')
})

test('all but one is not all', () => {
  expect(percent({ held: 29_999, of: 30_000 })).toBe(99)
  expect(percent({ held: 30_000, of: 30_000 })).toBe(100)
})

test('every service of every grid that is placed counts once', () => {
  const reach = {
    grids: 4,
    placed: 3,
    services: [
      { service: 'pharmacy', reached: 3 },
      { service: 'groceries', reached: 1 },
    ],
  }
  expect(reachShare({ ...NONE, reach })).toEqual({ held: 4, of: 6 })
})
