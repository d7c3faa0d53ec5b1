import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { rederivedBalances } from '../../apps/server/src/rooms/points/index.ts'
import { everyWelcome, type Welcome } from '../input/welcome.ts'
import { ourTables } from '../kit/catalog.ts'
import { type HouseAnswer, type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { BUILDERS } from '../matrix/builders/index.ts'
import { type Failure, failing, makeBreakable } from './breakable.ts'
import { diceOf, isLong, say, seed, sized } from './form.ts'

// Every statement of every command is made to fail, one after the other, and the connection is lost before and after each
// COMMIT: nothing of it stays, and the same key succeeds afterwards. The commands are those the house itself lists.

/** What changes by itself or is spent even in vain: seals, deliveries, and the numbers lent to an instance. */
const OF_ITSELF = ['audit_seals', 'ground_counts', 'ground_counted', 'deliveries', 'order_number_blocks']
/** A short form takes so many of the commands, by the dice; the long one all. */
const SHARE = isLong ? 1 : 0.2
/** No command has so many statements. */
const MOST = 400

let world: World
let cast: Actor[]
let tables: string
const figures = { commands: 0, statements: 0, lost: 0 }

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
  makeBreakable(world.house.db)
  const names = (await ourTables(world.admin)).filter((name) => !OF_ITSELF.includes(name))
  tables = names
    .map((name) => {
      const kept = name === 'audit_entries' ? `${name} t where not facts ? 'refused'` : `${name} t`
      const row = name === 'outbox' ? `(to_jsonb(t) - 'relayed_at')::text` : 't::text'
      return `select '${name}' as name, md5(coalesce(string_agg(${row}, '|' order by ${row}), '')) as sum from ${kept}`
    })
    .join(' union all ')
}, 300_000)
afterAll(() => world?.close(), 60_000)

/** Once everything is done that a command leaves for later: listeners, and the copies that people asked for. */
async function settled(): Promise<void> {
  const { settle, furniture } = world.house
  await settle()
  for (const region of await furniture.regions()) await furniture.ownData.makeCopies(region)
  await settle()
  await vi.waitUntil(
    async () => {
      const { rows } = await world.admin.query<{ count: number }>(PLANNING)
      return rows.every(({ count }) => count === 0)
    },
    { timeout: 60_000, interval: 20 },
  )
}
/** Plans that the house still works on in threads of its own, and accepted ones of which it is still to tell. */
const PLANNING = [
  `grid_plans where state = 'planning'`,
  `pairing_plans where state = 'planning' or state = 'accepted' and told_at is null and decided_at > now() - interval '1 day'`,
  `rosters where state = 'planning'`,
]
  .map((rows) => `select count(*)::int from ${rows}`)
  .join(' union all ')

/** All that is kept, as one sum a table. */
async function kept(): Promise<{ [table: string]: string }> {
  const { rows } = await world.admin.query<{ name: string; sum: string }>(tables)
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
const changed = (before: { [table: string]: string }, after: { [table: string]: string }): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name])

type Trial = Welcome & { readonly input: Input; readonly key: string }
const ask = ({ operation, actor, input, key }: Trial): Promise<HouseAnswer> =>
  world.ask(operation, actor.token, input, key)
/** What only looks is done in earnest. */
const carriedOut = (input: Input): Input => {
  const { check: _check, ...query } = input.query ?? {}
  return input.query ? { ...input, query } : input
}

/** Fails place after place of one command until it is through. @returns what is wrong; undefined when it is refused in words anyway */
async function eachPlace(trial: Trial, mode: Failure['mode']): Promise<string[] | undefined> {
  const faults: string[] = []
  for (let at = 0; at < MOST; at += 1) {
    await settled()
    const before = await kept()
    const { answer, struck } = await failing({ mode, at }, () => ask(trial))
    const name = `${trial.operation.id}, ${mode} ${at}`
    if (!struck) return answer.status < 300 ? faults : undefined
    figures[mode === 'statement' ? 'statements' : 'lost'] += 1
    const left = changed(before, await kept())
    if (answer.status < 300) return [...faults, ...(await settledWell(trial, answer, name))]
    if (answer.status < 500) faults.push(`${name}: ${answer.status} ${answer.text.slice(0, 120)}`)
    if (mode === 'lostAfter' && left.length > 0) return [...faults, ...(await again(trial, name))]
    if (left.length > 0) faults.push(`${name}: ${left.join(', ')} changed although it failed`)
  }
  return [...faults, `${trial.operation.id}: more than ${MOST} statements`]
}

/** After a COMMIT whose answer was lost the same key is answered, and nothing more is done. */
async function again(trial: Trial, name: string): Promise<string[]> {
  await settled()
  const first = await ask(trial)
  if (first.status >= 300)
    return [`${name}: the repeat is refused, ${first.status} ${first.text.slice(0, 120)}`]
  return settledWell(trial, first, name)
}

/** It is done: the same key says so again and changes nothing. */
async function settledWell(trial: Trial, answer: HouseAnswer, name: string): Promise<string[]> {
  await settled()
  const before = await kept()
  const repeat = await ask(trial)
  const left = changed(before, await kept())
  const same = BUILDERS[trial.operation.id]?.reveals || isDeepStrictEqual(repeat.body, answer.body)
  return [
    ...(repeat.status === answer.status && same
      ? []
      : [`${name}: repeated, it answers ${repeat.status} and other words`]),
    ...(left.length === 0 ? [] : [`${name}: repeated, it changed ${left.join(', ')}`]),
  ]
}

/** The first of those who may, and whose command is not refused in words. @returns undefined when everybody's is */
async function tryFor(id: string, mode: Failure['mode']): Promise<string[] | undefined> {
  for await (const welcome of everyWelcome(world, cast, id)) {
    const input = carriedOut(await welcome.build())
    const faults = await eachPlace({ ...welcome, input, key: newId() }, mode)
    if (faults) return faults
  }
  return undefined
}

async function booksDiffer(): Promise<readonly string[]> {
  return (await rederivedBalances(world.house.db, 1)).differences
}

it(
  'keeps nothing of a command whose statement or connection failed, and takes it when it is sent again',
  async () => {
    say(`statements: seed ${seed}`)
    const dice = diceOf('statements')
    const commands = world.operations.filter(({ 'x-kind': kind }) => kind === 'command' || kind === 'upload')
    const chosen = commands.filter(() => dice() < SHARE)
    const differed = await booksDiffer()
    const faults: string[] = []
    const untried: string[] = []
    for (const { id } of chosen) {
      for (const mode of ['statement', 'lostBefore', 'lostAfter'] as const) {
        const found = await tryFor(id, mode)
        if (found) faults.push(...found)
        else untried.push(`${id} ${mode}`)
      }
      figures.commands += 1
      if (isLong && figures.commands % 20 === 0)
        say(`statements: ${figures.commands} of ${chosen.length} commands`)
    }
    say(
      `statements: ${figures.commands} of ${commands.length} commands; ${figures.statements} statements and ${figures.lost} connections made to fail; ${faults.length} faults${untried.length > 0 ? `; not taken from anybody: ${untried.join(', ')}` : ''}`,
    )
    expect(faults).toEqual([])
    expect(untried.filter((name) => name.endsWith('statement'))).toEqual([])
    expect(await booksDiffer()).toEqual(differed)
    const { rows } = await world.admin.query(
      // A builder that plants what was decided before gives its event no version.
      'select number from orders o where version <> (select count(*) from order_events e where e.region_id = o.region_id and e.order_id = o.id and e.version > 0)',
    )
    expect(rows).toEqual([])
  },
  sized(300_000, 1_800_000),
)
