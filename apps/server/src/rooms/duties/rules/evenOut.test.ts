import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, NIGHT, RUNS, someone } from '../../../../../../tests/kit/rosters.ts'
import { evenOut } from './evenOut.ts'
import { RosterBoard } from './rosterBoard.ts'
import type { RosterTask } from './rosterTask.ts'

const task = (more: Partial<RosterTask> = {}): RosterTask => ({
  days: 4,
  firstWeekday: 1,
  freeDays: [],
  restMinutes: 0,
  weekMinutes: 10_080,
  shifts: [DAY],
  posts: [{ id: 'gate', needed: 1, skill: null }],
  members: [someone(0), someone(1)],
  ...more,
})

type Given = readonly [member: number, slot: number, post?: number]
/** A board on which these duties were given, evened out. */
function evened(of: RosterTask, given: readonly Given[]): RosterBoard {
  const board = new RosterBoard(of)
  for (const [member, index, post = 0] of given) {
    const slot = board.slots[index]
    if (!slot || !board.give(member, slot, post)) throw new Error(`${member} cannot serve in ${index}`)
  }
  evenOut(board)
  return board
}
const all = (member: number, count: number): Given[] =>
  Array.from({ length: count }, (_, slot) => [member, slot] as const)

describe('sharing out more evenly', () => {
  it('passes duties on until nobody has more than one duty above another', () => {
    expect([...evened(task(), all(0, 4)).minutes]).toEqual([960, 960])
    expect([...evened(task(), all(0, 3)).minutes]).toEqual([960, 480])
    expect([...evened(task({ members: [0, 1, 2].map((id) => someone(id)) }), all(2, 4)).minutes]).toEqual([
      480, 480, 960,
    ])
  })

  it('passes on only what the other can take, and puts back what was in hand', () => {
    const away = task({ members: [someone(0), someone(1, { offDays: [0, 1, 2] })] })
    expect([...evened(away, all(0, 4)).minutes]).toEqual([1440, 480])
    const posts = [{ id: 'van', needed: 1, skill: 'driving' }]
    const driving = task({ posts, members: [someone(0, { skills: ['driving'] }), someone(1)] })
    const board = evened(driving, all(0, 4))
    expect([...board.minutes]).toEqual([1920, 0])
    expect(board.slots.map(({ index }) => board.postAt(0, index))).toEqual([0, 0, 0, 0])
  })

  it('exchanges nights for days of the same length, hours staying as they are', () => {
    const both = task({ shifts: [DAY, NIGHT] }) // the night of a day is its first slot
    const given = [0, 1, 2, 3].flatMap((day): Given[] => [
      [0, day * 2],
      [1, day * 2 + 1],
    ])
    const board = evened(both, given)
    expect([...board.nights]).toEqual([2, 2])
    expect([...board.minutes]).toEqual([1920, 1920])
    const short = task({ shifts: [{ ...DAY, minutes: 240 }, NIGHT] })
    const kept = evened(short, given)
    expect([...kept.nights]).toEqual([3, 1]) // one was passed on for the hours; a day is no night's worth
    expect([...kept.minutes]).toEqual([1440, 1440])
  })

  it('lets two go on with each other’s duties where rest leaves nobody free for one more', () => {
    const shifts = [0, 480, 960].map((start, n) => ({ key: `s${n}`, start, minutes: 480 }))
    const round = task({ days: 7, restMinutes: 660, shifts, posts: [{ id: 'gate', needed: 2, skill: null }] })
    // One serves every evening; the other goes night, day, evening and has the day off before the next night.
    const evenings = Array.from({ length: 7 }, (_, day): Given => [0, day * 3 + 2])
    const turns = [0, 4, 8, 14, 20].map((slot): Given => [1, slot])
    const board = evened(round, [...evenings, ...turns])
    expect([...board.minutes].toSorted((a, b) => a - b)).toEqual([2880, 2880])
    const skilled = { ...round, members: [someone(0, { skills: ['driving'] }), someone(1)] }
    const van = { ...skilled, posts: [{ id: 'van', needed: 2, skill: 'driving' }, ...round.posts] }
    const kept = evened(van, [...evenings, ...turns.map(([who, slot]): Given => [who, slot, 1])])
    expect([...kept.minutes]).toEqual([3360, 2400])
  })

  it('exchanges nothing that brings no gain, nor nights with somebody who has none to serve', () => {
    const both = task({ days: 1, shifts: [DAY, NIGHT] })
    const one = evened(both, [
      [0, 0],
      [1, 1],
    ])
    expect([...one.nights]).toEqual([1, 0])
    const early = task({
      days: 2,
      shifts: [DAY, NIGHT],
      members: [someone(0), someone(1, { offShifts: ['night'] })],
    })
    const board = evened(early, [
      [0, 0],
      [1, 1],
      [0, 2],
      [1, 3],
    ])
    expect([...board.nights]).toEqual([2, 0])
    expect([0, 1, 2, 3].map((slot) => [board.postAt(0, slot), board.postAt(1, slot)])).toEqual([
      [0, -1],
      [-1, 0],
      [0, -1],
      [-1, 0],
    ])
  })

  it('exchanges free days for working days, and never a night among them', () => {
    const given: Given[] = [
      [0, 0],
      [1, 1],
      [0, 2],
      [1, 3],
    ]
    const board = evened(task({ freeDays: [0, 2] }), given)
    expect([...board.freeDays]).toEqual([1, 1])
    expect([...board.minutes]).toEqual([960, 960])
    expect([...evened(task({ freeDays: [0] }), given).freeDays]).toEqual([1, 0])
    const nights = evened(task({ freeDays: [0, 2], shifts: [NIGHT] }), given)
    expect([...nights.freeDays]).toEqual([2, 0])
  })

  it('leaves an exchange that the rest forbids, everybody where they stood', () => {
    const tight = task({ days: 4, shifts: [DAY, NIGHT], restMinutes: 960 })
    const given: Given[] = [
      [0, 0],
      [1, 1],
      [0, 2],
      [1, 3],
      [0, 4],
      [1, 5],
      [0, 6],
      [1, 7],
    ]
    const board = evened(tight, given)
    const stood = [0, 1].map((member) =>
      board.slots.flatMap(({ index }) => (board.postAt(member, index) === 0 ? index : [])),
    )
    expect(stood.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect([...board.minutes]).toEqual([1920, 1920])
  })

  it('loses no duty, and leaves none that could still be passed on, whatever was given', () => {
    const boards = fc.record({
      days: fc.integer({ min: 1, max: 7 }),
      restMinutes: fc.constantFrom(0, 480),
      freeDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
      off: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), {
        minLength: 1,
        maxLength: 6,
      }),
    })
    fc.assert(
      fc.property(boards, ({ off, ...more }) => {
        const members = off.map((offDays, id) => someone(id, { offDays }))
        const board = new RosterBoard(task({ ...more, shifts: [DAY, NIGHT], members }))
        for (const slot of board.slots) members.some((_, member) => board.give(member, slot, 0))
        const filled = (): number[] =>
          board.slots.map(
            ({ index }) => members.filter((_, member) => board.postAt(member, index) >= 0).length,
          )
        const before = filled()
        const sum = board.minutes.reduce((a, b) => a + b, 0)
        evenOut(board)
        expect(filled()).toEqual(before)
        expect(board.minutes.reduce((a, b) => a + b, 0)).toBe(sum)
        for (const giver of members.keys())
          for (const taker of members.keys())
            for (const slot of board.slots)
              if ((board.minutes[giver] ?? 0) - (board.minutes[taker] ?? 0) > 480)
                expect(board.postAt(giver, slot.index) >= 0 && board.isFree(taker, slot)).toBe(false)
      }),
      { numRuns: RUNS },
    )
  })
})
