import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILDERS } from './builders/index.ts'
import { make, prepare } from './calls.ts'
import { type Matrix, openMatrix } from './cells.ts'

// The other half of the matrix: whoever is not named by the policy is refused, nothing is changed by asking, and the
// refusals are searched for canaries too.

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix('kept out')
}, 300_000)
afterAll(() => matrix?.close())

describe('refuses whom the policy does not name, and nothing is changed by asking', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const { world, policy } = matrix
    const calls = await prepare(world, matrix.cells(id, ['refused']))
    if (calls.length === 0) return // everybody may
    const before = await world.census()
    expect((await make(world, calls, policy)).join('\n')).toBe('')
    expect(await world.census()).toEqual(before)
  })
})
