import { isOpen, RESULTS, type Result, STATES, type State } from '@linli/contract'

/** Outside statuses (orders.md, part 7) by our own state; one that is not named is being worked on. */
const EXTENDED: { readonly [state: string]: string } = {
  submitted: 'OPEN',
  supplement: 'OPEN',
  accepted: 'INVESTIGATING',
  offered: 'ACTION_SCHEDULED',
  dispatched: 'ACTION_SCHEDULED',
  merged: 'DUPLICATE',
  rejected: 'NOT_COUNCILS_RESPONSIBILITY',
  cancelled: 'CANCELLED',
  rework: 'REOPEN',
}

export const statusOf = (state: State): 'open' | 'closed' => (isOpen(state) ? 'open' : 'closed')

/** The status of `servicerequestupdates`. */
export function extendedStatus(state: State, result: Result | null): string {
  const named = EXTENDED[state]
  if (named !== undefined) return named
  if (isOpen(state)) return 'IN_PROGRESS'
  return result === 'solved' ? 'FIXED' : 'NO_FURTHER_ACTION'
}

/** Our own state in words. */
export const stateWords = (state: State, result: Result | null, language: 'zh' | 'en'): string =>
  !isOpen(state) && result
    ? `${STATES[state][language]}${language === 'zh' ? '：' : ': '}${RESULTS[result][language]}`
    : STATES[state][language]
