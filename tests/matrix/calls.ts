import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Input, Operation } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import type { World } from '../kit/houseWorld.ts'
import type { Builder } from './builders/builder.ts'
import { leaksIn } from './leaks.ts'
import { type Cell, groundOf } from './relations.ts'

/** One cell of the matrix: who calls what, aimed at what, and whether the policy lets them in. */
export type Call = {
  readonly operation: Operation
  readonly builder: Builder
  readonly cell: Cell
  readonly actor: Actor
  readonly letIn: boolean
}
export type Ready = Call & { readonly input: Input }

/** Cells whose thing is made for the person who asks. */
const PERSONAL: readonly Cell[] = ['own', 'assigned', 'complainedOf']
const AT_ONCE = 6

/** Plants what the calls aim at. Those that will be refused may share one thing, since they must not change it. */
export async function prepare(world: World, calls: readonly Call[]): Promise<Ready[]> {
  const shared = new Map<string, Input>()
  const ready: Ready[] = []
  for (const call of calls) {
    const key = `${call.operation.id} ${call.cell}`
    const sharing = !call.letIn && !PERSONAL.includes(call.cell)
    const { actor } =
      call.builder.changesCaller && call.actor.role !== 'visitor'
        ? { actor: await actorOf(world, call.actor.role, call.actor.isWide) }
        : call
    const aim = { world, actor, cell: call.cell, ground: groundOf(call.cell) }
    const input = (sharing ? shared.get(key) : undefined) ?? (await call.builder.build(aim))
    if (sharing) shared.set(key, input)
    ready.push({ ...call, actor, input })
  }
  return ready
}

/** Makes the calls, a few at once. @returns what is wrong, one line each */
export async function make(world: World, calls: readonly Ready[], readers: Authz): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const some = calls.slice(from, from + AT_ONCE).map((call) => judge(world, call, readers))
    for (const lines of await Promise.all(some)) found.push(...lines)
  }
  return found
}

async function judge(world: World, call: Ready, readers: Authz): Promise<string[]> {
  const { operation, builder, cell, actor, letIn, input } = call
  const answer = await world.ask(operation, actor.token, input)
  const at = `${operation.id} by ${actor.role}, ${cell}: ${answer.status}`
  const wrong = verdict(answer.status, letIn, builder, cell)
  return [
    ...(wrong ? [`${at} ${wrong} ${answer.text.slice(0, 160)}`] : []),
    ...leaksIn(answer.text, { actor, cell, builder, readers }).map((leak) => `${at} leaks ${leak}`),
  ]
}

function verdict(status: number, letIn: boolean, builder: Builder, cell: Cell): string | undefined {
  const refused = status === 401 || status === 403 || status === 404
  const good = status < 300 || builder.answers?.includes(status)
  if (letIn) return good ? undefined : 'should be let in'
  if (builder.narrows && cell !== 'inScope' && status < 300) return undefined
  return refused ? undefined : 'should be refused'
}
