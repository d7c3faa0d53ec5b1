import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { openTestHouse } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from './builders/index.ts'
import { type Call, callsOf, make, prepare } from './calls.ts'
import { wholeCast } from './cast.ts'
import { uncountedNumbers } from './numbers.ts'
import { openApiMistakes } from './openapiRules.ts'
import { scanned } from './scan.ts'
import { type PolicyTable, policyTable } from './sight.ts'

// Every operation of the house, called by every role in every relation to a thing, with a valid input. Who is let in is
// compared with the policy table; every answer, refusals too, is searched for canaries that are not the reader's.

let world: World
let cast: Actor[]
let policy: PolicyTable
let description: OpenApiDocument
const figures = { letIn: 0, refused: 0, either: 0 }

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await wholeCast(world)
  const answer = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  description = answer.json<OpenApiDocument>()
  policy = policyTable(world.operations, description)
})
afterAll(async () => {
  await world.close()
  const { letIn, refused, either } = figures
  const { answers, bytes, archives, parts, ids, masks, canaries } = scanned
  const lines = [
    `matrix: ${world.operations.length} operations, ${cast.length} people, ${letIn + refused + either} cells`,
    `  ${letIn} let in, ${refused} refused, ${either} from another region by their own rows`,
    `  ${answers} answers, ${bytes} bytes, ${archives} archives with ${parts} parts searched`,
    `  ${canaries} canaries, ${masks} masked numbers, ${ids} ids judged`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
})

test('the description of the API keeps the rules of OpenAPI 3.1', () => {
  expect(openApiMistakes(description)).toEqual([])
})

test('every operation has a builder of its input, and every builder an operation', () => {
  expect(Object.keys(BUILDERS).sort()).toEqual(world.operations.map(({ id }) => id).sort())
})

test('of every number that is told to those who see no household it is said what it counts', () => {
  expect(uncountedNumbers(world.operations)).toEqual([])
})

const chosen = (id: string, outcome: (call: Call) => boolean): Call[] =>
  callsOf(world, cast, id).filter(outcome)

describe('refuses whom the policy does not name, and nothing is changed by asking', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const calls = await prepare(
      world,
      chosen(id, ({ outcome }) => outcome === 'refused'),
    )
    figures.refused += calls.length
    const before = await world.census()
    expect((await make(world, calls, policy)).join('\n')).toBe('')
    expect(await world.census()).toEqual(before)
  })
})

describe('lets in whom the policy names, and tells them no more than is theirs', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const calls = await prepare(
      world,
      chosen(id, ({ outcome }) => outcome !== 'refused'),
    )
    for (const { outcome } of calls) figures[outcome] += 1
    expect((await make(world, calls, policy)).join('\n')).toBe('')
  })
})
