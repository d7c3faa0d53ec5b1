import { asking } from './lifecycle/asking.ts'
import { ending } from './lifecycle/ending.ts'
import { handing } from './lifecycle/handing.ts'
import { handling } from './lifecycle/handling.ts'
import { intake } from './lifecycle/intake.ts'
import { joint } from './lifecycle/joint.ts'
import type { Transition } from './lifecycle/row.ts'
import { type AskKind, isOpen, type State } from './words.ts'

export type { Guard, Transition, Who } from './lifecycle/row.ts'

/**
 * The lifecycle of every order, as one table. The server's checks, the policy table, OpenAPI, the buttons on the screens
 * and the documentation read it; nothing else decides which step may follow which.
 */
export const TRANSITIONS = [
  ...intake,
  ...handing,
  ...handling,
  ...joint,
  ...asking,
  ...ending,
] as const satisfies readonly Transition[]

/** Steps that only the system takes: they have no operation and no button. */
export const SYSTEM_VERBS = ['reopenOrder', 'archiveOrder'] as const
export type SystemVerb = (typeof SYSTEM_VERBS)[number]
export type Verb = (typeof TRANSITIONS)[number]['verb']
/** Steps that a person may take. */
export type PersonVerb = Exclude<Verb, SystemVerb>
export const isSystemVerb = (verb: Verb): verb is SystemVerb =>
  (SYSTEM_VERBS as readonly string[]).includes(verb)
export type OrderEvent = (typeof TRANSITIONS)[number]['event']

const OBJECTED_IN: readonly string[] = ending.find(({ verb }) => verb === 'dismissObjection')?.from ?? []
/**
 * Whether what is asked still stands when the order has moved on to another state: an objection as long as somebody has
 * the order, anything else was asked of the order as it was.
 */
export const askStands = (kind: AskKind, to: State): boolean =>
  kind === 'objection' && isOpen(to) && OBJECTED_IN.includes(to)

/** What was asked lapses when the order moves on, and with it the time for the answer. */
const lapsing = (row: Transition): Transition => {
  const moves = row.to.filter((to) => to !== 'same')
  if (moves.length < row.to.length || moves.length === 0) return row
  const ended = moves.some((to) => !askStands('objection', to))
    ? (['ruling', 'objection'] as const)
    : (['ruling'] as const)
  return { ...row, stops: [...new Set([...row.stops, ...ended])] }
}

const BY_VERB = new Map<string, Transition>(TRANSITIONS.map((row) => [row.verb, lapsing(row)]))

/** The row of a verb. Throws on a word that is not in the table: that is a programming error. */
export function transitionOf(verb: Verb): Transition {
  const row = BY_VERB.get(verb)
  if (!row) throw new Error(`no transition ${verb}`)
  return row
}
