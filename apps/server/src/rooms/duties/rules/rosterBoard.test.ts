import { describe, expect, it } from 'vitest'
import { DAY, EVENING, NIGHT, someone } from '../../../../../../tests/kit/rosters.ts'
import { RosterBoard } from './rosterBoard.ts'
import type { RosterTask } from './rosterTask.ts'
import { presence, type Slot, slotsOf } from './slots.ts'

const task = (more: Partial<RosterTask> = {}): RosterTask => ({
  days: 2,
  firstWeekday: 7,
  freeDays: [0],
  restMinutes: 0,
  weekMinutes: 10_080,
  shifts: [DAY, NIGHT],
  posts: [{ id: 'gate', needed: 1, skill: null }],
  members: [someone(0), someone(1)],
  ...more,
})
const slotAt = (board: RosterBoard, index: number): Slot => {
  const slot = board.slots[index]
  if (!slot) throw new Error(`no slot ${index}`)
  return slot
}

describe('the slots of a roster', () => {
  it('stand in order of time with week, night and free day', () => {
    const slots = slotsOf(task())
    expect(slots.map(({ day, shift, from, to }) => [day, shift, from, to])).toEqual([
      [0, 1, 0, 480],
      [0, 0, 480, 960],
      [1, 1, 1440, 1920],
      [1, 0, 1920, 2400],
    ])
    expect(slots.map(({ week }) => week)).toEqual([0, 0, 1, 1])
    expect(slots.map(({ isNight }) => isNight)).toEqual([true, false, true, false])
    expect(slots.map(({ isFree }) => isFree)).toEqual([true, true, false, false])
    expect(slots.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  })

  it('are a night from an hour between midnight and five on', () => {
    const nights = (start: number, minutes: number) =>
      slotsOf(task({ days: 1, shifts: [{ key: 'one', start, minutes }] })).map(({ isNight }) => isNight)
    expect(nights(240, 480)).toEqual([true])
    expect(nights(241, 480)).toEqual([false])
    expect(nights(1200, 300)).toEqual([true])
    expect(nights(1200, 299)).toEqual([false])
    expect(nights(1380, 60)).toEqual([false])
  })

  it('rule one another out when they meet or lie within the rest', () => {
    const conflicts = (restMinutes: number) => slotsOf(task({ restMinutes })).map((slot) => slot.conflicts)
    expect(conflicts(0)).toEqual([[0], [1], [2], [3]])
    expect(conflicts(480)).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ])
    expect(conflicts(481)).toEqual([
      [0, 1],
      [0, 1, 2],
      [1, 2, 3],
      [2, 3],
    ])
  })

  it('are of working days or of free days alone where the shift says so', () => {
    const shifts = [
      { ...DAY, on: 'freeDay' as const },
      { ...EVENING, on: 'workday' as const },
    ]
    expect(slotsOf(task({ shifts })).map(({ day, shift }) => [day, shift])).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('know who could come: not on days or shifts off, nor beside what they do elsewhere with its rest', () => {
    const members = [
      someone(0, { offDays: [1] }),
      someone(1, { offShifts: ['night'] }),
      someone(2, { busy: [[960, 1000]] }),
      someone(3),
    ]
    const shifts = [DAY, { key: 'night', start: 1200, minutes: 480 }]
    const given = task({ members, shifts, restMinutes: 60 })
    const comes = presence(given, slotsOf(given))
    // Slots: day 0, night into day 1, day 1, night into day 2.
    // biome-ignore format: a row for each person
    expect([...comes]).toEqual([
      1, 0, 0, 0, // the first night ends on the day off
      1, 0, 1, 0,
      0, 1, 1, 1,
      1, 1, 1, 1,
    ])
    const close = task({ members: [someone(0, { busy: [[1020, 1140]] })], shifts, restMinutes: 60 })
    expect([...presence(close, slotsOf(close))]).toEqual([1, 1, 1, 1])
  })
})

describe('the board of a roster', () => {
  it('gives a duty and counts hours, nights and free days; takes it back and counts them off', () => {
    const board = new RosterBoard(task())
    const night = slotAt(board, 0)
    expect(board.postAt(1, 0)).toBe(-1)
    expect(board.give(1, night, 0)).toBe(true)
    expect([...board.minutes, ...board.nights, ...board.freeDays]).toEqual([0, 480, 0, 1, 0, 1])
    expect([board.postAt(1, 0), board.postAt(0, 0)]).toEqual([0, -1])
    expect([...board.lastPost]).toEqual([-1, 0])
    expect(board.take(1, night)).toBe(0)
    expect([...board.minutes, ...board.nights, ...board.freeDays]).toEqual([0, 0, 0, 0, 0, 0])
    expect(board.give(1, slotAt(board, 3), 0)).toBe(true)
    expect([...board.minutes, ...board.nights, ...board.freeDays]).toEqual([0, 480, 0, 0, 0, 0])
    expect(() => board.take(0, night)).toThrow('nobody to take away')
  })

  it('begins with what everybody served more than others before, and with nothing where none is known', () => {
    const earlier = { minutes: 480, nights: 2, freeDays: 3 }
    const board = new RosterBoard(task({ members: [someone(0), someone(1, { earlier })] }))
    expect([...board.minutes, ...board.nights, ...board.freeDays]).toEqual([0, 480, 0, 2, 0, 3])
    expect(board.give(1, slotAt(board, 0), 0)).toBe(true)
    expect([...board.minutes, ...board.nights, ...board.freeDays]).toEqual([0, 960, 0, 3, 0, 4])
  })

  it('refuses without the skill, the presence, the rest or the hours, and changes nothing', () => {
    const posts = [
      { id: 'gate', needed: 1, skill: null },
      { id: 'van', needed: 1, skill: 'driving' },
    ]
    const members = [someone(0, { offDays: [1] }), someone(1, { skills: ['driving'] })]
    const board = new RosterBoard(task({ posts, members, restMinutes: 60, weekMinutes: 480 }))
    const [night, day, tomorrow] = [slotAt(board, 0), slotAt(board, 1), slotAt(board, 2)]
    expect([board.hasSkill(0, 0), board.hasSkill(0, 1), board.hasSkill(1, 1)]).toEqual([true, false, true])
    expect(board.give(0, night, 1)).toBe(false)
    expect(board.give(0, tomorrow, 0)).toBe(false)
    expect([...board.minutes]).toEqual([0, 0])
    expect(board.give(1, night, 1)).toBe(true)
    expect([board.isRested(1, day), board.isRested(1, tomorrow), board.isRested(0, day)]).toEqual([
      false,
      true,
      true,
    ])
    expect(board.inTheWay(1, day)).toEqual([0])
    expect([board.give(1, night, 0), board.give(1, day, 0)]).toEqual([false, false])
    expect([board.hasHours(1, day), board.hasHours(1, tomorrow)]).toEqual([false, true]) // another week begins
    expect(board.isFree(1, tomorrow)).toBe(true)
    expect(board.give(1, tomorrow, 0)).toBe(true)
    expect([...board.minutes]).toEqual([0, 960])
  })

  it('knows who is able to serve at least one duty of a kind', () => {
    const members = [someone(0, { offShifts: ['night'] }), someone(1), someone(2, { offDays: [0, 1] })]
    const board = new RosterBoard(task({ members }))
    expect(board.able()).toEqual([0, 1])
    expect(board.able(({ isNight }) => isNight)).toEqual([1])
    expect(board.couldCome(0, slotAt(board, 0))).toBe(false)
  })
})
