import { expect, it } from 'vitest'
import { daysOf } from './daysOf.ts'

it('names every day from the first to the last', () => {
  expect(daysOf('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(daysOf('2027-01-01', '2027-01-01')).toEqual(['2027-01-01'])
})
