import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readEvents } from './eventStream.ts'

const text = 'id: 7\nevent: orders.orderPlaced.1\ndata: {"a":\ndata: 1}\n\n: heartbeat\n\ndata: hello\n\n'

it('reads events and skips heartbeats', () => {
  expect(readEvents(text).events).toEqual([
    { id: '7', event: 'orders.orderPlaced.1', data: '{"a":\n1}' },
    { id: '', event: 'message', data: 'hello' },
  ])
})

it('reads the same events wherever the network cuts the stream', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), (cut) => {
      const first = readEvents(text.slice(0, cut))
      const second = readEvents(first.rest + text.slice(cut))
      expect([...first.events, ...second.events]).toEqual(readEvents(text).events)
      expect(second.rest).toBe('')
    }),
  )
})
