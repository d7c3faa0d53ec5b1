import { describe, expect, test } from 'vitest'
import { type Count, rollUp, tellable } from './rollUp.ts'

const cared = (path: string, held: number) => ({ path, key: 'people', held, wanted: held })
const areas = (counts: readonly Count[]): string[] => counts.map(({ area }) => area).sort()

test('rows are summed over every area that they lie in, as deep as is counted', () => {
  const rows = [
    { path: '/s01/c01/g01/b1/', key: 'a', held: 1, wanted: 2 },
    { path: '/s01/c02/', key: 'a', held: 3, wanted: 4 },
    { path: '/', key: 'a', held: 5, wanted: 5 },
    { path: '/s01/c01/g01/', key: 'b', held: 7, wanted: 7 },
  ]
  expect(rollUp(rows, 3).map(({ area, key, held, wanted }) => `${area} ${key} ${held}/${wanted}`)).toEqual([
    '/ a 9/11',
    '/ b 7/7',
    '/s01/ a 4/6',
    '/s01/ b 7/7',
    '/s01/c01/ a 1/2',
    '/s01/c01/ b 7/7',
    '/s01/c02/ a 3/4',
    '/s01/c01/g01/ a 1/2',
    '/s01/c01/g01/ b 7/7',
  ])
})

describe('people', () => {
  const told = (...rows: ReturnType<typeof cared>[]) => areas(tellable(rollUp(rows, 3)))

  test('two are told nowhere, three are', () => {
    expect(told(cared('/s01/', 2))).toEqual([])
    expect(told(cared('/s01/', 3))).toEqual(['/', '/s01/'])
  })

  test('what is hidden is told by no subtraction', () => {
    // Of nine, five and three would leave one: the three are hidden with it.
    expect(told(cared('/a/', 5), cared('/b/', 3), cared('/c/', 1))).toEqual(['/', '/a/'])
    // The sum of two that are hidden is no secret once it is three.
    expect(told(cared('/a/', 5), cared('/b/', 2), cared('/c/', 1))).toEqual(['/', '/a/'])
    // Who belongs to the wider area alone counts, too.
    expect(told(cared('/', 1), cared('/a/', 4))).toEqual(['/'])
  })

  test('below a hidden area nothing is told', () => {
    expect(told(cared('/a/x/', 3), cared('/b/', 4), cared('/c/', 1))).toEqual(['/', '/b/'])
  })

  test('whatever else is counted of the same area goes with the people', () => {
    const counts = rollUp([cared('/a/', 2), { path: '/a/', key: 'lastDay', held: 9, wanted: 0 }], 3)
    expect(tellable(counts)).toEqual([])
  })
})
