import { expect, it } from 'vitest'
import { fenOf, yuan } from './money.ts'

it.each([
  ['9.9', 990],
  [' 12 ', 1200],
  ['0.05', 5],
  ['19.99', 1999],
  ['1.234', undefined],
  ['-3', undefined],
  ['九元', undefined],
  ['', undefined],
])('reads %s yuan', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

it('writes fen as yuan', () => {
  expect([yuan(990), yuan(5), yuan(-1200), yuan(0)]).toEqual(['9.90', '0.05', '-12.00', '0.00'])
})
