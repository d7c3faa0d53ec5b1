import type { GapReason } from '@linli/contract/duties/words'
import { evenOut } from './evenOut.ts'
import { RosterBoard } from './rosterBoard.ts'
import { rosterBound } from './rosterBound.ts'
import type { Load, PlannedDuty, PlannedGap, RosterPlan, RosterTask, Spread } from './rosterTask.ts'
import type { Slot } from './slots.ts'

/**
 * A roster: who stands at which post in which shift of which day.
 *
 * Objective, in this order: as many places filled as possible, the first place of every post before the second of any;
 * then hours, nights and free days shared out evenly, with what was served in the months before; then the same post as last time and the wished shift.
 *
 * Guarantees, all tested over made-up tasks: nobody is in two places at once, rests less than `restMinutes`, serves more
 * than `weekMinutes` in a week, stands without the skill or when they cannot come (the board refuses it); the answer is
 * the same for the same task; a place stays open only when nobody free could take it, not even if those of the same
 * shift changed posts or one of them gave another duty to somebody free. `bound` is what no plan could fill.
 *
 * The sizes (a year of days, or 800 people at 159 gates) are beyond an integer program within seconds, hence a
 * heuristic with a bound.
 * @param progress told the share done, 0 to 1
 */
export function planRoster(
  task: RosterTask,
  progress: (share: number) => void = () => undefined,
): RosterPlan {
  const board = new RosterBoard(task)
  const open = new Map<Slot, Map<number, number>>() // posts with how many are missing
  const levels = Math.max(0, ...task.posts.map(({ needed }) => needed))
  for (let day = 0; day < task.days; day += 1) {
    const today = board.slots.filter((slot) => slot.day === day)
    for (let level = 1; level <= levels; level += 1)
      for (const slot of today) fillLevel(board, slot, level, open)
    progress((day + 1) / (task.days + 1))
  }
  evenOut(board)
  for (const [slot, posts] of open) fillAgain(board, slot, posts)
  progress(1)
  return {
    duties: dutiesOf(board),
    gaps: [...open].flatMap(([slot, posts]) =>
      [...posts].map(([post, missing]) => gapOf(board, slot, post, missing)),
    ),
    places: board.slots.length * task.posts.reduce((sum, { needed }) => sum + needed, 0),
    bound: rosterBound(task, board.slots, board.comes),
    minutes: spread(board, 'minutes', () => true),
    nights: spread(board, 'nights', ({ isNight }) => isNight),
    freeDays: spread(board, 'freeDays', ({ isFree }) => isFree),
  }
}

/** One more place at every post that still wants one, those with a skill first. */
function fillLevel(
  board: RosterBoard,
  slot: Slot,
  level: number,
  open: Map<Slot, Map<number, number>>,
): void {
  const { posts } = board.task
  const wanting = posts.flatMap((post, index) => (post.needed >= level ? index : []))
  wanting.sort((a, b) => Number(posts[a]?.skill === null) - Number(posts[b]?.skill === null) || a - b)
  const queue = new FreeQueue(board, slot)
  for (const post of wanting) {
    if (fillOne(board, slot, post, queue) || freeSomebody(board, slot, post)) continue
    const missing = open.get(slot) ?? new Map<number, number>()
    missing.set(post, (missing.get(post) ?? 0) + 1)
    open.set(slot, missing)
  }
}

/** Once more for what stayed open: evening out may have freed somebody. */
function fillAgain(board: RosterBoard, slot: Slot, posts: Map<number, number>): void {
  const queue = new FreeQueue(board, slot)
  for (const [post, missing] of posts) {
    let left = missing
    while (left > 0 && fillOne(board, slot, post, queue)) left -= 1
    if (left === 0) posts.delete(post)
    else posts.set(post, left)
  }
}

function fillOne(board: RosterBoard, slot: Slot, post: number, queue: FreeQueue): boolean {
  const member = queue.next(post)
  return (member !== undefined && board.give(member, slot, post)) || changePosts(board, slot, post, queue)
}

type FreeRow = { readonly member: number; readonly cost: number; isTaken: boolean }

/** Those free for a slot, whoever has least first; among equals whoever stood at the post last time. */
class FreeQueue {
  readonly #board: RosterBoard
  readonly #rows: FreeRow[]

  constructor(board: RosterBoard, slot: Slot) {
    this.#board = board
    const { members, shifts } = board.task
    const key = shifts[slot.shift]?.key ?? ''
    const length = slot.to - slot.from
    const rows = []
    for (const [member, { wishes, wishDays, skills }] of members.entries()) {
      if (!board.isFree(member, slot)) continue
      const night = slot.isNight ? 2 * length * (board.nights[member] ?? 0) : 0
      const free = slot.isFree ? 2 * length * (board.freeDays[member] ?? 0) : 0
      const wish = wishes.includes(key) || wishDays?.includes(slot.day) ? length / 2 : 0
      // Whoever has skills is kept back a little for the posts that want them.
      const cost = (board.minutes[member] ?? 0) + night + free - wish + skills.length
      rows.push({ member, cost, isTaken: false })
    }
    this.#rows = rows.sort((a, b) => a.cost - b.cost || a.member - b.member)
  }

