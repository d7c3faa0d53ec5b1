import type { Relation, Role } from '../roles.ts'
import type { Words } from '../words.ts'
import { type ClockKind, OPEN_STATES, type State } from './words.ts'

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
  /** The row of the process table in the domain specification that this step comes from. */
  readonly row: number
}

const inScope = (...roles: (Role | 'system')[]): Who[] => roles.map((role) => ({ role, relation: 'inScope' }))
const assigned: Who[] = [
  { role: 'helper', relation: 'assigned' },
  { role: 'gridWorker', relation: 'assigned' },
  { role: 'unitHandler', relation: 'assigned' },
]
const requester: Who[] = [{ role: 'resident', relation: 'own' }]
const anyone: Who[] = (['resident', 'helper', 'gridWorker', 'intake'] as const).map((role) => ({
  role,
  relation: 'any',
}))

type Row = Pick<Transition, 'verb' | 'event' | 'label' | 'from' | 'to' | 'who' | 'row'> & Partial<Transition>
const step = <const R extends Row>(row: R) => ({
  guards: [],
  stops: [],
  pauses: [],
  starts: [],
  resumes: [],
  ...row,
})

/**
 * The lifecycle of every order, as one table. The server's checks, the policy table, OpenAPI, the buttons on the screens
 * and the documentation read it; nothing else decides which step may follow which.
 */
