import { STATES, type State } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { orderFacts } from '../../../../../../tests/orders/facts.ts'
import { type OwnerKind, ownerOf } from './owner.ts'

const ROUNDS = 2

describe('who has the order', () => {
  it.each<[State, OwnerKind]>([
    ['submitted', 'desk'],
    ['accepted', 'dispatcher'],
    ['offered', 'pool'],
    ['dispatched', 'person'],
    ['inProgress', 'person'],
    ['rework', 'person'],
    ['handled', 'reviewer'],
    ['followUp', 'caller'],
    ['closed', 'nobody'],
    ['rejected', 'nobody'],
    ['cancelled', 'nobody'],
  ])('%s: %s', (state, owner) => {
    expect(ownerOf(orderFacts({ state, assigneePersonId: 'helper' }), ROUNDS)).toBe(owner)
  })

  it('is somebody in every state that is known', () => {
    for (const state of Object.keys(STATES) as State[])
      expect(ownerOf(orderFacts({ state }), ROUNDS)).toBeTruthy()
  })

  it('is the unit or the team where one of them works on it', () => {
    expect(ownerOf(orderFacts({ state: 'inProgress', assigneeUnitId: 'unit' }), ROUNDS)).toBe('unit')
    expect(ownerOf(orderFacts({ state: 'dispatched', assigneeTeamId: 'team' }), ROUNDS)).toBe('team')
  })

  it('is the administrator only after the last round, and only when that round was judged badly', () => {
    const judged = { state: 'followUp', round: 3, ratedRound: 3, score: 1 } as const
    expect(ownerOf(orderFacts(judged), ROUNDS)).toBe('admin')
    expect(ownerOf(orderFacts({ ...judged, score: 3 }), ROUNDS)).toBe('caller')
    expect(ownerOf(orderFacts({ ...judged, ratedRound: 2 }), ROUNDS)).toBe('caller')
    expect(ownerOf(orderFacts({ ...judged, round: 2, ratedRound: 2 }), ROUNDS)).toBe('caller')
  })
})
