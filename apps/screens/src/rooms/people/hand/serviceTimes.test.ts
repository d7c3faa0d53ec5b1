import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOf, isSensible, timesOf } from './serviceTimes.ts'

describe('service times', () => {
  test('days with the same hours stand together', () => {
    const hours = [
      { weekday: 3, from: '08:00', to: '12:00' },
      { weekday: 1, from: '08:00', to: '12:00' },
      { weekday: 6, from: '19:00', to: '21:00' },
    ]
    expect(timesOf(hours)).toEqual([
      { days: [1, 3], from: '08:00', to: '12:00' },
      { days: [6], from: '19:00', to: '21:00' },
    ])
  })

  test('nothing is lost or made up on the way to the form and back', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((one) => `${String(one).padStart(2, '0')}:00`)
    const row = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: hour, to: hour })
    const rows = fc.uniqueArray(row, { selector: (one) => JSON.stringify(one), maxLength: 28 })
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    fc.assert(
      fc.property(rows, (hours) => {
        expect(sorted(hoursOf(timesOf(hours)))).toEqual(sorted(hours))
      }),
    )
  })

  test('a time needs a day and an end after its beginning', () => {
    expect(isSensible({ days: [1], from: '20:00', to: '24:00' })).toBe(true)
    expect(isSensible({ days: [], from: '08:00', to: '12:00' })).toBe(false)
    expect(isSensible({ days: [1], from: '12:00', to: '12:00' })).toBe(false)
  })
})
