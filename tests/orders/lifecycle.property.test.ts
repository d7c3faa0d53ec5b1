import { type State, TRANSITIONS, type Verb, WORKING_STATES } from '@linli/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refused } from '../../apps/server/src/kernel/db/database.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { Problem } from '../../apps/server/src/kernel/problem.ts'
import { fireDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import {
  type Cast,
  EVERYBODY,
  fittingStep,
  joined,
  type Name,
  offer,
  openCast,
  PLAYS,
  QUOTA,
  work,
} from './cast.ts'
import { faultsOf, keptOf } from './invariants.ts'
import { openTown, type Town } from './town.ts'

const RUNS = 50
const COMMANDS = 26
const ORDERS = 3
const DAY = 86_400_000

let town: Town
const taken = new Map<string, number>()

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** One thing that happens: a step that fits the state, any step by anybody, a day that passes, or a look at the deadlines. */
type Happening =
  | { kind: 'fitting'; order: number; dice: number; stale: boolean }
  | { kind: 'any'; order: number; dice: number; verb: Verb; name: Name }
  | { kind: 'day' }
  | { kind: 'deadlines' }
type Turn = readonly Happening[] // what happens at the same moment

const order = fc.nat({ max: ORDERS - 1 })
const dice = fc.noBias(fc.nat({ max: 9999 }))
const verbs = TRANSITIONS.map(({ verb }) => verb)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('fitting' as const),
      order,
      dice,
      stale: fc.nat({ max: 11 }).map((n) => n === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('any' as const),
      order,
      dice,
      verb: fc.constantFrom(...verbs),
      name: fc.constantFrom(...EVERYBODY),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'day' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'deadlines' as const }) },
)
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: happening.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(happening, happening) },
)

type Seen = {
  id: string
  version: number
  state: State | null
  item: string | null
  assignee: string | null
  ask: string | null
}

/** Does one thing; answers the verb and who it was when it took effect. @throws whatever is not a refusal in words */
async function happen(cast: Cast, seen: readonly Seen[], what: Happening): Promise<[Verb, Name] | undefined> {
  if (what.kind === 'day') town.db.setShift(town.db.shift() + DAY)
  if (what.kind === 'deadlines') await fireDeadlines(town.needs, 1)
  if (what.kind === 'day' || what.kind === 'deadlines') return undefined
  const target = seen[what.order]
  if (!target) throw new Error('an order of the play')
  const { verb, name } =
    what.kind === 'any'
      ? what
      : target.state !== null
        ? fittingStep({ ...target, state: target.state }, cast, what.dice)
        : { verb: 'placeOrder' as const, name: 'resident' as const }
  const stale = what.kind === 'fitting' && what.stale ? 1 : 0
  try {
    await PLAYS[verb](town, cast, {
      actor: cast[name],
      order: { ...target, version: target.version - stale },
      other: seen[(what.order + 1) % seen.length]?.id ?? target.id,
      dice: what.dice,
    })
  } catch (error) {
    if (
      (error instanceof Problem && error.status < 500) ||
      (error instanceof Refused && error.code === 'stale')
    )
      return undefined
    throw error
  }
  taken.set(verb, (taken.get(verb) ?? 0) + 1)
  return [verb, name]
}

/** Verbs that give a helper work without asking the helper's quota: the dispatcher decides, or the order comes back. */
const GIVING: readonly Verb[] = ['assignOrder', 'dispatchOrder', 'reworkOrder', 'returnHandling']

async function assertQuota(cast: Cast, done: readonly (readonly [Verb, Name])[]): Promise<void> {
  if (done.some(([verb]) => GIVING.includes(verb))) return
  for (const [verb, name] of done) {
    if (verb !== 'claimOrder' || (name !== 'helperOne' && name !== 'helperTwo')) continue
    const [row] = await town.admin<{ n: number }>(
      'select count(*)::int as n from orders where assignee_person_id = $1 and state = any($2)',
      [cast[name].personId, [...WORKING_STATES]],
    )
    expect(row?.n, `${name} holds more than the quota allows`).toBeLessThanOrEqual(QUOTA[name])
  }
}

/** A play begins with nothing, with orders that are offered to the helpers already, that a company works on, or that others help with. */
const BEGINNINGS = [undefined, offer, work, joined] as const
async function play(begin: (typeof BEGINNINGS)[number], turns: readonly Turn[]): Promise<void> {
  const cast = await openCast(town)
  const ids = Array.from({ length: ORDERS }, () => newId())
  for (const id of ids) await begin?.(town, cast, id)
  for (const together of turns) {
    const kept = await keptOf(town, ids)
    const seen = ids.map(
      (id): Seen =>
        kept.find((one) => one.id === id) ?? {
          id,
          version: 1,
          state: null,
          item: null,
          assignee: null,
          ask: null,
        },
    )
    const done = await Promise.all(together.map((what) => happen(cast, seen, what)))
    expect((await keptOf(town, ids)).flatMap(faultsOf)).toEqual([])
    await assertQuota(
      cast,
      done.filter((one) => one !== undefined),
    )
  }
}

it('keeps the invariants of the lifecycle whatever anybody does, also at the same moment', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  console.info(`lifecycle: seed ${seed} (SEED=${seed} repeats it)`)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BEGINNINGS),
      fc.array(turn, { minLength: 20, maxLength: COMMANDS, size: 'max' }),
      play,
    ),
    {
      seed,
      numRuns: RUNS,
      interruptAfterTimeLimit: 100_000,
    },
  )
  console.info(`lifecycle: ${[...taken].map(([verb, times]) => `${verb} ${times}`).join(', ')}`)
  // A play in which hardly anything takes effect proves nothing.
  expect(taken.size).toBeGreaterThan(verbs.length / 2)
}, 180_000)
