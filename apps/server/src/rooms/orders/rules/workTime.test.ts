import type { DayKind } from '@linli/contract/places/dayWords'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dueAfter,
  dueByPieces,
  dueOf,
  duePieces,
  type Length,
  leftOf,
  type TimeUnit,
  unknownYears,
  type Week,
  workCalendar,
  workDaysBetween,
  workingMinutesBetween,
  workingTimeBefore,
  workingTimeBetween,
} from './workTime.ts'

const hours = (text: string) =>
  text.split(' ').map((part) => {
    const [from = 0, to = 0] = part.split('-').map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return hour * 60 + minute
    })
    return [from, to] as const
  })
const weekdays = (text: string): Week => [...Array.from({ length: 5 }, () => hours(text)), [], []]
const days = new Map<string, DayKind>([
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, 'holiday'] as const),
  ['2026-10-10', 'workday'],
])
const years = new Set([2026])
const nineToFive = workCalendar(weekdays('9:00-17:00'), days, years)
const office = workCalendar(weekdays('8:30-12:00 14:30-17:30'), days, years)
/** By the region's own clock. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const shown = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (start: string, amount: number, unit: TimeUnit, calendar = office) =>
  shown(dueAfter(at(start), { amount, unit }, calendar))

describe('what users of other systems complain of', () => {
  it('Friday 16:30 + 1 h is Monday 09:30, not Friday night (chatwoot 13392)', () => {
    expect(due('2026-11-20 16:30', 1, 'workHour', nineToFive)).toBe('2026-11-23 09:30')
  })
  it('the lunch break does not count (frappe helpdesk 2212)', () => {
    expect(due('2026-11-23 11:30', 1, 'workHour')).toBe('2026-11-23 15:00')
  })
  it('a day has two windows, and what begins between them waits for the second (chatwoot 14009)', () => {
    expect(due('2026-11-23 13:00', 3, 'workHour')).toBe('2026-11-23 17:30')
    expect(due('2026-11-23 13:00', 4, 'workHour')).toBe('2026-11-24 09:30')
  })
  it('holidays and weekend days worked in their place count as what they are (osTicket 1168)', () => {
    expect(due('2026-09-30 17:00', 1, 'workHour')).toBe('2026-10-08 09:00')
    expect(due('2026-10-09 09:00', 1, 'workDay')).toBe('2026-10-10 17:30')
    expect(due('2026-10-10 17:00', 1, 'workHour')).toBe('2026-10-12 09:00')
  })
  it('time is not lost while somebody else is waited for (osTicket 3034)', () => {
    const paused = dueOf(
      at('2026-11-23 09:00'),
      { amount: 4, unit: 'workHour' },
      [{ pause: [at('2026-11-23 10:00'), at('2026-11-25 10:00')] }],
      office,
    )
    expect(shown(paused)).toBe('2026-11-25 15:30')
  })
  it('pause time is not lost when the policy changes (glpi 15605)', () => {
    const changes = [{ pause: [at('2026-11-24 10:00'), at('2026-11-26 10:00')] as const }]
    const before = dueOf(at('2026-11-23 10:00'), { amount: 3, unit: 'workDay' }, changes, office)
    const after = dueOf(at('2026-11-23 10:00'), { amount: 5, unit: 'workDay' }, changes, office)
    expect([before, after].map(shown)).toEqual(['2026-11-30 17:30', '2026-12-02 17:30'])
    const shorter = workCalendar(weekdays('9:00-12:00'), days, years)
    const moved = dueOf(at('2026-11-23 10:00'), { amount: 3, unit: 'workDay' }, changes, shorter)
    expect(shown(moved)).toBe('2026-11-30 12:00')
  })
})

describe('limits', () => {
  it.each([
    ['2026-11-23 09:00', 90, 'minute', '2026-11-23 10:30'],
    ['2026-11-20 16:30', 7, 'day', '2026-11-27 16:30'],
    ['2026-11-20 16:30', 1, 'workDay', '2026-11-23 17:30'],
    ['2026-11-22 03:00', 1, 'workDay', '2026-11-23 17:30'],
    ['2026-11-23 03:00', 5, 'workDay', '2026-11-30 17:30'],
    ['2026-11-20 17:30', 1, 'workHour', '2026-11-23 09:30'],
    ['2026-11-20 17:00', 30 / 60, 'workHour', '2026-11-20 17:30'],
  ] as const)('from %s, %d %s is %s', (start, amount, unit, expected) => {
    expect(due(start, amount, unit)).toBe(expected)
  })

  it('a limit paused on its last day keeps what was left of that day', () => {
    const start = at('2026-11-23 10:00')
    const limit: Length = { amount: 1, unit: 'workDay' }
    const late = [{ pause: [at('2026-11-24 09:30'), at('2026-11-25 16:30')] as const }]
    expect(shown(dueOf(start, limit, late, office))).toBe('2026-11-26 15:30')
  })

  it('an extension counts from the old due time, and a limit that was over stays over through a pause', () => {
    const start = at('2026-11-23 10:00')
    const extended = dueOf(
      start,
      { amount: 1, unit: 'workDay' },
      [{ extend: { amount: 2, unit: 'workDay' } }],
      office,
    )
    expect(shown(extended)).toBe('2026-11-26 17:30')
    const over = [{ pause: [at('2026-11-25 10:00'), at('2026-11-27 10:00')] as const }]
    expect(shown(dueOf(start, { amount: 1, unit: 'workDay' }, over, office))).toBe('2026-11-24 17:30')
  })

  it('says which years of a limit in working time nobody knows', () => {
    const start = at('2026-12-30 10:00')
    const working = dueAfter(start, { amount: 3, unit: 'workDay' }, office)
    expect(unknownYears(start, working, 'workDay', office)).toEqual([2027])
    expect(unknownYears(start, working, 'day', office)).toEqual([])
    expect(unknownYears(at('2026-11-23 10:00'), at('2026-11-24 10:00'), 'workDay', office)).toEqual([])
  })

  it('refuses a calendar without work instead of searching for ever', () => {
    const never = workCalendar(
      Array.from({ length: 7 }, () => []),
      new Map(),
      years,
    )
    expect(() => dueAfter(0, { amount: 1, unit: 'workDay' }, never)).toThrow('no working day')
    expect(() => dueAfter(0, { amount: 1, unit: 'workHour' }, never)).toThrow('no working time')
  })
})

describe('for any time', () => {
  const instant = fc.integer({ min: at('2026-09-20 00:00'), max: at('2026-12-20 00:00') })
  const calendar = fc.constantFrom(nineToFive, office)
  const limit = fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant<TimeUnit>('workHour') }),
    fc.record({ amount: fc.integer({ min: 1, max: 900 }), unit: fc.constant<TimeUnit>('workMinute') }),
    fc.record({ amount: fc.integer({ min: 1, max: 15 }), unit: fc.constant<TimeUnit>('workDay') }),
    fc.record({ amount: fc.integer({ min: 1, max: 5000 }), unit: fc.constant<TimeUnit>('minute') }),
    fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant<TimeUnit>('day') }),
  )

  it('work hours are exactly that much working time, and what begins later is never due earlier', () => {
    fc.assert(
      fc.property(instant, limit, calendar, fc.nat(90 * 60_000), (start, of, cal, more) => {
        const end = dueAfter(start, of, cal)
        expect(end).toBeGreaterThan(start)
        expect(dueAfter(start + more, of, cal)).toBeGreaterThanOrEqual(end)
        if (of.unit === 'workHour') expect(workingMinutesBetween(start, end, cal)).toBe(of.amount * 60)
        if (of.unit === 'workDay') expect(workDaysBetween(start, end, cal)).toBe(of.amount)
      }),
    )
  })

  it('going back is going forth', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), calendar, (start, amount, cal) => {
        const end = dueAfter(start, { amount, unit: 'workMinute' }, cal)
        const back = workingTimeBefore(end, amount * 60_000, cal)
        expect(workingTimeBetween(back, end, cal)).toBe(amount * 60_000)
        expect(workingTimeBetween(start, back, cal)).toBe(0)
      }),
    )
  })

  it('the pieces say the same as the calendar, whichever millisecond the command is written at', () => {
    fc.assert(
      fc.property(instant, limit, calendar, fc.nat(600_000), (now, of, cal, later) => {
        expect(dueByPieces(duePieces(now, of, cal), now + later)).toBe(dueAfter(now + later, of, cal))
      }),
      { numRuns: 500 },
    )
    const edges = fc.constantFrom(
      '2026-11-23 08:30',
      '2026-11-23 12:00',
      '2026-11-23 17:30',
      '2026-11-24 00:00',
    )
    fc.assert(
      fc.property(edges, fc.integer({ min: -5, max: 5 }), fc.nat(10), limit, (edge, before, later, of) => {
        const now = at(edge) + before
        expect(dueByPieces(duePieces(now, of, office), now + later)).toBe(dueAfter(now + later, of, office))
      }),
      { numRuns: 500 },
    )
  })

  it('a pause leaves at least the working time that was left, and never makes anything due earlier', () => {
    fc.assert(
      fc.property(
        instant,
        limit,
        calendar,
        fc.nat(20 * 86_400_000),
        fc.nat(20 * 86_400_000),
        (start, of, cal, first, second) => {
          const plain = dueAfter(start, of, cal)
          const [from, to] = [start + first, start + first + second]
          const moved = dueOf(start, of, [{ pause: [from, to] }], cal)
          expect(moved).toBeGreaterThanOrEqual(plain)
          if (plain > from && of.unit !== 'workDay' && of.unit.startsWith('work'))
            expect(workingTimeBetween(to, moved, cal)).toBe(workingTimeBetween(from, plain, cal))
          if (plain > from && second > 0 && of.unit === 'minute') expect(moved - to).toBe(plain - from)
          expect(leftOf(plain, of.unit, plain, cal).amount).toBe(0)
        },
      ),
    )
  })
})
