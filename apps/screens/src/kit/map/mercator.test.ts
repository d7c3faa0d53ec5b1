import { expect, it } from 'vitest'
import {
  type Box,
  boxAround,
  latitudeOf,
  longitudeOf,
  scaleOf,
  viewOf,
  WHOLE,
  worldX,
  worldY,
  zoomOf,
} from './mercator.ts'

it('turns degrees into the unit square and back', () => {
  expect([worldX(0), worldY(0)]).toEqual([0.5, 0.5])
  expect(worldY(85.0511287798)).toBeCloseTo(0, 9)
  expect([longitudeOf(worldX(115.9)), latitudeOf(worldY(28.65))]).toEqual([
    expect.closeTo(115.9, 9),
    expect.closeTo(28.65, 9),
  ])
  expect(zoomOf(scaleOf(16.5))).toBeCloseTo(16.5, 9)
})

it('looks at what there is, with a rim, and no nearer than a street', () => {
  const size = { width: 880, height: 680 }
  const at = (longitude: number, latitude: number): Box => {
    const [x, y] = [worldX(longitude), worldY(latitude)]
    return [x, y, x, y]
  }
  const box = boxAround([at(115, 28), at(116, 29)])
  const view = viewOf(box, size)
  const [west = 0, north = 0, east = 0, south = 0] = box ?? []
  expect([view.x, view.y]).toEqual([(west + east) / 2, (north + south) / 2])
  expect((south - north) * view.scale).toBeCloseTo(600, 6)
  expect((east - west) * view.scale).toBeLessThan(800)
  expect(viewOf(boxAround([at(115, 28)]), size).scale).toBe(scaleOf(17))
  expect(viewOf(boxAround([]), size)).toBe(WHOLE)
})
