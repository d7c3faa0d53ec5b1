import { TRANSITIONS } from '@linli/contract'
import { NOTICES, noticeWords } from '@linli/contract/notices/words'
import { describe, expect, it } from 'vitest'
import {
  recipientsOf,
  toldByDuties,
  toldByOrder,
  toldByPartners,
  toldByPeople,
  toldByPoints,
  toldByPrivacy,
} from './whoIsTold.ts'

const people = {
  actor: 'dispatcher',
  people: ['requester', 'neighbour', 'helper'],
  assignee: 'helper',
  members: [],
  helpers: [],
}

describe('who is told', () => {
  it('tells those who asked and the one who has it, in their own words', () => {
    expect(recipientsOf(toldByOrder('orders.orderDispatched.1'), people)).toEqual([
      { personId: 'requester', kind: 'orderDispatched' },
      { personId: 'neighbour', kind: 'orderDispatched' },
      { personId: 'helper', kind: 'taskGiven' },
    ])
  })

  it('tells nobody of the own deed', () => {
    const claimed = { ...people, actor: 'helper' }
    expect(recipientsOf(toldByOrder('orders.orderClaimed.1'), claimed)).toEqual([
      { personId: 'requester', kind: 'orderClaimed' },
      { personId: 'neighbour', kind: 'orderClaimed' },
    ])
    const own = { ...people, actor: 'requester', people: ['requester'], assignee: null }
    expect(recipientsOf(toldByOrder('orders.orderPlaced.1'), own)).toEqual([])
  })

  it('tells the people of a unit, and the pool without those who asked', () => {
    const unit = { ...people, people: ['requester'], assignee: null, members: ['clerk'] }
    expect(recipientsOf(toldByOrder('orders.orderDispatched.1'), unit)).toContainEqual({
      personId: 'clerk',
      kind: 'taskGiven',
    })
    const offered = { ...unit, members: [], helpers: ['requester', 'helper'] }
    expect(recipientsOf(toldByOrder('orders.orderOffered.1'), offered)).toEqual([
      { personId: 'helper', kind: 'orderOffered' },
    ])
  })

  it('knows every step of the lifecycle, and no other topic', () => {
    for (const { event } of TRANSITIONS)
      expect(Array.isArray(toldByOrder(`orders.${event}.1`)), event).toBe(true)
    expect(toldByOrder('orders.toString.1')).toEqual([])
    expect(toldByPoints('points.pointsPosted.1')).toBe('pointsPosted')
    expect(toldByPoints('points.ruleEdited.1')).toBeUndefined()
  })

  it('tells somebody of every step but these, each in a notice that has words', () => {
    const silent = TRANSITIONS.filter(({ event }) => toldByOrder(`orders.${event}.1`).length === 0)
    expect(silent.map(({ event }) => event).sort()).toEqual([
      // What is asked stands on the deciders' own page, and what is said back in the order's history.
      'answerJudged',
      'askWithdrawn',
      'explainedAsked',
      'extensionAsked',
      'objectionRaised',
      'orderArchived',
      'orderHandled',
      'orderSupplemented',
      'pauseAsked',
      'pauseReviewed',
      'refusalProposed',
      'requesterContacted',
      'returnAsked',
      'reviewRequested',
      'showingConsented',
      'supervisionAnswered',
    ])
    for (const { event } of TRANSITIONS)
      for (const { audience, kind } of toldByOrder(`orders.${event}.1`)) {
        expect(['askers', 'doers', 'pool', 'called', 'above'], event).toContain(audience)
        expect(Object.keys(NOTICES), event).toContain(kind)
      }
  })

  it('tells the helpers of an offer, of a wider one and of one that came back, and of nothing else', () => {
    const pooled = TRANSITIONS.filter(({ event }) =>
      toldByOrder(`orders.${event}.1`).some(({ audience }) => audience === 'pool'),
    )
    expect(pooled.map(({ event }) => event).sort()).toEqual([
      'offerWidened',
      'orderGivenBack',
      'orderOffered',
    ])
  })

  it.each([
    ['pointsPromised', 'pointsPromised'],
    ['pointsVoided', 'pointsVoided'],
    ['entryCorrected', 'pointsCorrected'],
    ['redemptionDue', 'redemptionDue'],
    ['redemptionCollected', 'redemptionCollected'],
    ['redemptionExpired', 'redemptionExpired'],
    ['redemptionRefunded', 'redemptionRefunded'],
    ['nothing', undefined],
  ])('tells of %s in points: %s', (event, kind) => {
    expect(toldByPoints(`points.${event}.1`)).toBe(kind)
  })

  it.each([
    ['people.consentAsked.1', 'consentAsked'],
    ['people.consentAtDoor.1', 'consentAtDoor'],
    ['people.copyReady.1', 'copyReady'],
    ['people.requestAnswered.1', 'requestAnswered'],
    ['people.personChanged.1', undefined],
    ['people', undefined],
  ])('tells of %s about one’s own data: %s', (topic, kind) => {
    expect(toldByPrivacy(topic)).toBe(kind)
  })

  it.each([
    ['duties.membersAsked.1', 'dutyAsked'],
    ['duties.rosterAccepted.1', 'dutyGiven'],
    ['duties.placeFilled.1', 'dutyAdded'],
    ['duties.swapEnded.1', 'dutySwapped'],
    ['duties.rosterClosed.1', 'dutyCalledOff'],
    ['duties', undefined],
  ])('tells of %s on duty: %s', (topic, kind) => {
    expect(toldByDuties(topic)).toBe(kind)
  })

  it.each([
    ['people.pairingBegan.1', 'pairingBegan'],
    ['people.pairingEnded.1', 'pairingEnded'],
    ['people.teamClosed.1', 'teamClosed'],
    ['people.postAssigned.1', undefined],
  ])('tells of %s both sides of a pair: %s', (topic, kind) => {
    expect(toldByPeople(topic)).toBe(kind)
  })

  it.each([
    ['partners.pledgeKept.1', 'pledgeKept'],
    ['partners.pledgesHidden.1', 'pledgesHidden'],
    ['partners.pledgesChanged.1', undefined],
    ['partners.reportDrawn.1', 'reportDrawn'],
    ['partners.reportAnswered.1', 'reportAnswered'],
  ])('tells of %s whoever it concerns: %s', (topic, kind) => {
    expect(toldByPartners(topic)).toBe(kind)
  })

  it('knows no event of what has no name', () => {
    expect(toldByOrder('orders')).toEqual([])
    expect(toldByPoints('points')).toBeUndefined()
  })

  it('tells each person once, first as whom it concerns most, and the one who has it not as one who asked', () => {
    const rows = toldByOrder('orders.orderGivenBack.1')
    const both = { ...people, assignee: null, members: ['clerk'], helpers: ['clerk', 'helper', 'new'] }
    expect(recipientsOf(rows, both)).toEqual([
      { personId: 'requester', kind: 'orderGivenBack' },
      { personId: 'neighbour', kind: 'orderGivenBack' },
      { personId: 'helper', kind: 'orderGivenBack' },
      { personId: 'clerk', kind: 'taskGivenBack' },
      { personId: 'new', kind: 'orderOffered' },
    ])
  })

  it('fills every notice’s words, in both languages', () => {
    for (const kind of Object.keys(NOTICES) as (keyof typeof NOTICES)[]) {
      const words = noticeWords(kind, { number: '261121-00001-5', amount: 99 })
      expect(`${words.zh}${words.en}`, kind).not.toMatch(/[{}]/)
      expect(words.zh.length, kind).toBeGreaterThan(8)
    }
  })
})
