import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { ABROAD } from '../kit/houseGround.ts'
import { plantFile, plantHousehold, plantPerson, plantTeam } from '../kit/houseRows.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from '../matrix/builders/index.ts'
import { type Schema, schemasOf } from './mutations.ts'
import { welcome } from './welcome.ts'

// Right in form and still unusual: words that would break a careless query or page, ids that exist in another region.

let world: World
let cast: Actor[]
let abroad: string[]

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
  const unit = await world.admin.query<{ id: string }>(`select id from units where region_id = 2 limit 1`)
  const person = await plantPerson(world, ABROAD, { helper: true })
  abroad = [
    person,
    await plantTeam(world, ABROAD, world.teamKind),
    unit.rows[0]?.id ?? '',
    await plantHousehold(world, ABROAD),
    await plantFile(world, ABROAD, world.storageKey, { personId: person }),
  ]
})
afterAll(() => world.close())

const WORDS = [
  `'; drop table orders; --" \\' or '1'='1`,
  '<img src=x onerror=alert(1)> {{7*7}} %s %n',
  '👨‍👩‍👧‍👦🏳️‍🌈 𠮷野家 ‮倒过来‬ é́́ \u200d',
  '../../../../etc/passwd',
]
/** Free text: any words may stand in it. */
const isFree = ({ type, pattern }: Schema): boolean =>
  type === 'string' && (pattern === undefined || pattern === '\\S')
const writing = (): string[] =>
  Object.keys(BUILDERS).filter((id) => {
    const operation = world.operations.find((one) => one.id === id)
    return operation && Object.values(schemasOf(operation).body?.properties ?? {}).some(isFree)
  })

test('unusual words are kept or refused, and never break the server', async () => {
  const found: string[] = []
  let tried = 0
  for (const id of writing())
    for (const words of WORDS) {
      const { operation, actor, build } = await welcome(world, cast, id)
      const input = await build()
      const properties = schemasOf(operation).body?.properties ?? {}
      const fields = Object.entries(properties).filter(
        ([, schema]) => isFree(schema) && !schema.format && !schema.enum,
      )
      const body = {
        ...(input.body as object),
        ...Object.fromEntries(fields.map(([name, { maxLength }]) => [name, words.slice(0, maxLength)])),
      }
      const answer = await world.ask(operation, actor.token, { ...input, body })
      tried += 1
      if (answer.status >= 500) found.push(`${id} with ${words}: ${answer.status}`)
    }
  expect(found).toEqual([])
  expect(tried).toBeGreaterThan(80)
})

test('words that look like SQL come back from the order as they were written', async () => {
  const { operation, actor, build } = await welcome(world, cast, 'placeOrder')
  const input = await build()
  const detail = WORDS.join('\n')
  const placed = await world.ask(operation, actor.token, {
    ...input,
    body: { ...(input.body as object), detail },
  })
  const getOrder = world.operations.find(({ id }) => id === 'getOrder')
  if (!getOrder) throw new Error('no operation getOrder')
  const { id } = placed.body as { id: string }
  const read = await world.ask(getOrder, actor.token, { params: { id } })
  expect((read.body as { detail: string }).detail).toBe(detail)
})

/** Fields that name something by its id; `id` itself is made by the client. */
const references = (schema: Schema | undefined): string[] =>
  Object.entries(schema?.properties ?? {}).flatMap(([name, { format, items, anyOf = [] }]) =>
    name !== 'id' && [format, items?.format, ...anyOf.map((one) => one.format)].includes('uuid')
      ? [name]
      : [],
  )

/** A valid input with an id of the other region in one field. */
function foreign(input: Input, schema: Schema | undefined, name: string, id: string): Input {
  const isList = schema?.properties?.[name]?.type === 'array'
  return { ...input, body: { ...(input.body as object), [name]: isList ? [id] : id } }
}

describe('an id of another region', () => {
  test('is refused in whatever field it stands, and nothing is written', async () => {
    const found: string[] = []
    let tried = 0
    await world.house.settle()
    const before = await world.census()
    for (const id of Object.keys(BUILDERS)) {
      const { operation, actor, build } = await welcome(world, cast, id)
      const { body } = schemasOf(operation)
      for (const there of abroad) {
        for (const name of references(body)) {
          const answer = await world.ask(operation, actor.token, foreign(await build(), body, name, there))
          tried += 1
          if (answer.status < 400 || answer.status >= 500) found.push(`${id}.${name}: ${answer.status}`)
        }
      }
    }
    expect([...new Set(found)]).toEqual([])
    const written = await world.census()
    expect(written['commands']).toBe(before['commands'])
    expect(tried).toBeGreaterThan(30)
  })

  test('is refused as whom to dispatch to', async () => {
    const { operation, actor, build } = await welcome(world, cast, 'dispatchOrder')
    const { params } = await build()
    for (const there of [...abroad, newId()])
      for (const kind of ['personId', 'teamId', 'unitId']) {
        const body = { version: 1, assignee: { [kind]: there } }
        const answer = await world.ask(operation, actor.token, { ...(params ? { params } : {}), body })
        expect([answer.status, kind]).toEqual([422, kind])
      }
  })
})
