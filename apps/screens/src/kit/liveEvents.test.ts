import { expect, test } from 'vitest'
import { liveEvents } from './liveEvents.ts'

test('a message of several changes becomes one event for each, named by its topic', () => {
  const data = JSON.stringify([
    { topic: 'orders.orderClaimed.1', id: 'a' },
    { topic: 'points.pointsPosted.1', id: 'b' },
  ])
  expect(liveEvents({ id: '', event: 'message', data })).toEqual([
    { id: '', event: 'orders.orderClaimed.1', data: 'a' },
    { id: '', event: 'points.pointsPosted.1', data: 'b' },
  ])
})

test('a named event stays what it is', () => {
  const ready = { id: '', event: 'ready', data: '{}' }
  expect(liveEvents(ready)).toEqual([ready])
})
