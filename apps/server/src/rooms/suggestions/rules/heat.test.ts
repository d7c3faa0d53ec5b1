import { describe, expect, it } from 'vitest'
import { areasOf, communityOf, isCommon } from './areas.ts'
import { groupsOf, heatOf, reportersOf } from './heat.ts'

const NOW = '2026-11-22T08:00:00Z'
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()
const report = (reporter: string, days: number) => ({ reporter, placedAt: daysAgo(days) })

describe('how warm a matter is', () => {
  it('counts each person once, by the latest report, halved each week', () => {
    expect(heatOf([], NOW)).toBe(0)
    expect(heatOf([report('a', 0)], NOW)).toBe(1)
    expect(heatOf([report('a', 7)], NOW)).toBe(0.5)
    expect(heatOf([report('a', 14)], NOW)).toBe(0.25)
    expect(heatOf([report('a', 7), report('a', 0), report('a', 14)], NOW)).toBe(1)
    expect(heatOf([report('a', 0), report('b', 7)], NOW)).toBe(1.5)
  })
  it('is told to the hundredth, and never more than one for a person whose clock is ahead', () => {
    expect(heatOf([report('a', 1)], NOW)).toBe(0.91)
    expect(heatOf([report('a', -3)], NOW)).toBe(1)
  })
  it('counts people, not reports', () => {
    expect(reportersOf([report('a', 0), report('a', 1), report('b', 2)])).toBe(2)
    expect(reportersOf([])).toBe(0)
  })
})

describe('orders that hang together', () => {
  const links = [
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'y'],
    ['d', 'c'],
  ] as const
  const sorted = (least: number) => groupsOf(links, least).map((ids) => ids.toSorted())
  it('are found through one another, the largest first', () => {
    expect(sorted(2)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['x', 'y'],
    ])
  })
  it('are left out where they are fewer than asked for', () => {
    expect(sorted(3)).toEqual([['a', 'b', 'c', 'd']])
    expect(sorted(5)).toEqual([])
    expect(groupsOf([], 1)).toEqual([])
  })
  it('stay one when they are linked in a ring', () => {
    expect(
      groupsOf(
        [
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
        ],
        3,
      ).length,
    ).toBe(1)
  })
})

describe('where an order is', () => {
  it('is said by the areas below its community, or by the community itself', () => {
    expect(areasOf('/s01/c01/g02/b1/', 2)).toEqual(['/s01/c01/g02/', '/s01/c01/g02/b1/'])
    expect(areasOf('/s01/c01/', 2)).toEqual(['/s01/c01/'])
    expect(areasOf('/s01/', 2)).toEqual(['/s01/'])
    expect(areasOf('/', 2)).toEqual([])
  })
  it('has one community, or is wider', () => {
    expect(communityOf('/s01/c01/g02/', 2)).toBe('/s01/c01/')
    expect(communityOf('/s01/', 2)).toBe('/s01/')
    expect(communityOf('/', 2)).toBe('/')
  })
  it('is no home for a matter of several', () => {
    expect(isCommon(undefined)).toBe(true)
    expect(isCommon({ homeEntry: false, grabbable: false })).toBe(true)
    expect(isCommon({ homeEntry: true, grabbable: false })).toBe(false)
    expect(isCommon({ homeEntry: false, grabbable: true })).toBe(false)
  })
})
