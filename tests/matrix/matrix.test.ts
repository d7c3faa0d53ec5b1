import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUILDERS } from './builders/index.ts'
import { make, prepare } from './calls.ts'
import { type Matrix, openMatrix } from './cells.ts'
import { uncountedNumbers } from './numbers.ts'
import { openApiMistakes } from './openapiRules.ts'

// Every operation of the house, called by every role in every relation to a thing, with a valid input. Who is let in is
// compared with the policy table; every answer is searched for canaries that are not the reader's. Those who are kept out
// are in keptOut.test.ts, beside this one on the other core.

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix('matrix')
}, 300_000)
afterAll(() => matrix?.close())

test('the description of the API keeps the rules of OpenAPI 3.1', () => {
  expect(openApiMistakes(matrix.description)).toEqual([])
})

test('every operation has a builder of its input, and every builder an operation', () => {
  expect(Object.keys(BUILDERS).sort()).toEqual(matrix.world.operations.map(({ id }) => id).sort())
})

test('of every number that is told to those who see no household it is said what it counts', () => {
  expect(uncountedNumbers(matrix.world.operations)).toEqual([])
})

describe('lets in whom the policy names, and tells them no more than is theirs', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const { world, policy } = matrix
    const calls = await prepare(world, matrix.cells(id, ['letIn', 'either']))
    expect((await make(world, calls, policy)).join('\n')).toBe('')
  })
})
