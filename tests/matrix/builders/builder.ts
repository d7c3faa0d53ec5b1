import type { Authz } from '../../../apps/server/src/kernel/http/openapi.ts'
import type { Input } from '../../kit/house.ts'
import type { Actor } from '../../kit/houseCast.ts'
import type { Ground } from '../../kit/houseGround.ts'
import type { World } from '../../kit/houseWorld.ts'
import type { Cell } from '../relations.ts'
import type { Shows } from '../sight.ts'

export type Aim = {
  readonly world: World
  readonly actor: Actor
  readonly cell: Cell
  readonly ground: Ground
  /** The call will be refused: what it is aimed at stays as it was, and may serve another call too. */
  readonly isRefused?: boolean
}

/** How to call one operation with a valid input, aimed at a fresh thing of the cell. */
export type Builder = {
  readonly cells: readonly Cell[]
  build(aim: Aim): Input | Promise<Input>
  /** The rows that decide beneath the policy table, where the table only says `signedIn`: an inbox, a file. */
  readonly decides?: Authz
  /** A list answers whoever may read one, narrowed to the own area: no refusal is expected, only silence. */
  readonly narrows?: boolean
  /** Answers in clear what everywhere else is masked, and records it. */
  readonly reveals?: boolean
  /** What of a canary its answer may show beyond the table of sight.ts, and whose rows decide. */
  readonly shows?: Shows
  /** Somebody whom the policy names and a rule of the room keeps out, with the reason in the builder. */
  keepsOut?(actor: Actor, cell: Cell): boolean
  /** Changes the caller's own roles or session: called by somebody new each time. */
  readonly changesCaller?: boolean
  /** What a valid call answers besides 2xx, with the reason in the builder. */
  readonly answers?: readonly number[]
}

export type Builders = { readonly [operation: string]: Builder }

/** An operation about oneself or about everybody. */
export const plain = (build: Builder['build'] = () => ({}), more: Partial<Builder> = {}): Builder => ({
  cells: ['none'],
  build,
  ...more,
})

/** An operation about the whole region: a grant over one community does not do. */
export const regional = (build: Builder['build'] = () => ({})): Builder => ({ cells: ['restricted'], build })

/** An operation on a thing that lies somewhere. */
export const placed = (build: Builder['build'], more: Partial<Builder> = {}): Builder => ({
  cells: ['inScope', 'outOfScope', 'otherRegion'],
  build,
  ...more,
})

/** An operation that names a path: the same codes abroad cannot be meant, since a request is always in one region. */
export const atPath = (build: Builder['build'], more: Partial<Builder> = {}): Builder => ({
  cells: ['inScope', 'outOfScope'],
  build,
  ...more,
})

/** An operation on a thing that belongs to somebody. */
export const owned = (build: Builder['build'], more: Partial<Builder> = {}): Builder => ({
  cells: ['own', 'outOfScope', 'otherRegion'],
  build,
  ...more,
})
