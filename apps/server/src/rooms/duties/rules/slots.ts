import type { RosterMember, RosterTask } from './rosterTask.ts'

const DAY = 1440
/** The hours in which most people sleep: whoever serves an hour or more of them has a night. */
const NIGHT = { from: 0, to: 300, least: 60 }

/** One shift of one day. */
export type Slot = {
  readonly index: number
  readonly day: number
  readonly shift: number
  readonly from: number
  readonly to: number
  readonly week: number
  readonly isNight: boolean
  readonly isFree: boolean
  /** The slots nobody can serve beside this one, itself among them. */
  readonly conflicts: readonly number[]
}

/** Which week from the roster's first Monday or before a day lies in. */
export const weekOf = ({ firstWeekday }: Pick<RosterTask, 'firstWeekday'>, day: number): number =>
  Math.floor((day + firstWeekday - 1) / 7)

/** What a member has in a week of the roster already: in the first and the last of its weeks there may be another month. */
export function hadInWeek(task: RosterTask, { weekEdges = [0, 0] }: RosterMember, week: number): number {
  const [first, last] = weekEdges
  return (week === 0 ? first : 0) + (week === weekOf(task, task.days - 1) ? last : 0)
}

/** Every shift of every day that is not over, in order of time, and which of them one person cannot both serve. */
export function slotsOf(task: RosterTask): Slot[] {
  const free = new Set(task.freeDays)
  const now = task.now ?? 0
  const bare: Omit<Slot, 'index' | 'conflicts'>[] = []
  for (let day = 0; day < task.days; day += 1)
    for (const [shift, { start, minutes, on }] of task.shifts.entries()) {
      if (on !== undefined && (on === 'freeDay') !== free.has(day)) continue
      const from = day * DAY + start
      const week = weekOf(task, day)
      const to = from + minutes
      if (to <= now) continue
      bare.push({ day, shift, from, to, week, isNight: isNight(from, to), isFree: free.has(day) })
    }
  bare.sort((a, b) => a.from - b.from || a.to - b.to)
  const longest = Math.max(...task.shifts.map(({ minutes }) => minutes))
  return bare.map((slot, index) => {
    const conflicts: number[] = []
    const meets = (other: number): boolean => {
      const it = bare[other]
      if (!it) return false
      if (it.from < slot.to + task.restMinutes && slot.from < it.to + task.restMinutes) conflicts.push(other)
      return Math.abs(it.from - slot.from) < longest + task.restMinutes
    }
    for (let other = index; meets(other); other += 1);
    for (let other = index - 1; meets(other); other -= 1);
    return { ...slot, index, conflicts: conflicts.sort((a, b) => a - b) }
  })
}

/** Whether a duty takes somebody's night; minutes are counted from a midnight. */
export const isNight = (from: number, to: number): boolean => nightMinutes(from, to) >= NIGHT.least

function nightMinutes(from: number, to: number): number {
  let minutes = 0
  for (let day = Math.floor(from / DAY); day * DAY < to; day += 1)
    minutes += Math.max(0, Math.min(to, day * DAY + NIGHT.to) - Math.max(from, day * DAY + NIGHT.from))
  return minutes
}

/** Whether each member could come to each slot at all, before anything is planned: one byte for each member and slot. */
export function presence(task: RosterTask, slots: readonly Slot[]): Uint8Array {
  const comes = new Uint8Array(task.members.length * slots.length)
  for (const [member, { offDays, offShifts, busy }] of task.members.entries()) {
    const off = new Set(offDays)
    const offShift = task.shifts.map(({ key }) => offShifts.includes(key))
    for (const slot of slots) {
      const lastDay = Math.floor((slot.to - 1) / DAY)
      const isOff = offShift[slot.shift] || off.has(slot.day) || off.has(lastDay)
      const isBusy = busy.some(
        ([from, to]) => from < slot.to + task.restMinutes && slot.from < to + task.restMinutes,
      )
      if (!isOff && !isBusy) comes[member * slots.length + slot.index] = 1
    }
  }
  return comes
}
