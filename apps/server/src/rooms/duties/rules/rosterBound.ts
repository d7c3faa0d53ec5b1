import type { RosterTask } from './rosterTask.ts'
import { hadInWeek, type Slot } from './slots.ts'

/**
 * How many places no plan can fill. Slots that are all in conflict with one another can give each member one duty, so
 * such a group leaves at least `places - members who could come to one of them` open, for all places and for the places
 * of each skill; one slot by itself leaves at least `places - who could come`. Groups share no place, so their shortages
 * add up; within a week nobody serves more than the week's hours allow, which is a second bound for the week. The larger
 * one holds.
 */
export function rosterBound(task: RosterTask, slots: readonly Slot[], comes: Uint8Array): number {
  const counters = skillCounters(task)
  const shortest = Math.min(...task.shifts.map(({ minutes }) => minutes))
  const mostIn = (week: number): number =>
    task.members.reduce((sum, member) => {
      const left = task.weekMinutes - hadInWeek(task, member, week)
      return sum + Math.max(0, Math.floor(left / shortest))
    }, 0)
  const places = task.posts.reduce((sum, { needed }) => sum + needed, 0)
  const weeks = new Map<number, { places: number; short: number }>()
  for (const group of groupsOf(slots)) {
    const week = weeks.get(group[0]?.week ?? 0) ?? { places: 0, short: 0 }
    const together = shortage(counters, group, comes, slots.length)
    const apart = group.reduce((sum, slot) => sum + shortage(counters, [slot], comes, slots.length), 0)
    week.places += places * group.length
    week.short += Math.max(together, apart)
    weeks.set(group[0]?.week ?? 0, week)
  }
  return [...weeks].reduce(
    (sum, [week, { places: all, short }]) => sum + Math.max(short, all - mostIn(week), 0),
    0,
  )
}

type Counter = { readonly places: number; readonly members: readonly number[] }

/** All places with all members, and the places of each skill with those who have it. */
function skillCounters({ posts, members }: RosterTask): Counter[] {
  const skills = new Set(posts.flatMap(({ skill }) => skill ?? []))
  const counter = (skill?: string): Counter => ({
    places: posts.reduce((sum, post) => sum + (!skill || post.skill === skill ? post.needed : 0), 0),
    members: members.flatMap((member, index) => (!skill || member.skills.includes(skill) ? index : [])),
  })
  return [counter(), ...[...skills].map(counter)]
}

function shortage(
  counters: readonly Counter[],
  group: readonly Slot[],
  comes: Uint8Array,
  width: number,
): number {
  return Math.max(
    ...counters.map(({ places, members }) => {
      const present = members.filter((member) => group.some(({ index }) => comes[member * width + index]))
      return Math.max(0, places * group.length - present.length)
    }),
  )
}

/** Runs of slots of one week that are all in conflict with one another. */
function groupsOf(slots: readonly Slot[]): Slot[][] {
  const groups: Slot[][] = []
  for (const slot of slots) {
    const last = groups.at(-1)
    const fits = last?.every(({ index, week }) => week === slot.week && slot.conflicts.includes(index))
    if (last && fits) last.push(slot)
    else groups.push([slot])
  }
  return groups
}
