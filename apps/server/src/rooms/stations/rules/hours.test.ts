import type { Hours, Span } from '@linli/contract/stations/shapes'
import { WEEKDAYS } from '@linli/contract/stations/words'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, dayAfter, dayOf, daysFrom, openAt, slotsOf, startOf, stretchesOf } from './hours.ts'

const NAME = { zh: '国庆节', en: 'National Day' }
/** 2026-10-01 is a Thursday and a holiday; Saturday the 10th is worked. */
const CALENDAR: Calendar = new Map([
  ['2026-10-01', { kind: 'holiday', name: NAME }],
  ['2026-10-10', { kind: 'workday', name: NAME }],
])
const span = (from: string, to: string, duty = false): Span => ({ from, to, duty })
const OFFICE = [span('08:30', '12:00'), span('12:00', '14:00', true), span('14:00', '17:30')]
const HOURS: Hours = {
  week: {
    monday: OFFICE,
    tuesday: OFFICE,
    wednesday: OFFICE,
    thursday: OFFICE,
    friday: OFFICE,
    saturday: [span('09:00', '16:00', true)],
    sunday: [],
  },
  holidays: [span('10:00', '15:00', true)],
  days: [{ day: '2026-10-12', spans: [], note: '停电检修', place: '六一桥头' }],
}
const standing = (hours: Hours, from: number | null = null, to: number | null = null) => ({ hours, from, to })
const at = (text: string): number => Date.parse(`${text}:00+08:00`)
const open = (text: string, hours = HOURS) => openAt(standing(hours), at(text), CALENDAR)
const moment = (text: string): string => new Date(at(text)).toISOString()

