import { expect, test } from 'vitest'
import { chanceOf, idFrom, isDrawnId } from './chance.ts'

test('a draw depends on subject and name only, not on what was drawn before', () => {
  const one = chanceOf('seed', 'order 1')
  one.roll('something else')
  expect(one.roll('race')).toBe(chanceOf('seed', 'order 1').roll('race'))
  expect(one.roll('race')).not.toBe(chanceOf('seed', 'order 2').roll('race'))
})

test('over many subjects a share is kept and a shuffle loses nobody', () => {
  const happened = Array.from({ length: 2000 }, (_, n) => chanceOf('share', n).happens('x', 0.25)).filter(
    Boolean,
  ).length
  expect(happened).toBeGreaterThan(420)
  expect(happened).toBeLessThan(580)
  expect(
    chanceOf('s')
      .shuffle('list', [1, 2, 3, 4, 5])
      .sort((a, b) => a - b),
  ).toEqual([1, 2, 3, 4, 5])
})

test('ids from names are UUIDs of version 8, told apart from those of devices', () => {
  expect(idFrom('a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idFrom('a', 1)).toBe(idFrom('a', 1))
  expect(isDrawnId(idFrom('a', 1))).toBe(true)
  expect(isDrawnId(crypto.randomUUID())).toBe(false)
})
