import { describe, expect, it } from 'vitest'
import { OutOfTime } from '../../../kernel/solver/inWorker.ts'
import { solveHere, solveLinear } from '../../../kernel/solver/linear.ts'
import { batchPairs, batchProgram, isShort, nearestFirst, type Way, waysInQuestion } from './batch.ts'

const way = (order: number, helper: number, minutes: number): Way => ({ order, helper, minutes })
const solved = async (waited: readonly number[], helpers: number, ways: readonly Way[]) => {
  const task = { waited, helpers, ways }
  const mine = waysInQuestion(task)
  const { values } = await solveHere({ problem: batchProgram(task, mine), seconds: 10 })
  return batchPairs(mine, values).map(({ order, helper }) => `${order}-${helper}`)
}

describe('a batch while helpers are short', () => {
  it('walks less in all than the nearest first', async () => {
    const ways = [way(0, 0, 1), way(0, 1, 2), way(1, 0, 2), way(1, 1, 30)]
    expect((await solved([5, 0], 2, ways)).toSorted()).toEqual(['0-1', '1-0'])
    expect(nearestFirst({ waited: [5, 0], helpers: 2, ways })).toEqual([way(0, 0, 1), way(1, 1, 30)])
  })

  it('gives as many orders as can be to somebody, each helper one, and only where the rules leave a way', async () => {
    const ways = [way(0, 0, 1), way(1, 0, 1), way(1, 1, 60), way(2, 0, 1)]
    const pairs = await solved([0, 0, 0], 2, ways)
    expect(pairs).toHaveLength(2)
    expect(pairs).toContain('1-1')
    expect(new Set(pairs.map((pair) => pair.split('-')[1])).size).toBe(2)
  })

  it('leaves what is far not for ever', async () => {
    const ways = [way(0, 0, 20), way(1, 0, 2)]
    expect(await solved([10, 0], 1, ways)).toEqual(['1-0'])
    expect(await solved([240, 0], 1, ways)).toEqual(['0-0'])
  })

  it('says when its time was over', async () => {
    const ways = [way(0, 0, 1)]
    const task = { waited: [0], helpers: 1, ways }
    await expect(solveLinear(batchProgram(task, ways), -1)).rejects.toBeInstanceOf(OutOfTime)
  })

  it('begins where more waits than the place says of those who are free', () => {
    const rule = { shortagePercent: 150, shortageLeast: 3 }
    expect(isShort({ waiting: 3, free: 2 }, rule)).toBe(false)
    expect(isShort({ waiting: 4, free: 2 }, rule)).toBe(true)
    expect(isShort({ waiting: 2, free: 0 }, rule)).toBe(false)
    expect(isShort({ waiting: 3, free: 0 }, rule)).toBe(true)
  })
})
