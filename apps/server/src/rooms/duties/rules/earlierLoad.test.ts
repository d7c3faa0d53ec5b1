import { expect, it } from 'vitest'
import { DAY, people, someone } from '../../../../../../tests/kit/rosters.ts'
import { earlierLoad, type Served } from './earlierLoad.ts'
import { planRoster } from './planRoster.ts'

const SATURDAY = '2026-11-07'
const isFree = (day: string) => day === SATURDAY
const served = (roster: string, person: string, day?: string, start = 480): Served =>
  day === undefined ? { roster, person } : { roster, person, day, start, minutes: 480 }

it('says who served more than others, compared within each roster, and nobody below nothing', () => {
  const rows = [
    served('october', 'a', '2026-10-08'),
    served('october', 'a', '2026-10-09', 0),
    served('october', 'b'),
    served('november', 'b', SATURDAY),
    served('november', 'c'),
  ]
  expect([...earlierLoad(rows, ['a', 'b', 'c', 'new'], isFree)]).toEqual([
    ['a', { minutes: 480 + 240, nights: 1, freeDays: 1 }],
    ['b', { minutes: 0, nights: 0, freeDays: 1 }],
    ['c', { minutes: 0, nights: 1, freeDays: 0 }],
    ['new', { minutes: 240, nights: 1, freeDays: 1 }],
  ])
})

it('owes nothing to whoever is gone, and asks nothing of nobody', () => {
  expect(earlierLoad([served('october', 'gone', SATURDAY)], ['a'], isFree).get('a')).toEqual({
    minutes: 0,
    nights: 0,
    freeDays: 0,
  })
  expect(earlierLoad([], [], isFree).size).toBe(0)
})

it('is made up for in the next month: whoever had less before has more now', () => {
  const members = [someone(0, { earlier: { minutes: 960, nights: 0, freeDays: 0 } }), someone(1)]
  const plan = planRoster({
    days: 6,
    firstWeekday: 1,
    freeDays: [],
    restMinutes: 660,
    weekMinutes: 2880,
    shifts: [DAY],
    posts: [{ id: 'desk', needed: 1, skill: null }],
    members,
  })
  const count = (member: number) => plan.duties.filter((duty) => duty.member === member).length
  expect([count(0), count(1)]).toEqual([2, 4])
  // What is told is of this month alone.
  expect(plan.minutes).toEqual({ least: 960, most: 1920 })
  expect(people(2).every((one) => !('earlier' in one))).toBe(true)
})
