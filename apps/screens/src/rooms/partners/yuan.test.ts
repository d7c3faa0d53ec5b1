import { expect, it } from 'vitest'
import { yuanWords } from './yuan.ts'

it('says fen as yuan to the fen', () => {
  expect([4_000_050, 100, 7, 0].map(yuanWords)).toEqual(['40,000.50', '1', '0.07', '0'])
})
