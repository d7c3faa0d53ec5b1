import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS, deciding } from './builders/index.ts'
import { type Call, make, prepare } from './calls.ts'
import { openApiMistakes } from './openapiRules.ts'
import { allowed } from './relations.ts'

// Every operation of the house, called by every role in every relation to a thing, with a valid input. Who is let in is
// compared with the policy table; every answer, refusals too, is searched for canaries that are not the reader's.

let world: World
let cast: Actor[]
let readers: Authz
const figures = { letIn: 0, refused: 0 }

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
  const getOrder = world.operations.find(({ id }) => id === 'getOrder')
  if (!getOrder) throw new Error('no operation getOrder')
  readers = getOrder['x-authz']
})
afterAll(async () => {
  await world.close()
  const { letIn, refused } = figures
  process.stdout.write(
    `matrix: ${world.operations.length} operations, ${letIn + refused} cells, ${letIn} let in, ${refused} refused\n`,
  )
})

test('the description of the API keeps the rules of OpenAPI 3.1', async () => {
  const answer = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  expect(openApiMistakes(answer.json())).toEqual([])
})

test('every operation has a builder of its input, and every builder an operation', () => {
  expect(Object.keys(BUILDERS).sort()).toEqual(world.operations.map(({ id }) => id).sort())
})

function callsOf(id: string): Call[] {
  const operation = world.operations.find((one) => one.id === id)
  const builder = BUILDERS[id]
  if (!operation || !builder) throw new Error(`no operation ${id}`)
  const authz = deciding(operation, world.operations)
  return builder.cells.flatMap((cell) =>
    cast.map((actor) => ({ operation, builder, cell, actor, letIn: allowed(authz, actor, cell) })),
  )
}

describe('refuses whom the policy does not name, and nothing is changed by asking', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const calls = await prepare(
      world,
      callsOf(id).filter(({ letIn }) => !letIn),
    )
    figures.refused += calls.length
    const before = await world.census()
    expect((await make(world, calls, readers)).join('\n')).toBe('')
    expect(await world.census()).toEqual(before)
  })
})

describe('lets in whom the policy names, and tells them no more than is theirs', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const calls = await prepare(
      world,
      callsOf(id).filter(({ letIn }) => letIn),
    )
    figures.letIn += calls.length
    expect((await make(world, calls, readers)).join('\n')).toBe('')
  })
})
