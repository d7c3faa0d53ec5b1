import { expect, it } from 'vitest'
import { listensTo } from './listeners.ts'

it.each([
  ['orders.orderClosed.1', 'orders.orderClosed.1', true],
  ['orders.orderClosed.1', 'orders.orderClosed.10', false],
  ['orders.*', 'orders.orderClosed.1', true],
  ['orders.*', 'ordersOther.closed.1', false],
  ['orders.*', 'points.earned.1', false],
  ['orders', 'orders.orderClosed.1', false],
])('%s takes %s: %s', (pattern, topic, expected) => {
  expect(listensTo(pattern, topic)).toBe(expected)
})
