import { expect, it } from 'vitest'
import { slimTable } from './endpointTable.ts'

it('keeps kind, method and path of every endpoint table and nothing of other exports', () => {
  const table = {
    getOrder: { kind: 'read', method: 'GET', path: '/orders/:id', response: { type: 'object' } },
    placeOrder: { kind: 'command', method: 'POST', path: '/orders', response: {} },
  }
  expect(slimTable({ table, WORDS: { open: { zh: '开', en: 'open' } }, TEXT_MAX: 8000, empty: {} })).toEqual({
    getOrder: ['read', 'GET', '/orders/:id'],
    placeOrder: ['command', 'POST', '/orders'],
  })
})
