import type { Relation, Role } from '../../roles.ts'
import type { Words } from '../../words.ts'
import type { AskKind, AskOutcome, ClockKind, State } from '../words.ts'

/** Who may do a step: a role together with how its holder stands to the order. `system` is the policy's own hand. */
export type Who = { readonly role: Role | 'system'; readonly relation: Relation }

/** Conditions beyond state and person; each is one pure function in the server's rules. */
export type Guard =
  | 'grabbable'
  | 'moreWaves'
  | 'evidenceComplete'
  | 'notTheHandler'
  | 'vulnerableNeedsTwo'
  | 'notProposedYet'
  | 'reworkRoundsLeft'
  | 'reachedOrTriedEnough'
  | 'emergencySeen'
  | 'consented'
  | 'shownOrOwn'
  | 'mayBeShown'
  | 'notEmergency'
  | 'notRatedYet'
  | 'notYetContacted'
  | 'selfHandled'
  | 'supplementsLeft'
  | 'supplementOverdue'
  | 'mayReturn'
  | 'alreadyContacted'
  | 'notExtendedYet'
  | 'beforeLimit'
  | 'urgedOnceADay'
  | 'supervised'
  | 'unmergeInTime'
  | 'endsHere'
  | 'mayGoBack'
  | 'senderAgreed'
  | 'requesterMayCancel'
  | 'notSolvedYet'
  | 'appealInTime'
  | 'notAppealedYet'
  | 'decidedByOthers'
  | 'hasHost'
  | 'hasNoHost'
  | 'mayObject'
  | 'objectsToRuling'
  | 'objectsToSupervision'
  | 'objectsToRating'
  | 'appealOver'
  | 'coHostsAnswered'
  | 'openCall'
  | 'ownCallOpen'
  | 'answerToJudge'
  | 'fromAbove'

export type Transition = {
  readonly verb: string
  /** Past tense, as in the outbox: `orders.<event>.1`. */
  readonly event: string
  readonly label: Words
  readonly from: readonly State[]
  /** Where the order goes; several when the step's own content decides; `same` keeps the state. */
  readonly to: readonly (State | 'same')[]
  readonly who: readonly Who[]
  readonly guards: readonly Guard[]
  /** Clocks that end with this step, that begin, that stand still with what is left of them, and that go on with their old limit. */
  readonly stops: readonly ClockKind[]
  readonly pauses: readonly ClockKind[]
  readonly starts: readonly ClockKind[]
  readonly resumes: readonly ClockKind[]
  /** What this step asks of those who decide; one thing is asked at a time. */
  readonly opens: AskKind | null
  /** Which ask this step answers, and how; `any` is whatever is asked. */
  readonly settles: { readonly ask: AskKind | 'any'; readonly as: AskOutcome } | null
  /** The row of the process table in the domain specification that this step comes from. */
  readonly row: number
}

export const inScope = (...roles: (Role | 'system')[]): Who[] =>
  roles.map((role) => ({ role, relation: 'inScope' }))
export const assigned = (...roles: Role[]): Who[] => roles.map((role) => ({ role, relation: 'assigned' }))
export const doers: Who[] = assigned('helper', 'gridWorker', 'unitHandler')
/** Who answers for an order: whoever asks, calls others and is supervised. */
export const hosts: Who[] = assigned('gridWorker', 'unitHandler')
/** States in which somebody has the order to do. */
export const HELD = [
  'dispatched',
  'inProgress',
  'paused',
  'joint',
  'escalated',
  'rework',
] as const satisfies readonly State[]
export const requester: Who[] = [{ role: 'resident', relation: 'own' }]
export const anyone: Who[] = (['resident', 'helper', 'gridWorker', 'intake'] as const).map((role) => ({
  role,
  relation: 'any',
}))

type Row = Pick<Transition, 'verb' | 'event' | 'label' | 'from' | 'to' | 'who' | 'row'> & Partial<Transition>
/** A row with what it leaves out: nothing guarded, no clock touched, nothing asked or answered. */
export const step = <const R extends Row>(row: R) => ({
  guards: [],
  stops: [],
  pauses: [],
  starts: [],
  resumes: [],
  opens: null as AskKind | null,
  settles: null as Transition['settles'],
  ...row,
})
