import type { OrderEvent } from '@linli/contract'
import type { NoticeKind } from '@linli/contract/notices/words'

/**
 * Who is meant, seen from an order: those who asked (requester, beneficiary, whoever placed it), whoever has it to do
 * (a person, or the people of a team or unit), the helpers who may claim it, the people of units that are called to help,
 * and whom the event names: the desk that a deadline runs for, and those one level above.
 */
export type Audience = 'askers' | 'doers' | 'pool' | 'called' | 'named' | 'above'
export type Told = { readonly audience: Audience; readonly kind: NoticeKind }

const askers = (kind: NoticeKind): Told => ({ audience: 'askers', kind })
const doers = (kind: NoticeKind): Told => ({ audience: 'doers', kind })
const pool = (kind: NoticeKind): Told => ({ audience: 'pool', kind })
const called = (kind: NoticeKind): Told => ({ audience: 'called', kind })
const named = (kind: NoticeKind): Told => ({ audience: 'named', kind })
const above = (kind: NoticeKind): Told => ({ audience: 'above', kind })

/** What each step of an order tells whom. Nobody is told of what they did themselves. A step that tells nobody says so. */
const ORDER_NOTICES: { readonly [event in OrderEvent]: readonly Told[] } = {
  orderPlaced: [askers('orderPlacedForYou')],
  noteAdded: [askers('noteAdded'), doers('noteAdded')],
  refusalProposed: [],
  orderRefused: [askers('orderRefused')],
  orderAccepted: [askers('orderAccepted')],
  orderAnswered: [askers('orderAnswered')],
  orderOffered: [pool('orderOffered')],
  orderClaimed: [askers('orderClaimed')],
  offerWidened: [pool('orderOffered')],
  orderAssigned: [askers('orderDispatched'), doers('taskGiven')],
  orderDispatched: [askers('orderDispatched'), doers('taskGiven'), called('unitCalled')],
  orderGivenBack: [askers('orderGivenBack'), doers('taskGivenBack'), pool('orderOffered')],
  orderSigned: [askers('orderSigned')],
  requesterContacted: [],
  progressReported: [askers('progressReported')],
  orderHandled: [],
  orderSelfHandled: [askers('orderSelfHandled')],
  handlingApproved: [askers('pleaseRate'), doers('handlingApproved')],
  handlingReturned: [doers('handlingReturned')],
  callRecorded: [askers('callMissed')],
  orderRated: [doers('orderRated')],
  orderClosed: [askers('orderClosed'), doers('orderClosed')],
  orderReworked: [askers('orderReworked'), doers('taskReworked')],
  showingConsented: [],
  orderShown: [askers('orderShown')],
  orderHidden: [askers('orderHidden')],
  orderCancelled: [askers('orderCancelled'), doers('taskCancelled')],
  supplementAsked: [askers('supplementAsked')],
  orderSupplemented: [],
  supplementLapsed: [askers('supplementLapsed')],
  orderMerged: [askers('orderMerged')],
  orderUnmerged: [askers('orderUnmerged')],
  orderTransferred: [askers('orderDispatched'), doers('taskGiven')],
  orderUrged: [doers('taskUrged')],
  orderSupervised: [doers('taskSupervised')],
  supervisionAnswered: [],
  returnAsked: [],
  returnGranted: [doers('returnGranted')],
  returnRefused: [doers('returnRefused')],
  pauseAsked: [],
  pauseGranted: [askers('orderPaused'), doers('pauseGranted')],
  pauseRefused: [doers('pauseRefused')],
  pauseReviewed: [],
  orderResumed: [askers('orderResumed'), doers('taskResumed')],
  extensionAsked: [],
  extensionGranted: [askers('orderExtended'), doers('extensionGranted')],
  extensionRefused: [doers('extensionRefused')],
  askWithdrawn: [],
  explainedAsked: [],
  orderExplained: [askers('orderExplained'), doers('explainedGranted')],
  explainedRefused: [doers('explainedRefused')],
  reviewRequested: [],
  reviewGranted: [askers('reviewGranted'), doers('taskReworked')],
  orderReadmitted: [askers('reviewGranted')],
  reviewRefused: [askers('reviewRefused')],
  objectionRaised: [],
  returnOverruled: [doers('objectionUpheld')],
  supervisionLifted: [doers('objectionUpheld')],
  ratingDiscounted: [doers('objectionUpheld')],
  objectionDismissed: [doers('objectionDismissed')],
  orderReopened: [askers('orderReopened'), doers('taskReworked')],
  orderArchived: [],
  coHostsCalled: [called('unitCalled'), doers('unitsCalledForYou')],
  unitsWhistled: [called('unitWhistled'), doers('unitsCalledForYou')],
  callAnswered: [doers('callAnswered')],
  answerJudged: [],
  coHostReleased: [called('coHostReleased')],
  meetingRecorded: [askers('meetingRecorded'), doers('meetingRecorded')],
  orderEscalated: [askers('orderEscalated'), above('escalationAsked')],
  orderInstructed: [doers('escalationAnswered')],
  orderTakenOver: [askers('orderDispatched'), doers('taskGiven')],
  orderConvened: [called('unitCalled'), doers('escalationAnswered')],
}

