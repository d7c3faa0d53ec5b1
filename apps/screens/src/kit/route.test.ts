import { expect, it } from 'vitest'
import { route } from './route.ts'

it('makes addresses from a pattern', () => {
  expect(route('/orders/:id/rate').url({ id: 'a b' })).toBe('/orders/a%20b/rate')
  expect(route('/').url()).toBe('/')
})
