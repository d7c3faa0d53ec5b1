import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { everyEndpoint } from '../kit/endpoints.ts'
import { type HouseAnswer, type Input, type Operation, openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from '../matrix/builders/index.ts'
import { idsIn } from '../matrix/ids.ts'
import { carriedOut, everyWelcome, welcome } from './welcome.ts'

// A command sent twice is one command: a lost answer costs nothing. The key belongs to its sender and its content.

let world: World
let cast: Actor[]
let replayed = 0

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(async () => {
  await world.close()
  process.stdout.write(`replay: ${replayed} commands\n`)
})

/** What the ticker carries out, and may have in hand just now: copies of own data, and plans that were asked for. */
const IN_HAND = `select exists (select from data_exports where ready_at is null)
  or exists (select from rosters where state = 'planning')
  or exists (select from grid_plans where state = 'planning')
  or exists (select from pairing_plans where state = 'planning') as waits`

async function carryOut(): Promise<void> {
  for (;;) {
    for (const region of await world.house.furniture.regions()) {
      await world.house.furniture.ownData.makeCopies(region)
      await world.house.furniture.planRosters(region)
    }
    const { rows } = await world.admin.query<{ waits: boolean }>(IN_HAND)
    if (!rows[0]?.waits) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Rows once everything that a command set off has arrived; what tickers write by themselves is left out. */
async function settled(): Promise<{ [table: string]: number }> {
  await world.house.settle()
  await carryOut()
  // An import goes on after its answer.
  const imports = async () =>
    (await world.admin.query(`select from upstream_imports where state = 'running'`)).rowCount
  await expect.poll(imports, { timeout: 30_000 }).toBe(0)
  await world.house.settle()
  const { deliveries: _deliveries, ...rows } = await world.census()
  return rows
}

/** Another command without any input: the key is given to something else. */
function other({ id }: Operation): Operation {
  const found = world.operations.find(
    (one) => one.id === (id === 'takeUnshown' ? 'markAllRead' : 'takeUnshown'),
  )
  if (!found) throw new Error('no operation without input')
  return found
}

/** What the server is told to answer once: known before it stands, so that each command is a test of its own. */
const KEYED = (await everyEndpoint()).flatMap(([id, { kind }]) =>
  id in BUILDERS && (kind === 'command' || kind === 'upload') ? [id] : [],
)

test('the commands tested here are all commands of the house', () => {
  const keyed = world.operations.filter(({ 'x-kind': kind }) => kind === 'command' || kind === 'upload')
  expect(keyed.map(({ id }) => id).sort()).toEqual([...KEYED].sort())
})

/** The first call that is taken: some are refused with a reason of the room, such as a helper who joins again. */
async function firstTaken(id: string): Promise<{
  actor: Actor
  operation: Operation
  input: Input
  key: string
  first: HouseAnswer
  another: Input
}> {
  const refusals: string[] = []
  for await (const { operation, actor, build } of everyWelcome(world, cast, id)) {
    const [input, key] = [carriedOut(await build()), newId()]
    const first = await world.ask(operation, actor.token, input, key)
    // The other content is made afterwards: what it is planted on may end what the first one stands on.
    if (first.status < 300) return { actor, operation, input, key, first, another: carriedOut(await build()) }
    refusals.push(`${actor.role}: ${first.text}`)
  }
  throw new Error(`${id} was never taken: ${refusals.join('\n')}`)
}

describe('a command sent again answers as the first time and does nothing more', () => {
  test.each(KEYED)('%s', async (id) => {
    const { actor, operation, input, key, first, another } = await firstTaken(id)
    const stranger = await actorOf(world, actor.role === 'visitor' ? 'resident' : actor.role, actor.isWide)
    const rows = await settled()
    const again = await world.ask(operation, actor.token, input, key)
    expect(again.status).toBe(first.status)
    // A number in clear is never kept with the command: the repeat shows none.
    if (!BUILDERS[id]?.reveals) expect(again.body).toEqual(first.body)
    const same = isDeepStrictEqual(input, another)
    const changed = await world.ask(
      same ? other(operation) : operation,
      actor.token,
      same ? {} : another,
      key,
    )
    expect([changed.status, (changed.body as { code?: string }).code]).toEqual([422, 'kernel.keyReused'])
    // Somebody else of the same role finds nothing behind the key: neither the answer nor the effect.
    const taken = await world.ask(operation, stranger.token, input, key)
    expect([taken.status, (taken.body as { code?: string }).code]).toEqual([422, 'kernel.keyReused'])
    expect(idsIn(first.text, input).filter((told) => taken.text.includes(told))).toEqual([])
    expect(await settled()).toEqual(rows)
    replayed += 1
  })
})

test('a key is its sender’s own: somebody else’s use of it is refused and shows nothing', async () => {
  const { operation, actor, build } = await welcome(world, cast, 'placeOrder')
  const [input, key] = [await build(), newId()]
  const first = await world.ask(operation, actor.token, input, key)
  expect(first.status).toBe(201)
  const stranger = await actorOf(world, 'resident')
  const answer = await world.ask(operation, stranger.token, input, key)
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'kernel.keyReused'])
  expect(answer.text).not.toContain((first.body as { number: string }).number)
})

test.each(['', 'abc', `${newId()}x`])(
  'the key %j is none: the command is refused and done to nobody',
  async (key) => {
    const { operation, actor, build } = await welcome(world, cast, 'placeOrder')
    const input = await build()
    const before = await settled()
    const answer = await world.ask(operation, actor.token, input, key)
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'kernel.keyMissing'])
    expect(await settled()).toEqual(before)
  },
)
