import { expect, it } from 'vitest'
import { hidesContact } from './contact.ts'

const handler = { assigned: true, inScopeDesk: false }

it.each([
  ['匿名', { anonymous: true, confidential: false }],
  ['要求保密', { anonymous: false, confidential: true }],
  ['both', { anonymous: true, confidential: true }],
])('hides the contact of an order %s from its handler, not from the desk', (_, order) => {
  expect(hidesContact(order, handler)).toBe(true)
  expect(hidesContact(order, { assigned: false, inScopeDesk: true })).toBe(false)
  expect(hidesContact(order, { assigned: true, inScopeDesk: true })).toBe(false)
})

it('shows an open order to its handler', () => {
  expect(hidesContact({ anonymous: false, confidential: false }, handler)).toBe(false)
})
