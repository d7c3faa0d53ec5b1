import { type ClockKind, type Guard, TRANSITIONS, type Transition } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { orderFacts } from '../../../../../../tests/orders/facts.ts'
import { GUARD_PROBLEMS } from '../errors.ts'
import type { CallFacts, ItemFacts, OrderFacts } from './facts.ts'
import { couldPass, firstProblem, type GuardContext, type GuardProblem } from './guards.ts'

const item = (more: Partial<ItemFacts> = {}): ItemFacts => ({
  key: 'lamp',
  grabbable: true,
  automatic: false,
  evidence: [],
  skill: null,
  homeEntry: false,
  ...more,
})
const ACTOR = { personId: 'officer', units: ['park'], isRegionAdmin: false, isAbove: false }
const context = (more: Partial<GuardContext> = {}): GuardContext => ({
  item: item(),
  actor: ACTOR,
  waves: 3,
  rework: { rounds: 2 },
  followUp: { tries: 3, days: 2 },
  lifecycle: { supplements: 2, unmergeHours: 24, mergeDays: 30 },
  asks: { ask: null, extended: false },
  now: Date.parse('2026-01-15T10:00:00Z'),
  returnBy: Date.parse('2026-01-15T10:00:00Z'),
  appealBy: Date.parse('2026-01-15T10:00:00Z'),
  objectBy: (at) => Date.parse(at) + 5 * 86_400_000,
  given: {},
  ...more,
})
const admin = { actor: { ...ACTOR, personId: 'admin', isRegionAdmin: true, isAbove: true } }
const call = (unitId: string, more: Partial<CallFacts> = {}): CallFacts => ({
  unitId,
  how: 'joint',
  answer: null,
  judged: null,
  ...more,
})
const done = { answer: 'done' } as const

/** A row that asks and answers nothing. */
const row = (...guards: Guard[]) => ({ guards, opens: null, settles: null })
const NOON = '2026-01-15T12:00:00Z'
const running = (clock: ClockKind, dueAt: string) => ({
  clocks: [{ clock, amount: 1, unit: 'day', startedAt: '2026-01-14T08:00:00Z', dueAt }],
})

const NOTHING = { ask: null, extended: false }
const decision = (verb: string, by: string, score: number | null = null) => ({
  verb,
  by,
  at: '2026-01-14T08:00:00Z',
  score,
})
/** Somebody decided it; a unit may have objected to that. */
const decidedBy = (verb: string, by: string, against?: string): { asks: GuardContext['asks'] } => ({
  asks: {
    extended: false,
    ask: against
      ? {
          id: 'ask',
          kind: 'objection',
          by: 'unit',
          askedAt: NOON,
          amount: null,
          unit: null,
          until: null,
          unitId: null,
          against,
        }
      : null,
    decisions: [decision(verb, by)],
  },
})
const judged = (score: number, ...then: string[]): { asks: GuardContext['asks'] } => ({
  asks: {
    ...NOTHING,
    decisions: [
      decision('rateOrder', 'requester', score),
      ...then.map((verb) => ({ ...decision(verb, 'admin'), against: 'rating' })),
    ],
  },
})
const UNDER: Partial<OrderFacts> = { state: 'inProgress', supervision: 'yellow' }

