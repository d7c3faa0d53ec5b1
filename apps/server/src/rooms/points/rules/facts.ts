import type { PointsRule, Result, State } from '@linli/contract'
import type { EntryPhase } from '@linli/contract/points/words'

/** What points need to know of an order, as it stands now. */
export type OrderFacts = {
  readonly id: string
  readonly region: number
  readonly state: State
  readonly round: number
  readonly result: Result | null
  /** The rating of this round; null when nobody rated it. */
  readonly score: number | null
  readonly item: string | null
  /** Service list of the item. */
  readonly list: string | null
  readonly community: string
  readonly requesterPersonId: string | null
  readonly beneficiaryPersonId: string | null
  /** Who did it; null for a unit. */
  readonly handlerPersonId: string | null
  /** The unit that did it; absent or null for a person. */
  readonly handlerUnitId?: string | null
}

/** A points rule with the policy version that entries name. */
export type RuleVersion = PointsRule & { readonly versionId: string }

/** An entry that an order earned so far. */
export type OrderEntry = {
  readonly id: string
  readonly round: number
  readonly phase: EntryPhase
  readonly amount: number
  readonly settles: string | null
  /** A correcting entry took it back. */
  readonly corrected?: boolean
}

/** What was promised to a helper already, in the region's own day and week; promises that fell away do not count. */
export type Promised = {
  readonly today: number
  /** Earning orders of this helper for this neighbour in this week. */
  readonly pairThisWeek: number
}

/** The person who was helped; null when nobody left a name. */
export const helpedPerson = (facts: OrderFacts): string | null =>
  facts.beneficiaryPersonId ?? facts.requesterPersonId

/** Whether the order was done for somebody of the helper's own household, or for the helper. */
export function withinFamily(facts: OrderFacts, family: readonly string[]): boolean {
  return [facts.handlerPersonId, ...family].some(
    (person) =>
      person !== null && (person === facts.requesterPersonId || person === facts.beneficiaryPersonId),
  )
}
