import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from './paced.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('asks at once, and then once for all that was asked within the rest', async () => {
  const task = vi.fn(async () => undefined)
  const { ask } = paced(task, 2000)
  for (let times = 0; times < 5; times += 1) ask()
  expect(task).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1999)
  expect(task).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(task).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(task).toHaveBeenCalledTimes(2)
})

test('never runs twice at a time, and once more for what was asked meanwhile', async () => {
  let end: () => void = () => undefined
  const task = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  )
  const { ask } = paced(task, 2000)
  ask()
  await vi.advanceTimersByTimeAsync(5000)
  ask()
  ask()
  expect(task).toHaveBeenCalledTimes(1)
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(task).toHaveBeenCalledTimes(2)
})

test('asks no more once stopped', async () => {
  const task = vi.fn(async () => undefined)
  const { ask, stop } = paced(task, 2000)
  ask()
  ask()
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(task).toHaveBeenCalledTimes(1)
})
