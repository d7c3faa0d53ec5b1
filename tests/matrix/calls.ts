import type { Input, Operation } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { ABROAD, HERE } from '../kit/houseGround.ts'
import type { World } from '../kit/houseWorld.ts'
import type { Builder } from './builders/builder.ts'
import { BUILDERS, deciding } from './builders/index.ts'
import { fieldMistakes } from './fields.ts'
import { idsIn, type Sighting, strangeIds } from './ids.ts'
import { leaksIn } from './leaks.ts'
import { numberMistakes } from './numbers.ts'
import { allowed, type Cell, groundOf } from './relations.ts'
import type { PolicyTable } from './sight.ts'

/** Let in, refused, or, of somebody from another region who names what is found by their own region's rows, either. */
export type Outcome = 'letIn' | 'refused' | 'either'
/** One cell of the matrix: who calls what, aimed at what, and what the policy says of it. */
export type Call = {
  readonly operation: Operation
  readonly builder: Builder
  readonly cell: Cell
  readonly actor: Actor
  readonly outcome: Outcome
}
export type Ready = Call & { readonly input: Input }

/** Cells whose thing is made for the person who asks. */
const PERSONAL: readonly Cell[] = [
  'own',
  'assigned',
  'anonymous',
  'confidential',
  'sameOrder',
  'formerly',
  'complainedOf',
]
const AT_ONCE = 6

/** The cells of one operation for the whole cast. */
export function callsOf(world: World, cast: readonly Actor[], id: string): Call[] {
  const operation = world.operations.find((one) => one.id === id)
  const builder = BUILDERS[id]
  if (!operation || !builder) throw new Error(`no operation ${id}`)
  const authz = deciding(operation, world.operations)
  return builder.cells.flatMap((cell) =>
    cast
      .filter(({ region }) => region === HERE.region || ['none', 'inScope', 'outOfScope'].includes(cell))
      .map((actor) => {
        const lets = allowed(authz, actor, cell) && !builder.keepsOut?.(actor, cell)
        const named = /\{(id|slug|personId)\}/.test(operation.path)
        const abroad = named ? 'refused' : 'either'
        const outcome = actor.region !== HERE.region ? abroad : lets ? 'letIn' : 'refused'
        return { operation, builder, cell, actor, outcome } as const
      }),
  )
}

/** Plants what the calls aim at. Those that will be refused may share one thing, since they must not change it. */
export async function prepare(world: World, calls: readonly Call[]): Promise<Ready[]> {
  const shared = new Map<string, Input>()
  const ready: Ready[] = []
  for (const call of calls) {
    const { operation, builder, cell, outcome } = call
    const { role, isWide, region } = call.actor
    const isRefused = outcome === 'refused'
    const home = region === HERE.region ? HERE : ABROAD
    // Whom a call refuses it does not change.
    const renewed = builder.changesCaller && role !== 'visitor' && !isRefused
    const actor = renewed ? await actorOf(world, role, isWide, home) : call.actor
    const key = `${operation.id} ${cell}`
    const sharing = isRefused && !PERSONAL.includes(cell)
    const aim = { world, actor, cell, ground: groundOf(cell, actor), isRefused }
    const input = (sharing ? shared.get(key) : undefined) ?? (await builder.build(aim))
    if (sharing) shared.set(key, input)
    ready.push({ ...call, actor, input })
  }
  return ready
}

/** Makes the calls, a few at once. @returns what is wrong, one line each */
export async function make(world: World, calls: readonly Ready[], policy: PolicyTable): Promise<string[]> {
  const seen: Sighting[] = []
  const found: string[] = []
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const some = calls.slice(from, from + AT_ONCE).map((call) => judge(world, call, policy, seen))
    for (const lines of await Promise.all(some)) found.push(...lines)
  }
  return [...found, ...(await strangeIds(world, seen))]
}

async function judge(world: World, call: Ready, policy: PolicyTable, seen: Sighting[]): Promise<string[]> {
  const { operation, builder, cell, actor, input } = call
  const answer = await world.ask(operation, actor.token, input)
  const region = actor.region === HERE.region ? '' : ' of another region'
  const at = `${operation.id} by ${actor.role}${actor.isWide ? ' (wide)' : ''}${region}, ${cell}: ${answer.status}`
  seen.push({ at, operation: operation.id, actor, ids: idsIn(answer.text, input) })
  const wrong = verdict(answer.status, call)
  const leaks = leaksIn(answer, { id: operation.id, shows: builder.shows }, { actor, policy })
  const mistakes = answer.status < 300 ? numberMistakes(operation.id, answer.body) : []
  const fields =
    answer.status < 300 && operation.id === 'getOrder' && cell !== 'none'
      ? fieldMistakes(answer.body, actor, cell, policy)
      : []
  return [
    ...(wrong ? [`${at} ${wrong} ${answer.text.slice(0, 160)}`] : []),
    ...[...leaks, ...mistakes, ...fields].map((leak) => `${at} leaks ${leak}`),
  ]
}

function verdict(status: number, { outcome, builder, cell, actor }: Call): string | undefined {
  const abroad = actor.region !== HERE.region
  if (outcome === 'either')
    return status < 500 || builder.answers?.includes(status) ? undefined : 'should be answered'
  // Somebody from another region is told that their own region has no such place before the thing is looked for.
  const refused = [401, 403, 404, ...(abroad ? [422] : [])].includes(status)
  const good = status < 300 || builder.answers?.includes(status)
  if (outcome === 'letIn') return good ? undefined : 'should be let in'
  if (builder.narrows && cell !== 'inScope' && status < 300) return undefined
  return refused ? undefined : 'should be refused'
}
