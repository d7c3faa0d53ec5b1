import type { Role } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { orderFacts } from '../../../../../../tests/orders/facts.ts'
import { liesIn } from './area.ts'
import { type Asker, isAssigned, standingTo } from './standing.ts'

const asker = (personId: string, more: Partial<Asker> & { grants?: [Role, string][] } = {}): Asker => ({
  personId,
  units: more.units ?? [],
  teams: more.teams ?? [],
  covers: (role, path) => (more.grants ?? []).some(([held, area]) => held === role && liesIn(path, area)),
})

describe('how a person stands to an order', () => {
  it.each(['requester', 'placer', 'beneficiary'])('the %s has it as own, and as the same order', (person) => {
    expect(standingTo(orderFacts(), asker(person))('resident')).toEqual(['any', 'own', 'sameOrder'])
  })

  it.each([
    ['telephone', ['any']],
    ['counter', ['any']],
    ['proxy', ['any', 'own', 'sameOrder']],
  ] as const)('whoever wrote it down by %s stands to it as %j', (channel, relations) => {
    expect(standingTo(orderFacts({ channel }), asker('placer'))('resident')).toEqual(relations)
  })

  it('a stranger has nothing but what anybody may', () => {
    expect(standingTo(orderFacts(), asker('stranger'))('resident')).toEqual(['any'])
  })

  it('an order without a requester is nobody else’s own', () => {
    const order = orderFacts({ requesterId: null, beneficiaryId: null })
    expect(standingTo(order, asker('requester'))('resident')).toEqual(['any'])
  })

  it.each([
    ['the person', { assigneePersonId: 'worker' }, {}],
    ['a member of the team', { assigneeTeamId: 'team' }, { teams: ['team'] }],
    ['one of the unit', { assigneeUnitId: 'unit' }, { units: ['unit'] }],
  ])('%s it is given to is assigned', (_, order, groups) => {
    expect(isAssigned(orderFacts(order), asker('worker', groups))).toBe(true)
    expect(standingTo(orderFacts(order), asker('worker', groups))('helper')).toContain('assigned')
    expect(isAssigned(orderFacts(order), asker('other', { units: ['x'], teams: ['y'] }))).toBe(false)
  })

  it('nobody is assigned an order that nobody has', () => {
    expect(isAssigned(orderFacts(), asker('worker', { units: ['unit'], teams: ['team'] }))).toBe(false)
  })

  it('a grant counts for its own role and its own area', () => {
    const officer = asker('officer', { grants: [['intake', '/s01/c01/']] })
    expect(standingTo(orderFacts(), officer)('intake')).toContain('inScope')
    expect(standingTo(orderFacts(), officer)('reviewer')).not.toContain('inScope')
    const elsewhere = asker('officer', { grants: [['intake', '/s01/c02/']] })
    expect(standingTo(orderFacts(), elsewhere)('intake')).not.toContain('inScope')
  })

  it.each(['leaderNote', 'media', 'stability'] as const)(
    'a matter under %s is in scope only of a grant over the whole region',
    (restriction) => {
      const order = orderFacts({ restriction })
      const community = asker('officer', { grants: [['intake', '/s01/c01/']] })
      const region = asker('officer', { grants: [['intake', '/']] })
      expect(standingTo(order, community)('intake')).not.toContain('inScope')
      expect(standingTo(order, region)('intake')).toContain('inScope')
    },
  )

  it('only the pool is offered it', () => {
    expect(standingTo(orderFacts(), asker('helper'), true)('helper')).toContain('offered')
    expect(standingTo(orderFacts(), asker('helper'))('helper')).not.toContain('offered')
  })
})
