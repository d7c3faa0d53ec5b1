import type { Input, Operation } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { actorOf } from '../kit/houseCast.ts'
import type { World } from '../kit/houseWorld.ts'
import type { Aim } from '../matrix/builders/builder.ts'
import { BUILDERS, deciding } from '../matrix/builders/index.ts'
import { allowed, groundOf } from '../matrix/relations.ts'

/** Somebody whom the policy lets in, and how to call the operation as they. */
export type Welcome = { readonly operation: Operation; readonly actor: Actor; build(): Promise<Input> }

/** The first of the cast whom an operation's policy lets in; nobody else's input gets as far as validation. */
export async function welcome(world: World, cast: readonly Actor[], id: string): Promise<Welcome> {
  const operation = world.operations.find((one) => one.id === id)
  const builder = BUILDERS[id]
  if (!operation || !builder) throw new Error(`no operation ${id}`)
  const authz = deciding(operation, world.operations)
  for (const cell of builder.cells)
    for (const one of cast) {
      if (!allowed(authz, one, cell)) continue
      const mayChange = builder.changesCaller && one.role !== 'visitor'
      const actor = mayChange ? await actorOf(world, one.role) : one
      const aim: Aim = { world, actor, cell, ground: groundOf(cell) }
      return { operation, actor, build: async () => builder.build(aim) }
    }
  throw new Error(`the policy lets nobody call ${id}`)
}