type Case = [Guard, Partial<OrderFacts>, Partial<GuardContext>, GuardProblem | undefined]
const CASES: Case[] = [
  ['grabbable', {}, {}, undefined],
  ['grabbable', {}, { item: item({ grabbable: false }) }, 'notGrabbable'],
  ['grabbable', {}, { item: undefined }, 'notGrabbable'],
  ['moreWaves', { offerWave: 2 }, {}, undefined],
  ['moreWaves', { offerWave: 3 }, {}, 'noMoreWaves'],
  ['evidenceComplete', {}, {}, undefined],
  ['evidenceComplete', {}, { item: item({ evidence: ['beforePhoto'] }) }, 'beforePhotoMissing'],
  ['evidenceComplete', {}, { item: item({ evidence: ['afterPhoto'] }) }, 'afterPhotoMissing'],
  ['evidenceComplete', {}, { item: item({ evidence: ['contact'] }) }, 'contactMissing'],
  ['evidenceComplete', { contactedAt: 'now' }, { item: item({ evidence: ['contact'] }) }, undefined],
  [
    'evidenceComplete',
    {},
    { item: item({ evidence: ['beforePhoto', 'afterPhoto'] }), given: { beforePhotos: 1 } },
    'afterPhotoMissing',
  ],
  [
    'evidenceComplete',
    {},
    {
      item: item({ evidence: ['beforePhoto', 'afterPhoto', 'contact'] }),
      given: { beforePhotos: 1, afterPhotos: 2, contacted: true },
    },
    undefined,
  ],
  ['notTheHandler', { handledBy: 'other' }, {}, undefined],
  ['notTheHandler', { handledBy: 'officer' }, {}, 'ownHandling'],
  ['notTheHandler', { handledBy: null }, { actor: { ...ACTOR, personId: null } }, undefined],
  ['coHostsAnswered', {}, {}, undefined],
  ['coHostsAnswered', { calls: [call('park', done), call('road')] }, {}, 'coHostsSilent'],
  ['coHostsAnswered', { calls: [call('park', done)] }, {}, undefined],
  ['openCall', { calls: [call('road')] }, {}, undefined],
  ['openCall', { calls: [call('road')] }, { given: { unitId: 'park' } }, 'noOpenCall'],
  ['openCall', { calls: [call('park', done)] }, { given: { unitId: 'park' } }, 'noOpenCall'],
  ['openCall', {}, {}, 'noOpenCall'],
  ['ownCallOpen', { calls: [call('park')] }, {}, undefined],
  ['ownCallOpen', { calls: [call('road'), call('park', done)] }, {}, 'notCalled'],
  ['answerToJudge', { calls: [call('road', done)] }, { given: { unitId: 'road' } }, undefined],
  ['answerToJudge', { calls: [call('road', done)] }, { given: { unitId: 'park' } }, 'nothingToJudge'],
  ['answerToJudge', { calls: [call('road')] }, {}, 'nothingToJudge'],
  ['answerToJudge', { calls: [call('road', { ...done, judged: 'helped' })] }, {}, 'nothingToJudge'],
  ['fromAbove', {}, admin, undefined],
  ['fromAbove', {}, {}, 'notAbove'],
  ['vulnerableNeedsTwo', {}, {}, undefined],
  ['vulnerableNeedsTwo', { vulnerable: true }, {}, 'secondPersonNeeded'],
  ['vulnerableNeedsTwo', { vulnerable: true, refusalProposedBy: 'officer' }, {}, 'secondPersonNeeded'],
  ['vulnerableNeedsTwo', { vulnerable: true, refusalProposedBy: 'other' }, {}, undefined],
  ['notProposedYet', {}, {}, undefined],
  ['notProposedYet', { refusalProposedBy: 'other' }, {}, 'alreadyProposed'],
  ['reworkRoundsLeft', { round: 2 }, {}, undefined],
  ['reworkRoundsLeft', { round: 3 }, {}, 'reworkRoundsUsed'],
  ['reworkRoundsLeft', { round: 3 }, admin, undefined],
  ['reachedOrTriedEnough', {}, {}, 'moreCallsNeeded'],
  ['reachedOrTriedEnough', { callsTried: 3, daysSinceFirstCall: 1 }, {}, 'moreCallsNeeded'],
  ['reachedOrTriedEnough', { callsTried: 2, daysSinceFirstCall: 9 }, {}, 'moreCallsNeeded'],
  ['reachedOrTriedEnough', { callsTried: 3, daysSinceFirstCall: 2 }, {}, undefined],
  ['reachedOrTriedEnough', {}, { given: { reached: true } }, 'ratingMissing'],
  ['reachedOrTriedEnough', {}, { given: { reached: true, rated: true } }, undefined],
  ['reachedOrTriedEnough', { ratedRound: 1 }, { given: { reached: true } }, undefined],
  ['reachedOrTriedEnough', { round: 2, ratedRound: 1 }, { given: { reached: true } }, 'ratingMissing'],
  ['emergencySeen', {}, {}, undefined],
  ['emergencySeen', { urgency: 'emergency' }, {}, 'contactMissing'],
  ['emergencySeen', { urgency: 'emergency', contactedAt: 'now' }, {}, undefined],
  ['emergencySeen', { urgency: 'emergency' }, { given: { contacted: true } }, undefined],
  ['consented', {}, {}, 'noConsent'],
  ['consented', { showConsentAt: 'now' }, {}, undefined],
  ['shownOrOwn', {}, {}, 'notShown'],
  ['shownOrOwn', { shownAt: 'now' }, {}, undefined],
  ['shownOrOwn', { requesterId: 'officer' }, {}, undefined],
  ['shownOrOwn', { placedBy: 'officer', channel: 'proxy' }, {}, undefined],
  ['shownOrOwn', { placedBy: 'officer', channel: 'telephone' }, {}, 'notShown'],
  ['mayBeShown', {}, {}, undefined],
  ['mayBeShown', { restriction: 'stability' }, {}, 'neverShown'],
  ['mayBeShown', { confidential: true }, {}, 'neverShown'],
  ['mayBeShown', { kind: 'report' }, {}, 'neverShown'],
  ['notEmergency', {}, {}, undefined],
  ['notEmergency', { urgency: 'emergency' }, {}, 'emergencyStays'],
  ['notRatedYet', {}, {}, undefined],
  ['notRatedYet', { ratedRound: 1 }, {}, 'alreadyRated'],
  ['notRatedYet', { round: 2, ratedRound: 1 }, {}, undefined],
  ['notYetContacted', {}, {}, undefined],
  ['notYetContacted', { contactedAt: 'now' }, {}, 'alreadyContacted'],
  ['selfHandled', {}, {}, 'notSelfHandled'],
  ['supplementsLeft', { supplements: 1 }, {}, undefined],
  ['supplementsLeft', { supplements: 2 }, {}, 'supplementsUsed'],
  ['supplementOverdue', running('supplement', '2026-01-15T10:00:00Z'), {}, undefined],
  ['supplementOverdue', running('supplement', NOON), {}, 'stillTime'],
  ['mayReturn', {}, {}, undefined],
  ['mayReturn', { hostRuled: true }, {}, 'hostWasRuled'],
  ['mayReturn', {}, { returnBy: null }, 'neverReturned'],
  ['mayReturn', {}, { returnBy: Date.parse('2026-01-15T09:59:59Z') }, 'tooLateToReturn'],
  ['alreadyContacted', { contactedAt: NOON }, {}, undefined],
  ['alreadyContacted', {}, {}, 'contactMissing'],
  ['notExtendedYet', {}, {}, undefined],
  ['notExtendedYet', {}, { asks: { ask: null, extended: true } }, 'extendedBefore'],
  ['beforeLimit', running('handle', NOON), {}, undefined],
  ['beforeLimit', running('handle', '2026-01-15T09:00:00Z'), {}, 'limitPassed'],
  ['urgedOnceADay', {}, {}, undefined],
  ['urgedOnceADay', { urgedToday: true }, {}, 'urgedBefore'],
  ['supervised', { supervision: 'yellow' }, {}, undefined],
  ['supervised', {}, {}, 'notSupervised'],
  ['unmergeInTime', { hoursSinceClosed: 23.9 }, {}, undefined],
  ['unmergeInTime', { hoursSinceClosed: 24 }, {}, 'mergedForGood'],
  ['endsHere', { channel: 'imported' }, {}, undefined],
  ['endsHere', { channel: 'upstream' }, {}, 'keptBySender'],
  ['mayGoBack', { channel: 'hand', state: 'submitted' }, {}, undefined],
  ['mayGoBack', { channel: 'hand', state: 'accepted' }, {}, 'acceptedAlready'],
  ['mayGoBack', { channel: 'upstream', state: 'accepted' }, {}, undefined],
  ['senderAgreed', { channel: 'hand' }, {}, undefined],
  ['senderAgreed', { channel: 'upstream' }, {}, 'senderFirst'],
  ['senderAgreed', { channel: 'upstream', refusalProposedBy: 'other' }, {}, undefined],
  ['requesterMayCancel', { channel: 'hand', requesterId: 'officer' }, {}, undefined],
  ['requesterMayCancel', { channel: 'upstream', requesterId: 'officer' }, {}, 'keptBySender'],
  ['requesterMayCancel', { channel: 'upstream', requesterId: 'neighbour' }, {}, undefined],
  // The sender's own rounds and calls are not counted here.
  ['reworkRoundsLeft', { channel: 'upstream', round: 9 }, {}, undefined],
  ['reachedOrTriedEnough', { channel: 'upstream', callsTried: 0 }, { given: { reached: false } }, undefined],
  ['notSolvedYet', { result: 'notSolved' }, {}, undefined],
  ['notSolvedYet', { result: 'partlySolved' }, {}, undefined],
  ['notSolvedYet', { result: 'solved' }, {}, 'solvedAlready'],
  ['notSolvedYet', {}, {}, 'solvedAlready'],
  ['appealInTime', {}, {}, undefined],
  ['appealInTime', {}, { appealBy: Date.parse('2026-01-15T09:59:59Z') }, 'appealTooLate'],
  ['appealInTime', {}, { appealBy: null }, 'appealTooLate'],
  ['notAppealedYet', {}, {}, undefined],
  ['notAppealedYet', {}, { asks: { ...NOTHING, appealRefused: true } }, 'appealedBefore'],
  ['decidedByOthers', {}, decidedBy('closeOrder', 'other'), undefined],
  ['decidedByOthers', {}, decidedBy('closeOrder', 'officer'), 'decidedYourself'],
  ['decidedByOthers', {}, decidedBy('superviseOrder', 'officer'), undefined],
  ['decidedByOthers', {}, decidedBy('superviseOrder', 'officer', 'supervision'), 'decidedYourself'],
  ['decidedByOthers', {}, decidedBy('closeOrder', 'officer', 'supervision'), undefined],
  ['hasHost', { assigneeUnitId: 'unit' }, {}, undefined],
  ['hasHost', {}, {}, 'nobodyHasIt'],
  ['hasNoHost', {}, {}, undefined],
  ['hasNoHost', { assigneeTeamId: 'team' }, {}, 'somebodyHasIt'],
  ['mayObject', {}, {}, 'nothingToObject'],
  ['mayObject', UNDER, decidedBy('superviseOrder', 'other'), undefined],
  ['mayObject', { ...UNDER, supervision: null }, decidedBy('superviseOrder', 'other'), 'nothingToObject'],
  [
    'mayObject',
    UNDER,
    { ...decidedBy('superviseOrder', 'other'), given: { against: 'ruling' } },
    'nothingToObject',
  ],
  ['mayObject', UNDER, { ...decidedBy('superviseOrder', 'other'), objectBy: () => null }, 'nothingToObject'],
  ['mayObject', { state: 'inProgress', hostRuled: true }, decidedBy('refuseReturn', 'other'), undefined],
  ['mayObject', { state: 'rework', hostRuled: true }, decidedBy('refuseReturn', 'other'), 'nothingToObject'],
  ['mayObject', { state: 'followUp' }, judged(1), undefined],
  ['mayObject', { state: 'handled' }, judged(1), 'nothingToObject'],
  ['mayObject', { state: 'followUp' }, judged(3), 'nothingToObject'],
  ['mayObject', { state: 'closed' }, judged(1, 'discountRating'), 'nothingToObject'],
  ['objectsToRuling', {}, decidedBy('refuseReturn', 'other', 'ruling'), undefined],
  ['objectsToRuling', {}, decidedBy('refuseReturn', 'other', 'rating'), 'otherObjection'],
  ['objectsToSupervision', {}, decidedBy('superviseOrder', 'other', 'supervision'), undefined],
  ['objectsToSupervision', {}, decidedBy('superviseOrder', 'other', 'rating'), 'otherObjection'],
  ['objectsToRating', {}, decidedBy('rateOrder', 'other', 'rating'), undefined],
  ['objectsToRating', {}, decidedBy('rateOrder', 'other', 'ruling'), 'otherObjection'],
  ['appealOver', { hoursSinceClosed: 721 }, { appealBy: Date.parse('2026-01-15T09:00:00Z') }, undefined],
  ['appealOver', { hoursSinceClosed: 720 }, { appealBy: Date.parse('2026-01-15T09:00:00Z') }, 'stillTime'],
  ['appealOver', { hoursSinceClosed: 721 }, {}, 'stillTime'],
  ['appealOver', { hoursSinceClosed: 721 }, { appealBy: null }, 'stillTime'],
  [
    'appealOver',
    { hoursSinceClosed: 721 },
    { appealBy: 0, asks: decidedBy('closeOrder', 'other', 'rating').asks },
    'stillTime',
  ],
  ['selfHandled', {}, { item: undefined }, 'notSelfHandled'],
  ['selfHandled', {}, { item: item({ selfHandled: true }) }, undefined],
  ['selfHandled', { kind: 'complaint' }, { item: item({ selfHandled: true }) }, 'notSelfHandled'],
  ['selfHandled', { kind: 'report' }, { item: item({ selfHandled: true }) }, 'notSelfHandled'],
]

