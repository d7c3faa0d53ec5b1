import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type Schema, schemasOf } from '../input/mutations.ts'
import { welcome } from '../input/welcome.ts'
import { type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from './builders/index.ts'
import { digestOf } from './digest.ts'

// What a body holds beyond what it may is refused, wherever in it, by whoever may call: nobody writes a region, a state,
// a role or another person's id that the operation does not ask for. No row changes, in any column of any table.

let world: World
let cast: Actor[]
let sent = 0

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(async () => {
  await world.close()
  process.stdout.write(`mass assignment: ${sent} requests\n`)
})

/** What people would like to write along. */
const extras = (): { readonly [name: string]: unknown } => ({
  region_id: 2,
  region: 2,
  regionId: 2,
  accountId: newId(),
  account_id: newId(),
  placedBy: newId(),
  placed_by: newId(),
  requesterId: newId(),
  assigneePersonId: newId(),
  uploadedBy: newId(),
  state: 'closed',
  roles: ['regionAdmin'],
  role: 'regionAdmin',
  isAdmin: true,
  balance: 777_777,
  mayReveal: true,
  erased_at: '2026-01-01T00:00:00Z',
  verified_at: '2026-01-01T00:00:00Z',
})

type Loose = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A list by free keys, such as the filters of a saved view: its keys are its content. */
const isFree = (
  schema: Schema & { readonly patternProperties?: object; readonly additionalProperties?: unknown },
) => schema.patternProperties !== undefined || isObject(schema.additionalProperties)

/** The body with one more field, at the top and in every object within it. */
function withExtra(value: Loose, schema: Schema, name: string, extra: unknown): Loose[] {
  const known = schema.properties ?? {}
  const own = name in known || isFree(schema) ? [] : [{ ...value, [name]: extra }]
  const deeper = Object.entries(value).flatMap(([key, inner]) => {
    const of = known[key]
    return isObject(inner) && of && !of.anyOf
      ? withExtra(inner, of, name, extra).map((changed) => ({ ...value, [key]: changed }))
      : []
  })
  return [...own, ...deeper]
}

describe('more than is asked for is refused and written nowhere', () => {
  test.each(Object.keys(BUILDERS).filter((id) => id !== 'live'))('%s', async (id) => {
    const { operation, actor, build } = await welcome(world, cast, id)
    const valid = await build()
    const { body: schema, query } = schemasOf(operation)
    const body = isObject(valid.body) ? valid.body : {}
    const tries = Object.entries(extras()).flatMap(([name, extra]): Input[] => [
      ...(schema ? withExtra(body, schema, name, extra).map((changed) => ({ ...valid, body: changed })) : []),
      ...(query.has(name) ? [] : [{ ...valid, query: { ...valid.query, [name]: String(extra) } }]),
    ])
    await world.house.settle()
    const before = await digestOf(world.admin)
    const taken: string[] = []
    for (const input of tries) {
      const { status } = await world.ask(operation, actor.token, input)
      if (status !== 400) taken.push(`${id} by ${actor.role} ${JSON.stringify(input)}: ${status}`)
    }
    sent += tries.length
    expect(taken.join('\n')).toBe('')
    expect(await digestOf(world.admin)).toEqual(before)
  })
})
