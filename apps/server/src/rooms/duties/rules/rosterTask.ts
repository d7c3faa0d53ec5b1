import type { GapReason, ShiftDays } from '@linli/contract/duties/words'

/** A roster to be planned. Days are counted from 0, times in minutes; there is no summer time. */
export type RosterTask = {
  readonly days: number
  /** The minute it is: a shift that ended by then is over, and nobody is planned for it. Below 0 before the first day. */
  readonly now?: number | undefined
  /** 1 Monday to 7 Sunday. */
  readonly firstWeekday: number
  /** Days whose duties are shared out evenly of their own: weekends and holidays. */
  readonly freeDays: readonly number[]
  /** Between the end of one duty and the start of the next (Labour Law art. 38 asks for a day of rest a week; the place sets more). */
  readonly restMinutes: number
  /** Of one person in a week from Monday, with what they have in it in the months beside this one (Labour Law art. 36 and State Council rule 174: 40 hours). */
  readonly weekMinutes: number
  /** `start` is the minute of the day; `on`: only on working days, or only on free days. */
  readonly shifts: readonly {
    readonly key: string
    readonly start: number
    readonly minutes: number
    readonly on?: ShiftDays | undefined
  }[]
  /** `skill`: whoever stands here must have it. */
  readonly posts: readonly { readonly id: string; readonly needed: number; readonly skill: string | null }[]
  readonly members: readonly RosterMember[]
}

export type RosterMember = {
  readonly id: string
  readonly skills: readonly string[]
  readonly offDays: readonly number[]
  readonly offShifts: readonly string[]
  /** Shifts the person would rather have. */
  readonly wishes: readonly string[]
  /** Days the person would rather have. */
  readonly wishDays?: readonly number[]
  /** What they do elsewhere, from minute to minute of the roster. */
  readonly busy: readonly (readonly [from: number, to: number])[]
  /** Minutes they have in the months before and after, of the weeks that the roster's first and last day lie in. */
  readonly weekEdges?: readonly [first: number, last: number] | undefined
  /** What they served more than others in the months before; nothing is below 0. */
  readonly earlier?: Load | undefined
}

/** Minutes, nights and free days served. */
export type Load = { readonly minutes: number; readonly nights: number; readonly freeDays: number }

/** Indexes into the task's days, shifts, posts and members. */
export type PlannedDuty = {
  readonly day: number
  readonly shift: number
  readonly post: number
  readonly member: number
}
export type PlannedGap = {
  readonly day: number
  readonly shift: number
  readonly post: number
  readonly missing: number
  readonly why: GapReason
}
export type RosterPlan = {
  readonly duties: readonly PlannedDuty[]
  readonly gaps: readonly PlannedGap[]
  readonly places: number
  /** So many places no plan at all can fill. */
  readonly bound: number
  readonly minutes: Spread
  readonly nights: Spread
  readonly freeDays: Spread
}
/** The least and the most that anybody has. */
export type Spread = { readonly least: number; readonly most: number }