describe('guards', () => {
  it.each(CASES)('%s on %o with %o: %s', (guard, order, more, expected) => {
    expect(firstProblem(row(guard), orderFacts(order), context(more))).toBe(expected)
  })

  it('are each tried both ways here, and each problem has its sentence', () => {
    const used = new Set(TRANSITIONS.flatMap((row: Transition) => row.guards))
    for (const guard of used) {
      const outcomes = CASES.filter(([name]) => name === guard).map(([, , , problem]) => problem)
      expect(outcomes, guard).toContain(undefined)
      expect(
        outcomes.some((problem) => problem !== undefined),
        guard,
      ).toBe(true)
    }
    for (const [, , , problem] of CASES)
      if (problem) expect(GUARD_PROBLEMS[problem]().words.zh.length).toBeGreaterThan(5)
  })

  it('answer with the first that stands in the way', () => {
    const order = orderFacts({ confidential: true })
    expect(firstProblem(row('mayBeShown', 'consented'), order, context())).toBe('neverShown')
    expect(firstProblem(row(), order, context())).toBeUndefined()
  })

  it('let one thing be asked at a time, and somebody else decide it', () => {
    const asking = { guards: [], opens: 'pause', settles: null } as const
    const granting = { guards: [], opens: null, settles: { ask: 'pause', as: 'granted' } } as const
    const withdrawing = { guards: [], opens: null, settles: { ask: 'any', as: 'withdrawn' } } as const
    const open = (kind: 'pause' | 'return', by: string) =>
      context({
        asks: {
          extended: false,
          ask: { id: 'ask', kind, by, askedAt: NOON, amount: null, unit: null, until: null, unitId: null },
        },
      })
    const nothing = context()
    expect(firstProblem(asking, orderFacts(), nothing)).toBeUndefined()
    expect(firstProblem(granting, orderFacts(), nothing)).toBe('nothingAsked')
    expect(firstProblem(withdrawing, orderFacts(), nothing)).toBe('nothingAsked')
    expect(firstProblem(asking, orderFacts(), open('return', 'host'))).toBe('alreadyAsked')
    expect(firstProblem(granting, orderFacts(), open('return', 'host'))).toBe('nothingAsked')
    expect(firstProblem(granting, orderFacts(), open('pause', 'officer'))).toBe('ownAsk')
    expect(firstProblem(granting, orderFacts(), open('pause', 'host'))).toBeUndefined()
    expect(firstProblem(withdrawing, orderFacts(), open('pause', 'officer'))).toBeUndefined()
    expect(couldPass(granting, orderFacts(), nothing)).toBe(false)
  })

  it('leave a button where only the step’s own content is missing, and take it away otherwise', () => {
    const photos = context({ item: item({ evidence: ['afterPhoto'] }) })
    expect(couldPass(row('evidenceComplete'), orderFacts(), photos)).toBe(true)
    expect(couldPass(row('reachedOrTriedEnough'), orderFacts(), context())).toBe(true)
    for (const evidence of ['beforePhoto', 'contact'] as const)
      expect(
        couldPass(row('evidenceComplete'), orderFacts(), context({ item: item({ evidence: [evidence] }) })),
      ).toBe(true)
    const reached = context({ given: { reached: true } })
    expect(couldPass(row('reachedOrTriedEnough'), orderFacts(), reached)).toBe(true)
    expect(
      couldPass(row('evidenceComplete', 'notTheHandler'), orderFacts({ handledBy: 'officer' }), photos),
    ).toBe(false)
    expect(couldPass(row('notTheHandler', 'evidenceComplete'), orderFacts(), photos)).toBe(true)
    expect(couldPass(row('notTheHandler'), orderFacts({ handledBy: 'officer' }), context())).toBe(false)
  })
})