/** Deadlines tell whoever has it: the one who does it, or the desk; an escalation the level above as well. */
const DEADLINE_NOTICES: { readonly [event: string]: readonly Told[] } = {
  deadlineNear: [doers('deadlineNear'), named('deadlineNear')],
  deadlineMissed: [doers('deadlineMissed'), named('deadlineMissed')],
  deadlineEscalated: [above('deadlineEscalated'), doers('deadlineMissed'), named('deadlineMissed')],
  yearUnknown: [named('yearUnknown')],
  deadlinesMoved: [askers('deadlinesMoved'), doers('deadlinesMoved')],
}

/** Points tell the one whose account it is. */
const POINTS_NOTICES: { readonly [event: string]: NoticeKind } = {
  pointsPromised: 'pointsPromised',
  pointsPosted: 'pointsPosted',
  pointsVoided: 'pointsVoided',
  entryCorrected: 'pointsCorrected',
  redemptionDue: 'redemptionDue',
  redemptionCollected: 'redemptionCollected',
  redemptionExpired: 'redemptionExpired',
  redemptionRefunded: 'redemptionRefunded',
}

/** What is news about one's own data tells the one whose it is. */
const PRIVACY_NOTICES: { readonly [event: string]: NoticeKind } = {
  consentAsked: 'consentAsked',
  consentAtDoor: 'consentAtDoor',
  copyReady: 'copyReady',
  requestAnswered: 'requestAnswered',
}

/** What happens to a pair tells both its sides. */
const PAIRING_NOTICES: { readonly [event: string]: NoticeKind } = {
  pairingBegan: 'pairingBegan',
  pairingEnded: 'pairingEnded',
}

/** What happens to a roster tells those who are asked, those who serve, and the two of a swap. */
const DUTY_NOTICES: { readonly [event: string]: NoticeKind } = {
  membersAsked: 'dutyAsked',
  rosterAccepted: 'dutyGiven',
  placeFilled: 'dutyAdded',
  swapEnded: 'dutySwapped',
  rosterClosed: 'dutyCalledOff',
  planFailed: 'planFailed',
}

/** What happens to a booking tells the one whose it is. */
const BOOKING_NOTICES: { readonly [event: string]: NoticeKind } = {
  bookingMade: 'bookingMade',
  bookingMovedUp: 'bookingMovedUp',
  bookingCancelled: 'bookingCancelled',
  bookingDue: 'bookingDue',
  loanDue: 'loanDue',
}

/** What happens to an activity tells those who are signed up for it, or signed up somebody of their household. */
const ACTIVITY_NOTICES: { readonly [event: string]: NoticeKind } = {
  signupMade: 'activitySignupMade',
  signupMovedUp: 'activityMovedUp',
  signupCancelled: 'activitySignupCancelled',
  signupDue: 'activityDue',
  activityChanged: 'activityChanged',
  activityCalledOff: 'activityCalledOff',
}

/** What happens to a plan of care tells those whom the event names, and nobody else. */
const CARE_NOTICES: { readonly [event: string]: NoticeKind } = {
  careAsked: 'careAsked',
  careBegan: 'careBegan',
  careChanged: 'careChanged',
  careEnded: 'careEnded',
  contactMissing: 'careContactMissing',
  standInNeeded: 'careStandInNeeded',
  communityTold: 'careCommunityTold',
  personUnseen: 'carePersonUnseen',
  standInAsked: 'careStandInAsked',
  standInTaken: 'careStandInTaken',
}

/** What becomes of a press tells those whom the event names: who calls back, who is asked to go. */
const DEVICE_NOTICES: { readonly [event: string]: NoticeKind } = {
  pressed: 'devicePressed',
  pressWave: 'deviceAsked',
  pressLouder: 'deviceAskedAgain',
  ringNeeded: 'deviceRing',
  personSeen: 'deviceSeen',
}

/** What happens to agreed work, its appeal and a pair of mentor and learner tells its two sides. */
const STAFF_NOTICES: { readonly [event: string]: NoticeKind } = {
  workProposed: 'workProposed',
  workAgreed: 'workAgreed',
  workShown: 'workShown',
  workConcluded: 'workConcluded',
  workAppealed: 'workAppealed',
  workAppealAnswered: 'workAppealAnswered',
  mentorAsked: 'mentorAsked',
  mentorAnswered: 'mentorAnswered',
}

/** What a notice about a merchant tells its people, and an answer whoever objected. */
const MERCHANT_NOTICES: { readonly [event: string]: NoticeKind } = {
  noticeGiven: 'merchantNoticeGiven',
  objectionDecided: 'merchantObjectionDecided',
  noticeConcluded: 'merchantNoticeConcluded',
}

