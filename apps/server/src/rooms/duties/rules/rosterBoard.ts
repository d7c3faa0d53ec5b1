import type { RosterTask } from './rosterTask.ts'
import { hadInWeek, presence, type Slot, slotsOf } from './slots.ts'

const NOBODY = 0

/**
 * Who stands where, with what everybody has already. `give` is the only way in and refuses whatever would break a
 * promise: two places at once, too little rest, too many hours in a week, a missing skill, somebody who cannot come.
 */
export class RosterBoard {
  readonly task: RosterTask
  readonly slots: readonly Slot[]
  readonly comes: Uint8Array
  /** What is shared out evenly: what everybody has here, on top of what they had before. */
  readonly minutes: Int32Array
  readonly nights: Int32Array
  readonly freeDays: Int32Array
  /** The post each member stood at last; -1: none yet. */
  readonly lastPost: Int32Array
  readonly #posts: Int32Array // post + 1 of each member and slot
  readonly #weeks: Int32Array
  readonly #weekCount: number
  readonly #can: readonly Uint8Array[] // by post: who has its skill

  constructor(task: RosterTask) {
    this.task = task
    this.slots = slotsOf(task)
    this.comes = presence(task, this.slots)
    const members = task.members.length
    this.minutes = Int32Array.from(task.members, ({ earlier }) => earlier?.minutes ?? 0)
    this.nights = Int32Array.from(task.members, ({ earlier }) => earlier?.nights ?? 0)
    this.freeDays = Int32Array.from(task.members, ({ earlier }) => earlier?.freeDays ?? 0)
    this.lastPost = new Int32Array(members).fill(-1)
    this.#posts = new Int32Array(members * this.slots.length)
    this.#weekCount = (this.slots.at(-1)?.week ?? 0) + 1
    this.#weeks = Int32Array.from({ length: members * this.#weekCount }, (_, at) => {
      const member = task.members[Math.floor(at / this.#weekCount)]
      return member ? hadInWeek(task, member, at % this.#weekCount) : 0
    })
    const bySkill = new Map<string | null, Uint8Array>()
    for (const { skill } of task.posts)
      if (!bySkill.has(skill))
        bySkill.set(
          skill,
          Uint8Array.from(task.members, ({ skills }) => Number(skill === null || skills.includes(skill))),
        )
    this.#can = task.posts.map(({ skill }) => bySkill.get(skill) ?? new Uint8Array(members))
  }

  hasSkill(member: number, post: number): boolean {
    return this.#can[post]?.[member] === 1
  }

  couldCome(member: number, slot: Slot): boolean {
    return this.comes[member * this.slots.length + slot.index] === 1
  }

  /** The members who could come to one such slot at least. */
  able(isMeant: (slot: Slot) => boolean = () => true): number[] {
    const meant = this.slots.filter(isMeant)
    return this.task.members.flatMap((_, member) =>
      meant.some((slot) => this.couldCome(member, slot)) ? member : [],
    )
  }

  /** The post of a member in a slot, -1 when they are not on duty. */
  postAt(member: number, slot: number): number {
    return (this.#posts[member * this.slots.length + slot] ?? NOBODY) - 1
  }

  /** The slots in which the member has a duty that rules this slot out, itself among them. */
  inTheWay(member: number, slot: Slot): number[] {
    return slot.conflicts.filter((other) => this.postAt(member, other) >= 0)
  }

  isRested(member: number, slot: Slot): boolean {
    const row = member * this.slots.length
    for (const other of slot.conflicts) if (this.#posts[row + other] !== NOBODY) return false
    return true
  }

  hasHours(member: number, slot: Slot): boolean {
    const had = this.#weeks[member * this.#weekCount + slot.week] ?? 0
    return had + slot.to - slot.from <= this.task.weekMinutes
  }

  /** Whether the member may take a duty in the slot, whatever the post. */
  isFree(member: number, slot: Slot): boolean {
    return this.couldCome(member, slot) && this.isRested(member, slot) && this.hasHours(member, slot)
  }

  /** @returns whether the duty was given; nothing changes otherwise */
  give(member: number, slot: Slot, post: number): boolean {
    if (!this.hasSkill(member, post) || !this.isFree(member, slot)) return false
    this.#count(member, slot, 1)
    this.#posts[member * this.slots.length + slot.index] = post + 1
    this.lastPost[member] = post
    return true
  }

  /** @returns the post the member stood at */
  take(member: number, slot: Slot): number {
    const post = this.postAt(member, slot.index)
    if (post < 0) throw new Error('nobody to take away')
    this.#count(member, slot, -1)
    this.#posts[member * this.slots.length + slot.index] = NOBODY
    return post
  }

  #count(member: number, slot: Slot, sign: 1 | -1): void {
    const minutes = sign * (slot.to - slot.from)
    add(this.minutes, member, minutes)
    add(this.#weeks, member * this.#weekCount + slot.week, minutes)
    if (slot.isNight) add(this.nights, member, sign)
    if (slot.isFree) add(this.freeDays, member, sign)
  }
}

function add(array: Int32Array, at: number, more: number): void {
  array[at] = (array[at] ?? 0) + more
}
