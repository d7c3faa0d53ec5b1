import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { schemasOf } from '../input/mutations.ts'
import { type Input, type Operation, openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { ABROAD, CANARY_PHONES, canaryPhone, canaryText, HERE, THERE } from '../kit/houseGround.ts'
import { plantPerson } from '../kit/houseRows.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from './builders/index.ts'
import { wholeCast } from './cast.ts'
import { idsIn, type Sighting, strangeIds } from './ids.ts'
import { leaksIn } from './leaks.ts'
import { numberMistakes } from './numbers.ts'
import { groundOf, SELF } from './relations.ts'
import { scanned } from './scan.ts'
import { type PolicyTable, policyTable } from './sight.ts'

// Searches and lists, asked by everybody for what is not theirs: other areas, other people's words, every filter.

let world: World
let cast: Actor[]
let policy: PolicyTable
let asked = 0

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await wholeCast(world)
  const described = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  policy = policyTable(world.operations, described.json<OpenApiDocument>())
  await world.house.settle()
})
afterAll(async () => {
  await world.close()
  process.stdout.write(`asks: ${asked} questions, ${scanned.canaries} canaries, ${scanned.ids} ids judged\n`)
})

const WORDS = [
  '金丝雀',
  '林',
  '高',
  'M',
  'c1号 室',
  ...[THERE, ABROAD].map((ground) => canaryText(ground, '标题')),
]
const AREAS = ['/', '/s01/', HERE.community, THERE.community, THERE.path]
const MOST_CODES = 1
/** A text no longer than this is a code of the place’s own, which nobody’s words are. */
const CODE_LENGTH = 60

type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly items?: Schema
}

/** What a filter is asked with; nothing for ids and days. */
function valuesFor({ type, enum: codes, pattern, items, maxLength = Infinity }: Schema): string[] {
  if (items) return valuesFor(items)
  if (codes) return codes.slice(0, MOST_CODES).map(String)
  if (type === 'boolean') return ['true', 'false']
  if (pattern?.startsWith('^/(')) return AREAS
  if (type !== 'string' || (pattern !== undefined && pattern !== '\\S')) return []
  return maxLength > CODE_LENGTH ? WORDS : WORDS.slice(0, MOST_CODES)
}

/** The questions of one operation: its usual one, and that with each filter in turn. */
function questionsOf(operation: Operation, usual: Input): Input[] {
  const { query } = schemasOf(operation)
  const limit: { [name: string]: string } = query.has('limit') ? { limit: '50' } : {}
  const filters = [...query].flatMap(([name, schema]) =>
    ['limit', 'after'].includes(name) ? [] : valuesFor(schema).map((value) => ({ [name]: value })),
  )
  return [{}, ...filters].map((filter) => ({ ...usual, query: { ...usual.query, ...limit, ...filter } }))
}

/** By number: everybody's, of every mark. */
function phonesOf(usual: Input): Input[] {
  const marks = cast.map(({ serial }) => `${SELF}${serial}`)
  return [...CANARY_PHONES, ...marks.map((mark) => canaryPhone({ mark }))].map((phone) => ({
    ...usual,
    body: { phone },
  }))
}

const READS = Object.keys(BUILDERS).filter((id) =>
  /^(list|find|search|count|my|get(?!File|Order$|Person|Shown))/.test(id),
)

// The queue has some forty questions for everybody: on a busy machine they take their time.
describe('nothing that is not theirs is found by', { timeout: 300_000 }, () => {
  test.each(READS)('%s', async (id) => {
    const operation = world.operations.find((one) => one.id === id)
    const builder = BUILDERS[id]
    if (!operation || !builder) throw new Error(`no operation ${id}`)
    const seen: Sighting[] = []
    const found: string[] = []
    for (const actor of cast) {
      const cell = builder.cells[0] ?? 'none'
      const usual = await builder.build({ world, actor, cell, ground: groundOf(cell, actor) })
      const byPhone = typeof usual.body === 'object' && usual.body !== null && 'phone' in usual.body
      for (const input of byPhone ? phonesOf(usual) : questionsOf(operation, usual)) {
        const answer = await world.ask(operation, actor.token, input)
        asked += 1
        const at = `${id} ${JSON.stringify(input.query ?? input.body)} by ${actor.role}: ${answer.status}`
        if (answer.status >= 500) found.push(at)
        seen.push({ at, operation: id, actor, ids: idsIn(answer.text, input) })
        const leaks = leaksIn(answer, { id, shows: builder.shows }, { actor, policy })
        found.push(...[...leaks, ...numberMistakes(id, answer.body)].map((leak) => `${at} leaks ${leak}`))
        if (answer.status === 401 || answer.status === 403) break // kept out before anything is read
      }
    }
    expect([...found, ...(await strangeIds(world, seen))].join('\n')).toBe('')
  })
})

test('who calls from another area is known by a masked name, and where they live is not said', async () => {
  const intake = await actorOf(world, 'intake')
  const far = await plantPerson(world, { ...THERE, mark: '癸999' }, { phone: true })
  const findCaller = world.operations.find(({ id }) => id === 'findCaller')
  if (!findCaller) throw new Error('no operation findCaller')
  const { body } = await world.ask(findCaller, intake.token, {
    body: { phone: canaryPhone({ mark: '癸999' }) },
  })
  expect(body).toEqual({ personId: far, name: '林**', path: null, place: null, address: null, orders: [] })
})
