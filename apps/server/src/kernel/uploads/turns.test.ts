import { expect, test } from 'vitest'
import { takingTurns } from './turns.ts'

test('at most two work at once, and a failure gives its turn on', async () => {
  const inTurn = takingTurns(2)
  let running = 0
  let most = 0
  const work = (index: number) =>
    inTurn(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      if (index % 2 === 0) throw new Error('failed')
      return index
    })
  const answers = await Promise.allSettled(Array.from({ length: 7 }, (_, index) => work(index)))
  expect(most).toBe(2)
  expect(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))).toEqual([
    1, 3, 5,
  ])
})
