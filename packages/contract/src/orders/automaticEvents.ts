import type { Words } from '../words.ts'

/**
 * What happens to an order without a step of anybody's: no state, clock or owner changes, so it stands outside the table of
 * transitions. `followArea`: the area the order lies in was redrawn, and the order lies in its successor now. `moveDeadlines`:
 * the place's limits or working days changed, and running limits were counted anew. `escalateDeadline`: a limit has long
 * been over, and the level above was told.
 */
export const AUTOMATIC_EVENTS = {
  followArea: { event: 'orderFollowed', label: { zh: '随网格调整', en: 'Moved with its area' } },
  moveDeadlines: { event: 'deadlinesMoved', label: { zh: '时限重算', en: 'Deadlines counted anew' } },
  escalateDeadline: {
    event: 'deadlineEscalated',
    label: { zh: '超时，已报上一级', en: 'Overdue: the level above was told' },
  },
} as const satisfies { readonly [verb: string]: { readonly event: string; readonly label: Words } }
export type AutomaticVerb = keyof typeof AUTOMATIC_EVENTS
export const isAutomatic = (verb: string): verb is AutomaticVerb => Object.hasOwn(AUTOMATIC_EVENTS, verb)