describe('opening hours', () => {
  it('knows the week, duty at noon and at weekends, and says until when or from when', () => {
    expect(open('2026-09-28T09:00')).toEqual({ state: 'open', until: moment('2026-09-28T12:00'), next: null })
    expect(open('2026-09-28T12:00')).toEqual({ state: 'duty', until: moment('2026-09-28T14:00'), next: null })
    expect(open('2026-09-28T17:30')).toEqual({
      state: 'closed',
      until: null,
      next: moment('2026-09-29T08:30'),
    })
    expect(open('2026-10-03T08:59')).toEqual({
      state: 'closed',
      until: null,
      next: moment('2026-10-03T09:00'),
    })
    expect(open('2026-10-03T16:00')).toEqual({
      state: 'closed',
      until: null,
      next: moment('2026-10-05T08:30'),
    })
  })

  it('lets a holiday outrank the week, a single day both, and counts a worked Saturday as a Monday', () => {
    expect(open('2026-10-01T09:00').next).toBe(moment('2026-10-01T10:00'))
    expect(open('2026-10-10T09:00').state).toBe('open')
    expect(open('2026-10-12T09:00')).toEqual({
      state: 'closed',
      until: null,
      next: moment('2026-10-13T08:30'),
    })
    const [first, , third] = daysFrom(standing(HOURS), '2026-10-10', 3, CALENDAR)
    expect(first).toMatchObject({ holiday: null, note: null, place: null })
    expect(first?.spans).toHaveLength(3)
    expect(third).toEqual({
      day: '2026-10-12',
      spans: [],
      holiday: null,
      note: '停电检修',
      place: '六一桥头',
    })
    expect(daysFrom(standing(HOURS), '2026-10-01', 1, CALENDAR)[0]?.holiday).toEqual(NAME)
  })

  it('goes past midnight, ends where the next morning begins, and never ends when it never closes', () => {
    const night = {
      ...HOURS,
      week: { ...HOURS.week, monday: [span('20:00', '06:00')], tuesday: [span('05:00', '07:00', true)] },
    }
    expect(open('2026-09-29T02:00', night)).toEqual({
      state: 'open',
      until: moment('2026-09-29T05:00'),
      next: null,
    })
    expect(open('2026-09-29T05:30', night).state).toBe('duty')
    const day = [span('00:00', '00:00')]
    const always: Hours = {
      week: Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as Hours['week'], // one entry a weekday
      holidays: day,
      days: [],
    }
    expect(open('2026-10-01T23:59', always)).toEqual({ state: 'open', until: null, next: null })
    // On duty on holidays, from eight to eight, or with somebody on duty at noon: it never closes either.
    const onHolidays = { ...always, holidays: [span('00:00', '00:00', true)] }
    expect(open('2026-09-29T10:00', onHolidays)).toEqual({ state: 'open', until: null, next: null })
    expect(open('2026-10-01T10:00', onHolidays)).toEqual({ state: 'duty', until: null, next: null })
    const everyDay = (spans: readonly Span[]): Hours => ({
      week: Object.fromEntries(WEEKDAYS.map((name) => [name, spans])) as Hours['week'], // one entry a weekday
      holidays: [...spans],
      days: [],
    })
    expect(open('2026-09-29T03:00', everyDay([span('08:00', '08:00')])).until).toBeNull()
    const noon = everyDay([span('12:00', '14:00', true), span('14:00', '12:00')])
    expect(open('2026-09-29T03:00', noon)).toEqual({ state: 'open', until: null, next: null })
    expect(open('2026-09-29T13:00', noon)).toEqual({ state: 'duty', until: null, next: null })
    // One day with an hour shut: there it ends.
    const once = {
      ...always,
      days: [{ day: '2026-10-02', spans: [span('00:00', '12:00'), span('13:00', '00:00')] }],
    }
    expect(open('2026-09-29T10:00', once).until).toBe(moment('2026-10-02T12:00'))
  })

  it('stands only between its days when it is mobile', () => {
    const mobile = standing(HOURS, at('2026-10-05T10:00'), at('2026-10-06T11:00'))
    expect(openAt(mobile, at('2026-09-01T10:00'), CALENDAR)).toEqual({
      state: 'closed',
      until: null,
      next: moment('2026-10-05T10:00'),
    })
    expect(openAt(mobile, at('2026-10-06T09:00'), CALENDAR).until).toBe(moment('2026-10-06T11:00'))
    expect(openAt(mobile, at('2026-10-06T11:00'), CALENDAR)).toEqual({
      state: 'closed',
      until: null,
      next: null,
    })
  })

  it('cuts slots out of the hours and leaves what is too short', () => {
    const slots = slotsOf(standing(HOURS), '2026-09-28', 60, CALENDAR)
    expect(
      slots.map(({ startsAt }) => new Date(startsAt + 8 * 3_600_000).toISOString().slice(11, 16)),
    ).toEqual(['08:30', '09:30', '10:30', '12:00', '13:00', '14:00', '15:00', '16:00'])
  })
})

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const spans = fc.array(fc.record({ from: clock, to: clock, duty: fc.boolean() }), { maxLength: 4 })
const hours = fc.record({
  week: fc.record({
    monday: spans,
    tuesday: spans,
    wednesday: spans,
    thursday: spans,
    friday: spans,
    saturday: spans,
    sunday: spans,
  }),
  holidays: spans,
  days: fc.constant<Hours['days']>([{ day: '2026-10-12', spans: [] }]),
})
const DAYS = Array.from({ length: 14 }, (_, n) => dayAfter('2026-09-30', n))

describe('any hours whatever', () => {
  it('are apart, in order, begin on their own day, and agree with what is said at any moment', () => {
    fc.assert(
      fc.property(
        hours,
        fc.integer({ min: 0, max: 12 * 1440 - 1 }),
        fc.integer({ min: 5, max: 240 }),
        (some, minute, length) => {
          const here = standing(some)
          const all = DAYS.flatMap((day) => {
            const found = stretchesOf(here, day, CALENDAR)
            for (const { from, to } of found) expect(dayOf(from) === day && to > from).toBe(true)
            return found
          })
          for (const [n, one] of all.entries()) expect(one.from).toBeGreaterThanOrEqual(all[n - 1]?.to ?? 0)
          for (const day of DAYS) {
            const slots = slotsOf(here, day, length, CALENDAR)
            for (const { startsAt, endsAt } of slots)
              expect(all.some(({ from, to }) => from <= startsAt && endsAt <= to)).toBe(true)
          }
          const now = startOf('2026-10-01') + minute * 60_000
          const said = openAt(here, now, CALENDAR)
          const inside = all.find(({ from, to }) => from <= now && now < to)
          expect(said.state).toBe(inside ? (inside.duty ? 'duty' : 'open') : 'closed')
          if (said.until) expect(Date.parse(said.until)).toBeGreaterThan(now)
          if (said.next) expect(Date.parse(said.next)).toBeGreaterThan(now)
        },
      ),
      { numRuns: 300 },
    )
  })
})
