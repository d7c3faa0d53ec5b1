import { asking } from './lifecycle/asking.ts'
import { ending } from './lifecycle/ending.ts'
import { handing } from './lifecycle/handing.ts'
import { handling } from './lifecycle/handling.ts'
import { intake } from './lifecycle/intake.ts'
import type { Transition } from './lifecycle/row.ts'

export type { Guard, Transition, Who } from './lifecycle/row.ts'

/**
 * The lifecycle of every order, as one table. The server's checks, the policy table, OpenAPI, the buttons on the screens
 * and the documentation read it; nothing else decides which step may follow which.
 */
export const TRANSITIONS = [
  ...intake,
  ...handing,
  ...handling,
  ...asking,
  ...ending,
] as const satisfies readonly Transition[]

export type Verb = (typeof TRANSITIONS)[number]['verb']
export type OrderEvent = (typeof TRANSITIONS)[number]['event']

/** What was asked lapses when the order moves on, and with it the time for the answer. */
const lapsing = (row: Transition): Transition =>
  row.to.includes('same') || row.stops.includes('ruling') ? row : { ...row, stops: [...row.stops, 'ruling'] }

const BY_VERB = new Map<string, Transition>(TRANSITIONS.map((row) => [row.verb, lapsing(row)]))

/** The row of a verb. Throws on a word that is not in the table: that is a programming error. */
export function transitionOf(verb: Verb): Transition {
  const row = BY_VERB.get(verb)
  if (!row) throw new Error(`no transition ${verb}`)
  return row
}
