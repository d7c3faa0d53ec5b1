import type { Position } from '@linli/contract/places/boundaryShapes'
import { describe, expect, it } from 'vitest'
import { worldX, worldY } from './mercator.ts'
import { type Drawn, onTwoLines, shapeAt, shapesOf } from './shapes.ts'

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const drawn = (path: string, ...rings: Position[][]): Drawn => ({
  path,
  name: path,
  outline: { type: 'MultiPolygon', coordinates: [rings] },
  position: null,
})
const at = (rows: readonly Drawn[], longitude: number, latitude: number, near = 0): string | undefined =>
  shapeAt(shapesOf(rows), worldX(longitude), worldY(latitude), near)?.path

describe('what lies under a press', () => {
  const rows = [
    drawn('/c/', square(115, 28, 1)),
    drawn('/c/g/', square(115.2, 28.2, 0.2)),
    drawn('/ring/', square(117, 28, 1), square(117.4, 28.4, 0.2)),
    { path: '/b/', name: '3栋', outline: null, position: [116.5, 28.5] as const },
    { path: '/none/', name: '', outline: null, position: null },
  ]
  it.each([
    [115.5, 28.9, '/c/'],
    [115.3, 28.3, '/c/g/'],
    [117.1, 28.1, '/ring/'],
    [117.5, 28.5, undefined], // in its hole
    [116.2, 28.5, undefined],
  ])('%f %f: %s', (longitude, latitude, path) => {
    expect(at(rows, longitude, latitude)).toBe(path)
  })
  it('is a point when the press is near it', () => {
    expect(at(rows, 116.5001, 28.5)).toBeUndefined()
    expect(at(rows, 116.5001, 28.5, 1e-6)).toBe('/b/')
  })
})

it('a name stands inside, whatever the shape', () => {
  // A horseshoe whose middle is outside.
  const ring: Position[] = [
    [115, 28],
    [116, 28],
    [116, 29],
    [115.8, 29],
    [115.8, 28.2],
    [115.2, 28.2],
    [115.2, 29],
    [115, 29],
    [115, 28],
  ]
  const [shape] = shapesOf([drawn('/u/', ring)])
  const [x = 0, y = 0] = shape?.middle ?? []
  expect(shapeAt(shape ? [shape] : [], x, y, 0)).toBe(shape)
})

it('writes where an area lies above what it is called', () => {
  expect(onTwoLines('示范镇 柳林社区 第一网格')).toBe('示范镇 柳林社区\n第一网格')
  expect(onTwoLines('第一网格')).toBe('第一网格')
})
