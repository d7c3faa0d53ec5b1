import type { Guard } from '@linli/contract'
import type { ItemFacts, OrderFacts } from './facts.ts'
import { isOwn } from './standing.ts'

/** What a guard may look at besides the order. `given` is what the step itself brings. */
export type GuardContext = {
  readonly item: ItemFacts | undefined
  readonly actor: { readonly personId: string | null; readonly isRegionAdmin: boolean }
  readonly waves: number
  readonly rework: { readonly rounds: number }
  readonly followUp: { readonly tries: number; readonly days: number }
  readonly given: {
    readonly beforePhotos?: number
    readonly afterPhotos?: number
    readonly contacted?: boolean
    readonly reached?: boolean
    readonly rated?: boolean
  }
}

/** Why a step may not be taken; each is a problem of the room. */
export type GuardProblem =
  | 'notGrabbable'
  | 'noMoreWaves'
  | 'beforePhotoMissing'
  | 'afterPhotoMissing'
  | 'contactMissing'
  | 'ownHandling'
  | 'secondPersonNeeded'
  | 'alreadyProposed'
  | 'reworkRoundsUsed'
  | 'moreCallsNeeded'
  | 'ratingMissing'
  | 'noConsent'
  | 'notShown'
  | 'neverShown'
  | 'emergencyStays'
  | 'alreadyRated'
  | 'alreadyContacted'
  | 'notSelfHandled'

type Check = (order: OrderFacts, context: GuardContext) => GuardProblem | undefined

const CHECKS: { readonly [guard in Guard]: Check } = {
  grabbable: (_, { item }) => (item?.grabbable ? undefined : 'notGrabbable'),
  moreWaves: (order, { waves }) => ((order.offerWave ?? 0) < waves ? undefined : 'noMoreWaves'),
  evidenceComplete: (order, { item, given }) => {
    const needs = item?.evidence ?? []
    if (needs.includes('beforePhoto') && !given.beforePhotos) return 'beforePhotoMissing'
    if (needs.includes('afterPhoto') && !given.afterPhotos) return 'afterPhotoMissing'
    return needs.includes('contact') && !order.contactedAt && !given.contacted ? 'contactMissing' : undefined
  },
  notTheHandler: (order, { actor }) =>
    actor.personId !== null && order.handledBy === actor.personId ? 'ownHandling' : undefined,
  vulnerableNeedsTwo: (order, { actor }) =>
    order.vulnerable && (order.refusalProposedBy === null || order.refusalProposedBy === actor.personId)
      ? 'secondPersonNeeded'
      : undefined,
  notProposedYet: (order) => (order.refusalProposedBy === null ? undefined : 'alreadyProposed'),
  reworkRoundsLeft: (order, { rework, actor }) =>
    order.round <= rework.rounds || actor.isRegionAdmin ? undefined : 'reworkRoundsUsed',
  reachedOrTriedEnough: (order, { followUp, given }) => {
    if (given.reached) return given.rated || order.ratedRound === order.round ? undefined : 'ratingMissing'
    return order.callsTried >= followUp.tries && order.daysSinceFirstCall >= followUp.days
      ? undefined
      : 'moreCallsNeeded'
  },
  // An emergency counts as handled only after somebody saw or spoke to the person.
  emergencySeen: (order, { given }) =>
    order.urgency === 'emergency' && !order.contactedAt && !given.contacted ? 'contactMissing' : undefined,
  consented: (order) => (order.showConsentAt ? undefined : 'noConsent'),
  // The publisher withdraws what is shown; the consent is the requester's, to be taken back before that too.
  shownOrOwn: (order, { actor }) =>
    order.shownAt || (actor.personId !== null && isOwn(order, actor.personId)) ? undefined : 'notShown',
  mayBeShown: (order) =>
    order.restriction === 'none' && !order.confidential && order.kind !== 'report' ? undefined : 'neverShown',
  notEmergency: (order) => (order.urgency === 'emergency' ? 'emergencyStays' : undefined),
  notRatedYet: (order) => (order.ratedRound === order.round ? 'alreadyRated' : undefined),
  // Nobody closes alone what somebody complains of or reports.
  selfHandled: ({ kind }, { item }) =>
    item?.selfHandled && kind !== 'complaint' && kind !== 'report' ? undefined : 'notSelfHandled',
  notYetContacted: (order) => (order.contactedAt ? 'alreadyContacted' : undefined),
}

/** The first guard that stands in the way, or undefined. */
export function firstProblem(
  guards: readonly Guard[],
  order: OrderFacts,
  context: GuardContext,
): GuardProblem | undefined {
  for (const guard of guards) {
    const found = CHECKS[guard](order, context)
    if (found) return found
  }
  return undefined
}

/** Guards that depend on what the step brings: buttons are shown although they are not met yet. */
const BROUGHT: ReadonlySet<GuardProblem> = new Set([
  'beforePhotoMissing',
  'afterPhotoMissing',
  'contactMissing',
  'moreCallsNeeded',
  'ratingMissing',
])

/** Whether a button makes sense: everything but the step's own content is met. */
export function couldPass(guards: readonly Guard[], order: OrderFacts, context: GuardContext): boolean {
  return guards.every((guard) => {
    const found = CHECKS[guard](order, context)
    return found === undefined || BROUGHT.has(found)
  })
}
