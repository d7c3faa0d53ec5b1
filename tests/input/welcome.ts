import type { GuestEntered } from '@linli/contract/stations/endpoints'
import type { Input, Operation } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { actorOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { plantStation } from '../kit/houseStations.ts'
import type { World } from '../kit/houseWorld.ts'
import type { Aim } from '../matrix/builders/builder.ts'
import { BUILDERS, deciding } from '../matrix/builders/index.ts'
import { allowed, groundOf } from '../matrix/relations.ts'

/** Somebody whom the policy lets in, and how to call the operation as they. */
export type Welcome = { readonly operation: Operation; readonly actor: Actor; build(): Promise<Input> }

/** Whom the policy lets in, in the order of cells and cast; nobody else's input gets as far as validation. */
export async function* everyWelcome(
  world: World,
  cast: readonly Actor[],
  id: string,
): AsyncGenerator<Welcome> {
  const operation = world.operations.find((one) => one.id === id)
  const builder = BUILDERS[id]
  if (!operation || !builder) throw new Error(`no operation ${id}`)
  const authz = deciding(operation, world.operations)
  for (const cell of builder.cells)
    for (const one of cast) {
      if (!allowed(authz, one, cell) || builder.keepsOut?.(one, cell)) continue
      const mayChange = builder.changesCaller && one.role !== 'visitor'
      const actor = mayChange ? await actorOf(world, one.role, one.isWide) : one
      const aim: Aim = { world, actor, cell, ground: groundOf(cell, actor) }
      yield { operation, actor, build: async () => builder.build(aim) }
    }
  if (operation['x-guests'] !== true) return
  const actor = await guestOf(world)
  for (const cell of builder.cells) {
    const aim: Aim = { world, actor, cell, ground: groundOf(cell, actor) }
    yield { operation, actor, build: async () => builder.build(aim) }
  }
}

/** Somebody without an account who came in by a station's door, and stands where the residents of the cast do. */
async function guestOf(world: World): Promise<Actor> {
  const enter = world.operations.find(({ id }) => id === 'enterAsGuest')
  if (!enter) throw new Error('no operation enterAsGuest')
  const { slug } = await plantStation(world, HERE)
  const { body } = await world.ask(enter, undefined, { params: { slug }, body: { bearer: true } })
  const { token } = body as GuestEntered // the operation's own answer
  if (!token) throw new Error('no guest came in')
  return { ...(await actorOf(world, 'resident')), token }
}

/** The first of them. */
export async function welcome(world: World, cast: readonly Actor[], id: string): Promise<Welcome> {
  for await (const one of everyWelcome(world, cast, id)) return one
  throw new Error(`the policy lets nobody call ${id}`)
}

/** The same, carried out: a mere check has no effect. */
export function carriedOut(input: Input): Input {
  const { check: _, ...query } = input.query ?? {}
  return input.query?.['check'] ? { ...input, query } : input
}
