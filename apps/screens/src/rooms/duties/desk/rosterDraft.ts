import type { Vocabulary } from '@linli/contract'
import type { RosterShift } from '@linli/contract/duties/shapes'

export type ShiftPlan = 'three' | 'two' | 'day' | 'station'
export const SHIFT_PLAN_WORDS = {
  three: { zh: '三班倒：0–8、8–16、16–24 点', en: 'Three shifts: 0–8, 8–16, 16–24' },
  two: { zh: '两班倒：8–20、20–次日 8 点', en: 'Two shifts: 8–20, 20–8' },
  day: { zh: '白天一班：8:30–17:30', en: 'By day: 8:30–17:30' },
  station: { zh: '按驿站的值班时间', en: 'By the hours of the station' },
} as const satisfies Vocabulary<ShiftPlan>

export const PLANS: readonly ShiftPlan[] = ['three', 'two', 'day']
export const STATION_PLANS: readonly ShiftPlan[] = ['station', ...PLANS]

export const SHIFT_PLANS: { readonly [plan in Exclude<ShiftPlan, 'station'>]: readonly RosterShift[] } = {
  three: [
    { key: 'night', name: '夜班', start: '00:00', minutes: 480 },
    { key: 'day', name: '白班', start: '08:00', minutes: 480 },
    { key: 'evening', name: '中班', start: '16:00', minutes: 480 },
  ],
  two: [
    { key: 'day', name: '白班', start: '08:00', minutes: 720 },
    { key: 'night', name: '夜班', start: '20:00', minutes: 720 },
  ],
  day: [{ key: 'day', name: '白班', start: '08:30', minutes: 540 }],
}

type Post = { readonly name: string; readonly place: string; readonly tasks: string; readonly needed: number }

/**
 * Posts as they are typed or pasted from a table, one a line: name, place, people in each shift, parted by tabs or
 * commas. A missing place is the name, a missing number one.
 * @returns the posts, and the lines that cannot be read, counted from 1
 */
export function postsOf(text: string, tasks: string): { posts: Post[]; wrong: number[] } {
  const posts: Post[] = []
  const wrong: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [name = '', place = '', needed = ''] = line.split(/[\t,，]/).map((cell) => cell.trim())
    const people = needed === '' ? 1 : Number(needed.normalize('NFKC'))
    const isRight = name !== '' && Number.isInteger(people) && people >= 1 && people <= 100
    if (isRight) posts.push({ name, place: place || name, tasks, needed: people })
    else wrong.push(index + 1)
  }
  return { posts, wrong }
}

const DAY_MINUTES = 1440
const WEEK_DAYS = 7

/**
 * So many people at least, whoever they are: for a week's hours, and for a day in which nobody serves twice without rest.
 * Shifts of working days or free days alone count for every day, so that the figure is never too low.
 */
export function leastPeople(
  people: number,
  shifts: readonly Pick<RosterShift, 'minutes'>[],
  weekHours: number,
  restHours: number,
): number {
  if (!(weekHours > 0)) return 0
  const day = shifts.reduce((sum, { minutes }) => sum + minutes, 0)
  const longest = Math.max(0, ...shifts.map(({ minutes }) => minutes))
  const byWeek = Math.ceil((people * day * WEEK_DAYS) / (weekHours * 60))
  const isOncePerDay = 2 * longest + restHours * 60 > DAY_MINUTES
  return Math.max(byWeek, isOncePerDay ? people * shifts.length : people)
}
