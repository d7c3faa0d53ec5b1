import type { Channel, ClockKind, Evidence, Kind, Restriction, Result, State, Urgency } from '@linli/contract'

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
  readonly clocks: readonly RunningClock[]
}

export type RunningClock = {
  readonly clock: ClockKind
  readonly amount: number
  readonly unit: string
  readonly startedAt: string
  readonly dueAt: string
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
