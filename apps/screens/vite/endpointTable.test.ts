import { expect, it } from 'vitest'
import { namedIn, slimTable } from './endpointTable.ts'

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

it('refuses a name that two rooms give', () => {
  const read = { open: { kind: 'read', method: 'GET', path: '/one', response: {} } }
  expect(() => slimTable({ read, other: { open: { ...read.open, path: '/other' } } })).toThrow('open')
})

it('keeps what a screen names as a string, and its stream; a name that is only part of a word is another name', () => {
  const source = `useCommand('rateOrder'); const VERBS = ["claimOrder", \`addNote\`]; function getOrder() {} 'listOrdersOfAll'`
  expect(
    Object.keys(
      namedIn(source, {
        rateOrder: ['command', 'POST', '/orders/:id/rate'],
        claimOrder: ['command', 'POST', '/orders/:id/claim'],
        addNote: ['command', 'POST', '/orders/:id/notes'],
        getOrder: ['read', 'GET', '/orders/:id'],
        listOrders: ['read', 'GET', '/orders'],
        openStream: ['stream', 'GET', '/stream'],
      }),
    ),
  ).toEqual(['rateOrder', 'claimOrder', 'addNote', 'openStream'])
})
