import type { RosterTask } from '../../apps/server/src/rooms/duties/rules/rosterTask.ts'

/** So many made-up tasks prove a property; fewer for each of hundreds of mutants (tools/mutation). */
export const RUNS = process.env['MUTANTS'] ? 20 : 200

export const DAY = { key: 'day', start: 480, minutes: 480 }
export const EVENING = { key: 'evening', start: 960, minutes: 480 }
export const NIGHT = { key: 'night', start: 0, minutes: 480 }

/** Somebody without skills who can always come, but for what is said. */
export const someone = (id: number, more: Partial<RosterTask['members'][number]> = {}) => ({
  id: String(id),
  skills: [],
  offDays: [],
  offShifts: [],
  wishes: [],
  busy: [],
  ...more,
})
export const people = (count: number) => Array.from({ length: count }, (_, id) => someone(id))