  next(post: number): number | undefined {
    let best: FreeRow | undefined
    for (const row of this.#rows) {
      if (row.isTaken || !this.#board.hasSkill(row.member, post)) continue
      if (best && row.cost > best.cost) break
      best ??= row
      if (this.#board.lastPost[row.member] !== post) continue
      best = row
      break
    }
    if (best) best.isTaken = true
    return best?.member
  }
}

/** Fills a place by a chain within the shift: one with the skill comes over, and their own place goes to the next. */
function changePosts(board: RosterBoard, slot: Slot, wanted: number, queue: FreeQueue): boolean {
  const { posts, members } = board.task
  const reached = new Map<number, { from: number; member: number } | undefined>([[wanted, undefined]])
  const skills = new Set([posts[wanted]?.skill])
  for (const [post] of reached) {
    const free = post === wanted ? undefined : queue.next(post)
    if (free !== undefined) return shiftAlong(board, slot, reached, post, free)
    for (let member = 0; member < members.length; member += 1) {
      const stands = board.postAt(member, slot.index)
      if (stands < 0 || reached.has(stands) || !board.hasSkill(member, post)) continue
      const skill = posts[stands]?.skill
      if (skills.has(skill)) continue // whoever could stand there could have stood here
      skills.add(skill)
      reached.set(stands, { from: post, member })
    }
  }
  return false
}

function shiftAlong(
  board: RosterBoard,
  slot: Slot,
  reached: ReadonlyMap<number, { from: number; member: number } | undefined>,
  last: number,
  free: number,
): boolean {
  let post = last
  let step = reached.get(last)
  let comer = free
  while (step) {
    board.take(step.member, slot)
    if (!board.give(comer, slot, post)) throw new Error('a chain of posts broke')
    comer = step.member
    post = step.from
    step = reached.get(post)
  }
  return board.give(comer, slot, post)
}

/** Fills a place with somebody whose one duty in the way is taken over by somebody free for it. */
function freeSomebody(board: RosterBoard, slot: Slot, post: number): boolean {
  const { members } = board.task
  for (const near of slot.conflicts) {
    const other = board.slots[near]
    if (!other || other === slot) continue
    const free = members.flatMap((_, member) => (board.isFree(member, other) ? member : []))
    if (free.length === 0) continue
    for (let member = 0; member < members.length; member += 1) {
      if (!board.hasSkill(member, post) || !board.couldCome(member, slot)) continue
      const ways = board.inTheWay(member, slot)
      if (ways.length !== 1 || ways[0] !== near) continue
      const left = board.take(member, other)
      const heir = board.give(member, slot, post)
        ? free.find((each) => each !== member && board.give(each, other, left))
        : undefined
      if (heir !== undefined) return true
      if (board.postAt(member, slot.index) >= 0) board.take(member, slot)
      board.give(member, other, left)
    }
  }
  return false
}

function dutiesOf(board: RosterBoard): PlannedDuty[] {
  return board.slots.flatMap((slot) =>
    board.task.members.flatMap((_, member) => {
      const post = board.postAt(member, slot.index)
      return post < 0 ? [] : { day: slot.day, shift: slot.shift, post, member }
    }),
  )
}

/** Why a place stays open: what holds for most of those with the skill. */
function gapOf(board: RosterBoard, slot: Slot, post: number, missing: number): PlannedGap {
  const skilled = board.task.members.flatMap((_, member) => (board.hasSkill(member, post) ? member : []))
  const present = skilled.filter((member) => board.couldCome(member, slot))
  const counts: Record<'taken' | 'resting' | 'weekFull', number> = { taken: 0, resting: 0, weekFull: 0 }
  for (const member of present) {
    if (board.postAt(member, slot.index) >= 0) counts.taken += 1
    else if (!board.isRested(member, slot)) counts.resting += 1
    else counts.weekFull += 1
  }
  const most = Math.max(...Object.values(counts))
  const usual: GapReason = counts.taken === most ? 'taken' : counts.resting === most ? 'resting' : 'weekFull'
  const why = skilled.length === 0 ? 'noSkill' : present.length === 0 ? 'away' : usual
  return { day: slot.day, shift: slot.shift, post, missing, why }
}

/** Among those who could serve such a duty at all, of this roster alone. */
function spread(board: RosterBoard, kind: keyof Load, isMeant: (slot: Slot) => boolean): Spread {
  const theirs = board
    .able(isMeant)
    .map((member) => (board[kind][member] ?? 0) - (board.task.members[member]?.earlier?.[kind] ?? 0))
  return theirs.length === 0
    ? { least: 0, most: 0 }
    : { least: Math.min(...theirs), most: Math.max(...theirs) }
}
