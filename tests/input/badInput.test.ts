import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HouseAnswer, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from '../matrix/builders/index.ts'
import { mutationsOf, schemasOf, unbounded } from './mutations.ts'
import { welcome } from './welcome.ts'

// Whatever is sent to an operation by somebody who may call it: a refusal with a sentence, never a fault of the server,
// and nothing half written.

let world: World
let cast: Actor[]
let sent = 0

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(async () => {
  await world.close()
  process.stdout.write(`bad input: ${world.operations.length} operations, ${sent} wrong inputs\n`)
})

/** What a person would have to complain about in an answer to wrong input. */
function complaint({ status, body }: HouseAnswer): string | undefined {
  if (status < 400) return `was taken with ${status}`
  if (status >= 500) return `made the server fail with ${status}`
  const { title, code, status: said } = (body ?? {}) as { title?: string; code?: string; status?: number }
  if (said !== status || !code) return `is no problem document: ${JSON.stringify(body)}`
  return /[\u4e00-\u9fff]{2,}.*。/.test(title ?? '') ? undefined : `says no sentence: ${title}`
}

test('every text of every input has a bound', () => {
  const open = world.operations.flatMap((operation) => {
    const { body, query, params } = schemasOf(operation)
    return [
      ...unbounded(body, operation.id),
      ...[...query, ...params].flatMap(([name, schema]) => unbounded(schema, `${operation.id}?${name}`)),
    ]
  })
  expect(open).toEqual([])
})

describe('refuses wrong input with a sentence and writes nothing', () => {
  test.each(Object.keys(BUILDERS).filter((id) => id !== 'live'))('%s', async (id) => {
    const { operation, actor, build } = await welcome(world, cast, id)
    const mutations = mutationsOf(operation, await build())
    const before = await world.census()
    const found: string[] = []
    for (const { name, input } of mutations) {
      const wrong = complaint(await world.ask(operation, actor.token, input))
      if (wrong) found.push(`${id} with ${name} ${wrong}`)
    }
    sent += mutations.length
    expect(found.join('\n')).toBe('')
    expect(await world.census()).toEqual(before)
  })
})
