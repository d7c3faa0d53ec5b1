import type { Role } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { orderFacts } from '../../../../../../tests/orders/facts.ts'
import { hidesAddress, hidesContact } from './contact.ts'
import type { Asker } from './standing.ts'

const someone = (personId: string, ...held: Role[]): Asker => ({
  personId,
  units: [],
  teams: [],
  covers: (role) => held.includes(role),
})
const handler = someone('worker', 'helper')
const given = { assigneePersonId: 'worker' }
const WISHES = [
  ['匿名', { anonymous: true, confidential: false }],
  ['要求保密', { anonymous: false, confidential: true }],
  ['both', { anonymous: true, confidential: true }],
] as const

describe('of an order with the wish', () => {
  it.each(WISHES)('%s the contact is hidden from its handler, not from the desk', (_, wish) => {
    const order = orderFacts({ ...given, ...wish })
    expect(hidesContact(order, handler)).toBe(true)
    for (const role of ['intake', 'dispatcher', 'caller', 'regionAdmin'] as const) {
      expect(hidesContact(order, someone('officer', role))).toBe(false)
      expect(hidesContact(order, someone('worker', 'helper', role))).toBe(false)
    }
    expect(hidesContact(order, someone('worker', 'gridWorker', 'reviewer'))).toBe(true)
  })

  it.each(WISHES)('%s the address is the handler’s where the work is at the door', (_, wish) => {
    const order = orderFacts({ ...given, ...wish })
    expect(hidesAddress(order, handler, { homeEntry: true })).toBe(false)
    expect(hidesAddress(order, handler, { homeEntry: false })).toBe(true)
    expect(hidesAddress(order, handler, undefined)).toBe(true)
    expect(hidesAddress(order, someone('officer', 'intake'), { homeEntry: false })).toBe(false)
  })
})

it('shows an order without such a wish to its handler', () => {
  const order = orderFacts(given)
  expect(hidesContact(order, handler)).toBe(false)
  expect(hidesAddress(order, handler, undefined)).toBe(false)
})
