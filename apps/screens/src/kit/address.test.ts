import { expect, it } from 'vitest'
import { address } from './address.ts'

it('fills and escapes the parts of a path', () => {
  expect(address('/orders/:id/notes', { id: 'a/b 单' })).toBe('/orders/a%2Fb%20%E5%8D%95/notes')
})

it('leaves out what is not asked for and repeats lists', () => {
  expect(address('/orders', {}, { state: ['a', 'b'], after: undefined, q: null, limit: 20 })).toBe(
    '/orders?state=a&state=b&limit=20',
  )
})

it('refuses a path with a missing part instead of asking for the wrong thing', () => {
  expect(() => address('/orders/:id')).toThrow('needs id')
})
