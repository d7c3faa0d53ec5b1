import { expect, test } from 'vitest'
import { PERIODS, periodFrom, periodSearch } from './period.ts'

test.each(PERIODS)('an address says %i days and is read again', (days) => {
  expect(periodFrom(periodSearch(days))).toBe(days)
})

test.each(['', '?days=', '?days=31', '?days=x'])(
  'an address that says nothing we know shows the usual: %s',
  (search) => {
    expect(periodFrom(search)).toBe(30)
  },
)
