import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from '../matrix/builders/index.ts'
import { type Schema, schemasOf } from './mutations.ts'
import { welcome } from './welcome.ts'

// Words that somebody types into a search are looked for, never run: nothing breaks, and nothing is found by a condition
// that is always true or by a sign that stands for anything.

let world: World
let cast: Actor[]
beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(() => world.close())

const isFree = ({ type, pattern, format, enum: codes }: Schema): boolean =>
  type === 'string' && !format && !codes && (pattern === undefined || pattern === '\\S')

/** Every search of the house, with the field that takes words. */
const searches = (): [id: string, field: string][] =>
  world.operations
    .filter(({ id, method }) => method === 'GET' && id in BUILDERS)
    .flatMap((operation) =>
      [...schemasOf(operation).query]
        .filter(([name, schema]) => isFree(schema) && name !== 'after')
        .map(([name]): [string, string] => [operation.id, name]),
    )

/** As words, and behind what looks like the beginning of an order's number. */
const INJECTED = [
  "'",
  "' or '1'='1",
  "x' or true --",
  "'; select pg_sleep(9); --",
  '%',
  '_%',
  '\\',
  '"',
  "') or ('1'='1",
]
const WORDS = INJECTED.flatMap((text) => [text, `209912${text}`])

test('a search is words and nothing else', async () => {
  const asked = searches()
  expect(asked.map(([id]) => id)).toEqual(
    expect.arrayContaining(['listOrders', 'listPeople', 'searchAddresses']),
  )
  const found: string[] = []
  for (const [id, field] of asked)
    for (const words of WORDS) {
      const { operation, actor, build } = await welcome(world, cast, id)
      const { query: _usual, ...input } = await build()
      const { status, body } = await world.ask(operation, actor.token, {
        ...input,
        query: { [field]: words },
      })
      const items = (body as { items?: unknown[] } | undefined)?.items ?? []
      if (status >= 500 || (status === 200 && items.length > 0))
        found.push(`${id}, ${field} = ${words}: ${status} with ${items.length} found`)
    }
  expect(found).toEqual([])
})
