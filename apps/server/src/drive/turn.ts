import type { State } from '@linli/contract'
import type { Play, Player } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Sight } from './sight.ts'

/** An order the driver moves along. `requester` is absent when a caller left no number. */
export type Driven = {
  readonly id: string
  readonly path: string
  readonly requester: Player | undefined
  /** The item an officer would choose, when the requester chose none. */
  readonly wantedItem: string | undefined
  state: State
  /** Who works on it, as far as this process knows. */
  handler: Player | undefined
  /** The order as the last answer left it; absent when it must be read first. */
  sight?: Sight | undefined
}

/** What a step may look at: the order as far as it is known, and chance that belongs to this very version. */
export type Turn = {
  readonly play: Play
  readonly order: Driven
  readonly view: Sight
  readonly who: Player
  readonly token: string
  /** The same at every version of the order. */
  readonly fate: Chance
  /** This version's own. */
  readonly chance: Chance
  /** The idempotency key of a command taken now; a repeat after a restart is the same command. */
  key(verb: string): string
}

/** What happened: the verb taken, or null when it is nobody's turn (the system's own step is awaited, or all is done). */
export type Taken = { readonly verb: string | null; readonly state: State; readonly done: boolean }