/** What happens to check-ins, letters, cards and agreements tells those concerned. */
const PARTNER_NOTICES: { readonly [event: string]: NoticeKind } = {
  checkInDecided: 'checkInDecided',
  letterIssued: 'letterIssued',
  cardDrawn: 'cardDrawn',
  cardSent: 'cardSent',
  reportDrawn: 'reportDrawn',
  reportAnswered: 'reportAnswered',
  pledgeKept: 'pledgeKept',
  pledgesHidden: 'pledgesHidden',
  agreementAnswered: 'agreementAnswered',
  promiseDue: 'promiseDue',
  promiseConfirmed: 'promiseConfirmed',
}

/** What happens to a team tells whoever is asked, comes in or is let go, and those who lead it. */
const TEAM_NOTICES: { readonly [event: string]: NoticeKind } = {
  teamAsked: 'teamAsked',
  teamJoined: 'teamJoined',
  teamAnswered: 'teamAnswered',
  teamEnded: 'teamEnded',
  teamClosed: 'teamClosed',
}

/** What happens to visits tells the second of two, whoever named them, or whoever answers for the campaign: the event says whom. */
const VISIT_NOTICES: { readonly [event: string]: NoticeKind } = {
  visitsRecorded: 'visitCompanionAsked',
  companionConfirmed: 'visitCompanionConfirmed',
  companionDenied: 'visitCompanionDenied',
  campaignDone: 'visitCampaignDone',
  campaignEnding: 'visitCampaignEnding',
}

const isOrderEvent = (event: string): event is OrderEvent => Object.hasOwn(ORDER_NOTICES, event)

/** The rows of an event of orders, by its topic (`orders.orderPlaced.1`). */
export function toldByOrder(topic: string): readonly Told[] {
  const event = topic.split('.')[1] ?? ''
  return isOrderEvent(event)
    ? ORDER_NOTICES[event]
    : Object.hasOwn(DEADLINE_NOTICES, event)
      ? (DEADLINE_NOTICES[event] ?? [])
      : []
}

/** The notice of an event of points, or undefined where it tells nobody. */
export const toldByPoints = (topic: string): NoticeKind | undefined =>
  POINTS_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event about somebody's own data, or undefined where it tells nobody. */
export const toldByPrivacy = (topic: string): NoticeKind | undefined =>
  PRIVACY_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of duties, or undefined where it tells nobody. */
export const toldByDuties = (topic: string): NoticeKind | undefined => DUTY_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of stations, or undefined where it tells nobody. */
export const toldByStations = (topic: string): NoticeKind | undefined =>
  BOOKING_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of activities, or undefined where it tells nobody. */
export const toldByActivities = (topic: string): NoticeKind | undefined =>
  ACTIVITY_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of care, or undefined where it tells nobody. */
export const toldByCare = (topic: string): NoticeKind | undefined => CARE_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of devices, or undefined where it tells nobody. */
export const toldByDevices = (topic: string): NoticeKind | undefined =>
  DEVICE_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of staff, or undefined where it tells nobody. */
export const toldByStaff = (topic: string): NoticeKind | undefined => STAFF_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of people (pairs and teams), or undefined where it tells nobody. */
export const toldByPeople = (topic: string): NoticeKind | undefined => {
  const event = topic.split('.')[1] ?? ''
  return PAIRING_NOTICES[event] ?? TEAM_NOTICES[event]
}

/** The notice of an event of merchants, or undefined where it tells nobody. */
export const toldByMerchants = (topic: string): NoticeKind | undefined =>
  MERCHANT_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of partners, or undefined where it tells nobody. */
export const toldByPartners = (topic: string): NoticeKind | undefined =>
  PARTNER_NOTICES[topic.split('.')[1] ?? '']

/** The notice of an event of visits, or undefined where it tells nobody. */
export const toldByVisits = (topic: string): NoticeKind | undefined =>
  VISIT_NOTICES[topic.split('.')[1] ?? '']

/** The people of an event, as the orders room names them. */
export type OrderPeople = {
  readonly actor: string | null
  readonly people: readonly string[]
  readonly assignee: string | null
  /** The people of the team or unit that has it, and the helpers who are asked: looked up where a row needs them. */
  readonly members: readonly string[]
  readonly helpers: readonly string[]
  /** Whom the event names itself. */
  readonly called?: readonly string[]
  readonly named?: readonly string[]
  readonly above?: readonly string[]
}

/** Who gets which notice: each person at most one for an event, and none about the own deed. */
export function recipientsOf(
  rows: readonly Told[],
  people: OrderPeople,
): { personId: string; kind: NoticeKind }[] {
  const doing = people.assignee ? [people.assignee] : people.members
  const of: { readonly [audience in Audience]: readonly string[] } = {
    askers: people.people.filter((person) => person !== people.assignee),
    doers: doing,
    pool: people.helpers.filter((person) => !people.people.includes(person)),
    called: people.called ?? [],
    named: people.named ?? [],
    above: people.above ?? [],
  }
  const told = new Map<string, NoticeKind>()
  for (const { audience, kind } of rows)
    for (const person of of[audience])
      if (person !== people.actor && !told.has(person)) told.set(person, kind)
  return [...told].map(([personId, kind]) => ({ personId, kind }))
}
