import type { RosterBoard } from './rosterBoard.ts'
import type { Slot } from './slots.ts'

/** So often each kind of burden is passed on at most; a roster is nearly even before. */
const STEPS = 400

/**
 * Shares out more evenly what has been planned, without opening a place: whoever has most passes a duty to one of those
 * who have least; a night or a free day is exchanged for another duty of the same length, so that hours stay. Where no
 * single duty can go over, two people go on with each other's from some day on.
 */
export function evenOut(board: RosterBoard): void {
  const longest = Math.max(...board.task.shifts.map(({ minutes }) => minutes))
  const able = board.able()
  const pass = () => passOn(board, able, longest)
  repeat(pass)
  repeat(() => cross(board, able, { counts: board.minutes, weigh: lengthOf, even: longest }))
  repeat(pass)
  share(board, {
    counts: board.nights,
    isBurden: ({ isNight }) => isNight,
    isOther: ({ isNight }) => !isNight,
  })
  share(board, {
    counts: board.freeDays,
    isBurden: ({ isFree, isNight }) => isFree && !isNight,
    isOther: ({ isFree, isNight }) => !isFree && !isNight,
  })
  repeat(pass) // who goes on with another's duties may be free for one more
}

type Burden = {
  readonly counts: Int32Array
  isBurden(slot: Slot): boolean
  /** What may be given for it. */
  isOther(slot: Slot): boolean
}

function share(board: RosterBoard, burden: Burden): void {
  const able = board.able(burden.isBurden)
  const weigh = (slot: Slot) => Number(burden.isBurden(slot))
  const trade = () => exchange(board, able, burden)
  repeat(trade)
  repeat(() => cross(board, able, { counts: burden.counts, weigh, even: 1 }))
  repeat(trade)
}

function repeat(step: () => boolean): void {
  for (let count = 0; count < STEPS; count += 1) if (!step()) return
}

const FEW = 20

/** Of those who could serve such a duty, the few who have most and the few who have least. */
function ends(values: Int32Array, able: readonly number[]): { most: number[]; least: number[] } {
  const order = able.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
  return { most: order.slice(-FEW).reverse(), least: order.slice(0, FEW) }
}

const dutySlots = (board: RosterBoard, member: number): Slot[] =>
  board.slots.filter(({ index }) => board.postAt(member, index) >= 0)

function passOn(board: RosterBoard, able: readonly number[], longest: number): boolean {
  const { most, least } = ends(board.minutes, able)
  for (const giver of most)
    for (const slot of dutySlots(board, giver))
      for (const taker of least) {
        const gap = (board.minutes[giver] ?? 0) - (board.minutes[taker] ?? 0)
        if (gap <= longest || !board.isFree(taker, slot)) continue
        const post = board.take(giver, slot)
        if (board.give(taker, slot, post)) return true
        board.give(giver, slot, post)
      }
  return false
}

function exchange(
  board: RosterBoard,
  able: readonly number[],
  { counts, isBurden, isOther }: Burden,
): boolean {
  const { most, least } = ends(counts, able)
  for (const giver of most)
    for (const heavy of dutySlots(board, giver).filter(isBurden))
      for (const taker of least) {
        if ((counts[giver] ?? 0) - (counts[taker] ?? 0) <= 1 || !board.couldCome(taker, heavy)) continue
        for (const light of dutySlots(board, taker)) {
          if (!isOther(light) || light.to - light.from !== heavy.to - heavy.from) continue
          if (board.couldCome(giver, light) && traded(board, [giver, heavy], [taker, light])) return true
        }
      }
  return false
}

/** So few pairs are crossed: it is tried where no single duty can go over. */
const CROSSED = 6

type Weighed = {
  readonly counts: Int32Array
  weigh(slot: Slot): number
  /** A gap of no more than this is even. */
  readonly even: number
}

/**
 * Round the clock a day off lies between an evening and a night, so that nobody is free for one duty more. Then two people
 * go on with each other's duties from some day on, hours coming no further apart than they were.
 */
function cross(board: RosterBoard, able: readonly number[], { counts, weigh, even }: Weighed): boolean {
  const { most, least } = ends(counts, able)
  for (const giver of most.slice(0, CROSSED))
    for (const taker of least.slice(0, CROSSED)) {
      const gap = (counts[giver] ?? 0) - (counts[taker] ?? 0)
      if (gap <= even) continue
      const hours = (board.minutes[giver] ?? 0) - (board.minutes[taker] ?? 0)
      const [mine, theirs] = [dutySlots(board, giver), dutySlots(board, taker)]
      for (let day = 1; day < board.task.days; day += 1) {
        const from = (slot: Slot) => slot.day >= day
        const [a, b] = [mine.filter(from), theirs.filter(from)]
        const after = Math.abs(gap - 2 * (sum(a, weigh) - sum(b, weigh)))
        const hoursAfter = Math.abs(hours - 2 * (sum(a, lengthOf) - sum(b, lengthOf)))
        if (after >= gap || hoursAfter > Math.abs(hours)) continue
        if (wentOn(board, [giver, a], [taker, b])) return true
      }
    }
  return false
}

const lengthOf = (slot: Slot): number => slot.to - slot.from
const sum = (slots: readonly Slot[], weigh: (slot: Slot) => number): number =>
  slots.reduce((total, slot) => total + weigh(slot), 0)

type Rest = readonly [member: number, slots: readonly Slot[]]

/** Each takes over what the other has, or everything stays as it was. */
function wentOn(board: RosterBoard, [one, ofOne]: Rest, [other, ofOther]: Rest): boolean {
  const lay = (member: number, slots: readonly Slot[]) =>
    slots.map((slot) => ({ member, slot, post: board.take(member, slot) }))
  const [from, to] = [lay(one, ofOne), lay(other, ofOther)]
  const moves = [
    ...from.map((row) => ({ ...row, member: other })),
    ...to.map((row) => ({ ...row, member: one })),
  ]
  const refused = moves.findIndex(({ member, slot, post }) => !board.give(member, slot, post))
  if (refused < 0) return true
  for (const { member, slot } of moves.slice(0, refused)) board.take(member, slot)
  for (const { member, slot, post } of [...from, ...to]) board.give(member, slot, post)
  return false
}

type Held = readonly [member: number, slot: Slot]

function traded(board: RosterBoard, [a, ofA]: Held, [b, ofB]: Held): boolean {
  const [postA, postB] = [board.take(a, ofA), board.take(b, ofB)]
  if (board.give(a, ofB, postB)) {
    if (board.give(b, ofA, postA)) return true
    board.take(a, ofB)
  }
  board.give(a, ofA, postA)
  board.give(b, ofB, postB)
  return false
}
