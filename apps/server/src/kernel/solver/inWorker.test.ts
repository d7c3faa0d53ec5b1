import { describe, expect, it } from 'vitest'
import { inWorker, OutOfTime } from './inWorker.ts'

const module = new URL('./testing.ts', import.meta.url)

describe('a calculation in a thread of its own', () => {
  it('answers with the result and says how far it is, while this thread goes on', async () => {
    const told: number[] = []
    let turns = 0
    const turning = setInterval(() => (turns += 1), 1)
    const result = await inWorker<number>({
      module,
      name: 'sumTo',
      input: 3_000_000,
      seconds: 30,
      progress: (share) => told.push(share),
    })
    clearInterval(turning)
    expect(result).toBe((3_000_000 * 2_999_999) / 2)
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(turns).toBeGreaterThan(0)
  })

  it('ends what takes too long', async () => {
    await expect(inWorker({ module, name: 'never', input: null, seconds: 0.3 })).rejects.toBeInstanceOf(
      OutOfTime,
    )
  })

  it('hands on what went wrong', async () => {
    await expect(inWorker({ module, name: 'fails', input: null, seconds: 5 })).rejects.toThrow('no plan')
    await expect(inWorker({ module, name: 'absent', input: null, seconds: 5 })).rejects.toThrow('no function')
  })
})
