import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type Schema, schemasOf } from '../input/mutations.ts'
import { everyWelcome, welcome } from '../input/welcome.ts'
import { ourTables } from '../kit/catalog.ts'
import { type HouseAnswer, type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { ABROAD } from '../kit/houseGround.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from './builders/index.ts'

// An id of another region and an id of nobody answer alike, whoever asks and wherever the id stands: nothing can be found
// out by guessing.

let world: World
let cast: Actor[]
const abroad: { table: string; id: string }[] = []
let asked = 0

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
  for (const table of await ourTables(world.admin)) {
    const { rows } = await world.admin
      .query<{ id: string }>(`select id::text from ${table} where region_id = $1 order by id desc limit 1`, [
        ABROAD.region,
      ])
      .catch(() => ({ rows: [] })) // a table without a region or an id of its own
    if (rows[0] && /^[0-9a-f-]{36}$/.test(rows[0].id)) abroad.push({ table, id: rows[0].id })
  }
})
afterAll(async () => {
  await world.close()
  process.stdout.write(`guesses: ${asked} ids of ${abroad.length} kinds\n`)
})

const said = ({ status, body }: HouseAnswer): string => `${status} ${JSON.stringify(body)}`

describe('in the address', () => {
  const named = Object.keys(BUILDERS).filter((id) => BUILDERS[id]?.cells.includes('otherRegion'))
  test.each(named)('%s', async (id) => {
    const builder = BUILDERS[id]
    const differ: string[] = []
    const roles = new Set<string>()
    for await (const { operation, actor } of everyWelcome(world, cast, id)) {
      if (roles.has(actor.role)) continue
      roles.add(actor.role)
      const input = await builder?.build({ world, actor, cell: 'otherRegion', ground: ABROAD })
      if (!input?.params || Object.keys(input.params).length === 0) return
      const nobody = Object.fromEntries(
        Object.keys(input.params).map((name) => [name, name === 'slug' ? newSlugOfNobody() : newId()]),
      )
      const [there, nowhere] = [
        await world.ask(operation, actor.token, input),
        await world.ask(operation, actor.token, { ...input, params: nobody }),
      ]
      asked += 2
      if (there.status !== 404 || said(there) !== said(nowhere))
        differ.push(`${id} by ${actor.role}: ${said(there)}, of nobody ${said(nowhere)}`)
    }
    expect(differ.join('\n')).toBe('')
  })
})
const newSlugOfNobody = (): string => newId().replaceAll('-', '').slice(0, 14)

/** Every place for an id in a body: those that it holds, and those that it could. */
function idPlaces(schema: Schema | undefined, at: readonly string[] = []): string[][] {
  if (!schema) return []
  if (schema.format === 'uuid') return [[...at]]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => idPlaces(one, [...at, name])),
    ...idPlaces(schema.items, [...at, '[]']),
    ...(schema.anyOf ?? []).flatMap((one) => idPlaces(one, at)),
  ]
}

/** A body with an id put at a place; one of several alternatives replaces the others. */
function put(body: unknown, [name, ...rest]: readonly string[], id: string): unknown {
  if (name === undefined) return id
  if (name === '[]') return [put(undefined, rest, id)]
  const old = typeof body === 'object' && body !== null ? (body as { [name: string]: unknown }) : {}
  const alone =
    name !== undefined &&
    rest.length === 0 &&
    ['personId', 'teamId', 'unitId'].includes(name) &&
    Object.keys(old).length === 1
  return { ...(alone ? {} : old), [name]: put(old[name], rest, id) }
}

describe('in the body', () => {
  test.each(Object.keys(BUILDERS))('%s', async (id) => {
    const { operation, actor, build } = await welcome(world, cast, id)
    // The id of something new is the client's own.
    const places = idPlaces(schemasOf(operation).body).filter((place) => place.join() !== 'id')
    const differ: string[] = []
    for (const place of places) {
      const valid = await build()
      const answer = (guess: string): Promise<HouseAnswer> => {
        const body = put(valid.body, place, guess) as { readonly [name: string]: unknown }
        const input: Input = { ...valid, body: 'id' in body ? { ...body, id: newId() } : body }
        asked += 1
        return world.ask(operation, actor.token, input)
      }
      const nowhere = await answer(newId())
      if (nowhere.status < 400) differ.push(`${id} takes an id of nobody as ${place.join('.')}`)
      for (const { table, id: guess } of abroad) {
        const there = await answer(guess)
        if (said(there) !== said(nowhere))
          differ.push(
            `${id} with ${place.join('.')} of ${table} abroad: ${said(there)}, of nobody ${said(nowhere)}`,
          )
      }
    }
    expect(differ.join('\n')).toBe('')
  })
})
