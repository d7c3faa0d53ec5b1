import { expect, it } from 'vitest'
import { dueAfter, dueIn, firstDue, fulfils, nextTold } from './rhythm.ts'

const daily = { every: 'day', by: '18:00' } as const
const weekly = { every: 'week', by: '18:00' } as const
const monthly = { every: 'month', by: '20:30' } as const
/** A moment by the region's clock. */
const at = (local: string): number => Date.parse(`${local}+08:00`)

it.each([
  ['a day, early', daily, '2026-11-22T00:00:00', '2026-11-22T18:00:00'],
  ['a day, its last second', daily, '2026-11-22T23:59:59', '2026-11-22T18:00:00'],
  ['a week on its Monday', weekly, '2026-11-23T00:00:00', '2026-11-29T18:00:00'],
  ['a week on its Sunday', weekly, '2026-11-22T23:00:00', '2026-11-22T18:00:00'],
  ['a month of 30 days', monthly, '2026-11-01T00:00:00', '2026-11-30T20:30:00'],
  ['a February of a leap year', monthly, '2028-02-10T12:00:00', '2028-02-29T20:30:00'],
  ['a December', monthly, '2026-12-31T23:59:00', '2026-12-31T20:30:00'],
])('%s is due at its end, by the region’s clock', (_, rhythm, moment, due) => {
  expect(new Date(dueIn(rhythm, at(moment)))).toEqual(new Date(at(due)))
})

it.each([
  ['a day', daily, '2026-11-22T23:59:59', '2026-11-23T18:00:00'],
  ['a week', weekly, '2026-11-22T23:00:00', '2026-11-29T18:00:00'],
  ['a month', monthly, '2027-01-31T08:00:00', '2027-02-28T20:30:00'],
])('after %s the next one waits', (_, rhythm, moment, due) => {
  expect(new Date(dueAfter(rhythm, at(moment)))).toEqual(new Date(at(due)))
})

it('begins with the first that can still be made', () => {
  const now = at('2026-11-22T17:00:00')
  expect(firstDue(daily, at('2026-11-20T00:00:00'), now)).toBe(at('2026-11-22T18:00:00'))
  expect(firstDue(daily, at('2026-11-20T00:00:00'), at('2026-11-22T18:00:00'))).toBe(
    at('2026-11-23T18:00:00'),
  )
  expect(firstDue(daily, at('2026-12-01T00:00:00'), now)).toBe(at('2026-12-01T18:00:00'))
})

it('takes a visit for the day’s contact, and a talk for no visit', () => {
  const contact = { key: 'dailyContact', needs: 'contact' } as const
  const visit = { key: 'weeklyVisit', needs: 'meeting' } as const
  expect(fulfils(contact, { rhythm: 'weeklyVisit', outcome: 'seen' })).toBe(true)
  expect(fulfils(contact, { rhythm: 'dailyContact', outcome: 'spoke' })).toBe(true)
  expect(fulfils(contact, { rhythm: 'dailyContact', outcome: 'notReached' })).toBe(false)
  expect(fulfils(visit, { rhythm: 'weeklyVisit', outcome: 'seen' })).toBe(true)
  expect(fulfils(visit, { rhythm: 'weeklyVisit', outcome: 'spoke' })).toBe(false)
  expect(fulfils(visit, { rhythm: 'monthlyOuting', outcome: 'seen' })).toBe(false)
})

it('tells four times and then no more', () => {
  const rhythm = { tells: [0, 60, 120, 180] as const }
  const due = at('2026-11-22T18:00:00')
  expect([0, 1, 2, 3, 4].map((step) => nextTold(rhythm, due, step))).toEqual([
    due,
    due + 3_600_000,
    due + 7_200_000,
    due + 10_800_000,
    null,
  ])
})