export const TRANSITIONS = [
  step({
    row: 1,
    verb: 'placeOrder',
    event: 'orderPlaced',
    label: { zh: '点单', en: 'Place order' },
    from: [],
    to: ['submitted'],
    who: anyone,
    starts: ['accept'],
  }),
  step({
    row: 1,
    verb: 'addNote',
    event: 'noteAdded',
    label: { zh: '补充说明', en: 'Add a note' },
    from: OPEN_STATES,
    to: ['same'],
    who: [...requester, ...inScope('intake', 'dispatcher'), ...assigned],
  }),
  step({
    row: 3,
    verb: 'proposeRefusal',
    event: 'refusalProposed',
    label: { zh: '提请不予受理', en: 'Propose refusal' },
    from: ['submitted'],
    to: ['same'],
    who: inScope('intake'),
    guards: ['notProposedYet'],
  }),
  step({
    row: 3,
    verb: 'refuseOrder',
    event: 'orderRefused',
    label: { zh: '不予受理', en: 'Refuse' },
    from: ['submitted'],
    to: ['rejected'],
    who: inScope('intake', 'regionAdmin'),
    guards: ['vulnerableNeedsTwo'],
    stops: ['accept'],
  }),
  step({
    row: 4,
    verb: 'acceptOrder',
    event: 'orderAccepted',
    label: { zh: '受理', en: 'Accept' },
    from: ['submitted'],
    to: ['accepted'],
    who: inScope('intake', 'dispatcher', 'system'),
    stops: ['accept'],
    starts: ['dispatch'],
  }),
  step({
    row: 4,
    verb: 'answerOrder',
    event: 'orderAnswered',
    label: { zh: '直接答复', en: 'Answer at once' },
    from: ['submitted', 'accepted'],
    to: ['closed'],
    who: inScope('intake'),
    stops: ['accept', 'dispatch'],
  }),
  step({
    row: 6,
    verb: 'offerOrder',
    event: 'orderOffered',
    label: { zh: '发布待抢', en: 'Offer to helpers' },
    from: ['accepted'],
    to: ['offered'],
    who: inScope('dispatcher', 'system'),
    guards: ['grabbable'],
    stops: ['dispatch'],
    starts: ['claim'],
  }),
  step({
    row: 7,
    verb: 'claimOrder',
    event: 'orderClaimed',
    label: { zh: '抢单', en: 'Claim' },
    from: ['offered'],
    to: ['inProgress'],
    who: [
      { role: 'helper', relation: 'offered' },
      { role: 'gridWorker', relation: 'offered' },
    ],
    stops: ['claim'],
    starts: ['contact', 'handle'],
  }),
  step({
    row: 8,
    verb: 'widenOffer',
    event: 'offerWidened',
    label: { zh: '扩大范围', en: 'Widen the offer' },
    from: ['offered'],
    to: ['same'],
    who: inScope('dispatcher', 'system'),
    guards: ['moreWaves'],
    stops: ['claim'],
    starts: ['claim'],
  }),
  step({
    row: 8,
    verb: 'assignOrder',
    event: 'orderAssigned',
    label: { zh: '指派', en: 'Assign' },
    from: ['offered'],
    to: ['dispatched'],
    who: inScope('dispatcher'),
    stops: ['claim'],
    starts: ['sign', 'handle'],
  }),
  step({
    row: 9,
    verb: 'dispatchOrder',
    event: 'orderDispatched',
    label: { zh: '派单', en: 'Dispatch' },
    from: ['accepted'],
    to: ['dispatched'],
    who: inScope('dispatcher'),
    stops: ['dispatch'],
    starts: ['sign', 'handle'],
  }),
  step({
    row: 11,
    verb: 'giveBack',
    event: 'orderGivenBack',
    label: { zh: '放回', en: 'Give back' },
    from: ['dispatched', 'inProgress'],
    to: ['offered'],
    // The system gives back what returns to the pool when its time for handling is over.
    who: [
      { role: 'helper', relation: 'assigned' },
      { role: 'gridWorker', relation: 'assigned' },
      ...inScope('dispatcher', 'system'),
    ],
    guards: ['grabbable'],
    stops: ['sign', 'contact', 'handle'],
    starts: ['claim'],
  }),
  step({
    row: 10,
    verb: 'signOrder',
    event: 'orderSigned',
    label: { zh: '签收', en: 'Sign for' },
    from: ['dispatched'],
    to: ['inProgress'],
    who: assigned,
    stops: ['sign'],
    starts: ['contact'],
  }),
  step({
    row: 10,
    verb: 'contactRequester',
    event: 'requesterContacted',
    label: { zh: '首次联系', en: 'First contact made' },
    from: ['inProgress', 'rework'],
    to: ['same'],
    who: assigned,
    guards: ['notYetContacted'],
    stops: ['contact'],
  }),
  step({
    row: 10,
    verb: 'reportProgress',
    event: 'progressReported',
    label: { zh: '报进展', en: 'Report progress' },
    from: ['inProgress', 'rework'],
    to: ['same'],
    who: assigned,
  }),
  step({
    row: 18,
    verb: 'handleOrder',
    event: 'orderHandled',
    label: { zh: '办好了', en: 'Handled' },
    from: ['inProgress', 'rework'],
    to: ['handled'],
    who: assigned,
    guards: ['evidenceComplete', 'emergencySeen'],
    stops: ['contact', 'handle'],
    starts: ['review'],
  }),
  step({
    row: 18,
    verb: 'selfHandle',
    event: 'orderSelfHandled',
    label: { zh: '自办自结', en: 'Handle and close oneself' },
    from: ['submitted', 'accepted'],
    // Closed on the evidence, or followed up where chance draws it.
    to: ['closed', 'followUp'],
    who: inScope('gridWorker'),
    guards: ['selfHandled', 'evidenceComplete', 'emergencySeen'],
    stops: ['accept', 'dispatch'],
    starts: ['followUp'],
  }),
  step({
    row: 19,
    verb: 'approveHandling',
    event: 'handlingApproved',
    label: { zh: '审核通过', en: 'Approve' },
    from: ['handled'],
    to: ['followUp'],
    who: inScope('reviewer'),
    guards: ['notTheHandler'],
    stops: ['review'],
    starts: ['followUp'],
  }),
  step({
    row: 19,
    verb: 'returnHandling',
    event: 'handlingReturned',
    label: { zh: '审核退回', en: 'Send back' },
    from: ['handled'],
    to: ['inProgress'],
    who: inScope('reviewer'),
    guards: ['notTheHandler'],
    stops: ['review'],
    resumes: ['handle'],
  }),
  step({
    row: 20,
    verb: 'recordCall',
    event: 'callRecorded',
    label: { zh: '记录未接通', en: 'Record a call not reached' },
    from: ['followUp'],
    to: ['same'],
    who: inScope('caller'),
  }),
  step({
    row: 20,
    verb: 'rateOrder',
    event: 'orderRated',
    label: { zh: '评单', en: 'Rate' },
    from: ['followUp', 'closed'],
    to: ['closed', 'same'],
    who: requester,
    guards: ['notTheHandler', 'notRatedYet'],
    stops: [],
  }),
  step({
    row: 20,
    verb: 'closeOrder',
    event: 'orderClosed',
    label: { zh: '回访结案', en: 'Close after follow-up' },
    from: ['followUp'],
    to: ['closed'],
    who: inScope('caller'),
    guards: ['notTheHandler', 'reachedOrTriedEnough'],
    stops: ['followUp'],
  }),
  step({
    row: 21,
    verb: 'reworkOrder',
    event: 'orderReworked',
    label: { zh: '重办', en: 'Rework' },
    from: ['followUp'],
    to: ['rework'],
    who: inScope('caller', 'regionAdmin'),
    guards: ['reworkRoundsLeft'],
    stops: ['followUp'],
    starts: ['contact', 'handle'],
  }),
  step({
    row: 24,
    verb: 'consentToShow',
    event: 'showingConsented',
    label: { zh: '同意晒单', en: 'Agree to publication' },
    from: ['followUp', 'closed'],
    to: ['same'],
    who: requester,
    guards: ['mayBeShown'],
  }),
  step({
    row: 24,
    verb: 'showOrder',
    event: 'orderShown',
    label: { zh: '晒单', en: 'Publish' },
    from: ['closed'],
    to: ['same'],
    who: inScope('publisher'),
    guards: ['mayBeShown', 'consented'],
  }),
  step({
    row: 24,
    verb: 'hideOrder',
    event: 'orderHidden',
    label: { zh: '撤下晒单', en: 'Withdraw publication' },
    // A consent given in 待回访 stands through a rework, and may be taken back at any time.
    from: ['inProgress', 'rework', 'handled', 'followUp', 'closed'],
    to: ['same'],
    guards: ['consented', 'shownOrOwn'],
    who: [...requester, ...inScope('publisher')],
  }),
  step({
    row: 25,
    verb: 'cancelOrder',
    event: 'orderCancelled',
    label: { zh: '撤单', en: 'Cancel' },
    from: ['submitted', 'accepted', 'offered', 'dispatched', 'inProgress', 'rework'],
    to: ['cancelled'],
    // A requester who rings up to cancel is heard by the intake officer.
    who: [...requester, ...inScope('intake')],
    guards: ['notEmergency'],
    stops: ['accept', 'dispatch', 'claim', 'sign', 'contact', 'handle'],
  }),
] as const satisfies readonly Transition[]

export type Verb = (typeof TRANSITIONS)[number]['verb']
export type OrderEvent = (typeof TRANSITIONS)[number]['event']

const BY_VERB = new Map<string, Transition>(TRANSITIONS.map((row) => [row.verb, row]))

/** The row of a verb. Throws on a word that is not in the table: that is a programming error. */
export function transitionOf(verb: Verb): Transition {
  const row = BY_VERB.get(verb)
  if (!row) throw new Error(`no transition ${verb}`)
  return row
}
