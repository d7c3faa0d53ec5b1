import { describe, expect, it } from 'vitest'
import { DAY, EVENING, NIGHT, people, someone } from '../../../../../../tests/kit/rosters.ts'
import { rosterBound } from './rosterBound.ts'
import type { RosterTask } from './rosterTask.ts'
import { presence, slotsOf } from './slots.ts'

const gate = { id: 'gate', needed: 1, skill: null }
function bound(more: Partial<RosterTask>): number {
  const task: RosterTask = {
    days: 1,
    firstWeekday: 1,
    freeDays: [],
    restMinutes: 0,
    weekMinutes: 10_080,
    shifts: [DAY],
    posts: [gate],
    members: people(1),
    ...more,
  }
  const slots = slotsOf(task)
  return rosterBound(task, slots, presence(task, slots))
}

describe('what no roster can fill', () => {
  it('is nothing where somebody can come to each place', () => {
    expect(bound({})).toBe(0)
    expect(bound({ shifts: [DAY, EVENING, NIGHT] })).toBe(0)
    expect(bound({ members: people(3) })).toBe(0)
  })

  it('is what a shift wants beyond those who come to it, shift by shift', () => {
    expect(bound({ posts: [{ ...gate, needed: 3 }] })).toBe(2)
    expect(bound({ posts: [gate, { ...gate, id: 'door', needed: 2 }], members: people(2) })).toBe(1)
    expect(bound({ shifts: [DAY, EVENING], members: [someone(0, { offShifts: ['day'] })] })).toBe(1)
    expect(bound({ members: [] })).toBe(1)
  })

  it('is what shifts of one day want together, where nobody can serve two of them', () => {
    const rested = { shifts: [DAY, EVENING, NIGHT], restMinutes: 660 }
    expect(bound(rested)).toBe(2)
    expect(bound({ ...rested, members: people(2) })).toBe(1)
    expect(bound({ ...rested, members: people(3) })).toBe(0)
    // Two who come to the day alone: one of its three places, and both others.
    const early = [0, 1].map((id) => someone(id, { offShifts: ['evening', 'night'] }))
    expect(bound({ ...rested, members: early })).toBe(2)
  })

  it('is what a skill wants beyond those who have it', () => {
    const posts = [gate, { id: 'van', needed: 2, skill: 'driving' }]
    expect(bound({ posts, members: [...people(5), someone(5, { skills: ['driving'] })] })).toBe(1)
    expect(bound({ posts, members: people(5) })).toBe(2)
  })

  it('is what a week wants beyond the hours of a week, each week from Monday by itself', () => {
    const week = { days: 7, weekMinutes: 2400 }
    expect(bound(week)).toBe(2)
    expect(bound({ ...week, members: people(2) })).toBe(0)
    expect(bound({ ...week, firstWeekday: 7 })).toBe(1)
    expect(bound({ ...week, weekMinutes: 479 })).toBe(7)
  })
})
