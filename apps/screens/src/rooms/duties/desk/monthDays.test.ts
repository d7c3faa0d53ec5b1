import { expect, it } from 'vitest'
import { monthDays, monthsOf } from './monthDays.ts'

const span = { fromOn: '2026-11-22', toOn: '2027-01-03' }

it('takes the days of a month that the roster has, from the weekday of the first', () => {
  const november = monthDays('2026-11', span)
  expect([november.before, november.days[0], november.days.length]).toEqual([6, '2026-11-22', 9])
  const december = monthDays('2026-12', span)
  expect([december.before, december.days.length, december.days.at(-1)]).toEqual([1, 31, '2026-12-31'])
  expect(monthDays('2027-01', span).days).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
})

it('names every month once', () => {
  expect(monthsOf(span)).toEqual(['2026-11', '2026-12', '2027-01'])
  expect(monthsOf({ fromOn: '2026-12-31', toOn: '2026-12-31' })).toEqual(['2026-12'])
})
