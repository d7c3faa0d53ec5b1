import { describe, expect, it } from 'vitest'
import { freeDaysOf, nextSpan, taskOf } from './rosterDays.ts'

const span = { fromOn: '2026-09-28', toOn: '2026-10-11' }

describe('a roster in days and minutes', () => {
  it('counts days from the first and minutes from midnight', () => {
    const shifts = [{ key: 'noon', name: '午班', start: '11:30', minutes: 150 }]
    const coming = { id: 'a', skills: [], offDays: ['2026-10-01'], offShifts: [], wishes: [], busy: [] }
    const task = taskOf({ ...span, restHours: 11, weekHours: 40, shifts, now: -60 }, [], [coming], [])
    expect(task).toMatchObject({ days: 14, now: -60, firstWeekday: 1, restMinutes: 660, weekMinutes: 2400 })
    expect(task.shifts).toEqual([{ key: 'noon', start: 690, minutes: 150 }])
    expect(task.members[0]?.offDays).toEqual([3])
  })

  it('takes weekends and holidays for free days, and worked weekends not', () => {
    const calendar = new Map([
      ['2026-10-01', true],
      ['2026-10-02', true],
      ['2026-10-10', false],
    ])
    expect(freeDaysOf(span, calendar)).toEqual([3, 4, 5, 6, 13])
    expect(freeDaysOf(span, new Map())).toEqual([5, 6, 12, 13])
  })

  it('goes on to the end of the month, or of the next where that is near', () => {
    expect(nextSpan('2026-11-30')).toEqual({ fromOn: '2026-12-01', toOn: '2026-12-31' })
    expect(nextSpan('2026-12-12')).toEqual({ fromOn: '2026-12-13', toOn: '2026-12-31' })
    expect(nextSpan('2026-12-27')).toEqual({ fromOn: '2026-12-28', toOn: '2027-01-31' })
  })
})
