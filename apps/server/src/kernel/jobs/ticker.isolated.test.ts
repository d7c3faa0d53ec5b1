import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { every } from './ticker.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('never runs the work twice at once, however long it takes', async () => {
  let running = 0
  let most = 0
  let rounds = 0
  const ticker = every(
    10,
    async () => {
      running += 1
      rounds += 1
      most = Math.max(most, running)
      await new Promise((done) => setTimeout(done, 35))
      running -= 1
    },
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(200)
  expect(most).toBe(1)
  expect(rounds).toBeGreaterThan(2)
  const stopping = ticker.stop()
  await vi.advanceTimersByTimeAsync(50)
  await stopping
})

it.each([
  ['rejects', async () => Promise.reject(new Error('no database'))],
  [
    'throws before it begins',
    () => {
      throw new Error('no database')
    },
  ],
])('reports work that %s, and comes again', async (_, work) => {
  const heard: string[] = []
  const ticker = every(10, work, (error) => heard.push(error.message))
  await vi.advanceTimersByTimeAsync(35)
  expect(heard).toEqual(['no database', 'no database', 'no database'])
  await ticker.stop()
})

it('waits for the round under way when it is stopped, and begins no other', async () => {
  let finished = 0
  const ticker = every(
    10,
    async () => {
      await new Promise((done) => setTimeout(done, 20))
      finished += 1
    },
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(12)
  const stopping = ticker.stop()
  await vi.advanceTimersByTimeAsync(30)
  await stopping
  await vi.advanceTimersByTimeAsync(100)
  expect(finished).toBe(1)
})
