import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveHere, solveLinear } from '../../../kernel/solver/linear.ts'
import {
  nearestFirst,
  type Pairing,
  type PairingTask,
  pairingOf,
  pairingProgram,
  promiseOf,
  wayOf,
} from './pairing.ts'

const solved = async (task: PairingTask): Promise<Pairing> => {
  const { program, arcs } = pairingProgram(task)
  return pairingOf(task, arcs, (await solveHere({ problem: program, seconds: 20 })).values)
}
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)
const point = { x: fc.integer({ min: 0, max: 3000 }), y: fc.integer({ min: 0, max: 3000 }) }
const tasks: fc.Arbitrary<PairingTask> = fc
  .record({
    places: fc.array(fc.record({ ...point, count: fc.integer({ min: 1, max: 40 }) }), {
      minLength: 1,
      maxLength: 12,
    }),
    takers: fc.array(fc.record(point), { minLength: 1, maxLength: 8 }),
    least: fc.integer({ min: 1, max: 10 }),
    more: fc.integer({ min: 0, max: 10 }),
    near: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ more, ...task }) => ({ ...task, most: task.least + more }))

describe('pairing by a solver', () => {
  it('pairs everybody once or names them as left, within the most, in whole numbers', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, async (task) => {
        const { pairs, left, loads } = await solved(task)
        for (const [place, { count }] of task.places.entries()) {
          const paired = sum(pairs.filter((pair) => pair.place === place).map((pair) => pair.count))
          expect(paired + (left[place] ?? 0)).toBe(count)
        }
        for (const load of loads) expect(load).toBeLessThanOrEqual(task.most)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves no more than the nearest-first floor, nor fewer than the arithmetic allows', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, async (task) => {
        const best = await solved(task)
        const floor = nearestFirst(task)
        expect(sum(best.left)).toBeLessThanOrEqual(sum(floor.left))
        expect(sum(best.left)).toBeGreaterThanOrEqual(promiseOf(task).short)
      }),
      { numRuns: 40 },
    )
  })

  it('gives a taker its least where the neighbours can, and takes the shorter way', async () => {
    const task = {
      places: [
        { x: 0, y: 0, count: 20 },
        { x: 100, y: 0, count: 10 },
      ],
      takers: [
        { x: 0, y: 10 },
        { x: 100, y: 10 },
      ],
      least: 12,
      most: 20,
      near: 2,
    }
    const best = await solved(task)
    expect(best.loads).toEqual([18, 12])
    expect(best.left).toEqual([0, 0])
    expect(wayOf(task, best)).toBe(18 * 10 + 2 * 100 + 10 * 10)
  })

  it('answers the same from a thread of its own', async () => {
    const problem = {
      columns: [
        { cost: 1, upper: 2 },
        { cost: 2, upper: null },
      ],
      rows: [{ terms: [[0, 1] as const, [1, 1] as const], least: 3, most: 3 }],
    }
    expect(await solveLinear(problem, 20)).toEqual({ values: [2, 1], cost: 4 })
    const none = { ...problem, rows: [{ terms: [[0, 1] as const], least: 3, most: null }] }
    await expect(solveLinear(none, 20)).rejects.toThrow('Infeasible')
  })
})

it('the floor goes from place to place, each time to the nearest that has room', () => {
  const task = {
    places: [
      { x: 30, y: 40, count: 5 },
      { x: 0, y: 0, count: 9 },
    ],
    takers: [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 60, y: 40 },
    ],
    least: 1,
    most: 6,
    near: 2,
  }
  expect(nearestFirst(task)).toEqual({
    pairs: [
      { place: 0, taker: 2, count: 5 },
      { place: 1, taker: 0, count: 6 },
      { place: 1, taker: 1, count: 3 },
    ],
    left: [0, 0],
    loads: [6, 3, 5],
  })
  expect(nearestFirst({ ...task, near: 1 }).left).toEqual([0, 3])
  expect(wayOf(task, nearestFirst(task))).toBe(5 * 30 + 3 * 30)
})

describe('the arithmetic of promises', () => {
  const spread = (hubs: number, households: number) => ({
    places: [{ x: 0, y: 0, count: households }],
    takers: Array.from({ length: hubs }, () => ({ x: 0, y: 0 })),
    near: 8,
  })

  it('says that 728 hubs of 20 to 30 do not reach 30,000 households, and by how much', () => {
    expect(promiseOf({ ...spread(728, 30_000), least: 20, most: 30 })).toEqual({
      wanted: 30_000,
      least: 14_560,
      most: 21_840,
      short: 8_160,
      idle: 0,
    })
  })

  it('says that 1,802 members of 10 to 20 reach 15,000 to 25,000, with members to spare at the low end', () => {
    expect(promiseOf({ ...spread(1802, 25_000), least: 10, most: 20 })).toMatchObject({
      least: 18_020,
      most: 36_040,
      short: 0,
      idle: 0,
    })
    expect(promiseOf({ ...spread(1802, 15_000), least: 10, most: 20 })).toMatchObject({
      short: 0,
      idle: 3_020,
    })
  })
})
