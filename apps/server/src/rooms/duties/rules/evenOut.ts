import type { RosterBoard } from './rosterBoard.ts'
import type { Slot } from './slots.ts'

/** So often each kind of burden is passed on at most; a roster is nearly even before. */
const STEPS = 400

/**
 * Shares out more evenly what has been planned, without opening a place: whoever has most passes a duty to one of those
 * who have least; a night or a free day is exchanged for another duty of the same length, so that hours stay.
 */
export function evenOut(board: RosterBoard): void {
  const longest = Math.max(...board.task.shifts.map(({ minutes }) => minutes))
  const able = board.able()
  repeat(() => passOn(board, able, longest))
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
}

type Burden = {
  readonly counts: Int32Array
  isBurden(slot: Slot): boolean
  /** What may be given for it. */
  isOther(slot: Slot): boolean
}

function share(board: RosterBoard, burden: Burden): void {
  const able = board.able(burden.isBurden)
  repeat(() => exchange(board, able, burden))
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
