import type {
  AskKind,
  CallAnswer,
  CallJudgement,
  CallKind,
  Channel,
  ClockKind,
  DurationUnit,
  Evidence,
  Kind,
  Restriction,
  Result,
  State,
  Supervision,
  Urgency,
} from '@linli/contract'
import type { LimitChange } from './workTime.ts'

/** An order as the rules see it: codes, ids and times, no words. */
export type OrderFacts = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: State
  readonly kind: Kind
  readonly channel: Channel
  readonly urgency: Urgency
  readonly item: string | null
  /** The version of the item that it was placed under: what it asks for stays as it was then. */
  readonly itemVersion?: string | null
  readonly path: string
  readonly community: string
  readonly placedAt: string
  readonly placedBy: string
  readonly requesterId: string | null
  readonly beneficiaryId: string | null
  readonly anonymous: boolean
  readonly confidential: boolean
  readonly vulnerable: boolean
  readonly restriction: Restriction
  /** The complained-of: the order goes past them, to the level above. */
  readonly aboutPersonId: string | null
  readonly aboutUnitId: string | null
  readonly assigneePersonId: string | null
  readonly assigneeTeamId: string | null
  readonly assigneeUnitId: string | null
  readonly round: number
  readonly offerWave: number | null
  readonly offerPath: string | null
  readonly refusalProposedBy: string | null
  readonly contactedAt: string | null
  readonly handledBy: string | null
  readonly result: Result | null
  readonly score: number | null
  readonly ratedRound: number | null
  readonly callsTried: number
  /** Whole days since the first call of this round, by the database's clock. */
  readonly daysSinceFirstCall: number
  readonly showConsentAt: string | null
  readonly shownAt: string | null
  readonly dueAt: string | null
  /** Until when whoever sent it here wants it done. */
  readonly senderDueAt: string | null
  /** How often the requester was asked for more. */
  readonly supplements: number
  /** Since when whoever has it has it. */
  readonly assignedAt: string | null
  /** 指定后不得再退: whose it is was ruled. */
  readonly hostRuled: boolean
  readonly urgedToday: boolean
  /** The level of a supervision that waits for its answer. */
  readonly supervision: Supervision | null
  readonly mergedInto: string | null
  /** Hours since it was closed, by the database's clock; null while it is open. */
  readonly hoursSinceClosed: number | null
  readonly closedAt?: string | null
  /** Units that were called to help and are not released. */
  readonly calls: readonly CallFacts[]
  readonly clocks: readonly RunningClock[]
  /** Clocks of this round that have ended, the latest first. */
  readonly rested?: readonly RunningClock[]
}

/** What the order waits for an answer to, and whether this round's time was extended already. */
export type AskFacts = {
  readonly ask: OpenAsk | null
  readonly extended: boolean
  /** A review of this round was refused. */
  readonly appealRefused?: boolean
  /** Who decided what of it, and when; with the score of what was judged. */
  readonly decisions?: readonly Decision[]
}
export type Decision = {
  readonly verb: string
  readonly by: string | null
  readonly at: string
  readonly score: number | null
  /** Of the answer to an objection: what it was against. */
  readonly against?: string | null
}
export type OpenAsk = {
  readonly id: string
  readonly kind: AskKind
  readonly by: string
  readonly askedAt: string
  readonly amount: number | null
  readonly unit: DurationUnit | null
  readonly until: string | null
  readonly unitId: string | null
  /** What an objection is against. */
  readonly against?: string | null
}

/** A unit that was called to help: whether it answered, and whether the host said what the answer was worth. */
export type CallFacts = {
  readonly unitId: string
  readonly how: CallKind
  readonly answer: CallAnswer | null
  readonly judged: CallJudgement | null
}

/** A clock that runs, or stands still since `pausedAt`. */
export type RunningClock = {
  readonly clock: ClockKind
  /** Of a clock that runs for a called unit. */
  readonly unitId?: string | null
  readonly amount: number
  readonly unit: string
  readonly rule?: string | null
  readonly startedAt: string
  readonly dueAt: string
  readonly pausedAt?: string | null
  readonly stoppedAt?: string | null
  /** Pauses and extensions so far. */
  readonly changes?: readonly LimitChange[]
}

/** What the rules need of the catalogue's row. */
export type ItemFacts = {
  readonly key: string
  readonly grabbable: boolean
  readonly automatic: boolean
  readonly evidence: readonly Evidence[]
  readonly skill: string | null
  readonly homeEntry: boolean
  readonly selfHandled?: boolean
}
