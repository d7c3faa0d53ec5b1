import { MOST_POINTS, type Position } from '@linli/contract/places/boundaryShapes'
import { expect, test } from 'vitest'
import { square } from '../../../../../../tests/kit/outlines.ts'
import type { Region } from './geometry.ts'
import { faultOf } from './outlineFaults.ts'

const circle = (points: number): Position[] =>
  Array.from({ length: points + 1 }, (_, at) => {
    const angle = ((at % points) / points) * 2 * Math.PI
    return [115.9 + 0.01 * Math.cos(angle), 28.65 + 0.01 * Math.sin(angle)]
  })
const bow: Position[] = [
  [115.9, 28.65],
  [115.901, 28.651],
  [115.901, 28.65],
  [115.9, 28.651],
  [115.9, 28.65],
]

test.each<[string, Region]>([
  ['a square', [[square(115.9, 28.65)]]],
  ['one with a hole', [[square(115.9, 28.65), square(115.9004, 28.6504, 0.0002)]]],
  ['one whose hole touches its border', [[square(115.9, 28.65), square(115.9, 28.65, 0.0002)]]],
  ['two pieces', [[square(115.9, 28.65)], [square(115.91, 28.65)]]],
  ['as many points as may be', [[circle(MOST_POINTS - 1)]]],
])('keeps %s', (_, region) => {
  expect(faultOf(region)).toBeUndefined()
})

test.each<[string, Region, RegExp]>([
  ['nothing', [], /没有边界线/],
  ['a piece without a ring', [[]], /没有边界线/],
  ['two corners', [[[...square(115.9, 28.65).slice(0, 2), [115.9, 28.65]]]], /不到三个拐点/],
  ['a bow', [[bow]], /自己交叉了/],
  ['a hole across the border', [[square(115.9, 28.65), square(115.9005, 28.6505)]], /自己交叉了/],
  ['metres of a projection', [[square(38_512_345, 3_123_456, 100)]], /不是经纬度/],
  [
    'no number',
    [
      [
        [
          [Number.NaN, 1],
          [1, 1],
          [1, 2],
          [Number.NaN, 1],
        ],
      ],
    ],
    /不是经纬度/,
  ],
  ['a speck', [[square(115.9, 28.65, 0.000001)]], /不到 1 平方米/],
  ['more points than may be', [[circle(MOST_POINTS)]], /最多 8000 个/],
])('refuses %s and says what to do', (_, region, problem) => {
  const fault = faultOf(region)
  expect(fault?.problem).toMatch(problem)
  expect(fault?.remedy).toMatch(/^请.*。$/)
})
