import { describe, expect, it } from 'vitest'
import { aRule, someFacts } from '../testing.ts'
import { withinFamily } from './facts.ts'
import { nextEntry } from './nextEntry.ts'
import { ruleFor } from './ruleFor.ts'

const rule = aRule()
const nothing = { today: 0, pairThisWeek: 0 }
const promise = { id: 'p1', round: 1, phase: 'pending', amount: 99, settles: null } as const
const closed = { state: 'closed', result: 'solved' } as const

describe('the next entry of an order', () => {
  it('promises at follow-up and nothing before', () => {
    const promised = { phase: 'pending', round: 1, amount: 99, ruleVersion: rule.versionId }
    expect(nextEntry(someFacts({ state: 'followUp' }), rule, [], nothing)).toEqual(promised)
    expect(nextEntry(someFacts({ state: 'handled' }), rule, [], nothing)).toBeUndefined()
    expect(nextEntry(someFacts({ state: 'followUp' }), rule, [promise], nothing)).toBeUndefined()
  })

  it('posts what was promised when the order closes well, rated or not', () => {
    for (const score of [null, 3, 5])
      expect(nextEntry(someFacts({ ...closed, score }), rule, [promise], nothing)).toEqual({
        phase: 'posted',
        promise,
      })
  })

  it('voids it when the result does not earn it or the neighbour is not satisfied', () => {
    const fallen = { phase: 'voided', promise }
    expect(nextEntry(someFacts({ ...closed, result: 'partlySolved' }), rule, [promise], nothing)).toEqual(
      fallen,
    )
    expect(nextEntry(someFacts({ ...closed, score: 2 }), rule, [promise], nothing)).toEqual(fallen)
    expect(nextEntry(someFacts({ ...closed, result: null }), rule, [promise], nothing)).toEqual(fallen)
  })

  it('does not settle by an old sight of the order', () => {
    expect(nextEntry(someFacts({ state: 'handled' }), rule, [promise], nothing)).toBeUndefined()
    const later = { ...promise, round: 2 }
    expect(nextEntry(someFacts({ state: 'rework', round: 2 }), rule, [later], nothing)).toBeUndefined()
    expect(nextEntry(someFacts({ state: 'followUp', round: 1 }), rule, [later], undefined)).toBeUndefined()
  })

  it('voids the round before a rework, then promises the next', () => {
    const cancelled = someFacts({ state: 'cancelled', round: 2 })
    expect(nextEntry(cancelled, rule, [promise], nothing)).toEqual({ phase: 'voided', promise })
    const again = someFacts({ state: 'followUp', round: 2 })
    expect(nextEntry(again, rule, [promise], nothing)).toEqual({ phase: 'voided', promise })
    const voided = { ...promise, id: 'v1', phase: 'voided', settles: 'p1' } as const
    expect(nextEntry(again, rule, [promise, voided], nothing)).toMatchObject({ phase: 'pending', round: 2 })
  })

  it('takes back what a round earned that is done again after the close, once, and then promises the next', () => {
    const posted = { ...promise, id: 'e1', phase: 'posted', settles: 'p1' } as const
    const again = someFacts({ state: 'rework', round: 2 })
    expect(nextEntry(again, rule, [promise, posted], nothing)).toEqual({ phase: 'corrected', posted })
    const corrected = { ...posted, corrected: true }
    expect(nextEntry(again, rule, [promise, corrected], nothing)).toBeUndefined()
    const judged = someFacts({ state: 'followUp', round: 2 })
    expect(nextEntry(judged, rule, [promise, corrected], nothing)).toMatchObject({
      phase: 'pending',
      round: 2,
    })
    expect(nextEntry(someFacts(closed), rule, [promise, posted], nothing)).toBeUndefined()
    expect(nextEntry(someFacts({ ...closed, state: 'archived' }), rule, [promise], nothing)).toMatchObject({
      phase: 'posted',
    })
  })

  it('promises a round once only', () => {
    const voided = { ...promise, id: 'v1', phase: 'voided', settles: 'p1' } as const
    expect(nextEntry(someFacts({ state: 'followUp' }), rule, [promise, voided], nothing)).toBeUndefined()
    expect(nextEntry(someFacts(closed), rule, [promise, voided], nothing)).toBeUndefined()
  })

  it('gives what the day has left, and nothing beyond the pair’s week', () => {
    const facts = someFacts({ state: 'followUp' })
    expect(nextEntry(facts, rule, [], { today: 560, pairThisWeek: 0 })).toMatchObject({ amount: 34 })
    expect(nextEntry(facts, rule, [], { today: 594, pairThisWeek: 0 })).toBeUndefined()
    expect(nextEntry(facts, rule, [], { today: 0, pairThisWeek: 5 })).toBeUndefined()
  })

  it('keeps a promise whose rule was withdrawn, and makes none without a rule or for nobody', () => {
    expect(nextEntry(someFacts(closed), undefined, [promise], undefined)).toMatchObject({ phase: 'posted' })
    expect(nextEntry(someFacts({ state: 'followUp' }), undefined, [], nothing)).toBeUndefined()
    expect(nextEntry(someFacts({ state: 'followUp' }), rule, [], undefined)).toBeUndefined()
  })
})

describe('whose rule and whose family', () => {
  it('lets the item outrank its list', () => {
    const list = aRule({ key: 'list', appliesTo: 'volunteer' })
    const item = aRule({ key: 'item', appliesTo: 'changeBulb' })
    expect(ruleFor(someFacts({}), [list, item])?.key).toBe('item')
    expect(ruleFor(someFacts({ item: 'other' }), [list, item])?.key).toBe('list')
    expect(ruleFor(someFacts({ item: null, list: null }), [list, item])).toBeUndefined()
  })

  it('sees the helper and the household in requester and beneficiary', () => {
    const facts = someFacts({ beneficiaryPersonId: 'mother' })
    expect(withinFamily(facts, ['mother'])).toBe(true)
    expect(withinFamily(facts, ['stranger'])).toBe(false)
    expect(withinFamily({ ...facts, requesterPersonId: facts.handlerPersonId }, [])).toBe(true)
  })
})
