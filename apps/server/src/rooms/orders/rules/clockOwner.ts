import type { ClockKind, Role } from '@linli/contract'

/** Which desk a clock runs for; none: for whoever has the order, or for its requester. */
export const DESK_OF: { readonly [clock in ClockKind]: readonly Role[] } = {
  accept: ['intake'],
  dispatch: ['dispatcher'],
  claim: ['dispatcher'],
  sign: [],
  contact: [],
  handle: [],
  review: ['reviewer'],
  followUp: ['caller'],
  supplement: [],
  ruling: ['dispatcher'],
  pauseReview: ['dispatcher'],
  supervision: [],
  appeal: ['regionAdmin'],
  objection: ['regionAdmin'],
  coHost: [],
  whistle: [],
  meeting: [],
  escalation: ['dispatcher', 'regionAdmin'],
}
