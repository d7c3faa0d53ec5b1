import { expect, test } from 'vitest'
import { eventsOf, newsBetween } from './news.ts'
import { HAPPENED, PROGRESS } from './words.ts'

const row = (id: string, version: number, state: 'submitted' | 'offered' | 'inProgress') => ({
  id,
  version,
  state,
})

test('the first look is no news', () => {
  expect(newsBetween(undefined, [row('a', 1, 'submitted')])).toEqual([])
})

test('a new order, a new state and a step inside a state are told, what stood still is not', () => {
  const before = [row('a', 1, 'submitted'), row('b', 4, 'inProgress'), row('c', 2, 'offered')]
  const after = [
    row('d', 1, 'submitted'),
    row('a', 3, 'offered'),
    row('b', 5, 'inProgress'),
    row('c', 2, 'offered'),
  ]
  expect(newsBetween(before, after).map(({ what, order }) => [order.id, what])).toEqual([
    ['d', HAPPENED.submitted],
    ['a', HAPPENED.offered],
    ['b', PROGRESS],
  ])
})

test('the frames hear of each changed order once, of what follows from orders, and of nothing when nothing happened', () => {
  const news = newsBetween([row('a', 1, 'submitted')], [row('a', 2, 'offered'), row('b', 1, 'submitted')])
  expect(eventsOf([...news, ...news]).map(({ event, data }) => `${event} ${data}`)).toEqual([
    'orders.orderChanged {"id":"a"}',
    'orders.orderChanged {"id":"b"}',
    'notices.changed {}',
    'points.changed {}',
  ])
  expect(eventsOf([])).toEqual([])
})
