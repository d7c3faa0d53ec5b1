import {
  type ClockKind,
  type Guard,
  keptBySender,
  OBJECTIONS,
  type Objection,
  type Transition,
} from '@linli/contract'
import { decidedFirst, objectedTo } from './decisions.ts'
import type { AskFacts, ItemFacts, OrderFacts } from './facts.ts'
import { hasHost, isOwn } from './standing.ts'

/** What a guard may look at besides the order. `given` is what the step itself brings. */
export type GuardContext = {
  readonly item: ItemFacts | undefined
  readonly actor: {
    readonly personId: string | null
    readonly units: readonly string[]
    readonly isRegionAdmin: boolean
    /** Decides for more than the order's own community. */
    readonly isAbove: boolean
  }
  readonly waves: number
  readonly rework: { readonly rounds: number }
  readonly followUp: { readonly tries: number; readonly days: number }
  readonly lifecycle: {
    readonly supplements: number
    readonly unmergeHours: number
    readonly mergeDays: number
  }
  /** What waits for a decision. */
  readonly asks: AskFacts
  /** The database's clock. */
  readonly now: number
  /** Until when whoever has it may ask to return it; null where orders of its kind are not returned. */
  readonly returnBy: number | null
  /** Until when its end may be reviewed; null while it is open, or where nothing is reviewed. */
  readonly appealBy: number | null
  /** Until when a decision of that time may be objected to. */
  objectBy(decidedAt: string): number | null
  readonly given: {
    readonly against?: Objection
    readonly beforePhotos?: number
    readonly afterPhotos?: number
    readonly contacted?: boolean
    readonly reached?: boolean
    readonly rated?: boolean
    /** The unit that the step is about. */
    readonly unitId?: string
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
  | 'supplementsUsed'
  | 'stillTime'
  | 'hostWasRuled'
  | 'neverReturned'
  | 'tooLateToReturn'
  | 'extendedBefore'
  | 'limitPassed'
  | 'urgedBefore'
  | 'notSupervised'
  | 'mergedForGood'
  | 'keptBySender'
  | 'acceptedAlready'
  | 'senderFirst'
  | 'solvedAlready'
  | 'appealTooLate'
  | 'appealedBefore'
  | 'decidedYourself'
  | 'nobodyHasIt'
  | 'somebodyHasIt'
  | 'nothingToObject'
  | 'otherObjection'
  | 'coHostsSilent'
  | 'noOpenCall'
  | 'notCalled'
  | 'nothingToJudge'
  | 'notAbove'
  | 'alreadyAsked'
  | 'nothingAsked'
  | 'ownAsk'

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
    order.round <= rework.rounds || actor.isRegionAdmin || keptBySender(order.channel)
      ? undefined
      : 'reworkRoundsUsed',
  reachedOrTriedEnough: (order, { followUp, given }) => {
    if (given.reached) return given.rated || order.ratedRound === order.round ? undefined : 'ratingMissing'
    // Whoever the sender did not reach, it says; we do not try.
    if (keptBySender(order.channel)) return undefined
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
  supplementsLeft: (order, { lifecycle }) =>
    order.supplements < lifecycle.supplements ? undefined : 'supplementsUsed',
  supplementOverdue: (order, { now }) => (isOver(order, 'supplement', now) ? undefined : 'stillTime'),
  mayReturn: (order, { returnBy, now }) => {
    if (order.hostRuled) return 'hostWasRuled'
    if (returnBy === null) return 'neverReturned'
    return now > returnBy ? 'tooLateToReturn' : undefined
  },
  // Whoever waits hears of it first.
  alreadyContacted: (order) => (order.contactedAt ? undefined : 'contactMissing'),
  notExtendedYet: (_, { asks }) => (asks.extended ? 'extendedBefore' : undefined),
  beforeLimit: (order, { now }) => (isOver(order, 'handle', now) ? 'limitPassed' : undefined),
  urgedOnceADay: (order) => (order.urgedToday ? 'urgedBefore' : undefined),
  supervised: (order) => (order.supervision ? undefined : 'notSupervised'),
  endsHere: ({ channel }) => (keptBySender(channel) ? 'keptBySender' : undefined),
  // What was accepted is not refused any more; only what was sent here still goes back.
  mayGoBack: ({ channel, state }) =>
    state === 'submitted' || keptBySender(channel) ? undefined : 'acceptedAlready',
  senderAgreed: ({ channel, refusalProposedBy }) =>
    keptBySender(channel) && refusalProposedBy === null ? 'senderFirst' : undefined,
  requesterMayCancel: (order, { actor }) =>
    keptBySender(order.channel) && actor.personId !== null && isOwn(order, actor.personId)
      ? 'keptBySender'
      : undefined,
  unmergeInTime: (order, { lifecycle }) =>
    (order.hoursSinceClosed ?? 0) < lifecycle.unmergeHours ? undefined : 'mergedForGood',
  notSolvedYet: ({ result }) =>
    result === 'notSolved' || result === 'partlySolved' ? undefined : 'solvedAlready',
  appealInTime: (_, { appealBy, now }) =>
    appealBy !== null && now <= appealBy ? undefined : 'appealTooLate',
  notAppealedYet: (_, { asks }) => (asks.appealRefused ? 'appealedBefore' : undefined),
  decidedByOthers: (_, { asks, actor }) =>
    decidedFirst(asks, actor.personId) ? 'decidedYourself' : undefined,
  hasHost: (order) => (hasHost(order) ? undefined : 'nobodyHasIt'),
  hasNoHost: (order) => (hasHost(order) ? 'somebodyHasIt' : undefined),
  mayObject: (order, context) => {
    const { given } = context
    const all = given.against ? [given.against] : (Object.keys(OBJECTIONS) as Objection[]) // the vocabulary's own keys
    return all.some((against) => isObjectable(order, context, against)) ? undefined : 'nothingToObject'
  },
  objectsToRuling: (_, { asks }) => (asks.ask?.against === 'ruling' ? undefined : 'otherObjection'),
  objectsToSupervision: (_, { asks }) => (asks.ask?.against === 'supervision' ? undefined : 'otherObjection'),
  objectsToRating: (_, { asks }) => (asks.ask?.against === 'rating' ? undefined : 'otherObjection'),
  appealOver: (order, { appealBy, lifecycle, asks, now }) =>
    appealBy !== null &&
    now > appealBy &&
    (order.hoursSinceClosed ?? 0) > lifecycle.mergeDays * 24 &&
    asks.ask === null
      ? undefined
      : 'stillTime',
  // 一哨联办: each of the called units has answered, or was released.
  coHostsAnswered: ({ calls }) => (calls.every(({ answer }) => answer) ? undefined : 'coHostsSilent'),
  openCall: ({ calls }, { given }) =>
    calls.some(({ unitId, answer }) => !answer && isGiven(given, unitId)) ? undefined : 'noOpenCall',
  ownCallOpen: ({ calls }, { actor }) =>
    calls.some(({ unitId, answer }) => !answer && actor.units.includes(unitId)) ? undefined : 'notCalled',
  answerToJudge: ({ calls }, { given }) =>
    calls.some(({ unitId, answer, judged }) => answer && !judged && isGiven(given, unitId))
      ? undefined
      : 'nothingToJudge',
  fromAbove: (_, { actor }) => (actor.isAbove ? undefined : 'notAbove'),
}

/** The unit that the step names; before one is named, any. */
const isGiven = ({ unitId }: GuardContext['given'], one: string): boolean =>
  unitId === undefined || unitId === one

const isOver = ({ clocks }: OrderFacts, clock: ClockKind, now: number): boolean =>
  clocks.some((running) => running.clock === clock && Date.parse(running.dueAt) <= now)

/** What still stands and was decided not long ago. */
function isObjectable(order: OrderFacts, { asks, objectBy, now }: GuardContext, against: Objection): boolean {
  const decision = objectedTo(asks, against)
  if (!decision) return false
  if (against === 'ruling' && !(order.hostRuled && ['dispatched', 'inProgress'].includes(order.state)))
    return false
  if (against === 'supervision' && !order.supervision) return false
  if (against === 'rating' && !['rework', 'followUp', 'closed'].includes(order.state)) return false
  const until = objectBy(decision.at)
  return until !== null && now <= until
}

type Row = Pick<Transition, 'guards' | 'opens' | 'settles'>

/** One thing is asked at a time, and decided by somebody other than who asked. */
function askProblem(
  { opens, settles }: Row,
  { asks: { ask }, actor }: GuardContext,
): GuardProblem | undefined {
  if (opens) return ask ? 'alreadyAsked' : undefined
  if (!settles) return undefined
  if (!ask || (settles.ask !== 'any' && settles.ask !== ask.kind)) return 'nothingAsked'
  return settles.as !== 'withdrawn' && ask.by === actor.personId ? 'ownAsk' : undefined
}

/** The first guard that stands in the way, or undefined. */
export function firstProblem(row: Row, order: OrderFacts, context: GuardContext): GuardProblem | undefined {
  const asked = askProblem(row, context)
  if (asked) return asked
  for (const guard of row.guards) {
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
export function couldPass(row: Row, order: OrderFacts, context: GuardContext): boolean {
  if (askProblem(row, context)) return false
  return row.guards.every((guard) => {
    const found = CHECKS[guard](order, context)
    return found === undefined || BROUGHT.has(found)
  })
}
