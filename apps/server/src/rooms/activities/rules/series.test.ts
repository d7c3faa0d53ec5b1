import { expect, it } from 'vitest'
import { datesOf, MOST_DATES } from './series.ts'

const at = (time: string): number => Date.parse(`${time}+08:00`)
const first = { startsAt: at('2026-09-21T16:30:00'), endsAt: at('2026-09-21T18:00:00') } // a Monday
const WEEKDAYS = [1, 2, 3, 4, 5]
const days = (dates: readonly { startsAt: number }[]) =>
  dates.map(({ startsAt }) => new Date(startsAt + 8 * 3_600_000).toISOString().slice(5, 16))

it('gives one date where nothing is repeated', () => {
  expect(datesOf(first, null, new Map())).toEqual([first])
})

it('repeats 四点半课堂 on weekdays, leaves public holidays out and works on a moved day', () => {
  const calendar = new Map([
    ['2026-09-25', 'holiday'],
    ['2026-09-27', 'workday'],
  ] as const)
  const dates = datesOf(first, { weekdays: WEEKDAYS, until: '2026-09-28' }, calendar)
  expect(days(dates)).toEqual([
    '09-21T16:30',
    '09-22T16:30',
    '09-23T16:30',
    '09-24T16:30',
    '09-27T16:30',
    '09-28T16:30',
  ])
  expect(dates.every(({ startsAt, endsAt }) => endsAt - startsAt === 90 * 60_000)).toBe(true)
})

it('gives none where the last day lies before the first or there would be too many', () => {
  expect(datesOf(first, { weekdays: WEEKDAYS, until: '2026-09-20' }, new Map())).toEqual([])
  expect(datesOf(first, { weekdays: WEEKDAYS, until: '2027-09-20' }, new Map())).toEqual([])
  expect(datesOf(first, { weekdays: [1], until: '2027-09-20' }, new Map()).length).toBeLessThan(MOST_DATES)
})
