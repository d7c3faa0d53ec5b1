import type { Position } from '@linli/contract/places/boundaryShapes'
import { expect, test } from 'vitest'
import { square } from '../../../../../../tests/kit/outlines.ts'
import { boundsOf, pointInside, pointsOf, squareMetres, tidied, wayBetween } from './geometry.ts'

const HUNDREDTH = square(115.9, 28.65, 0.01)

test('measures a square of a hundredth of a degree at Nanchang: 1113 m by 977 m', () => {
  const metres = squareMetres([[HUNDREDTH]])
  expect(metres / (1113.2 * 1113.2 * Math.cos((28.655 * Math.PI) / 180))).toBeCloseTo(1, 3)
})

test('a hole is left out of the area', () => {
  const whole = squareMetres([[HUNDREDTH]])
  const withHole = squareMetres([[HUNDREDTH, square(115.902, 28.652, 0.005)]])
  expect(withHole / whole).toBeCloseTo(0.75, 2)
})

test('the box and the points of an outline in two pieces', () => {
  const region = [[HUNDREDTH], [square(116, 28.7)]]
  expect(boundsOf(region)).toEqual([115.9, 28.65, 116.001, 28.701])
  expect(pointsOf(region)).toBe(10)
})

test('is tidied: closed, turned, rounded, without a point twice', () => {
  const clockwise: Position[] = [
    [0, 0],
    [0, 1],
    [0, 1],
    [1.00000001, 1],
    [1, 0],
  ]
  const [rings] = tidied([[clockwise, square(0.2, 0.2, 0.1)]])
  expect(rings?.[0]).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ])
  expect(rings?.[1]).toEqual([...square(0.2, 0.2, 0.1)].reverse()) // a hole runs the other way
})

test('a way says how far and whereto', () => {
  expect(wayBetween([115.9, 28.65], [115.9, 28.66]).bearing).toBe(0)
  expect(wayBetween([115.9, 28.65], [115.91, 28.65]).bearing).toBe(90)
  expect(wayBetween([115.9, 28.65], [115.9, 28.64]).metres).toBeCloseTo(1113.2, 1)
})

test('a point inside lies inside: of a crescent, of a ring with a hole, of the wider of two pieces', () => {
  const crescent: Position[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 9],
    [9, 9],
    [9, 1],
    [0, 1],
    [0, 0],
  ]
  expect(pointInside([[crescent]])).toEqual([9.5, 5])
  expect(pointInside([[square(0, 0, 10), square(1, 1, 6)]])).toEqual([8.5, 5])
  expect(pointInside([[square(0, 0, 1)], [square(20, 5, 4)]])).toEqual([22, 7])
  expect(pointInside([])).toBeUndefined()
})
