import type { Answer } from '../../../kit/endpoints.ts'

type Roster = Answer<'getRoster'>
export type Duty = Answer<'listDuties'>['items'][number]
type Post = Pick<Roster['posts'][number], 'id' | 'name' | 'place' | 'needed'>
type Shift = Pick<Roster['shifts'][number], 'key' | 'start' | 'minutes'>

/** A post in one shift: who is on it, how many the plan did not find, how many are on duty now and have not signed in. */
export type Gate<P extends Post = Post> = {
  readonly post: P
  readonly duties: readonly Duty[]
  readonly missing: number
  readonly absent: number
}

const DAY_MINUTES = 1440
const MINUTE = 60_000
const CHINA = 480 * MINUTE

/** 2号 before 10号. */
export const byName = (a: Pick<Post, 'name'>, b: Pick<Post, 'name'>): number =>
  a.name.localeCompare(b.name, 'zh', { numeric: true })

/**
 * The posts of a shift: those with too few first, then those where somebody has not come, then by name.
 * @param now epoch milliseconds; left out where nobody is missed for not signing in, as on everyday rosters
 */
export function gatesOf<P extends Post>(
  posts: readonly P[],
  duties: readonly Duty[],
  shift: string,
  now?: number,
): Gate<P>[] {
  const at = Map.groupBy(
    duties.filter((duty) => duty.shift === shift),
    ({ postId }) => postId,
  )
  const isAbsent = ({ startsAt, endsAt, signedInAt }: Duty): boolean =>
    now !== undefined && signedInAt === null && Date.parse(startsAt) <= now && now < Date.parse(endsAt)
  return posts
    .map((post) => {
      const theirs = at.get(post.id) ?? []
      return {
        post,
        duties: theirs,
        missing: Math.max(0, post.needed - theirs.length),
        absent: theirs.filter(isAbsent).length,
      }
    })
    .sort((a, b) => b.missing - a.missing || b.absent - a.absent || byName(a.post, b.post))
}

/** Whether a post's name or place holds what was typed; a full-width digit is a digit. */
export function isFound({ name, place }: Pick<Post, 'name' | 'place'>, typed: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return plain(`${name} ${place}`).includes(plain(typed))
}

const startOf = (start: string): number => Number(start.slice(0, 2)) * 60 + Number(start.slice(3))

/** Whether a shift of a day is not over at a moment. */
export const isAhead = ({ start, minutes }: Shift, day: string, now: number): boolean =>
  now + CHINA < Date.parse(day) + (startOf(start) + minutes) * MINUTE

/** The shift that runs at a moment on the day it began; of a day before or after, or between two shifts, the first. */
export function shiftAt(shifts: readonly Shift[], day: string, now: number): string {
  const minute = (now + CHINA - Date.parse(day)) / MINUTE
  const runs = shifts.find(({ start, minutes }) => {
    const from = startOf(start)
    return minute >= 0 && minute < DAY_MINUTES && from <= minute && minute < from + minutes
  })
  return (runs ?? shifts[0])?.key ?? ''
}
