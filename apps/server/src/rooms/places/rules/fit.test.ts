import { expect, test } from 'vitest'
import { square } from '../../../../../../tests/kit/outlines.ts'
import { gapMetres, outsideMetres, overlapMetres } from './fit.ts'
import { type Region, squareMetres } from './geometry.ts'

const at = (west: number, south: number, side = 0.002): Region => [[square(west, south, side)]]
const HERE = at(115.9, 28.65)
const whole = squareMetres(HERE)

test('neighbours that share a border share no ground and leave none', () => {
  const east = at(115.902, 28.65)
  expect(overlapMetres(HERE, east)).toBe(0)
  expect(gapMetres(HERE, east, [])).toBeLessThan(0.01)
})

test('half over each other share half', () => {
  expect(overlapMetres(HERE, at(115.901, 28.65)) / whole).toBeCloseTo(0.5, 2)
  expect(overlapMetres(HERE, at(115.9, 28.651)) / whole).toBeCloseTo(0.5, 2)
})

test('what lies in a hole is no overlap', () => {
  const inner = square(115.9005, 28.6505, 0.001)
  expect(overlapMetres([[square(115.9, 28.65, 0.002), inner]], [[inner]])).toBeLessThan(1)
})

test.each([
  ['to the east', at(115.9021, 28.65), 0.0001 * 0.002],
  ['to the north', at(115.9, 28.6521), 0.0001 * 0.002],
])('a gap of ten metres %s is seen', (_, other, squareDegrees) => {
  const metres = squareDegrees * 111_320 ** 2 * Math.cos((28.65 * Math.PI) / 180)
  expect(gapMetres(HERE, other, []) / metres).toBeCloseTo(1, 2)
})

test('a gap that a third fills is none, and one as wide as a park is not a mistake of drawing', () => {
  const other = at(115.9021, 28.65)
  expect(gapMetres(HERE, other, [at(115.9015, 28.649, 0.004)])).toBe(0)
  expect(gapMetres(HERE, at(115.904, 28.65), [])).toBe(0)
})

test('what reaches beyond the area above is measured', () => {
  expect(outsideMetres(HERE, at(115.901, 28.65)) / whole).toBeCloseTo(0.5, 2)
  expect(outsideMetres(HERE, at(115.89, 28.64, 0.1))).toBeLessThan(whole * 0.001)
})
