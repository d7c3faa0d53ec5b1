import { expect, test } from 'vitest'
import { takingTurns, takingTurnsBy } from './turns.ts'

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

test('works of one key follow each other, others do not wait for them, a failure ends only its own', async () => {
  const inTurn = takingTurnsBy<string>()
  const said: string[] = []
  const gate = Promise.withResolvers<void>()
  const work = (name: string, wait?: Promise<void>) => async () => {
    said.push(`${name} begins`)
    await wait
    said.push(`${name} ends`)
    if (name === 'a1') throw new Error('failed')
    return name
  }
  const first = inTurn('a', work('a1', gate.promise))
  const second = inTurn('a', work('a2'))
  expect(await inTurn('b', work('b1'))).toBe('b1')
  expect(said).toEqual(['a1 begins', 'b1 begins', 'b1 ends'])
  gate.resolve()
  await expect(first).rejects.toThrow('failed')
  expect(await second).toBe('a2')
  expect(said.slice(3)).toEqual(['a1 ends', 'a2 begins', 'a2 ends'])
})
